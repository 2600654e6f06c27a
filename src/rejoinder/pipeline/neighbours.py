"""Links across articles of a ledger, looked for only among those that may answer each other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

from rejoinder.exchanges.across import link_across
from rejoinder.ledger.earlier import Days, extractions_with
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord

__all__ = ["WINDOW", "find_links"]

WINDOW = timedelta(days=14)
"""An answer comes no later than this, as `rejoinder.exchanges.across` has it."""

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
    found: dict[str, Link] = {}
    records = sorted(reading.load(sorted(keys)), key=_when)
    for _, group in groupby(records, key=lambda record: _when(record)[0] // _STRETCH):
        together = list(group)
        earlier = _Neighbours(reading, _days(together), shelf, among)
        earlier.fetch({actor.id for record in together for actor in record.actors})
        found.update((link.id, link) for link in link_across(together, earlier))
    return [found[key] for key in sorted(found)]


def _when(record: ArticleRecord) -> tuple[int, str]:
    """Return the day by which records are taken together; the undated ones stand before all."""
    published = record.article.published
    if _days([record]) is None or published is None:
        return (-1, record.article.id)
    return (published.start.toordinal(), record.article.id)


def _days(records: Sequence[ArticleRecord]) -> Days | None:
    """Return the days on which what the records tell may be answered or answer; None: on any."""
    stretches: list[tuple[date, date]] = []
    for record in records:
        for statement in record.statements:
            when = statement.said or record.article.published
            if when is None:
                return None
            stretches.append((_moved(when.start, -WINDOW), _moved(when.end, WINDOW)))
    merged: list[tuple[date, date]] = []
    for since, until in sorted(stretches):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], until))
        else:
            merged.append((since, until))
    return merged


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
        days: Days | None,
        shelf: dict[str, ArticleRecord | None],
        among: Collection[str] | None,
    ) -> None:
        self._reader = reader
        self._among = among
        self._days = days
        self._shelf = shelf

    def fetch(self, actors: Collection[ActorId]) -> None:
        """Load what will be asked for of those actors, in a few queries instead of many."""
        for role in ("speaker", "about"):
            for _ in self._records(role, actors):
                pass

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield the records in which one of the actors speaks."""
        return self._records("speaker", actors)

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Yield the records with a statement about one of the actors."""
        return self._records("about", actors)

    def _records(self, role: str, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        found = extractions_with(self._reader.connection, role, actors, self._days)
        keys = sorted(found if self._among is None else found.intersection(self._among))
        missing = [key for key in keys if key not in self._shelf]
        self._shelf.update(dict.fromkeys(missing))
        self._shelf.update(self._reader.load_by_key(missing))
        for key in keys:
            record = self._shelf[key]
            if record is not None:
                yield record
