"""What two parties do to each other: from the summary of deeds, or from all that is told."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row

from rejoinder.exports.crosswalk import crossing
from rejoinder.exports.scales import event_scale
from rejoinder.ledger.deed_rows import deed_rows, known_parties, members_for, pairs_between
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act
from rejoinder.model.tension import OFFICIAL_SECTORS
from rejoinder.views.shown import acting_for, find_origins, find_who
from rejoinder.views.told import happened_rows, said_rows

__all__ = [
    "Between",
    "Deed",
    "Sides",
    "find_between",
    "find_sides",
    "summed_between",
    "told_between",
]

_TOLD = (Modality.ACTUAL, Modality.ALLEGED)
_Days = tuple[date, date]
_Pair = tuple[ActorId, ActorId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One record of what one of two parties does to the other.

    Attributes:
        id: of the statement or the event.
        forth: by the first to the second.
        told: by the article itself.
        days: first and last possible day, of the article's date where a statement has none.
        act: what the speaker does with the words; None for an event.
        event_type: PLOVER's type; None where PLOVER has no place for the act.
        value: on PLOVER's scale; None where it has none.
        origin: from where the article's text comes.
    """

    id: str
    forth: bool
    told: bool
    days: _Days | None
    act: Act | None
    event_type: EventType | None
    value: float | None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Two parties, who counts as them, and what they do to each other.

    Attributes:
        names: what the first and the second are called.
        ours: ids that count as the first.
        theirs: ids that count as the second; nobody counts as both.
    """

    names: tuple[str, str]
    ours: frozenset[ActorId]
    theirs: frozenset[ActorId]
    deeds: tuple[Deed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who counts as two parties, and which of them do anything to each other.

    Attributes:
        names: what the first and the second are called.
        ours: ids that count as the first.
        theirs: ids that count as the second; nobody counts as both.
        forth: who of the first does anything to whom of the second.
        back: who of the second to whom of the first.
    """

    names: tuple[str, str]
    ours: frozenset[ActorId]
    theirs: frozenset[ActorId]
    forth: tuple[_Pair, ...]
    back: tuple[_Pair, ...]


def find_between(
    connection: Connection,
    left: ActorId,
    right: ActorId,
    *,
    alone: bool = False,
    since: date | None = None,
    until: date | None = None,
) -> Between:
    """Return what two parties do to each other, from the summary where that is up to date.

    Args:
        connection: of the ledger.
        left: the first, by the ledger's id.
        right: the second.
        alone: of a state only itself, not who acts for it.
        since: first day; leaves out what is undated and what may have been before.
        until: last day; likewise.
    """
    if SummaryBook(connection=connection).is_current():
        sides = find_sides(connection, left, right, alone=alone)
        return summed_between(connection, sides, since=since, until=until)
    told = told_between(connection, left, right, alone=alone)
    kept = tuple(each for each in told.deeds if _within(each.days, since, until))
    return replace(told, deeds=kept)


def find_sides(connection: Connection, left: ActorId, right: ActorId, *, alone: bool) -> Sides:
    """Return who counts as which party, from a summary that is up to date."""
    both = (left, right)
    known = known_parties(connection, both)
    sides = []
    for each in both:
        country = known[each].country if each in known else None
        is_state = country is not None and known[each].kind == ActorKind.STATE and not alone
        sides.append({each, *(members_for(connection, country or "") if is_state else ())})
    ours, theirs = _apart(sides, left, right)
    names = [known[each].name if each in known else each for each in both]
    return Sides(
        names=(names[0], names[1]),
        ours=frozenset(ours),
        theirs=frozenset(theirs),
        forth=tuple(pairs_between(connection, ours, theirs)),
        back=tuple(pairs_between(connection, theirs, ours)),
    )


def summed_between(
    connection: Connection, sides: Sides, *, since: date | None = None, until: date | None = None
) -> Between:
    """Return what two parties do to each other, from a summary that is up to date."""
    first, last = (None if each is None else each.toordinal() for each in (since, until))
    found = {
        (row.record_id, forth): row
        for forth, pairs in ((True, sides.forth), (False, sides.back))
        for row in deed_rows(connection, pairs, since=first, until=last)
    }
    return Between(
        names=sides.names,
        ours=sides.ours,
        theirs=sides.theirs,
        deeds=tuple(_summed(row, forth=forth) for (_, forth), row in found.items()),
    )


