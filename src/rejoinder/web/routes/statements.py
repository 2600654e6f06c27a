"""Statements: the list, as a page and as files, and the way from one to its article."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from rejoinder.errors import NotFound
from rejoinder.web.addresses import segment
from rejoinder.web.asked import AskedStatements
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download

__all__ = ["router", "statement", "statement_list", "statements_file"]

router = APIRouter(include_in_schema=False)


@router.get("/statements")
def statement_list(
    request: Request, desk: AtDesk, asked: Annotated[AskedStatements, Query()]
) -> Response:
    """Show the statements that meet every condition."""
    found, page = desk.ledger.statement_page(
        **asked.conditions(), after=asked.after, limit=asked.limit
    )
    names = (asked.speaker, asked.about, asked.addressee)
    values = {
        "asked": asked,
        "found": found,
        "page": page,
        "publishers": desk.publishers(),
        "unmet": desk.unmet(
            found, asked, *names, matter=asked.text, publisher=asked.publisher, roles=True
        ),
    }
    return desk.pages.show(request, "statements.html", values)


@router.get("/statements.{form}")
def statements_file(
    desk: AtDesk, asked: Annotated[AskedStatements, Query()], form: Form
) -> Response:
    """Give the whole list as a file."""
    found = desk.ledger.statements(**asked.conditions())
    return download("statements", form, found, found.frame)


@router.get("/statements/{key}")
def statement(desk: AtDesk, key: str) -> Response:
    """Lead to the place in its article where a statement stands."""
    for found in desk.ledger.statements_by_id([key]):
        there = f"/articles/{segment(found.article_id)}?at={segment(found.id)}"
        return RedirectResponse(there, status_code=303)
    raise NotFound(f"no statement {key!r} is in this ledger")
