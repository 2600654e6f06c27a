"""The HTTP API: the same ledger for programs; lists by the page, errors as problem details."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import APIRouter, FastAPI, Query, Request
from fastapi.openapi.utils import get_openapi
from starlette.responses import Response

from rejoinder.api import json_line
from rejoinder.api.shapes import (
    ActorView,
    ArticleView,
    ClaimSides,
    ClaimView,
    ExchangeView,
    ListedArticle,
    OverviewView,
    Portrait,
    StatementView,
)
from rejoinder.errors import NotFound
from rejoinder.web.asked import (
    AskedActors,
    AskedArticles,
    AskedClaims,
    AskedExchanges,
    AskedStatements,
)
from rejoinder.web.desk import AtDesk

__all__ = [
    "api_page",
    "describe",
    "find_actors",
    "find_articles",
    "find_claims",
    "find_exchanges",
    "find_statements",
    "get_actor",
    "get_article",
    "get_claim",
    "get_claim_sides",
    "get_exchange",
    "get_overview",
    "get_statement",
    "router",
]

_PROBLEM: Final = {
    "description": "Problem details (RFC 9457)",
    "content": {
        "application/problem+json": {
            "schema": {
                "type": "object",
                "properties": {
                    "type": {"type": "string"},
                    "title": {"type": "string"},
                    "status": {"type": "integer"},
                    "detail": {"type": "string"},
                    "instance": {"type": "string"},
                },
            }
        }
    },
}

router = APIRouter(prefix="/api", responses={"4XX": _PROBLEM, "5XX": _PROBLEM})


@dataclass(frozen=True, slots=True, kw_only=True)
class _StatementList:
    items: tuple[StatementView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ActorList:
    items: tuple[ActorView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ArticleList:
    items: tuple[ListedArticle, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ExchangeList:
    items: tuple[ExchangeView, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ClaimList:
    items: tuple[ClaimView, ...]
    next: str | None
    total: int


@router.get("", include_in_schema=False)
def api_page(request: Request, desk: AtDesk) -> Response:
    """Show what can be asked of the API."""
    paths = request.app.openapi()["paths"]
    calls = [(path, about["get"]) for path, about in paths.items() if "get" in about]
    return desk.pages.show(request, "api.html", {"calls": calls})


@router.get("/overview", response_model=OverviewView)
def get_overview(desk: AtDesk) -> Response:
    """Return what is in the ledger, in numbers."""
    return _answer(desk.overview())


@router.get("/statements", response_model=_StatementList)
def find_statements(desk: AtDesk, asked: Annotated[AskedStatements, Query()]) -> Response:
    """Return statements that meet every condition, by date, article and place in it."""
    found, page = desk.ledger.statement_page(
        **asked.conditions(), after=asked.after, limit=asked.limit
    )
    return _page(found, page.following, page.total)


@router.get("/statements/{key}", response_model=StatementView)
def get_statement(desk: AtDesk, key: str) -> Response:
    """Return one statement by its id."""
    for found in desk.ledger.statements_by_id([key]):
        return _answer(found)
    raise NotFound(f"no statement {key!r} is in this ledger; see: /api/statements")


@router.get("/articles", response_model=_ArticleList)
def find_articles(desk: AtDesk, asked: Annotated[AskedArticles, Query()]) -> Response:
    """Return articles that meet every condition, the latest first, without their texts."""
    page = desk.ledger.article_page(
        title=asked.title,
        publisher=asked.publisher,
        since=asked.since,
        until=asked.until,
        after=asked.after,
        limit=asked.limit,
    )
    return _page(page.articles, page.following, page.total)


@router.get("/articles/{ref}", response_model=ArticleView)
def get_article(desk: AtDesk, ref: str) -> Response:
    """Return one article by its ref or id, with its text, its record and its statements."""
    return _answer(desk.ledger.article(ref))


@router.get("/actors", response_model=_ActorList)
def find_actors(desk: AtDesk, asked: Annotated[AskedActors, Query()]) -> Response:
    """Return actors that meet every condition, those who speak and are spoken of most first."""
    page = desk.actors(asked)
    return _page(page.actors, page.following, page.total)


@router.get("/actors/{key}", response_model=Portrait)
def get_actor(desk: AtDesk, key: str) -> Response:
    """Return one actor by its id, with names, roles, whom it accuses, and why it is one."""
    return _answer(desk.actor(key))


@router.get("/exchanges", response_model=_ExchangeList)
def find_exchanges(desk: AtDesk, asked: Annotated[AskedExchanges, Query()]) -> Response:
    """Return exchanges that meet every condition, the latest first, with their turns."""
    page = desk.exchanges(asked)
    return _page(page.items, page.following, page.total)


@router.get("/exchanges/{key}", response_model=ExchangeView)
def get_exchange(desk: AtDesk, key: str) -> Response:
    """Return one exchange by its id, or by that of a statement in it."""
    return _answer(desk.exchange(key))


@router.get("/claims", response_model=_ClaimList)
def find_claims(desk: AtDesk, asked: Annotated[AskedClaims, Query()]) -> Response:
    """Return claims that meet every condition, contested ones first."""
    page = desk.claims(asked)
    return _page(page.items, page.following, page.total)


@router.get("/claims/{key}", response_model=ClaimView)
def get_claim(desk: AtDesk, key: str) -> Response:
    """Return one claim by its id."""
    return _answer(desk.ledger.claim(key))


@router.get("/claims/{key}/sides", response_model=ClaimSides)
def get_claim_sides(desk: AtDesk, key: str) -> Response:
    """Return one claim side by side, with its words where they stand and its origins."""
    return _answer(desk.claim(key))


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the description of the API, in which spans are pairs as they are in the answers."""
    schema = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    pair = {"type": "integer", "minimum": 0}
    schema["components"]["schemas"]["Span"] = {
        "title": "Span",
        "description": "Start and end, half-open, in Unicode code points of the article's text.",
        "type": "array",
        "items": pair,
        "minItems": 2,
        "maxItems": 2,
    }
    return schema


def _answer(value: object) -> Response:
    return Response(json_line(value), media_type="application/json")


def _page(items: Sequence[object], following: str | None, total: int) -> Response:
    return _answer({"items": list(items), "next": following, "total": total})
