"""The network: who says how much about whom, drawn and as a table, and as files."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from rejoinder.api.edge_frames import edge_frame, edge_graphml
from rejoinder.web.asked import AskedNetwork, EdgeOrder
from rejoinder.web.desk import AtDesk
from rejoinder.web.downloads import Form, download
from rejoinder.web.words import KINDS, SIGNS_DONE

if TYPE_CHECKING:
    from rejoinder.api.shapes import EdgeView, NetworkView

__all__ = ["find_edges", "network", "network_file", "network_graphml", "router"]

router = APIRouter(include_in_schema=False)

_COUNTED: Final = 10_000


@router.get("/network")
def network(request: Request, desk: AtDesk, asked: Annotated[AskedNetwork, Query()]) -> Response:
    """Show who says how much about whom, the most frequent edges."""
    found = find_edges(desk, asked, counted=_COUNTED)
    shown = (asked.after or 0) + len(found.edges)
    return desk.pages.show(
        request,
        "network.html",
        {
            "asked": asked,
            "network": found,
            "edges": _sorted(found.edges, asked.sort),
            "following": shown if shown < found.total or found.more else None,
            "publishers": desk.publishers(),
            "KINDS": KINDS,
            "SIGNS_DONE": SIGNS_DONE,
            "ORDERS": EdgeOrder,
        },
    )


@router.get("/network.graphml")
def network_graphml(desk: AtDesk, asked: Annotated[AskedNetwork, Query()]) -> Response:
    """Give the whole network as GraphML."""
    found = desk.ledger.network(**asked.conditions())
    saved = 'attachment; filename="network.graphml"'
    return Response(
        edge_graphml(found.edges),
        media_type="application/graphml+xml",
        headers={"Content-Disposition": saved},
    )


@router.get("/network.{form}")
def network_file(desk: AtDesk, asked: Annotated[AskedNetwork, Query()], form: Form) -> Response:
    """Give the whole network as a file, a line an edge."""
    found = desk.ledger.network(**asked.conditions())
    edges = _sorted(found.edges, asked.sort)
    return download("network", form, edges, lambda: edge_frame(edges))


def find_edges(desk: AtDesk, asked: AskedNetwork, *, counted: int | None = None) -> "NetworkView":
    """Return the edges of one page of the network.

    Args:
        desk: the ledger and the pages.
        asked: which, and of which page.
        counted: of more than so many, it need not be known how many there are.
    """
    # In which order they are shown is not in the key.
    key = ("network", counted, asked.model_copy(update={"sort": EdgeOrder.STATEMENTS}))
    return desk.remember(
        key,
        lambda: desk.ledger.network(
            **asked.conditions(), limit=asked.limit, skip=asked.after or 0, counted=counted
        ),
    )


def _sorted(edges: "Sequence[EdgeView]", order: EdgeOrder) -> "list[EdgeView]":
    """Return the edges in that order, alike ones as they come."""
    match order:
        case EdgeOrder.CONFLICT:
            return sorted(edges, key=lambda each: -each.conflict)
        case EdgeOrder.COOPERATION:
            return sorted(edges, key=lambda each: -each.cooperation)
        case EdgeOrder.SOURCE:
            return sorted(edges, key=lambda each: each.source.name.casefold())
        case EdgeOrder.TARGET:
            return sorted(edges, key=lambda each: each.target.name.casefold())
        case _:
            return list(edges)
