"""The HTTP API for search, publishers, the right of reply and saved queries."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rejoinder.api.shapes import (
    AccusationView,
    ArticleHits,
    EntryView,
    PositionView,
    PublisherDetail,
    PublisherView,
    SavedQuery,
    SearchPage,
)
from rejoinder.web.answering import answer, answer_page
from rejoinder.web.asked import AskedArticleSearch, AskedReplies, AskedSearch
from rejoinder.web.asked_matters import AskedPositions, AskedTimeline
from rejoinder.web.desk import AtDesk
from rejoinder.web.routes.positions import find_positions
from rejoinder.web.routes.replies import reply_page
from rejoinder.web.routes.timeline import find_entries

__all__ = [
    "find_articles",
    "find_publishers",
    "find_replies",
    "find_saved",
    "find_statements",
    "get_positions",
    "get_publisher",
    "get_timeline",
    "router",
]

router = APIRouter(prefix="/api")


@dataclass(frozen=True, slots=True, kw_only=True)
class _AccusationList:
    items: tuple[AccusationView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _PositionList:
    items: tuple[PositionView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _EntryList:
    items: tuple[EntryView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _PublisherList:
    items: tuple[PublisherView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _SavedList:
    items: tuple[SavedQuery, ...]
    next: str | None
    total: int


@router.get("/search", response_model=SearchPage)
def find_statements(desk: AtDesk, asked: Annotated[AskedSearch, Query()]) -> Response:
    """Return statements that hold the words, marked, with what could be asked for further."""
    page = desk.ledger.search(**asked.conditions(), after=asked.after, limit=asked.limit)
    return answer(page)


@router.get("/search/articles", response_model=ArticleHits)
def find_articles(desk: AtDesk, asked: Annotated[AskedArticleSearch, Query()]) -> Response:
    """Return articles whose title or text holds the words, marked; those added last first."""
    wanted = asked.conditions() | {"text": asked.text or ""}
    return answer(desk.ledger.search_articles(**wanted, after=asked.after, limit=asked.limit))


@router.get("/replies", response_model=_AccusationList)
def find_replies(desk: AtDesk, asked: Annotated[AskedReplies, Query()]) -> Response:
    """Return accusations with the answers in this ledger, the latest first."""
    page = reply_page(desk, asked)
    return answer_page(page.items, page.following, page.total)


@router.get("/positions", response_model=_PositionList)
def get_positions(desk: AtDesk, asked: Annotated[AskedPositions, Query()]) -> Response:
    """Return who is for some matters and who against, with the statements; several by semicolons.

    A discourse network of the same is at /positions/network.
    """
    found, start = find_positions(desk, asked), asked.after or 0
    shown = found[start : start + asked.limit]
    behind = start + len(shown)
    return answer_page(shown, str(behind) if behind < len(found) else None, len(found))


@router.get("/timeline", response_model=_EntryList)
def get_timeline(desk: AtDesk, asked: Annotated[AskedTimeline, Query()]) -> Response:
    """Return what was said and what happened, in order, what no text dates at the end."""
    found, start = find_entries(desk, asked), asked.after or 0
    shown = found[start : start + asked.limit]
    behind = start + len(shown)
    return answer_page(shown, str(behind) if behind < len(found) else None, len(found))


@router.get("/publishers", response_model=_PublisherList)
def find_publishers(desk: AtDesk) -> Response:
    """Return all publishers in numbers, who has most articles first, unknown last."""
    found = desk.ledger.publishers()
    return answer_page(found, None, len(found))


@router.get("/publishers/{name:path}", response_model=PublisherDetail)
def get_publisher(desk: AtDesk, name: str) -> Response:
    """Return whose words and whose texts a publisher carries, by its whole name."""
    return answer(desk.ledger.publisher(name))


@router.get("/saved", response_model=_SavedList)
def find_saved(desk: AtDesk) -> Response:
    """Return all saved queries by name."""
    found = desk.ledger.saved_queries()
    return answer_page(found, None, len(found))
