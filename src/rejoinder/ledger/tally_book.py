"""The summary in numbers and names: how much there is of what, and what actors are called."""

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Table, delete, func, insert, select, tuple_
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import actors, extractions, statements
from rejoinder.ledger.schema_summaries import (
    actor_forms,
    counted_articles,
    day_counts,
    month_counts,
    publisher_counts,
)

__all__ = ["TallyBook"]

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyBook:
    """The tables of numbers and names, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        for table in (counted_articles, publisher_counts, day_counts, month_counts, actor_forms):
            self.connection.execute(delete(table))

    def count(self, articles: Collection[str]) -> None:
        """Count the latest extractions of those articles, and no longer those that were counted."""
        before = self._counted(articles)
        now = self._latest(articles)
        gone = sorted(before[each] for each in before if now.get(each) != before[each])
        fresh = sorted(now[each] for each in now if before.get(each) != now[each])
        for keys, by in ((gone, -1), (fresh, 1)):
            publishers, days = self._numbers(keys)
            self._add(publisher_counts, publishers, by)
            self._add(day_counts, days, by)
            self._add(month_counts, _by_month(days), by)
        changed = [each for each in {*before, *now} if before.get(each) != now.get(each)]
        for few in chunks(sorted(changed)):
            own = counted_articles.c.article_id
            self.connection.execute(delete(counted_articles).where(own.in_(few)))
            rows = [{"article_id": each, "extraction_id": now[each]} for each in few if each in now]
            self._insert(counted_articles, rows)
        self._name(fresh)

    def _counted(self, articles: Collection[str]) -> dict[str, str]:
        own = counted_articles.c
        found: dict[str, str] = {}
        for few in chunks(sorted(articles)):
            query = select(own.article_id, own.extraction_id).where(own.article_id.in_(few))
            found.update((row[0], row[1]) for row in self.connection.execute(query))
        return found

    def _latest(self, articles: Collection[str]) -> dict[str, str]:
        own = extractions.c
        found: dict[str, str] = {}
        for few in chunks(sorted(articles)):
            query = select(own.article_id, own.id).where(own.article_id.in_(few), is_latest())
            found.update((row[0], row[1]) for row in self.connection.execute(query))
        return found

    def _numbers(self, keys: Sequence[str]) -> tuple[Counter[_Key], Counter[_Key]]:
        """Return publishers, and statements by days and act, of those extractions."""
        own, said = extractions.c, statements.c
        publishers: Counter[_Key] = Counter()
        days: Counter[_Key] = Counter()
        first = func.coalesce(said.said_start, own.published_start)
        last = func.coalesce(said.said_end, own.published_end)
        for few in chunks(keys):
            named = select(own.publisher).where(own.id.in_(few))
            publishers.update((each or "",) for each in self.connection.execute(named).scalars())
            dated = (
                select(first, last, said.act)
                .join(extractions, own.id == said.extraction_id)
                .where(own.id.in_(few))
            )
            for since, until, act in self.connection.execute(dated):
                days[_iso(since), _iso(until), act] += 1
        return publishers, days

    def _add(self, table: Table, counts: Mapping[_Key, int], by: int) -> None:
        """Add to the last column of a table, or take away from it; what comes to 0 goes."""
        names = table.columns.values()[:-1]
        for few in chunks(sorted(counts), 100):
            # SQLite takes tuples from a list without its index; the first column leads it there.
            wanted = names[0].in_({key[0] for key in few}) & tuple_(*names).in_(few)
            rows = self.connection.execute(select(table).where(wanted))
            held = {tuple(row)[:-1]: row[-1] for row in rows}
            self.connection.execute(delete(table).where(wanted))
            totals = {key: held.get(key, 0) + by * counts[key] for key in few}
            self._insert(
                table,
                [_row(table, (*key, total)) for key, total in totals.items() if total],
            )

    def _name(self, keys: Sequence[str]) -> None:
        """Put down what the actors of those extractions are called."""
        for few in chunks(keys):
            given = actors.c
            query = select(given.id, given.name, given.aliases, given.role).where(
                given.extraction_id.in_(few)
            )
            called = {
                (actor, form, is_role)
                for actor, name, aliases, role in self.connection.execute(query.distinct())
                for forms, is_role in (((name, *json.loads(aliases)), False), ((role,), True))
                for form in map(fold, filter(None, forms))
            }
            rows = [
                {"actor_id": actor, "form": form, "is_role": is_role}
                for actor, form, is_role in sorted(called)
            ]
            if rows:
                # Not asked for first: who is called so by many names would have all of them read.
                self.connection.execute(upsert(actor_forms).on_conflict_do_nothing(), rows)

    def _insert(self, table: Table, rows: Sequence[Row]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)


def _row(table: Table, values: Sequence[str | int]) -> Row:
    return dict(zip((column.name for column in table.columns), values, strict=True))


def _by_month(days: Mapping[_Key, int]) -> Counter[_Key]:
    """Return the same statements by month and by year; those of no one day under neither."""
    found: Counter[_Key] = Counter()
    for (first, last, act), count in days.items():
        dated = first and first == last
        for month in (first[:4], first[:7]) if dated else ("",):
            found[month, act] += count
    return found


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()
