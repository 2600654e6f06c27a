"""The first page: what is in the ledger, what is newest, what is contested and unanswered.

What goes over the whole ledger comes after the page, panel by panel, unless it is known already.
"""

from enum import StrEnum
from typing import Final

from fastapi import APIRouter, Request
from starlette.responses import Response

from rejoinder.api.shapes import Shown
from rejoinder.web.asked import AskedActors, AskedClaims, AskedExchanges, AskedReplies
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.routes.replies import reply_page
from rejoinder.web.timeline import chart_rows
from rejoinder.web.words import ACT_GROUPS

__all__ = ["Panel", "help_page", "overview", "panel", "router"]

router = APIRouter(include_in_schema=False)

_SHOWN: Final = 5
_ANYBODY: Final = AskedActors(limit=1)
_NEWEST: Final = AskedExchanges(limit=_SHOWN)
_UNANSWERED: Final = AskedReplies(limit=_SHOWN, shown=Shown.UNANSWERED)
_CONTESTED: Final = AskedClaims(limit=_SHOWN, contested=True)


class Panel(StrEnum):
    """What comes after the page."""

    EXCHANGES = "exchanges"
    UNANSWERED = "unanswered"
    CONTESTED = "contested"


@router.get("/")
def overview(request: Request, desk: AtDesk, whole: bool = False) -> Response:
    """Show what is in the ledger; ``whole`` waits until all of it is worked out."""
    found = desk.front()
    shown = {
        each.value: _values(each, desk) if whole or _is_known(each, desk) else None
        for each in Panel
    }
    return desk.pages.show(
        request,
        "overview.html",
        {
            "overview": found,
            "actors": desk.actors(_ANYBODY).total,
            "panels": shown,
            "groups": ACT_GROUPS,
            "rows": chart_rows(found.periods),
        },
    )


@router.get("/overview/{name}")
def panel(request: Request, desk: AtDesk, name: Panel) -> Response:
    """Show one panel by itself, with the number that stands above it."""
    values = {"name": name.value, "values": _values(name, desk)}
    return desk.pages.show(request, "overview_panel.html", values)


@router.get("/help")
def help_page(request: Request, desk: AtDesk) -> Response:
    """Show what the words and the keys mean."""
    return desk.pages.show(request, "help.html")


def _is_known(name: Panel, desk: Desk) -> bool:
    """Say whether a panel needs no waiting: what is unanswered goes over the whole ledger."""
    if name is Panel.UNANSWERED:
        return desk.knows(("replies", _UNANSWERED))
    key = ("exchanges", _NEWEST) if name is Panel.EXCHANGES else ("claims", _CONTESTED)
    return desk.knows(key)


def _values(name: Panel, desk: Desk) -> dict[str, object]:
    """Return what a panel shows, and of how many."""
    if name is Panel.EXCHANGES:
        exchanges = desk.exchanges(_NEWEST)
        return {"items": exchanges.items, "count": exchanges.total}
    if name is Panel.UNANSWERED:
        accusations = reply_page(desk, _UNANSWERED)
        return {"items": accusations.items, "count": accusations.total}
    claims = desk.claims(_CONTESTED)
    every = desk.remember("claim count", desk.ledger.claim_count)
    return {"items": claims.items, "count": every}
