"""Claims: what is asserted, who denies it; the list, as a page and as files, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api import DUPLICATES, NETWORKS
from rejoinder.api.frames import claim_frame
from rejoinder.web.asked import AskedClaims
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download
from rejoinder.web.words import SIDES_DONE, STATUSES

__all__ = ["claim", "claim_list", "claims_file", "router"]

router = APIRouter(include_in_schema=False)


@router.get("/claims")
def claim_list(request: Request, desk: AtDesk, asked: Annotated[AskedClaims, Query()]) -> Response:
    """Show the claims that meet every condition, contested ones first."""
    page = desk.claims(asked)
    return desk.pages.show(
        request,
        "claims.html",
        {
            "asked": asked,
            "page": page,
            "unmet": desk.unmet(page.items, asked, asked.party, matter=asked.matter),
            "SIDES_DONE": SIDES_DONE,
            "STATUSES": STATUSES,
            "NETWORKS": NETWORKS,
            "DUPLICATES": DUPLICATES,
        },
    )


@router.get("/claims.{form}")
def claims_file(desk: AtDesk, asked: Annotated[AskedClaims, Query()], form: Form) -> Response:
    """Give the whole list as a file: a line a claim, or a row a statement."""
    found = desk.ledger.claims(**asked.conditions())
    return download("claims", form, found, lambda: claim_frame(found))


@router.get("/claims/{key}")
def claim(request: Request, desk: AtDesk, key: str) -> Response:
    """Show one claim with both of its sides."""
    found = desk.claim(key)
    values = {"found": found, "sides": {each.side.value: each for each in found.sides}}
    return desk.pages.show(request, "claim.html", {**values, "STATUSES": STATUSES})
