"""The timeline: statements and events in the order in which they happened or were said."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import Connection

from rejoinder.model.date import DateInterval
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.statement import Act
from rejoinder.views.matters import regions_of, tokens_of
from rejoinder.views.retold import same_events, same_statements
from rejoinder.views.shown import find_origins, find_who
from rejoinder.views.timeline_found import Asked, Found, find_records
from rejoinder.views.told import HappenedRow, SaidRow, happened_rows, said_rows

__all__ = [
    "EntryKind",
    "EntryView",
    "TellingView",
    "TimelineView",
    "find_timeline",
    "timeline_of",
]

_TOLD = frozenset({Modality.ACTUAL, Modality.ALLEGED})


class EntryKind(StrEnum):
    """What an entry of a timeline is."""

    STATEMENT = "statement"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingView:
    """Where an entry is told.

    Attributes:
        id: of the statement or the event.
        asserted_by: the statement that claims the event, or in which the statement lies; None
            where the article tells it.
        claimed_by: who speaks there; None where the article tells it, empty where unknown.
        origin: from where the article's text comes.
    """

    id: str
    article_ref: str
    publisher: str | None
    published: DateInterval | None
    asserted_by: str | None
    claimed_by: tuple[str, ...] | None
    origin: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """Something that was said, or happened, or is said to have happened.

    Attributes:
        date: when, as far as the texts tell; None where they do not.
        act: what the speaker does with the words; None for an event.
        event_type: PLOVER's type; None for a statement.
        actor: names of those who speak or act.
        recipient: names of those whom it is about, or who are acted upon.
        alleged: nobody but parties tells of it.
        authors: who says so, publishers and parties, sorted.
        origins: from how many independent origins it is told.
        told: where, by date of publication.
    """

    kind: EntryKind
    date: DateInterval | None
    act: Act | None
    event_type: EventType | None
    mode: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    alleged: bool
    authors: tuple[str, ...]
    origins: int
    words: str
    told: tuple[TellingView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A timeline.

    Attributes:
        dated: by first and last possible day.
        undated: what no text dates, by the day of publication of who tells it first.
    """

    dated: tuple[EntryView, ...]
    undated: tuple[EntryView, ...]