def told_between(
    connection: Connection, left: ActorId, right: ActorId, *, alone: bool = False
) -> Between:
    """Return the same of all days, from the latest extractions of all articles."""
    who = find_who(connection, {left, right})
    sides = [
        acting_for(connection, own.country, OFFICIAL_SECTORS) | {each}
        if not alone and (own := who.get(each)) and own.kind == ActorKind.STATE and own.country
        else {each}
        for each in (left, right)
    ]
    ours, theirs = _apart(sides, left, right)
    names = [who[each].name if each in who else each for each in (left, right)]
    return Between(
        names=(names[0], names[1]),
        ours=frozenset(ours),
        theirs=frozenset(theirs),
        deeds=tuple(_told(connection, ours, theirs)),
    )


def _apart(
    sides: Sequence[Collection[ActorId]], left: ActorId, right: ActorId
) -> tuple[set[ActorId], set[ActorId]]:
    """Return the sides so that nobody counts as both."""
    ours, theirs = set(sides[0]), set(sides[1])
    both = (ours & theirs) - {left, right}
    return ours - both - {right}, theirs - both - {left}


def _summed(row: Row[Any], *, forth: bool) -> Deed:
    first, last = row.first_day, row.last_day
    return _deed(
        row.record_id,
        row.deed,
        json.loads(row.mode or "[]"),
        forth=forth,
        told=bool(row.told),
        days=(date.fromordinal(first), date.fromordinal(last)) if first else None,
        origin=row.origin,
    )


def _told(
    connection: Connection, ours: Collection[ActorId], theirs: Collection[ActorId]
) -> Iterator[Deed]:
    """Yield what either side does to the other."""
    every = said_rows(connection, words=False)
    happened = happened_rows(connection, words=False)
    articles = {each.article_id for each in every} | {each.article_id for each in happened}
    origins = find_origins(connection, articles)
    for said in every:
        for forth in _ways(said.speaker, said.about or said.addressee, ours, theirs):
            yield _deed(
                said.id,
                said.act.value,
                (),
                forth=forth,
                told=said.parent is None,
                days=_days(said.said or said.published),
                origin=origins.get(said.article_id, said.article_id),
            )
    for event in happened:
        if event.modality in _TOLD:
            for forth in _ways(event.actor, event.recipient, ours, theirs):
                yield _deed(
                    event.id,
                    event.event_type.value,
                    event.mode,
                    forth=forth,
                    told=event.asserted_by is None and event.modality is Modality.ACTUAL,
                    days=_days(event.date),
                    origin=origins.get(event.article_id, event.article_id),
                )


def _deed(
    record: str,
    name: str,
    mode: Sequence[str],
    *,
    forth: bool,
    told: bool,
    days: _Days | None,
    origin: str,
) -> Deed:
    act, event_type = (None, EventType(name)) if name.isupper() else (Act(name), None)
    if act is not None:
        found = crossing(act)
        event_type, mode = found.event_type, found.mode
    return Deed(
        id=record,
        forth=forth,
        told=told,
        days=days,
        act=act,
        event_type=event_type,
        value=None if event_type is None else event_scale(event_type, mode),
        origin=origin,
    )


def _days(day: DateInterval | None) -> _Days | None:
    return None if day is None else (day.start, day.end)


def _ways(
    actors: Iterable[ActorId],
    recipients: Iterable[ActorId],
    ours: Collection[ActorId],
    theirs: Collection[ActorId],
) -> Iterator[bool]:
    """Yield True where the first side does it to the second, False for the other way."""
    doers, whom = set(actors), set(recipients)
    for forth, side, other in ((True, ours, theirs), (False, theirs, ours)):
        if not doers.isdisjoint(side) and not whom.isdisjoint(other):
            yield forth


def _within(days: _Days | None, since: date | None, until: date | None) -> bool:
    if days is None:
        return since is None and until is None
    return (since is None or days[0] >= since) and (until is None or days[1] <= until)
