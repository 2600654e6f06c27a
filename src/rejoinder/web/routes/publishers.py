"""Publishers: whose words each carries, and the right of reply; the list, one, and as files."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.found_frames import publisher_frame
from rejoinder.api.shapes import PublisherView, Shown
from rejoinder.web.asked import AskedPublishers, AskedReplies
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.downloads import Form, download
from rejoinder.web.routes.replies import reply_page

__all__ = ["UNKNOWN", "publisher", "publisher_list", "publishers_file", "router"]

router = APIRouter(include_in_schema=False)

UNKNOWN: Final = "(unknown)"
"""The name that addresses give to articles whose publisher is not known."""

_SHOWN: Final = 5


def _found(desk: Desk, asked: AskedPublishers) -> tuple[PublisherView, ...]:
    every = desk.remember("publishers", desk.ledger.publishers)
    part = (asked.name or "").casefold()
    return tuple(each for each in every if part in (each.publisher or "").casefold())


@router.get("/publishers")
def publisher_list(
    request: Request, desk: AtDesk, asked: Annotated[AskedPublishers, Query()]
) -> Response:
    """Show the publishers, who has most articles first."""
    if not desk.ledger.is_summed():
        return desk.pages.show(request, "unsummed.html", {"title": "Publishers"})
    found = _found(desk, asked)
    place = next((n for n, e in enumerate(found) if (e.publisher or UNKNOWN) == asked.after), -1)
    shown = found[place + 1 : place + 1 + asked.limit]
    goes_on = place + 1 + asked.limit < len(found)
    return desk.pages.show(
        request,
        "publishers.html",
        {
            "asked": asked,
            "shown": shown,
            "total": len(found),
            "following": (shown[-1].publisher or UNKNOWN) if goes_on else None,
            "UNKNOWN": UNKNOWN,
        },
    )


@router.get("/publishers.{form}")
def publishers_file(
    desk: AtDesk, asked: Annotated[AskedPublishers, Query()], form: Form
) -> Response:
    """Give the whole list as a file: a line, or a row, a publisher."""
    found = _found(desk, asked)
    return download("publishers", form, found, lambda: publisher_frame(found))


@router.get("/publishers/{name:path}")
def publisher(request: Request, desk: AtDesk, name: str) -> Response:
    """Show what one publisher carries, by its whole name."""
    if not desk.ledger.is_summed():
        return desk.pages.show(request, "unsummed.html", {"title": name})
    detail = desk.remember(("publisher", name), lambda: desk.ledger.publisher(name))
    lists = {
        shown: reply_page(desk, AskedReplies(publisher=name, shown=shown, limit=_SHOWN))
        for shown in (Shown.UNANSWERED, Shown.NOT_CARRIED)
    }
    return desk.pages.show(
        request,
        "publisher.html",
        {"name": name, "detail": detail, "view": detail.view, "lists": lists, "UNKNOWN": UNKNOWN},
    )
