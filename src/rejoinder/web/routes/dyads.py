"""Pairs: who says most about each other, and all that is between two parties."""

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from rejoinder.api.edge_frames import edge_frame
from rejoinder.api.network import changes_sought
from rejoinder.web.addresses import segment
from rejoinder.web.asked import AskedDyad, AskedDyads
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download
from rejoinder.web.tension import tension_rows
from rejoinder.web.words import KINDS, SIGNS_DONE

if TYPE_CHECKING:
    from rejoinder.api.shapes import DyadView, NetworkView

__all__ = ["dyad", "dyad_list", "dyads_file", "find_between", "find_pairs", "router"]

router = APIRouter(include_in_schema=False)


@router.get("/dyads")
def dyad_list(request: Request, desk: AtDesk, asked: Annotated[AskedDyads, Query()]) -> Response:
    """Show the pairs that meet every condition, those with most statements first."""
    found = find_pairs(desk, asked)
    shown = (asked.after or 0) + len(found.edges)
    return desk.pages.show(
        request,
        "dyads.html",
        {
            "asked": asked,
            "found": found,
            "following": shown if shown < found.total else None,
            "KINDS": KINDS,
            "SIGNS_DONE": SIGNS_DONE,
        },
    )


@router.get("/dyads.{form}")
def dyads_file(desk: AtDesk, asked: Annotated[AskedDyads, Query()], form: Form) -> Response:
    """Give the whole list as a file."""
    found = desk.ledger.dyads(**asked.conditions()).edges
    return download("dyads", form, found, lambda: edge_frame(found))


@router.get("/dyads/{left}/{right}")
def dyad(
    request: Request, desk: AtDesk, left: str, right: str, asked: Annotated[AskedDyad, Query()]
) -> Response:
    """Show two parties; other names and the other order lead to the one address they have."""
    found = find_between(desk, left, right, asked)
    ids = (found.tension.left, found.tension.right)
    if ids != (left, right):
        there = asked.at(f"/dyads/{segment(ids[0])}/{segment(ids[1])}")
        return RedirectResponse(there, status_code=303)
    shown = (asked.after or 0) + len(found.passages)
    return desk.pages.show(
        request,
        "dyad.html",
        {
            "asked": asked,
            "found": found,
            "tension": found.tension,
            "rows": tension_rows(found.tension.points, found.tension.by),
            "sought": changes_sought(found.tension.points),
            "ways": (
                (found.forth, found.tension.left_name, found.tension.right_name, ids),
                (found.back, found.tension.right_name, found.tension.left_name, ids[::-1]),
            ),
            "place": f"/dyads/{segment(ids[0])}/{segment(ids[1])}",
            "following": shown if shown < found.passage_count else None,
        },
    )


def find_pairs(desk: AtDesk, asked: AskedDyads) -> "NetworkView":
    """Return the pairs of one page of their list."""
    return desk.remember(
        ("dyads", asked),
        lambda: desk.ledger.dyads(**asked.conditions(), limit=asked.limit, skip=asked.after or 0),
    )


def find_between(desk: AtDesk, left: str, right: str, asked: AskedDyad) -> "DyadView":
    """Return what is between two parties, by ids or names.

    Raises:
        NotFound: no actor goes by one of them, or several do.
        ConfigError: both are one.
    """
    return desk.remember(
        ("dyad", *sorted((left, right)), asked),
        lambda: desk.ledger.dyad(
            left,
            right,
            **asked.conditions(),
            skip=asked.after or 0,
            limit=asked.limit,
            changes=True,
        ),
    )
