"""Search: statements by words and by what they are, articles by words; as pages and as files."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.found_frames import article_hit_frame
from rejoinder.api.shapes import ArticleHits, FacetValue, SearchPage
from rejoinder.model.date import DateInterval, Precision
from rejoinder.web.asked import AskedArticleSearch, AskedSearch
from rejoinder.web.desk import AtDesk, Desk
from rejoinder.web.downloads import Form, download
from rejoinder.web.near import Piece, near_hit
from rejoinder.web.shown import day_text
from rejoinder.web.words import ACTS_DONE, TOLD

__all__ = ["article_search", "article_search_file", "router", "search", "search_file"]

router = APIRouter(include_in_schema=False)

_FACETS: Final = (
    ("act", "Act"),
    ("quotation", "How it is told"),
    ("speaker", "Speaker"),
    ("about", "About"),
    ("publisher", "Publisher"),
    ("month", "Month"),
    ("contested", "Claim"),
    ("unanswered", "Answer"),
)
_NAMES: Final = {
    **{act.value: words for act, words in ACTS_DONE.items()},
    **{quotation.value: words for quotation, words in TOLD.items()},
    "contested": "contested by another",
    "unanswered": "accusations without an answer here",
}
_UNKNOWN: Final = {
    "publisher": "publisher unknown",
    "speaker": "nobody is named",
    "month": "undated",
}
_CALLED: Final = frozenset({"speaker", "about", "publisher"})
"""Facets whose values have names of their own; all others are called by our words."""
_ROWS: Final = 12
_WIDTH: Final = 480
_MOST: Final = 2000
"""Articles in one file; each is read for the words around the hits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """A link of a facet: to the same search with the value, or without it where it is chosen."""

    name: str
    times: int
    there: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facet:
    key: str
    name: str
    choices: tuple[_Choice, ...]
    rest: tuple[_Choice, ...]


@router.get("/search")
def search(request: Request, desk: AtDesk, asked: Annotated[AskedSearch, Query()]) -> Response:
    """Show statements that hold the words and meet every condition, with what to ask further."""
    if not desk.ledger.is_summed():
        return desk.pages.show(request, "unsummed.html", {"title": "Search"})
    found = _hits(desk, asked) if asked.is_filtered else None
    articles = AskedArticleSearch(text=asked.text, publisher=asked.publisher, month=asked.month)
    beside = _article_hits(desk, articles.model_copy(update={"limit": 1})) if asked.text else None
    return desk.pages.show(
        request,
        "search.html",
        {
            "asked": asked,
            "found": found,
            "shown": _shown(found) if found else {},
            "facets": _facets(asked, found.facets, "/search") if found else (),
            "articles": articles,
            "beside": beside,
            "saved": desk.remember("saved", desk.ledger.saved_queries),
        },
    )


@router.get("/search/articles")
def article_search(
    request: Request, desk: AtDesk, asked: Annotated[AskedArticleSearch, Query()]
) -> Response:
    """Show articles whose title or text holds the words."""
    if not desk.ledger.is_summed():
        return desk.pages.show(request, "unsummed.html", {"title": "Search"})
    found = _article_hits(desk, asked) if asked.text else None
    statements = AskedSearch(text=asked.text, publisher=asked.publisher, month=asked.month)
    beside = _hits(desk, statements.model_copy(update={"limit": 1})) if asked.text else None
    return desk.pages.show(
        request,
        "search_articles.html",
        {
            "asked": asked,
            "found": found,
            "facets": _facets(asked, found.facets, "/search/articles") if found else (),
            "statements": statements,
            "beside": beside,
        },
    )


@router.get("/search.{form}")
def search_file(desk: AtDesk, asked: Annotated[AskedSearch, Query()], form: Form) -> Response:
    """Give what is found as a file, at most ten thousand statements."""
    found = desk.ledger.hits(**asked.conditions())
    return download("search", form, found, found.frame)


@router.get("/search/articles.{form}")
def article_search_file(
    desk: AtDesk, asked: Annotated[AskedArticleSearch, Query()], form: Form
) -> Response:
    """Give the articles that are found as a file, with some of their text."""
    wanted = asked.conditions() | {"text": asked.text or ""}
    hits = desk.ledger.search_articles(**wanted, limit=_MOST).hits
    return download("articles-found", form, hits, lambda: article_hit_frame(hits))


def _shown(found: SearchPage) -> dict[str, tuple[Piece, ...]]:
    return {each.statement.id: near_hit(each.pieces, _WIDTH) for each in found.hits}


def _hits(desk: Desk, asked: AskedSearch) -> SearchPage:
    return desk.remember(
        ("search", asked),
        lambda: desk.ledger.search(**asked.conditions(), after=asked.after, limit=asked.limit),
    )


def _article_hits(desk: Desk, asked: AskedArticleSearch) -> ArticleHits:
    wanted = asked.conditions() | {"text": asked.text or ""}
    return desk.remember(
        ("search articles", asked),
        lambda: desk.ledger.search_articles(**wanted, after=asked.after, limit=asked.limit),
    )


def _facets(
    asked: AskedSearch | AskedArticleSearch,
    facets: Mapping[str, tuple[FacetValue, ...]],
    path: str,
) -> tuple[_Facet, ...]:
    found = []
    for key, name in _FACETS:
        choices = tuple(_choice(asked, key, each, path) for each in facets.get(key, ()))
        if choices:
            found.append(_Facet(key=key, name=name, choices=choices[:_ROWS], rest=choices[_ROWS:]))
    return tuple(found)


def _choice(
    asked: AskedSearch | AskedArticleSearch, key: str, each: FacetValue, path: str
) -> _Choice:
    held = getattr(asked, key)
    chosen = held is not None and held is not False and str(held) in (each.value, "True")
    there = asked.from_start().at(path, **{key: None if chosen else each.value})
    return _Choice(name=_named(key, each), times=each.times, there=there, chosen=chosen)


def _named(key: str, each: FacetValue) -> str:
    if each.value == "(unknown)":
        return _UNKNOWN[key]
    if key == "month":
        return _month_text(each.value)
    return each.name if key in _CALLED else _NAMES.get(each.name, each.name)


def _month_text(month: str) -> str:
    """Return a month, or a year of which no month is known, for people."""
    year, _, number = month.partition("-")
    if not number:
        return f"{year}, no month"
    last = monthrange(int(year), int(number))[1]
    first, end = (date(int(year), int(number), day) for day in (1, last))
    return day_text(DateInterval(start=first, end=end, precision=Precision.MONTH))
