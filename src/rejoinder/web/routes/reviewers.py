"""What several reviewers come to: agreement, adjudication, gold; and who is one actor."""

import io
import zipfile
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from rejoinder.api import Ledger
from rejoinder.errors import ConfigError, NotFound
from rejoinder.web.addresses import segment
from rejoinder.web.desk import AtDesk
from rejoinder.web.reviewers import reviewer_of
from rejoinder.web.routes.review import DECIDED, write_once

if TYPE_CHECKING:
    from rejoinder.api import ActorHistory, Ruled
    from rejoinder.api.workbench import Portrait

__all__ = [
    "adjudicate",
    "agreement",
    "join_or_part",
    "names",
    "reviewed_actor",
    "reviewed_gold",
    "router",
]

router = APIRouter(include_in_schema=False)

_PARTS = {
    "kept": "Kept or rejected",
    "act": "Act",
    "words": "Words: source, cue, content",
    "speaker": "Who speaks",
    "addressee": "To whom",
    "about": "About whom",
}
_Line = Annotated[str, Form(max_length=400)]


@router.get("/review/agreement")
def agreement(request: Request, desk: AtDesk) -> Response:
    """Show how far reviewers agree, and how far they have come."""
    values = {
        "agreement": desk.remember("review agreement", desk.ledger.review_agreement),
        "status": desk.remember("review status", desk.ledger.review_status),
        "unfit": desk.remember("unfit reviews", desk.ledger.unfit_reviews),
        "PARTS": _PARTS,
        "DECIDED": DECIDED,
    }
    return desk.pages.show(request, "review_agreement.html", values)


@router.get("/review/adjudicate")
def adjudicate(request: Request, desk: AtDesk, decided: bool = False) -> Response:
    """Show what reviewers read differently, each reading beside the others."""
    found = desk.remember(("disputed", decided), lambda: desk.ledger.disputed(decided=decided))
    values = {"disputed": found, "decided": decided, "name": reviewer_of(request)}
    return desk.pages.show(request, "review_adjudicate.html", values)


@router.get("/review/names.json")
def names(desk: AtDesk, part: Annotated[str, Query(max_length=200)] = "") -> Response:
    """Give the actors with that in a name, for whoever is typing it."""
    found = desk.ledger.names_like(part)
    return JSONResponse([{"id": each.id, "name": each.name} for each in found])


@router.get("/review/gold.zip")
def reviewed_gold(desk: AtDesk) -> Response:
    """Give what was reviewed as gold, as one file."""
    files = desk.ledger.reviewed_files()
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in sorted(files.items()):
            # With one day for all, so that the same gold gives the same file.
            packed.writestr(zipfile.ZipInfo(f"gold/{name}"), text)
    headers = {"Content-Disposition": 'attachment; filename="gold.zip"'}
    return Response(body.getvalue(), media_type="application/zip", headers=headers)


@router.get("/review/actors/{key}")
def reviewed_actor(
    request: Request, desk: AtDesk, key: str, article: str | None = None
) -> Response:
    """Show who is taken for one actor, to be joined with another or parted."""
    return _show_actor(request, desk, key, article)


@router.post("/review/actors/{key}")
def join_or_part(
    request: Request,
    desk: AtDesk,
    key: str,
    ruling: _Line,
    one: _Line = "",
    other: _Line = "",
    article: _Line = "",
    which: _Line = "",
    note: _Line = "",
) -> Response:
    """Rule that two actors are one, that one is two, or take such a ruling back."""
    name = reviewer_of(request)
    if name is None:
        return RedirectResponse("/review", status_code=303)

    def rule(ledger: Ledger) -> "Ruled":
        if ruling == "merge":
            return ledger.merge(key, other, by=name, note=note)
        if ruling == "undo":
            return ledger.undo(which, by=name, note=note)
        if ruling == "part-here":
            return ledger.split(key, article=article, by=name, note=note)
        return ledger.split(one, other=other, by=name, note=note)

    try:
        ruled = write_once(desk, rule)
    except (ConfigError, NotFound) as error:
        return _show_actor(request, desk, key, article or None, wrong=str(error))
    there = segment(ruled.actors[0] if ruled.actors else key)
    return RedirectResponse(f"/review/actors/{there}", status_code=303)


def _show_actor(
    request: Request, desk: AtDesk, key: str, article: str | None, *, wrong: str | None = None
) -> Response:
    actor = _whom(desk, key)
    values = {
        "actor": actor,
        "article": article,
        "rulings": desk.ledger.judgements(actor.view.id, persons=True),
        "name": reviewer_of(request),
        "wrong": wrong,
    }
    return desk.pages.show(request, "review_actor.html", values, status=400 if wrong else 200)


def _whom(desk: AtDesk, key: str) -> "Portrait | ActorHistory":
    """Return who goes by that id, from the summary; by a name, from every article that has it."""
    try:
        return desk.actor(key)
    except NotFound:
        return desk.ledger.actor(key)
