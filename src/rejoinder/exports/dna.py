"""Discourse networks, in the terms of Discourse Network Analyzer: event list and networks.

GraphML (graphml.graphdrawing.org) and CSV; see docs/positions.md.
"""

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from xml.sax.saxutils import escape

from rejoinder.errors import ConfigError
from rejoinder.model.position import Coding

__all__ = [
    "DUPLICATES",
    "FORMS",
    "NETWORKS",
    "Edge",
    "Network",
    "Node",
    "graphml",
    "network",
    "write_network",
]

NETWORKS = ("congruence", "conflict", "eventlist", "subtract", "twomode")
FORMS = ("csv", "graphml")
DUPLICATES = ("acrossrange", "document", "include", "month", "origin", "week", "year")

_TYPES = {bool: "boolean", int: "int", str: "string"}
_EVENTS = (
    "id", "time", "document", "source", "origin", "person", "organization", "actor_id", "concept",
    "agreement", "text",
)  # fmt: skip

_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#09;"}

Value = str | int | bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor or a concept with what is known of it."""

    id: str
    label: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A tie with its weight and what is known of it."""

    source: str
    target: str
    weight: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """A network, its nodes sorted by their ids; those made here are undirected."""

    kind: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def network(codings: Iterable[Coding], kind: str, duplicates: str = "origin") -> Network:
    """Return the network of a kind.

    ``twomode`` ties actors to concepts: for less against (DNA's *subtract*), with both counts.
    ``congruence`` ties actors by how often they agree on a concept, both for or both against;
    ``conflict`` by how often one is for and the other against; ``subtract`` by the difference. The
    counts are products, concept by concept, as DNA has them without normalization.

    Args:
        codings: statements that are for or against.
        kind: one of ``NETWORKS`` but ``eventlist``.
        duplicates: which statements of one actor on one concept with one agreement count once:
            those of one document, week, month, year or all (``acrossrange``), as DNA has it;
            those of one origin; or none (``include``).

    Raises:
        ConfigError: there is no such kind, or no such way with duplicates.
    """
    if kind not in NETWORKS or kind == "eventlist":
        known = ", ".join(each for each in NETWORKS if each != "eventlist")
        raise ConfigError(f"no network {kind!r}; choose one of: {known}")
    chosen = _once(codings, duplicates)
    actors = {each.actor: _actor(each) for each in chosen}
    nodes = [actors[each] for each in sorted(actors)]
    if kind == "twomode":
        concepts = sorted({each.concept for each in chosen})
        nodes += [
            Node(id=f"concept:{each}", label=each, values={"mode": "concept"}) for each in concepts
        ]
        return Network(kind=kind, nodes=tuple(nodes), edges=tuple(_ties(chosen)))
    return Network(kind=kind, nodes=tuple(nodes), edges=tuple(_between(chosen, kind)))


def write_network(
    codings: Iterable[Coding], kind: str, form: str, duplicates: str = "origin"
) -> bytes:
    """Return an event list or a network as a file: CSV, or GraphML.

    Raises:
        ConfigError: there is no such kind, form or way with duplicates, or the event list is asked
            for as GraphML.
    """
    for what, given, known in (("network", kind, NETWORKS), ("form of a network", form, FORMS)):
        if given not in known:
            raise ConfigError(f"no {what} {given!r}; choose one of: {', '.join(known)}")
    if kind == "eventlist":
        if form != "csv":
            raise ConfigError("an event list is no graph; write it as csv")
        return _event_list(_once(codings, duplicates))
    found = network(codings, kind, duplicates)
    return _edge_list(found) if form == "csv" else graphml(found)


def _once(codings: Iterable[Coding], duplicates: str) -> list[Coding]:
    """Return the statements by date and id, of duplicates the first."""
    if duplicates not in DUPLICATES:
        known = ", ".join(DUPLICATES)
        raise ConfigError(f"no way {duplicates!r} with duplicates; choose one of: {known}")
    found: dict[tuple[object, ...], Coding] = {}
    for each in sorted(codings, key=lambda one: (one.day or date.max, one.statement, one.actor)):
        same = (each.actor, each.concept, each.agreement, _scope(each, duplicates))
        found.setdefault(same, each)
    return list(found.values())


def _scope(coding: Coding, duplicates: str) -> object:
    scopes: dict[str, object] = {
        "acrossrange": "",
        "document": coding.document,
        "origin": coding.origin,
    }
    if duplicates in scopes:
        return scopes[duplicates]
    day = coding.day
    if duplicates == "include" or day is None:
        return coding.statement
    return {
        "week": day.isocalendar()[:2],
        "month": (day.year, day.month),
        "year": (day.year,),
    }[duplicates]


def _actor(coding: Coding) -> Node:
    mode = "person" if coding.person else "organization"
    known = {"organization": coding.organization} if coding.organization else {}
    values = {"mode": "actor", "type": mode, **known}
    return Node(id=coding.actor, label=coding.name, values=values)


