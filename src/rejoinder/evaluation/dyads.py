"""Dyads: who does what to whom in a sentence, compared as sets, by countries and sectors.

The conventions are those of the scorer that comes with the research data: YIELD whole, UN and EU as
IGO, several actors without a recipient as pairs without a direction.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias, TypeVar

from rejoinder.evaluation.assignment import assign
from rejoinder.evaluation.scores import Counts, Tally
from rejoinder.events.pairs.types import QUAD, YIELD
from rejoinder.exports.plover import PloverActor, PloverEvent, plover_events
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import StatementId
from rejoinder.model.record import ArticleRecord

__all__ = [
    "LEVELS",
    "DyadicEvent",
    "Party",
    "coded_events",
    "party",
    "tally_sentence",
    "told_events",
]

LEVELS = (
    "triple", "triple+sector", "triple-quad", "dyad", "type", "quad", "actor", "actor-role",
    "actor-role+sector",
)  # fmt: skip
"""What is compared: docs/evaluation.md defines each."""

Party: TypeAlias = tuple[str, str]
"""Country and sector; either is empty where unknown."""

_NOBODY: Party = ("", "")
_COUNTRIES = {"UNO": "IGO", "EUR": "IGO"}
_YIELDING = frozenset({EventType.CONCEDE.value, EventType.RETREAT.value})
_MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
_UNTOLD = frozenset({Modality.NEGATED, Modality.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadicEvent:
    """An event of one of the fifteen types that keep YIELD whole."""

    event_type: str
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """One pair of parties; ``mutual`` ones have no direction."""

    event_type: str
    first: Party
    second: Party
    mutual: bool


@dataclass(frozen=True, slots=True)
class _Role:
    """Who takes which part: ``actor``, ``recipient``, or ``both`` where there is no direction."""

    role: str
    party: Party


_Kind = TypeVar("_Kind", bound=Hashable)


def party(country: str | None, sector: str | None = None) -> Party:
    """Return a party with its country as the gold has it; a sector alone names nobody."""
    if not country:
        return _NOBODY
    return _COUNTRIES.get(country, country), sector or ""


def coded_events(record: ArticleRecord) -> tuple[DyadicEvent, ...]:
    """Return the events that a coder of events without speakers would read in the record."""
    return tuple(
        DyadicEvent(
            event_type=_folded(one.event[0]),
            actor=_parties(one.actor),
            recipient=_parties(one.recipient),
        )
        for one in told_events(record)
    )


def told_events(record: ArticleRecord) -> tuple[PloverEvent, ...]:
    """Return the events and acts of a record that count as told.

    Acts of known speakers that have a type in PLOVER are events; what stands in such an act's
    content is not told beside it.  Negated and hypothetical events, and denials, are none.
    """
    every = plover_events(record)
    unsaid = {
        one.id for one in every if one.rejoinder.kind == "act" and not one.actor and one.event
    }
    hiding = {one.id for one in every if one.rejoinder.kind == "act"} - unsaid
    parents = {statement.id: statement.parent for statement in record.statements}
    return tuple(
        one
        for one in every
        if one.event
        and one.id not in unsaid
        and one.rejoinder.modality not in _UNTOLD
        and hiding.isdisjoint(_tellers(one.rejoinder.asserted_by, parents))
    )


def _tellers(teller: str, parents: Mapping[StatementId, StatementId | None]) -> Iterator[str]:
    """Yield the statement that tells something, and those around it."""
    inner: StatementId | None = StatementId(teller)
    while inner is not None and inner in parents:
        yield inner
        inner = parents[inner]


def tally_sentence(gold: Sequence[DyadicEvent], found: Sequence[DyadicEvent]) -> Tally:
    """Return what one sentence adds to every level."""
    wanted, had = _views(_items(gold)), _views(_items(found))
    tally = {}
    for level in LEVELS:
        right = _matched(wanted[level], had[level], _same(level))
        tally[level] = Counts(
            right=right, predicted=len(had[level]), found=right, gold=len(wanted[level])
        )
    return tally


def _folded(event_type: EventType) -> str:
    return YIELD if event_type.value in _YIELDING else event_type.value


def _parties(actors: Iterable[PloverActor]) -> tuple[Party, ...]:
    """Return the parties that have a country."""
    found = (party(actor.country, actor.sector) for actor in actors)
    return tuple(one for one in found if one != _NOBODY)


def _items(events: Iterable[DyadicEvent]) -> list[_Item]:
    """Return each pair of parties once; a cooperation told in both directions is mutual."""
    seen: dict[_Item, None] = {}
    for event in events:
        first, second = _unique(event.actor), _unique(event.recipient)
        if not second and len(first) > 1:
            for one, other in combinations(first, 2):
                seen[_mutual(event.event_type, one, other)] = None
            continue
        for one in first or [_NOBODY]:
            for other in second or [_NOBODY]:
                seen[_Item(event.event_type, one, other, mutual=False)] = None
    for item in list(seen):
        back = _Item(item.event_type, item.second, item.first, mutual=False)
        cooperative = not item.mutual and item.event_type in _MUTUAL and item.first != item.second
        if cooperative and item in seen and back in seen:
            del seen[item], seen[back]
            seen[_mutual(item.event_type, item.first, item.second)] = None
    return list(seen)


def _mutual(event_type: str, one: Party, other: Party) -> _Item:
    first, second = sorted((one, other))
    return _Item(event_type, first, second, mutual=True)


def _views(items: Sequence[_Item]) -> dict[str, list[Hashable]]:
    """Return what every level compares."""
    bare = _unique(
        _Item(i.event_type, (i.first[0], ""), (i.second[0], ""), i.mutual) for i in items
    )
    roles = _unique(
        [_Role("both" if i.mutual else "actor", i.first) for i in items if i.first[0]]
        + [_Role("both" if i.mutual else "recipient", i.second) for i in items if i.second[0]]
    )
    countries = _unique(p[0] for i in items for p in (i.first, i.second) if p[0])
    return {
        "triple": list(bare),
        "triple+sector": list(items),
        "triple-quad": list(_unique(_typed(i, str(QUAD[i.event_type])) for i in bare)),
        "dyad": list(_unique(_typed(i, "") for i in bare)),
        "type": list(_unique(i.event_type for i in items)),
        "quad": list(_unique(QUAD[i.event_type] for i in items)),
        "actor": list(countries),
        "actor-role": list(_unique(_Role(r.role, (r.party[0], "")) for r in roles)),
        "actor-role+sector": list(roles),
    }


def _typed(item: _Item, event_type: str) -> _Item:
    return _Item(event_type, item.first, item.second, item.mutual)


def _same(level: str) -> Callable[[Hashable, Hashable], bool]:
    """Return what says whether a found thing is the gold's at that level."""
    sector = level.endswith("+sector")

    def same(gold: Hashable, found: Hashable) -> bool:
        match gold, found:
            case _Item(), _Item():
                return gold.event_type == found.event_type and _same_pair(
                    gold, found, sector=sector
                )
            case _Role(), _Role():
                near = gold.role == found.role or "both" in (gold.role, found.role)
                return near and _fits(gold.party, found.party, sector=sector)
            case _:
                return gold == found

    return same


def _same_pair(gold: _Item, found: _Item, *, sector: bool) -> bool:
    if _fits(gold.first, found.first, sector=sector) and _fits(
        gold.second, found.second, sector=sector
    ):
        return True
    return (gold.mutual or found.mutual) and (
        _fits(gold.first, found.second, sector=sector)
        and _fits(gold.second, found.first, sector=sector)
    )


def _fits(gold: Party, found: Party, *, sector: bool) -> bool:
    """Say whether a party is the gold's; where gold gives no sector any will do."""
    return gold[0] == found[0] and (not sector or gold[1] in ("", found[1]))


def _matched(
    gold: Sequence[Hashable],
    found: Sequence[Hashable],
    same: Callable[[Hashable, Hashable], bool],
) -> int:
    """Return how many can be paired one to one."""
    edges = {
        (k, n): 1.0
        for k, one in enumerate(gold)
        for n, other in enumerate(found)
        if same(one, other)
    }
    return len(assign(edges))


def _unique(values: Iterable[_Kind]) -> list[_Kind]:
    return list(dict.fromkeys(values))
