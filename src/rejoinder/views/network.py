"""The network: who says what about whom, how often, and whether that is cooperation or conflict."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rejoinder.exports.crosswalk import crossing
from rejoinder.exports.scales import quad_code
from rejoinder.ledger.deed_rows import Known, known_parties
from rejoinder.ledger.folding import fold
from rejoinder.ledger.pair_leaders import count_pairs, leading_pairs
from rejoinder.ledger.pair_rows import PairRow, PairsWanted, find_pairs
from rejoinder.ledger.schema_summaries import publisher_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act
from rejoinder.model.tension import Sign
from rejoinder.views.shown import Who, find_who
from rejoinder.views.told import said_rows

__all__ = [
    "EdgeView",
    "NetworkFilter",
    "NetworkView",
    "NodeView",
    "find_network",
    "sign_of",
    "told_network",
]

_COOPERATION = (1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFilter:
    """Which edges to show; what is None does not count, the rest must all hold.

    Attributes:
        acts: only statements of these; of all if empty.
        publisher: only what a publisher with that in its name carried, without case and accents.
        since: first day on which it may have been said, or else published; leaves out what has no
            date.
        until: last day of the same.
        parties: with one of these at an end, by the ledger's ids; None where it does not count.
        kind: of those at both ends.
        mutual: what either of two says about the other is one edge, from the lesser id.
        least: only edges of at least so many statements.
        limit: at most so many, the most frequent first.
        skip: so many of the first are left out.
        counted: of more than so many edges, it need not be known how many there are; None: it must.
    """

    acts: tuple[Act, ...] = ()
    publisher: str | None = None
    since: date | None = None
    until: date | None = None
    parties: Collection[ActorId] | None = None
    kind: ActorKind | None = None
    mutual: bool = False
    least: int = 1
    limit: int | None = None
    skip: int = 0
    counted: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """An actor at an end of an edge, as most articles show him.

    Attributes:
        country: ISO 3166-1 alpha-3 or as in records; None where it is not known.
    """

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """What one says about another.

    Attributes:
        source: who speaks.
        target: about whom.
        statements: how many that meet the conditions.
        cooperation: how many of them do what PLOVER counts as cooperation.
        conflict: how many do what it counts as conflict; the rest it has no place for.
        acts: how many of each act, most first.
        sign: what there is more of.
    """

    source: NodeView
    target: NodeView
    statements: int
    cooperation: int
    conflict: int
    acts: tuple[tuple[Act, int], ...]
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """Some edges of a network.

    Attributes:
        edges: the most frequent first, then by the ids of both ends.
        total: how many meet the conditions, as far as they were counted.
        more: there are more than that.
    """

    edges: tuple[EdgeView, ...]
    total: int
    more: bool = False


def sign_of(act: Act) -> Sign:
    """Return what PLOVER counts an act as, by the quad class of its type."""
    kind = crossing(act).event_type
    if kind is None:
        return Sign.NEITHER
    return Sign.COOPERATION if quad_code(kind) in _COOPERATION else Sign.CONFLICT


def find_network(connection: Connection, wanted: NetworkFilter) -> NetworkView:
    """Return who says what about whom, from the summary where that is up to date."""
    if not SummaryBook(connection=connection).is_current():
        return told_network(connection, wanted)
    asked = PairsWanted(
        publishers=_publishers(connection, wanted.publisher),
        acts=wanted.acts,
        since=wanted.since,
        until=wanted.until,
        parties=wanted.parties,
        kind=wanted.kind,
        mutual=wanted.mutual,
        least=wanted.least,
    )
    rows, total, more = _rows(connection, asked, wanted)
    known = known_parties(connection, {e for row in rows for e in (row.actor, row.recipient)})
    nodes = {each.id: _node(each) for each in known.values()}
    edges = tuple(_edge(row, nodes) for row in rows)
    return NetworkView(edges=edges, total=total, more=more)


def _rows(
    connection: Connection, asked: PairsWanted, wanted: NetworkFilter
) -> tuple[list[PairRow], int, bool]:
    """Return the pairs of a page, how many there are, and whether there are still more."""
    most, limit, skip = wanted.counted, wanted.limit, wanted.skip
    if most is not None and limit is not None and skip + limit < most:
        rows = leading_pairs(connection, asked, limit=limit, skip=skip)
        if rows is not None:
            total = count_pairs(connection, asked, most + 1)
            return rows, min(total, most), total > most
    return *find_pairs(connection, asked, limit=limit, skip=skip), False


def told_network(connection: Connection, wanted: NetworkFilter) -> NetworkView:
    """Return the same from the latest extractions of all articles."""
    counts: defaultdict[tuple[ActorId, ActorId], Counter[Act]] = defaultdict(Counter)
    for said in said_rows(connection, words=False):
        day = said.said or said.published
        if (
            (not wanted.acts or said.act in wanted.acts)
            and (wanted.publisher is None or fold(wanted.publisher) in fold(said.publisher or ""))
            and (wanted.since is None or (day is not None and day.end >= wanted.since))
            and (wanted.until is None or (day is not None and day.start <= wanted.until))
        ):
            for pair in {(one, whom) for one in said.speaker for whom in said.about}:
                one, whom = sorted(pair) if wanted.mutual else pair
                counts[one, whom][said.act] += 1
    who = find_who(connection, {each for pair in counts for each in pair})
    nodes = {each.id: _node(each) for each in who.values()}
    rows = [
        PairRow(actor=one, recipient=whom, acts=dict(acts))
        for (one, whom), acts in counts.items()
        if acts.total() >= wanted.least
        and (wanted.parties is None or not {one, whom}.isdisjoint(wanted.parties))
        and (wanted.kind is None or {nodes[one].kind, nodes[whom].kind} == {wanted.kind})
    ]
    edges = sorted(
        (_edge(row, nodes) for row in rows),
        key=lambda edge: (-edge.statements, edge.source.id, edge.target.id),
    )
    last = None if wanted.limit is None else wanted.skip + wanted.limit
    return NetworkView(edges=tuple(edges[wanted.skip : last]), total=len(edges))


def _publishers(connection: Connection, name: str | None) -> tuple[str, ...] | None:
    """Return the publishers with that in their names; None where it does not count."""
    if name is None:
        return None
    every = connection.execute(select(publisher_counts.c.publisher)).scalars()
    return tuple(sorted(each for each in every if each and fold(name) in fold(each)))


def _node(who: Known | Who) -> NodeView:
    return NodeView(id=who.id, name=who.name, kind=who.kind, country=who.country)


def _edge(row: PairRow, nodes: dict[ActorId, NodeView]) -> EdgeView:
    signs: Counter[Sign] = Counter()
    for act, count in row.acts.items():
        signs[sign_of(act)] += count
    return EdgeView(
        source=nodes[row.actor],
        target=nodes[row.recipient],
        statements=sum(row.acts.values()),
        cooperation=signs[Sign.COOPERATION],
        conflict=signs[Sign.CONFLICT],
        acts=_most_first(row.acts.items()),
        sign=_more(signs),
    )


def _most_first(acts: Iterable[tuple[Act, int]]) -> tuple[tuple[Act, int], ...]:
    return tuple(sorted((e for e in acts if e[1]), key=lambda each: (-each[1], each[0])))


def _more(signs: Counter[Sign]) -> Sign:
    """Return what there is more of; of both alike, or of neither, that."""
    apart = signs[Sign.COOPERATION] - signs[Sign.CONFLICT]
    if apart:
        return Sign.COOPERATION if apart > 0 else Sign.CONFLICT
    return Sign.MIXED if signs[Sign.CONFLICT] else Sign.NEITHER
