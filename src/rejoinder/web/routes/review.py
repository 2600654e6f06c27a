"""Review: one statement after another, judged by key or by form; each decision is appended."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from fastapi import APIRouter, Form, Query, Request
from pydantic import BaseModel, Field, StringConstraints
from starlette.responses import RedirectResponse, Response

from rejoinder.api import Ledger
from rejoinder.errors import ConfigError, LedgerLocked, NotFound
from rejoinder.model.actor import ActorKind
from rejoinder.model.link import Relation
from rejoinder.model.review import RejectReason
from rejoinder.model.statement import Quotation
from rejoinder.web.addresses import address, is_local
from rejoinder.web.asked import AskedStatements
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.passages import cut, find_ranges, shown_lines
from rejoinder.web.problems import Problem, ProblemFound
from rejoinder.web.reviewers import reviewer_cookie, reviewer_name, reviewer_of

if TYPE_CHECKING:
    from rejoinder.api.reviewing import ReviewProgress

__all__ = [
    "DECIDED",
    "AskedReview",
    "Told",
    "decide",
    "review",
    "router",
    "take_name",
    "undo",
    "write_once",
]

router = APIRouter(include_in_schema=False)

REASONS: Final = {
    RejectReason.NO_STATEMENT: "nobody is given as saying this",
    RejectReason.NOT_SAID: "not said: denied, withheld or only possible",
    RejectReason.TWICE: "another statement has these words",
    RejectReason.WRONG_WORDS: "the words do not belong together",
    RejectReason.FURNITURE: "it belongs to the page, not to the text",
    RejectReason.OTHER: "something else",
}
DECIDED: Final = {
    "accept": "accepted",
    "reject": "rejected",
    "act": "set the act",
    "spans": "set the words",
    "speaker": "set who speaks",
    "addressee": "set to whom",
    "about": "set about whom",
    "link": "drew a link",
    "unlink": "took a link away",
    "note": "noted",
    "undo": "took a decision back",
}
_LEAVING: Final = ("accept", "reject")
_Line = Annotated[str, StringConstraints(max_length=400)]
_Lines = Annotated[str, StringConstraints(max_length=20_000)]
_Value = TypeVar("_Value")


class AskedReview(AskedStatements):
    """Parameters of the queue: conditions on statements, and where in it one is.

    Attributes:
        adjudicate: whoever reviews decides between reviewers.
    """

    statement: Annotated[str | None, Field(max_length=300)] = None
    adjudicate: bool = False

    def conditions(self) -> dict[str, Any]:
        """Return the conditions that are set."""
        found = self.model_dump(exclude={"after", "limit", "statement", "adjudicate"})
        return {name: value for name, value in found.items() if value is not None}

    @property
    def is_filtered(self) -> bool:
        """Whether the queue is of some statements alone."""
        return bool(self.conditions())


class Told(BaseModel):
    """What a form decides; which fields count depends on the decision."""

    decision: _Line
    act: _Line = ""
    reason: _Line = ""
    actors: Annotated[list[_Line], Field(max_length=30)] = []
    kind: _Line = ""
    source: _Lines = ""
    cue: _Lines = ""
    content: _Lines = ""
    source_at: _Lines = ""
    cue_at: _Lines = ""
    content_at: _Lines = ""
    quotation: _Line = ""
    other: _Line = ""
    relation: _Line = ""
    as_read_by: _Line = ""
    note: Annotated[str, Field(max_length=4000)] = ""

    def wanted(self, desk: Desk, statement: str) -> dict[str, Any]:
        """Return what `Ledger.review` is asked for.

        Raises:
            ConfigError: words that are to be marked do not stand in the passage.
            NotFound: there is no such statement.
        """
        found: dict[str, Any] = {
            "act": self.act or None,
            "reason": self.reason or None,
            "actors": [each.strip() for each in self.actors if each.strip()],
            "kind": self.kind or None,
            "quotation": self.quotation or None,
            "other": self.other.strip() or None,
            "relation": self.relation or None,
            "as_read_by": self.as_read_by or None,
            "note": self.note,
        }
        if self.decision == "spans":
            item = desk.ledger.review_item(statement)
            found["words"] = {
                part: find_ranges(item, part, getattr(self, part), getattr(self, f"{part}_at"))
                for part in ("source", "cue", "content")
            }
        return found


@router.get("/review")
def review(
    request: Request, desk: AtDesk, asked: Annotated[AskedReview, Query()], after: str | None = None
) -> Response:
    """Show a statement of the queue; lead to the least sure one where none is named."""
    if not _progress(desk, "", AskedReview())["progress"].total:
        return desk.pages.show(request, "review_empty.html")
    name = reviewer_of(request)
    if name is None:
        return desk.pages.show(request, "review_name.html", {"next": _here(request)})
    if asked.statement is None:
        following = desk.ledger.next_to_review(name, after=after, **asked.conditions())
        if following is not None:
            there = asked.from_start().at("/review", statement=following)
            return RedirectResponse(there, status_code=303)
        values = {"asked": asked, "name": name, **_progress(desk, name, asked)}
        return desk.pages.show(request, "review_done.html", values)
    return _show(request, desk, asked, name)


@router.post("/review/name")
def take_name(
    name: Annotated[str, Form(max_length=400)] = "",
    next: Annotated[str, Form(max_length=4000)] = "/review",
) -> Response:
    """Remember in the browser who reviews; the name signs what it decides and proves nothing."""
    response = RedirectResponse(next if is_local(next) else "/review", status_code=303)
    kept = reviewer_name(name) if name.strip() else ""
    response.headers.append("Set-Cookie", reviewer_cookie(kept))
    return response


@router.post("/review/decide")
def decide(
    request: Request,
    desk: AtDesk,
    asked: Annotated[AskedReview, Query()],
    told: Annotated[Told, Form()],
) -> Response:
    """Write what a reviewer decides, then go on: to the next statement, or back to this one."""
    name = reviewer_of(request)
    if name is None or asked.statement is None:
        return RedirectResponse(asked.at("/review"), status_code=303)
    statement, leaving = asked.statement, told.decision in _LEAVING and not asked.adjudicate
    try:
        wanted = told.wanted(desk, statement)
        # Before it is decided: a rejected statement has no place in the queue any more.
        following = (
            desk.ledger.next_to_review(name, after=statement, **asked.conditions())
            if leaving
            else None
        )
        done = write_once(
            desk,
            lambda ledger: ledger.review(
                statement, told.decision, **wanted, adjudicates=asked.adjudicate, by=name
            ),
        )
    except (ConfigError, NotFound) as error:
        return _show(request, desk, asked, name, wrong=str(error))
    if leaving:
        there = asked.from_start().at("/review", statement=following)
    elif told.decision in _LEAVING:
        there = "/review/adjudicate"
    else:
        there = asked.from_start().at("/review", statement=done.statement or done.root)
    return RedirectResponse(there, status_code=303)


@router.post("/review/undo")
def undo(
    request: Request,
    desk: AtDesk,
    asked: Annotated[AskedReview, Query()],
    which: Annotated[str, Form(max_length=400)] = "",
) -> Response:
    """Take a decision back, the reviewer's latest where none is named, and show its statement."""
    name = reviewer_of(request)
    if name is None:
        return RedirectResponse(asked.at("/review"), status_code=303)
    try:
        done = write_once(desk, lambda ledger: ledger.undo_review(which or None, by=name))
    except (ConfigError, NotFound) as error:
        if asked.statement is None:
            raise
        return _show(request, desk, asked, name, wrong=str(error))
    there = asked.from_start().at("/review", statement=done.statement or done.root)
    return RedirectResponse(there, status_code=303)