def find_timeline(
    connection: Connection,
    *,
    parties: Sequence[Set[ActorId]] = (),
    matter: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> TimelineView:
    """Return what was said and what happened, in order.

    Events that are only planned, thought of or denied are left out.

    Args:
        connection: of the ledger.
        parties: ids for each party asked for; one of each must take part.
        matter: words, "phrases" and beginnings* that the words hold, or for an event the statement
            that claims it.
        since: first day on which it may have been; leaves out what is undated.
        until: last day of the same.
    """
    asked = Asked(parties=tuple(parties), matter=matter, since=since, until=until)
    return timeline_of(connection, asked, find_records(connection, asked))


def timeline_of(connection: Connection, asked: Asked, found: Found) -> TimelineView:
    """Return the timeline of what is asked, of which those records may be part."""

    def is_asked(row: SaidRow | HappenedRow) -> bool:
        return _takes_part(row, asked.parties) and _within(_day(row), asked.since, asked.until)

    on_matter = found.on_matter
    said = said_rows(
        connection,
        found.said,
        *found.said_when,
        keep=lambda row: (on_matter is None or row.id in on_matter) and is_asked(row),
    )
    happened = [
        row
        for row in happened_rows(
            connection,
            found.happened,
            *found.happened_when,
            keep=lambda row: row.modality in _TOLD and is_asked(row),
        )
        if on_matter is None or row.asserted_by in on_matter or _holds(row, asked, found)
    ]
    every: list[SaidRow | HappenedRow] = [*said, *happened]
    origins = find_origins(connection, {row.article_id for row in every})
    names = _names(connection, every)
    entries = [_said_entry(rows, origins, names) for rows in same_statements(said, origins)]
    entries += [_event_entry(rows, origins, names) for rows in same_events(happened, origins)]
    entries.sort(key=_in_order)
    return TimelineView(
        dated=tuple(each for each in entries if each.date is not None),
        undated=tuple(each for each in entries if each.date is None),
    )


def _holds(row: HappenedRow, asked: Asked, found: Found) -> bool:
    """Say whether the words of an event hold the matter; the index must know of its article."""
    is_met = row.article_id in found.articles
    return is_met and bool(regions_of(asked.matter or "", tokens_of(row.words)))


def _parties(row: SaidRow | HappenedRow) -> set[ActorId]:
    if isinstance(row, SaidRow):
        return {*row.speaker, *row.addressee, *row.about}
    return {*row.actor, *row.recipient}


def _takes_part(row: SaidRow | HappenedRow, parties: Sequence[Set[ActorId]]) -> bool:
    own = _parties(row) if parties else set()
    return all(not own.isdisjoint(wanted) for wanted in parties)


def _day(row: SaidRow | HappenedRow) -> DateInterval | None:
    return row.said if isinstance(row, SaidRow) else row.date


def _within(day: DateInterval | None, since: date | None, until: date | None) -> bool:
    if day is None:
        return since is None and until is None
    return (since is None or day.end >= since) and (until is None or day.start <= until)


def _names(
    connection: Connection, rows: Iterable[SaidRow | HappenedRow]
) -> Callable[[ActorId], str]:
    ids = set[ActorId]()
    for row in rows:
        ids |= _parties(row)
        ids.update((row.told_by if isinstance(row, SaidRow) else row.claimed_by) or ())
    who = find_who(connection, ids)
    return lambda actor: who[actor].name if actor in who else actor


def _said_entry(
    rows: Sequence[SaidRow], origins: Mapping[ArticleId, str], name: Callable[[ActorId], str]
) -> EntryView:
    tellings = [
        _telling(row, row.content, row.parent, row.told_by, origins, name)
        for row in sorted(rows, key=_published)
    ]
    first = min(rows, key=_published)
    whom = first.about or first.addressee
    return EntryView(
        kind=EntryKind.STATEMENT,
        date=first.said,
        act=first.act,
        event_type=None,
        mode=(),
        actor=tuple(name(each) for each in first.speaker),
        recipient=tuple(name(each) for each in whom),
        alleged=first.told_by is not None,
        authors=_authors(tellings),
        origins=_origins(rows, origins),
        words=first.content,
        told=tuple(tellings),
    )


def _event_entry(
    rows: Sequence[HappenedRow], origins: Mapping[ArticleId, str], name: Callable[[ActorId], str]
) -> EntryView:
    tellings = [
        _telling(row, row.words, row.asserted_by, row.claimed_by, origins, name)
        for row in sorted(rows, key=_published)
    ]
    first = min(rows, key=_published)
    return EntryView(
        kind=EntryKind.EVENT,
        date=first.date,
        act=None,
        event_type=first.event_type,
        mode=tuple(sorted({mode for row in rows for mode in row.mode})),
        actor=tuple(name(each) for each in sorted(first.actor)),
        recipient=tuple(name(each) for each in sorted(first.recipient)),
        alleged=all(row.asserted_by or row.modality is not Modality.ACTUAL for row in rows),
        authors=_authors(tellings),
        origins=_origins(rows, origins),
        words=first.words,
        told=tuple(tellings),
    )


def _telling(
    row: SaidRow | HappenedRow,
    words: str,
    asserted_by: str | None,
    voices: Sequence[ActorId] | None,
    origins: Mapping[ArticleId, str],
    name: Callable[[ActorId], str],
) -> TellingView:
    return TellingView(
        id=row.id,
        article_ref=row.ref,
        publisher=row.publisher,
        published=row.published,
        asserted_by=asserted_by,
        claimed_by=None if voices is None else tuple(name(each) for each in voices),
        origin=origins.get(row.article_id, row.article_id),
        words=words,
    )


def _authors(tellings: Iterable[TellingView]) -> tuple[str, ...]:
    """Return who says so: the parties that claim it, else the publisher, or the article's ref."""
    found: set[str] = set()
    for each in tellings:
        found.update(each.claimed_by or (each.publisher or each.article_ref,))
    return tuple(sorted(found))


def _origins(rows: Iterable[SaidRow | HappenedRow], origins: Mapping[ArticleId, str]) -> int:
    return len({origins.get(row.article_id, row.article_id) for row in rows})


def _published(row: SaidRow | HappenedRow) -> tuple[date, date, str, str]:
    day = row.published
    return (day.start if day else date.max, day.end if day else date.max, row.ref, row.id)


def _in_order(entry: EntryView) -> tuple[date, date, str, str]:
    first = entry.told[0]
    day = entry.date or first.published
    start, end = (day.start, day.end) if day else (date.max, date.max)
    return (start, end, first.article_ref, first.id)
