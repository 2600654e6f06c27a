"""Networks as tables and as GraphML."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars

    from rejoinder.views.network import EdgeView

__all__ = ["edge_frame", "edge_graphml"]


def edge_frame(edges: "Iterable[EdgeView]") -> "polars.DataFrame":
    """Return a row for each edge; what its statements do, with how many, is one text."""
    import polars

    rows = [
        {
            "source": each.source.id,
            "source_name": each.source.name,
            "source_kind": each.source.kind.value,
            "target": each.target.id,
            "target_name": each.target.name,
            "target_kind": each.target.kind.value,
            "statements": each.statements,
            "conflict": each.conflict,
            "cooperation": each.cooperation,
            "sign": each.sign.value,
            "acts": [f"{act.value} {count}" for act, count in each.acts],
        }
        for each in edges
    ]
    text = polars.String
    ends = ("source", "source_name", "source_kind", "target", "target_name", "target_kind")
    schema: dict[str, type[polars.DataType] | polars.DataType] = {
        **dict.fromkeys(ends, text),
        **dict.fromkeys(("statements", "conflict", "cooperation"), polars.Int64),
        "sign": text,
        "acts": polars.List(text),
    }
    return polars.DataFrame(rows, schema=schema)


def edge_graphml(edges: "Sequence[EdgeView]") -> bytes:
    """Return a directed network as GraphML; the weight of an edge is its number of statements."""
    from rejoinder.exports.dna import Edge, Network, Node, graphml

    nodes = {each.id: each for edge in edges for each in (edge.source, edge.target)}
    return graphml(
        Network(
            kind="statements",
            nodes=tuple(
                Node(
                    id=key,
                    label=nodes[key].name,
                    values={"kind": nodes[key].kind.value, "country": nodes[key].country or ""},
                )
                for key in sorted(nodes)
            ),
            edges=tuple(
                Edge(
                    source=each.source.id,
                    target=each.target.id,
                    weight=each.statements,
                    values={
                        "conflict": each.conflict,
                        "cooperation": each.cooperation,
                        "sign": each.sign.value,
                    },
                )
                for each in edges
            ),
        ),
        directed=True,
    )
