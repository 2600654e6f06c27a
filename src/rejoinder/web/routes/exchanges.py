"""Exchanges: the list, as a page and as files, and one of them in lanes."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.frames import exchange_frame
from rejoinder.web.asked import AskedExchanges
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download
from rejoinder.web.lanes import lay_out_turns

__all__ = ["exchange", "exchange_list", "exchanges_file", "router"]

router = APIRouter(include_in_schema=False)


@router.get("/exchanges")
def exchange_list(
    request: Request, desk: AtDesk, asked: Annotated[AskedExchanges, Query()]
) -> Response:
    """Show the exchanges that meet every condition, the latest first."""
    page = desk.exchanges(asked)
    unmet = desk.unmet(page.items, asked, asked.party, matter=asked.matter)
    return desk.pages.show(
        request, "exchanges.html", {"asked": asked, "page": page, "unmet": unmet}
    )


@router.get("/exchanges.{form}")
def exchanges_file(desk: AtDesk, asked: Annotated[AskedExchanges, Query()], form: Form) -> Response:
    """Give the whole list as a file: a line an exchange, or a row a turn."""
    found = desk.ledger.exchanges(**asked.conditions())
    return download("exchanges", form, found, lambda: exchange_frame(found))


@router.get("/exchanges/{key}")
def exchange(request: Request, desk: AtDesk, key: str) -> Response:
    """Show one exchange, by its id or that of a statement in it."""
    found = desk.exchange(key)
    return desk.pages.show(
        request,
        "exchange.html",
        {
            "exchange": found,
            "layout": lay_out_turns(found),
            "publishers": sorted({turn.publisher for turn in found.turns if turn.publisher}),
            "marked": key if key != found.id else None,
        },
    )
