"""The first page: what is in the ledger, what is newest, what is contested and unanswered."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from rejoinder.model.claim import ClaimStatus
from rejoinder.web.desk import AtDesk
from rejoinder.web.timeline import chart_rows
from rejoinder.web.words import ACT_GROUPS

__all__ = ["help_page", "overview", "router"]

router = APIRouter(include_in_schema=False)

_SHOWN = 5


@router.get("/")
def overview(request: Request, desk: AtDesk) -> Response:
    """Show what is in the ledger."""
    found = desk.overview()
    exchanges = desk.exchanges()
    claims = desk.claims()
    unanswered = desk.unanswered().accusations
    return desk.pages.show(
        request,
        "overview.html",
        {
            "overview": found,
            "actors": len(desk.actors()),
            "exchanges": exchanges[:_SHOWN],
            "exchange_count": len(exchanges),
            "claims": [each for each in claims if each.status is ClaimStatus.CONTESTED][:_SHOWN],
            "claim_count": len(claims),
            "unanswered": unanswered[:_SHOWN],
            "unanswered_count": len(unanswered),
            "groups": ACT_GROUPS,
            "rows": chart_rows(found.days),
        },
    )


@router.get("/help")
def help_page(request: Request, desk: AtDesk) -> Response:
    """Show what the words and the keys mean."""
    return desk.pages.show(request, "help.html")
