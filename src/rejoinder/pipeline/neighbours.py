"""Links across articles of a ledger, looked for only among those that may answer each other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.parties import is_state_id, state_id
from rejoinder.exchanges.reader import WINDOW, Reader, is_open
from rejoinder.ledger.earlier import Days, extractions_with
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["find_links"]

_STRETCH = 14


def find_links(
    reader: LedgerReader, keys: Collection[str], among: Collection[str] | None = None
) -> list[Link]:
    """Return the links between the records of those extractions and all of the ledger.

    Records are taken together by date, so that each is compared with those of its own days.

    Args:
        reader: sees the records of the extractions.
        keys: the extractions.
        among: the extractions to which links are wanted; all of the ledger for None.
    """
    reading = replace(reader, canonical=True, named=False)
    shelf: dict[str, ArticleRecord | None] = {}
    readers: dict[ArticleId, Reader] = {}
    found: dict[str, Link] = {}
    records = sorted(reading.load(sorted(keys)), key=_when)
    for _, group in groupby(records, key=lambda record: _when(record)[0] // _STRETCH):
        together = list(group)
        days, some_open = _days(together)
        earlier = _Neighbours(reading, days, shelf, among, some_open=some_open)
        earlier.fetch(together)
        found.update((link.id, link) for link in link_across(together, earlier, readers))
    return [found[key] for key in sorted(found)]


def _when(record: ArticleRecord) -> tuple[int, str]:
    """Return the day by which records are taken together; the undated ones stand before all."""
    published = record.article.published
    if published is None or _days([record])[1]:
        return (-1, record.article.id)
    return (published.start.toordinal(), record.article.id)


def _days(records: Sequence[ArticleRecord]) -> tuple[Days, bool]:
    """Return on which days what the records tell may be answered or answer; True: some on any."""
    stretches: list[tuple[date, date]] = []
    some_open = False
    for record in records:
        for statement in record.statements:
            when = statement.said or record.article.published
            some_open = some_open or is_open(when)
            if when is not None:
                stretches.append((_moved(when.start, -WINDOW), _moved(when.end, WINDOW)))
    merged: list[tuple[date, date]] = []
    for since, until in sorted(stretches):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((since, until))
    return merged, some_open


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


class _Neighbours:
    """The records of a ledger within some days, each loaded once; satisfies ``Earlier``."""

    def __init__(
        self,
        reader: LedgerReader,
        days: Days,
        shelf: dict[str, ArticleRecord | None],
        among: Collection[str] | None,
        *,
        some_open: bool,
    ) -> None:
        self._reader = reader
        self._among = among
        self._some_open = some_open
        self._days = days
        self._shelf = shelf
        self._held: list[ArticleRecord] = []

    def fetch(self, records: Sequence[ArticleRecord]) -> None:
        """Load what will be asked for of the actors of those records, in a few queries."""
        actors = {
            named
            for record in records
            for actor in record.actors
            for named in (actor.id, *((state_id(actor.country),) if actor.country else ()))
        }
        found = self._keys("speaker", actors) | self._keys("about", actors)
        keys = sorted(found if self._among is None else found.intersection(self._among))
        missing = [key for key in keys if key not in self._shelf]
        self._shelf.update(dict.fromkeys(missing))
        self._shelf.update(self._reader.load_by_key(missing))
        self._held = [record for key in keys if (record := self._shelf[key]) is not None]

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield the records in which one of the actors speaks."""
        wanted = frozenset(actors)
        for record in self._held:
            if any(not wanted.isdisjoint(each.speaker) for each in record.statements):
                yield record

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield the records with a statement about one of the actors."""
        wanted = frozenset(actors)
        for record in self._held:
            if any(not wanted.isdisjoint(each.about) for each in record.statements):
                yield record

    def _keys(self, role: str, actors: Collection[ActorId]) -> set[str]:
        """Return which extractions to compare.

        Where a date is open, not those that only a state connects, as
        `rejoinder.exchanges.reader.holding` has it.
        """
        connection = self._reader.connection
        named = [actor for actor in actors if not is_state_id(actor)]
        found = extractions_with(connection, role, actors, self._days, named)
        if self._some_open:
            found |= extractions_with(connection, role, named)
        return found
