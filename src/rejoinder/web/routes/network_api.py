"""The HTTP API for networks and for what is between two parties."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from rejoinder.api.shapes import DyadView, EdgeView, NetworkView
from rejoinder.web.answering import answer, answer_page
from rejoinder.web.asked import AskedDyad, AskedDyads, AskedNetwork
from rejoinder.web.desk import AtDesk
from rejoinder.web.routes.dyads import find_between, find_pairs
from rejoinder.web.routes.network import find_edges

__all__ = ["get_dyad", "get_dyads", "get_network", "router"]

router = APIRouter(prefix="/api")


@dataclass(frozen=True, slots=True, kw_only=True)
class _EdgeList:
    items: tuple[EdgeView, ...]
    next: str | None
    total: int


@router.get("/network", response_model=_EdgeList)
def get_network(desk: AtDesk, asked: Annotated[AskedNetwork, Query()]) -> Response:
    """Return who says how much about whom, the most frequent edges first."""
    return _edges(find_edges(desk, asked), asked)


@router.get("/dyads", response_model=_EdgeList)
def get_dyads(desk: AtDesk, asked: Annotated[AskedDyads, Query()]) -> Response:
    """Return pairs by how much either says about the other; the lesser id is the source."""
    return _edges(find_pairs(desk, asked), asked)


@router.get("/dyads/{left}/{right}", response_model=DyadView)
def get_dyad(desk: AtDesk, left: str, right: str, asked: Annotated[AskedDyad, Query()]) -> Response:
    """Return what is between two parties, by ids or names; their order changes nothing."""
    return answer(find_between(desk, left, right, asked))


def _edges(found: NetworkView, asked: AskedNetwork | AskedDyads) -> Response:
    shown = (asked.after or 0) + len(found.edges)
    following = str(shown) if found.edges and shown < found.total else None
    return answer_page(found.edges, following, found.total)
