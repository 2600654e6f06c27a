"""The timeline: what was said and what happened, in order, with who says so."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.found_frames import entry_frame
from rejoinder.errors import ConfigError
from rejoinder.web.asked_matters import AskedTimeline
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.downloads import Form, download

if TYPE_CHECKING:
    from rejoinder.api.shapes import EntryView

__all__ = ["find_entries", "router", "timeline", "timeline_file"]

router = APIRouter(include_in_schema=False)


@router.get("/timeline")
def timeline(request: Request, desk: AtDesk, asked: Annotated[AskedTimeline, Query()]) -> Response:
    """Show what was said and what happened on some conditions, what no text dates at the end."""
    found = find_entries(desk, asked) if asked.is_filtered else ()
    start = asked.after or 0
    shown = found[start : start + asked.limit]
    behind = start + len(shown)
    names = asked.conditions()["parties"]
    return desk.pages.show(
        request,
        "timeline.html",
        {
            "asked": asked,
            "overview": desk.overview(),
            "total": len(found),
            "dated": [each for each in shown if each.date is not None],
            "undated": [each for each in shown if each.date is None],
            "following": behind if behind < len(found) else None,
            "unmet": desk.unmet(found, asked, *names, matter=asked.matter),
        },
    )


@router.get("/timeline.{form}")
def timeline_file(desk: AtDesk, asked: Annotated[AskedTimeline, Query()], form: Form) -> Response:
    """Give all of it as a file: a line an entry, or a row a telling."""
    found = find_entries(desk, asked)
    return download("timeline", form, found, lambda: entry_frame(found))


def find_entries(desk: Desk, asked: AskedTimeline) -> "tuple[EntryView, ...]":
    """Return the entries in their order, those that no text dates last.

    Raises:
        ConfigError: nothing is asked for, which would be everything there is.
    """
    if not asked.is_filtered:
        raise ConfigError("of whom, or of what? name a party, a matter or days")

    def find() -> "tuple[EntryView, ...]":
        found = desk.ledger.timeline(**asked.conditions())
        return (*found.dated, *found.undated)

    whole = asked.model_copy(update={"after": None, "limit": 50})
    return desk.remember(("timeline", whole), find)
