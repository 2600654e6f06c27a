"""Accusations with the answers that the ledger knows: the list, as a page and as files."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.found_frames import accusation_frame
from rejoinder.api.shapes import AccusationView, Shown
from rejoinder.web.asked import AskedReplies
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.downloads import Form, download
from rejoinder.web.slices import Page, page_of

__all__ = ["SHOWN", "replies_file", "reply_list", "reply_page", "router"]

router = APIRouter(include_in_schema=False)

SHOWN: Final = {
    Shown.NAMED: "that name somebody",
    Shown.UNANSWERED: "without an answer of the accused here",
    Shown.ANSWERED: "answered by the accused here",
    Shown.CARRIED: "whose answer the publisher carried",
    Shown.NOT_CARRIED: "answered, the answer not carried by the publisher",
    Shown.UNNAMED: "that name nobody who could answer",
}
"""What the conditions on answers are called."""


def reply_page(desk: Desk, asked: AskedReplies) -> Page[AccusationView]:
    """Return the accusations of a page of the list, the latest first.

    Raises:
        NotFound: there is none to go on behind.
    """

    def find() -> Page[AccusationView]:
        found, total = desk.ledger.reply_page(
            **asked.conditions(), limit=asked.limit + 1, after=asked.after
        )
        return page_of(found, asked.limit, total)

    return desk.remember(("replies", asked), find)


@router.get("/replies")
def reply_list(request: Request, desk: AtDesk, asked: Annotated[AskedReplies, Query()]) -> Response:
    """Show the accusations that meet every condition, the latest first."""
    page = reply_page(desk, asked)
    return desk.pages.show(
        request,
        "replies.html",
        {
            "asked": asked,
            "page": page,
            "unmet": desk.unmet(
                page.items,
                asked,
                asked.accuser,
                asked.target,
                matter=asked.matter,
                publisher=asked.publisher,
            ),
            "publishers": desk.publishers(),
            "SHOWN": SHOWN,
        },
    )


@router.get("/replies.{form}")
def replies_file(desk: AtDesk, asked: Annotated[AskedReplies, Query()], form: Form) -> Response:
    """Give the whole list as a file: a line an accusation, or a row a statement."""
    found = desk.ledger.replies(**asked.conditions()).accusations
    return download("replies", form, found, lambda: accusation_frame(found))
