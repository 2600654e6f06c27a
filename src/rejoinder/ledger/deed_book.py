"""The summary of who does what to whom: deeds, and how many statements one makes about another.

What is a deed is for the caller to say; here it is kept and counted.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.canonical import canonical_of_extractions
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.copies import reports_with_copies
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.party_book import PartyBook, Shown
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_deeds import GRAINS, deed_articles, deeds, pair_counts
from rejoinder.model.copies import Report, by_origin
from rejoinder.model.ids import ArticleId

__all__ = ["DeedBook", "DeedRow"]

_KEYS = tuple(column.name for column in pair_counts.primary_key)
_COUNTS = tuple(column.name for column in pair_counts.columns if column.name not in _KEYS)
_Counts = dict[tuple[str | int, ...], Counter[str]]


class DeedRow(NamedTuple):
    """One row of ``deeds``."""

    article_id: str
    record_id: str
    actor_id: str
    recipient_id: str
    deed: str
    mode: str
    told: bool
    about: bool
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What is kept of an article."""

    extraction: str
    publisher: str
    goes: str
    rows: set[DeedRow] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedBook:
    """The tables of deeds, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        for table in (deeds, pair_counts, deed_articles):
            self.connection.execute(delete(table))
        self._parties.clear()

    def reports(self, articles: Collection[str]) -> list[Report]:
        """Return what is known of copies of those articles, and of what were copies of them."""
        own = deed_articles.c
        mates: set[ArticleId] = {ArticleId(each) for each in articles}
        for few in chunks(sorted(articles)):
            groups = select(own.text_group).where(own.article_id.in_(few))
            query = select(own.article_id).where(own.text_group.in_(groups))
            mates.update(ArticleId(each) for each in self.connection.execute(query).scalars())
        return reports_with_copies(self.connection, mates)

    def take(
        self, articles: Sequence[str], fresh: Collection[DeedRow], reports: Iterable[Report]
    ) -> None:
        """Put deeds in the place of those that are kept of the articles.

        Args:
            articles: those that have changed.
            fresh: the deeds that their latest extractions tell.
            reports: what is known of copies of them.
        """
        before, now = self._held(articles), self._latest(articles, fresh)
        changed = [each for each in sorted({*before, *now}) if before.get(each) != now.get(each)]
        gone = _counted(before[each] for each in changed if each in before)
        added = _counted(now[each] for each in changed if each in now)
        self._add({key: _less(counts) for key, counts in gone.items()})
        self._add(added)
        self._drop_empty(gone.keys() - added.keys())
        self._put(changed, now)
        self._count_parties(changed, before, now)
        self._put_origins(reports)

    @property
    def _parties(self) -> PartyBook:
        return PartyBook(connection=self.connection)

    def _held(self, articles: Sequence[str]) -> dict[str, _Held]:
        own = deed_articles.c
        found: dict[str, _Held] = {}
        for few in chunks(sorted(articles)):
            query = select(deed_articles).where(own.article_id.in_(few))
            for row in self.connection.execute(query):
                found[row.article_id] = _Held(
                    extraction=row.extraction_id, publisher=row.publisher, goes=row.goes
                )
            kept = select(deeds).where(deeds.c.article_id.in_(few))
            for cells in self.connection.execute(kept):
                found[cells.article_id].rows.add(DeedRow(*cells))
        return found

    def _latest(self, articles: Sequence[str], fresh: Iterable[DeedRow]) -> dict[str, _Held]:
        own = extractions.c
        heads: dict[str, tuple[str, str]] = {}
        for few in chunks(sorted(articles)):
            query = select(own.article_id, own.id, own.publisher).where(
                own.article_id.in_(few), is_latest()
            )
            heads |= {row[0]: (row[1], row[2] or "") for row in self.connection.execute(query)}
        goes = canonical_of_extractions(self.connection, [key for key, _ in heads.values()])
        found = {
            article: _Held(
                extraction=key,
                publisher=publisher,
                goes=json.dumps(
                    {a: b for a, b in sorted(goes.get(key, {}).items()) if a != b},
                    ensure_ascii=False,
                ),
            )
            for article, (key, publisher) in heads.items()
        }
        for row in fresh:
            found[row.article_id].rows.add(row)
        return found

    def _add(self, counts: Mapping[tuple[str | int, ...], Counter[str]]) -> None:
        """Add to the numbers."""
        rows: list[Row] = [
            {**dict(zip(_KEYS, key, strict=True)), **{name: own[name] for name in _COUNTS}}
            for key, own in sorted(counts.items())
        ]
        if rows:
            statement = upsert(pair_counts)
            more = {name: pair_counts.c[name] + statement.excluded[name] for name in _COUNTS}
            self.connection.execute(
                statement.on_conflict_do_update(index_elements=_KEYS, set_=more), rows
            )

    def _drop_empty(self, keys: Iterable[tuple[str | int, ...]]) -> None:
        """Remove the rows of which nothing is left."""
        rows = [{f"k_{n}": v for n, v in zip(_KEYS, key, strict=True)} for key in sorted(keys)]
        if rows:
            own = [pair_counts.c[name] == bindparam(f"k_{name}") for name in _KEYS]
            none = [pair_counts.c[name] == 0 for name in ("statements", "addressed", "events")]
            self.connection.execute(delete(pair_counts).where(and_(*own, *none)), rows)

    def _put(self, articles: Sequence[str], now: Mapping[str, _Held]) -> None:
        """Put the rows of articles in the place of those that are kept."""
        for few in chunks(articles):
            for table in (deeds, deed_articles):
                self.connection.execute(delete(table).where(table.c.article_id.in_(few)))
        known = [(each, now[each]) for each in articles if each in now]
        heads: list[Row] = [
            {
                "article_id": each,
                "extraction_id": held.extraction,
                "publisher": held.publisher,
                "goes": held.goes,
                # Both are put right with the reports.
                "origin": each,
                "text_group": each,
            }
            for each, held in known
        ]
        _insert(self.connection, deed_articles, heads)
        rows = [row._asdict() for _, held in known for row in sorted(held.rows)]
        _insert(self.connection, deeds, rows)

    def _count_parties(
        self, articles: Iterable[str], before: Mapping[str, _Held], now: Mapping[str, _Held]
    ) -> None:
        every = sorted(articles)
        self._parties.count(
            gone=[_shown(before[each]) for each in every if each in before],
            fresh=[_shown(now[each]) for each in every if each in now],
        )

    def _put_origins(self, reports: Iterable[Report]) -> None:
        """Put down from where articles come, of those that are kept."""
        rows = [
            {"one": each.article, "from_where": origin, "together": each.group}
            for origin, own in by_origin(reports).items()
            for each in own
        ]
        if rows:
            own = deed_articles.c
            self.connection.execute(
                update(deed_articles)
                .where(own.article_id == bindparam("one"))
                .values(origin=bindparam("from_where"), text_group=bindparam("together")),
                rows,
            )


def _shown(held: _Held) -> Shown:
    return Shown(extraction=held.extraction, goes=json.loads(held.goes))


def _counted(articles: Iterable[_Held]) -> _Counts:
    """Return what the deeds of some articles add to which numbers."""
    found: _Counts = {}
    for held in articles:
        for row in held.rows:
            names = ("statements", row.deed) if row.about else ()
            for publisher in {"", held.publisher} if names else ():
                for grain, first, last in _stretches(row):
                    key = (publisher, grain, first, last, row.actor_id, row.recipient_id)
                    found.setdefault(key, Counter()).update(names)
            if not names:
                whole = ("", GRAINS["whole"], 0, 0, row.actor_id, row.recipient_id)
                found.setdefault(whole, Counter()).update([_beside(row)])
            one, other = sorted((row.actor_id, row.recipient_id))
            both = ("", GRAINS["both"], 0, 0, one, other)
            found.setdefault(both, Counter()).update(names or [_beside(row)])
    return found


def _beside(row: DeedRow) -> str:
    return "events" if row.mode else "addressed"


def _stretches(row: DeedRow) -> Iterator[tuple[int, int, int]]:
    """Yield in which grains a deed counts, with the first and the last day of each."""
    yield GRAINS["whole"], 0, 0
    if row.first_day and row.first_day == row.last_day:
        day = date.fromordinal(row.first_day)
        yield GRAINS["month"], *_month(day)
    elif row.first_day:
        yield GRAINS["span"], row.first_day, row.last_day


def _month(day: date) -> tuple[int, int]:
    last = day.replace(day=monthrange(day.year, day.month)[1])
    return day.replace(day=1).toordinal(), last.toordinal()


def _less(counts: Counter[str]) -> Counter[str]:
    return Counter({name: -count for name, count in counts.items()})


def _insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
