"""The first page: what is in the ledger, what is newest, what is contested and unanswered.

What goes over the whole ledger comes after the page, panel by panel, unless it is known already.
"""

from enum import StrEnum

from fastapi import APIRouter, Request
from starlette.responses import Response

from rejoinder.model.claim import ClaimStatus
from rejoinder.web.desk import ALL_CLAIMS, ALL_EXCHANGES, UNANSWERED, AtDesk, Desk
from rejoinder.web.timeline import chart_rows
from rejoinder.web.words import ACT_GROUPS

__all__ = ["Panel", "help_page", "overview", "panel", "router"]

router = APIRouter(include_in_schema=False)

_SHOWN = 5


class Panel(StrEnum):
    """What comes after the page."""

    EXCHANGES = "exchanges"
    UNANSWERED = "unanswered"
    CONTESTED = "contested"


@router.get("/")
def overview(request: Request, desk: AtDesk, whole: bool = False) -> Response:
    """Show what is in the ledger; ``whole`` waits until all of it is worked out."""
    found = desk.overview()
    shown = {
        each.value: _values(each, desk) if whole or _is_known(each, desk) else None
        for each in Panel
    }
    return desk.pages.show(
        request,
        "overview.html",
        {
            "overview": found,
            "actors": len(desk.actors()),
            "panels": shown,
            "groups": ACT_GROUPS,
            "rows": chart_rows(found.days),
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
    keys = {
        Panel.EXCHANGES: ALL_EXCHANGES,
        Panel.UNANSWERED: UNANSWERED,
        Panel.CONTESTED: ALL_CLAIMS,
    }
    return desk.knows(keys[name])


def _values(name: Panel, desk: Desk) -> dict[str, object]:
    """Return what a panel shows, and of how many."""
    if name is Panel.EXCHANGES:
        exchanges = desk.exchanges()
        return {"items": exchanges[:_SHOWN], "count": len(exchanges)}
    if name is Panel.UNANSWERED:
        accusations = desk.unanswered().accusations
        return {"items": accusations[:_SHOWN], "count": len(accusations)}
    claims = desk.claims()
    contested = [each for each in claims if each.status is ClaimStatus.CONTESTED]
    return {"items": contested[:_SHOWN], "count": len(claims)}
