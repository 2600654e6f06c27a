"""Positions: who is for a matter and who against, as a page, as files, as discourse networks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api import DUPLICATES, NETWORKS, PERIODS
from rejoinder.api.found_frames import position_frame
from rejoinder.web.asked import AskedClaims
from rejoinder.web.asked_matters import AskedDiscourse, AskedPositions
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.downloads import Form, download, download_network

if TYPE_CHECKING:
    from rejoinder.api.shapes import PositionView

__all__ = [
    "claims_network",
    "find_positions",
    "position_page",
    "positions_file",
    "positions_network",
    "router",
]

router = APIRouter(include_in_schema=False)

_SEARCHES: Final = ("/search", "/statements")


@router.get("/positions")
def position_page(
    request: Request, desk: AtDesk, asked: Annotated[AskedPositions, Query()]
) -> Response:
    """Show who holds what of some matters, with the statements behind it."""
    found = find_positions(desk, asked) if asked.is_asked else ()
    start = asked.after or 0
    shown = found[start : start + asked.limit]
    behind = start + len(shown)
    return desk.pages.show(
        request,
        "positions.html",
        {
            "asked": asked,
            "overview": desk.overview(),
            "found": found,
            "shown": shown,
            "named": tuple(dict.fromkeys(each.matter for each in found)),
            "table": _table(shown),
            "following": behind if behind < len(found) else None,
            "wider": _wider(desk, asked, found),
            "unmet": _unmet(desk, asked, found),
            "searches": _searches(desk),
            "publishers": desk.publishers(),
            "PERIODS": PERIODS,
            "NETWORKS": NETWORKS,
            "DUPLICATES": DUPLICATES,
        },
    )


@router.get("/positions/network")
def positions_network(
    desk: AtDesk,
    asked: Annotated[AskedPositions, Query()],
    shape: Annotated[AskedDiscourse, Query()],
) -> Response:
    """Give the discourse network of some matters."""
    made = shape.shape()
    data = desk.ledger.discourse(*asked.matters, **asked.conditions(), **made)
    return download_network("positions", made["network"], made["form"], data)


@router.get("/claims/network")
def claims_network(
    desk: AtDesk,
    asked: Annotated[AskedClaims, Query()],
    shape: Annotated[AskedDiscourse, Query()],
) -> Response:
    """Give who asserts and who denies claims as a discourse network."""
    made = shape.shape()
    data = desk.ledger.claim_network(**asked.conditions(), **made)
    return download_network("claims", made["network"], made["form"], data)


@router.get("/positions.{form}")
def positions_file(desk: AtDesk, asked: Annotated[AskedPositions, Query()], form: Form) -> Response:
    """Give all of it as a file: a line an actor and matter, or a row a statement."""
    found = find_positions(desk, asked)
    return download("positions", form, found, lambda: position_frame(found))


def find_positions(desk: Desk, asked: AskedPositions) -> "tuple[PositionView, ...]":
    """Return who holds what of the matters.

    Raises:
        ConfigError: no matter is named, or what is saved finds no statements.
        NotFound: no saved search is called so.
    """
    whole = asked.model_copy(update={"after": None, "limit": 50})
    return desk.remember(
        ("positions", whole),
        lambda: desk.ledger.positions(*asked.matters, **asked.conditions(), by=asked.by),
    )


def _table(shown: "Sequence[PositionView]") -> "dict[str, dict[str, PositionView]]":
    """Return what is shown by actor and matter."""
    found: dict[str, dict[str, PositionView]] = {}
    for each in shown:
        found.setdefault(each.actor, {})[each.matter] = each
    return found


def _wider(
    desk: Desk, asked: AskedPositions, found: "Sequence[PositionView]"
) -> list[tuple[str, str, int]]:
    """Return matters on which nobody takes a side, with what finds more, and how much."""
    clear = {each.matter for each in found if each.position != "unclear"}
    open_ones = [each for each in asked.matters if each not in clear]
    known = [(each, desk.ledger.wider(each)) for each in open_ones]
    return [(each, more.query, more.statements) for each, more in known if more is not None]


def _unmet(desk: Desk, asked: AskedPositions, found: "Sequence[PositionView]") -> tuple[str, ...]:
    """Return why there is nothing of some matters, as far as one condition tells it."""
    named = {each.matter for each in found}
    told = [
        one
        for each in asked.matters
        if each not in named
        for one in desk.ledger.unmet(
            each, publisher=asked.publisher, since=asked.since, until=asked.until
        )
    ]
    unknown = desk.ledger.unknown(asked.party) if asked.party and not found else ()
    return (*dict.fromkeys(told), *unknown)


def _searches(desk: Desk) -> list[str]:
    """Return the names of the saved searches that find statements."""
    saved = desk.remember("saved", desk.ledger.saved_queries)
    return [each.name for each in saved if each.address.partition("?")[0] in _SEARCHES]