def write_once(desk: Desk, work: Callable[[Ledger], _Value]) -> _Value:
    """Open the ledger to write this one thing; try again where somebody else writes for long.

    Raises:
        ProblemFound: this workbench was started without leave to write.
        LedgerLocked: they write for longer still.
    """
    if not desk.settings.write:
        raise ProblemFound(
            Problem(
                status=403,
                title="This workbench only reads",
                detail="It was started without leave to write to the ledger.",
                cure="Start it with: rejoinder serve --ledger FILE --write, then review.",
            )
        )
    for last in (False, True):
        try:
            with Ledger(desk.settings.ledger, create=False) as ledger:
                return work(ledger)
        except LedgerLocked:
            if last:
                raise
    raise AssertionError("unreachable")


def _show(
    request: Request, desk: Desk, asked: AskedReview, name: str, *, wrong: str | None = None
) -> Response:
    """Show one statement with everything that can be decided of it."""
    item = desk.ledger.review_item(asked.statement or "")
    conditions = asked.conditions()
    shown = item.view.id if item.view else None
    view, linked = desk.article(item.article) if shown else (None, ())
    neighbours = view.statements if view else ()
    values = {
        "asked": asked,
        "name": name,
        "item": item,
        "pieces": cut(item),
        "lines": {part: shown_lines(item, part) for part in ("source", "cue", "content")},
        "links": [each for each in linked if each.statement_id == shown],
        "neighbours": [each for each in neighbours if each.id != shown],
        "following": desk.ledger.next_to_review(name, after=shown, **conditions),
        "before": desk.ledger.before_in_review(shown, **conditions) if shown else None,
        "wrong": wrong,
        "place": _here(request),
        "REASONS": REASONS,
        "DECIDED": DECIDED,
        "RELATIONS": tuple(Relation),
        "QUOTATIONS": tuple(Quotation),
        "KINDS": tuple(ActorKind),
        **_progress(desk, name, asked),
    }
    return desk.pages.show(request, "review.html", values, status=400 if wrong else 200)


def _progress(desk: Desk, name: str, asked: AskedReview) -> "dict[str, ReviewProgress]":
    conditions = tuple(sorted(asked.conditions().items()))
    key = ("review progress", name, conditions)
    found = desk.remember(key, lambda: desk.ledger.review_progress(name, **asked.conditions()))
    return {"progress": found}


def _here(request: Request) -> str:
    query = request.url.query
    return address("/review") + (f"?{query}" if query else "")