def _ties(codings: Sequence[Coding]) -> Iterable[Edge]:
    found: defaultdict[tuple[str, str], list[Coding]] = defaultdict(list)
    for each in codings:
        found[each.actor, each.concept].append(each)
    for (actor, concept), own in sorted(found.items()):
        agreeing = sum(each.agreement for each in own)
        days = [each.day for each in own if each.day]
        values: dict[str, Value] = {"agreement": agreeing, "disagreement": len(own) - agreeing}
        if days:
            values |= {"first": min(days).isoformat(), "last": max(days).isoformat()}
        yield Edge(
            source=actor,
            target=f"concept:{concept}",
            weight=2 * agreeing - len(own),
            values=values,
        )


def _between(codings: Sequence[Coding], kind: str) -> Iterable[Edge]:
    counts: defaultdict[str, Counter[tuple[str, bool]]] = defaultdict(Counter)
    for each in codings:
        counts[each.actor][each.concept, each.agreement] += 1
    for left, right in combinations(sorted(counts), 2):
        same = other = 0
        for (concept, agreement), count in counts[left].items():
            same += count * counts[right][concept, agreement]
            other += count * counts[right][concept, not agreement]
        weight = {"congruence": same, "conflict": other, "subtract": same - other}[kind]
        if weight or (kind == "subtract" and same):
            values = {"congruence": same, "conflict": other}
            yield Edge(source=left, target=right, weight=weight, values=values)


def _event_list(codings: Iterable[Coding]) -> bytes:
    lines = [
        (
            each.statement,
            each.day.isoformat() if each.day else "",
            each.document,
            each.publisher or "",
            each.origin,
            each.name if each.person else "",
            (each.organization or "") if each.person else each.name,
            each.actor,
            each.concept,
            int(each.agreement),
            each.text,
        )
        for each in codings
    ]
    return _csv(_EVENTS, lines)


def _edge_list(found: Network) -> bytes:
    labels = {node.id: node.label for node in found.nodes}
    names = sorted({name for edge in found.edges for name in edge.values})
    head = ("Source", "Target", "Weight", "SourceLabel", "TargetLabel", *names)
    lines = [
        (
            edge.source,
            edge.target,
            edge.weight,
            labels[edge.source],
            labels[edge.target],
            *(edge.values.get(name, "") for name in names),
        )
        for edge in found.edges
    ]
    return _csv(head, lines)


def _csv(head: Sequence[str], lines: Iterable[Sequence[Value]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(value) for value in line] for line in lines)
    return stream.getvalue().encode("utf-8")


def _cell(value: Value) -> Value:
    # What begins like a formula would be run by a spreadsheet.
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if is_formula else value


def graphml(found: Network, *, directed: bool = False) -> bytes:
    """Return a network as a GraphML file."""
    keys, way = _keys(found), "directed" if directed else "undirected"
    lines = [
        "<?xml version='1.0' encoding='utf-8'?>",
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ]
    lines += (
        f'  <key id="{key}" for="{domain}" attr.name="{_attribute(name)}" attr.type="{kind}" />'
        for (domain, name), (key, kind) in keys.items()
    )
    lines.append(f'  <graph id="{_attribute(found.kind)}" edgedefault="{way}">')
    for node in found.nodes:
        lines.append(f'    <node id="{_attribute(node.id)}">')
        lines += _data(keys, "node", {"label": node.label, **node.values})
        lines.append("    </node>")
    for number, edge in enumerate(found.edges):
        ends = f'source="{_attribute(edge.source)}" target="{_attribute(edge.target)}"'
        lines.append(f'    <edge id="e{number}" {ends}>')
        lines += _data(keys, "edge", {"weight": edge.weight, **edge.values})
        lines.append("    </edge>")
    empty = not found.nodes and not found.edges
    lines[-1:] = [f"{lines[-1][:-1]} />"] if empty else [lines[-1], "  </graph>"]
    return "\n".join([*lines, "</graphml>", ""]).encode()


def _keys(found: Network) -> dict[tuple[str, str], tuple[str, str]]:
    """Return the key and the type of each value that nodes or edges have."""
    kinds: dict[tuple[str, str], str] = {("node", "label"): "string", ("edge", "weight"): "int"}
    for node in found.nodes:
        kinds |= {("node", name): _TYPES[type(value)] for name, value in node.values.items()}
    for edge in found.edges:
        kinds |= {("edge", name): _TYPES[type(value)] for name, value in edge.values.items()}
    return {each: (f"d{n}", kind) for n, (each, kind) in enumerate(sorted(kinds.items()))}


def _data(
    keys: Mapping[tuple[str, str], tuple[str, str]], domain: str, values: Mapping[str, Value]
) -> Iterator[str]:
    for name, value in values.items():
        key, words = keys[domain, name][0], escape(_xml(str(value)))
        yield f'      <data key="{key}">{words}</data>' if words else f'      <data key="{key}" />'


def _attribute(text: str) -> str:
    return escape(_xml(text), _MARKS)


def _xml(text: str) -> str:
    """Return the text with a sign for each character that XML cannot hold."""
    return _UNFIT.sub("\ufffd", text)
