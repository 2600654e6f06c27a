"""Articles: the list, as a page and as files, and one of them with its statements marked."""

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.frames import article_frame
from rejoinder.web.asked import AskedArticles
from rejoinder.web.desk import AtDesk
from rejoinder.web.differences import compare
from rejoinder.web.downloads import Form, download
from rejoinder.web.marking import lay_out, part_of
from rejoinder.web.voices import number_statements
from rejoinder.web.words import ANSWERED

if TYPE_CHECKING:
    from rejoinder.api.workbench import LinkedView, ListedArticle

__all__ = ["article", "article_list", "articles_file", "comparison", "router"]

router = APIRouter(include_in_schema=False)

_AT_ONCE = 2000


@router.get("/articles")
def article_list(
    request: Request, desk: AtDesk, asked: Annotated[AskedArticles, Query()]
) -> Response:
    """Show the articles that meet every condition, the latest first."""
    page = desk.ledger.article_page(
        title=asked.title,
        publisher=asked.publisher,
        since=asked.since,
        until=asked.until,
        after=asked.after,
        limit=asked.limit,
    )
    return desk.pages.show(
        request, "articles.html", {"asked": asked, "page": page, "publishers": desk.publishers()}
    )


@router.get("/articles.{form}")
def articles_file(desk: AtDesk, asked: Annotated[AskedArticles, Query()], form: Form) -> Response:
    """Give the whole list as a file."""
    found: list[ListedArticle] = []
    after: str | None = None
    while True:
        page = desk.ledger.article_page(
            title=asked.title,
            publisher=asked.publisher,
            since=asked.since,
            until=asked.until,
            after=after,
            limit=_AT_ONCE,
        )
        found.extend(page.articles)
        after = page.following
        if after is None:
            return download("articles", form, found, lambda: article_frame(found))


@router.get("/articles/{ref}")
def article(
    request: Request, desk: AtDesk, ref: str, part: int = 1, at: str | None = None
) -> Response:
    """Show one article with its statements marked, by its ref or id.

    Args:
        request: the request.
        desk: the ledger and the pages.
        ref: ref, id or beginning of an id.
        part: of a text that is too long for one page.
        at: a statement to begin at.
    """
    view, linked = desk.article(ref)
    numbered = number_statements(view.record)
    characters = desk.settings.limits.characters
    marked = next((each for each in numbered if each.statement.id == at), None)
    if marked is not None:
        part = part_of(marked, characters)
    links: dict[str, list[LinkedView]] = defaultdict(list)
    for link in linked:
        links[link.statement_id].append(link)
    return desk.pages.show(
        request,
        "article.html",
        {
            "article": view.record.article,
            "view": view,
            "sheet": lay_out(view.record, part=part, characters=characters),
            "views": {each.id: each for each in view.statements},
            "numbers": {each.statement.id: each.number for each in numbered},
            "links": links,
            "turns": desk.turns(view.record.article.id),
            "marked": marked.number if marked else None,
            "rejected": desk.rejected(view.record.article.id),
            "copies": desk.copies(view.copies.group if view.copies else None),
            "ANSWERED": ANSWERED,
        },
    )


@router.get("/articles/{ref}/compare/{other}")
def comparison(request: Request, desk: AtDesk, ref: str, other: str) -> Response:
    """Show two articles side by side, with what only one of them has marked."""
    left, right = (desk.article(each)[0].record.article for each in (ref, other))
    rows = desk.remember(("compare", left.id, right.id), lambda: compare(left.text, right.text))
    changed = sum(not row.is_same for row in rows)
    return desk.pages.show(
        request,
        "compare.html",
        {"articles": (left, right), "rows": rows, "changed": changed},
    )
