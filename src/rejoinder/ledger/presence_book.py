"""The summary of actors, kept up to date: who is there, who speaks, about whom, how often."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.canonical import fullest_names
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.presence import Cast, find_casts, presence_of
from rejoinder.ledger.ranking import ranked
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_actors import (
    actor_facts,
    actor_pairs,
    actor_places,
    actor_statements,
    actor_totals,
    casts,
)
from rejoinder.model.ids import ActorId

__all__ = ["PresenceBook"]

_STEP: Final = 10_000_000
"""No ledger has as many articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceBook:
    """The tables of actors, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        counted = (actor_facts, actor_places, actor_pairs, actor_statements)
        for table in (casts, actor_totals, *counted):
            self.connection.execute(delete(table))

    def count(self, articles: Collection[str]) -> None:
        """Count those articles as they are now, and no longer as they were counted."""
        before, now = self._counted(articles), self._latest(articles)
        gone = {each: cast for each, cast in before.items() if now.get(each) != cast}
        fresh = {each: cast for each, cast in now.items() if before.get(each) != cast}
        change = presence_of(self.connection, fresh).without(presence_of(self.connection, gone))
        self._add(actor_facts, change.facts)
        self._add(actor_places, change.places)
        self._add(actor_pairs, change.pairs)
        self._list(change.said)
        for few in chunks(sorted({*gone, *fresh})):
            self.connection.execute(delete(casts).where(casts.c.article_id.in_(few)))
        self._insert(
            casts,
            [
                {"article_id": each, "extraction_id": cast.extraction, "ids": cast.ids}
                for each, cast in sorted(fresh.items())
            ],
        )
        self._total(change.actors())

    def _counted(self, articles: Collection[str]) -> dict[str, Cast]:
        found: dict[str, Cast] = {}
        for few in chunks(sorted(articles)):
            rows = self.connection.execute(select(casts).where(casts.c.article_id.in_(few)))
            found.update(
                (row.article_id, Cast(extraction=row.extraction_id, ids=row.ids)) for row in rows
            )
        return found

    def _latest(self, articles: Collection[str]) -> dict[str, Cast]:
        own = extractions.c
        keys: dict[str, str] = {}
        for few in chunks(sorted(articles)):
            query = select(own.article_id, own.id).where(own.article_id.in_(few), is_latest())
            keys.update((row[0], row[1]) for row in self.connection.execute(query))
        return find_casts(self.connection, keys)

    def _add(self, table: Table, change: Mapping[tuple[str, ...], int]) -> None:
        """Add to the last column of a table, or take away from it; what comes to 0 goes."""
        if not change:
            return
        *keys, last = table.columns.values()
        put = upsert(table)
        added = put.on_conflict_do_update(
            index_elements=keys, set_={last.name: last + put.excluded[last.name]}
        )
        rows = [_row(table, (*key, change[key])) for key in sorted(change)]
        self.connection.execute(added, rows)
        fewer = [
            {f"at_{each.name}": row[each.name] for each in keys}
            for row in rows
            if row[last.name] < 0
        ]
        if fewer:
            here = [each == bindparam(f"at_{each.name}") for each in keys]
            self.connection.execute(delete(table).where(*here, last == 0), fewer)

    def _list(self, change: Mapping[tuple[str, str, int, str], int]) -> None:
        """List statements that actors take part in, or no longer list them."""
        keys = actor_statements.columns.values()
        gone = [key for key, by in change.items() if by < 0]
        if gone:
            here = and_(*(each == bindparam(f"at_{each.name}") for each in keys))
            rows = [
                {f"at_{each.name}": value for each, value in zip(keys, key, strict=True)}
                for key in sorted(gone)
            ]
            self.connection.execute(delete(actor_statements).where(here), rows)
        self._insert(
            actor_statements,
            [_row(actor_statements, key) for key, by in sorted(change.items()) if by > 0],
        )

    def _total(self, actors: Iterable[str]) -> None:
        """Put down again what those actors come to."""
        own = actor_facts.c
        for few in chunks(sorted(actors)):
            self.connection.execute(delete(actor_totals).where(actor_totals.c.actor_id.in_(few)))
            known: dict[str, dict[str, Counter[str]]] = {}
            for row in self.connection.execute(select(actor_facts).where(own.actor_id.in_(few))):
                facts = known.setdefault(row.actor_id, defaultdict(Counter))
                facts[row.fact][row.value] = row.times
            there = {ActorId(each): facts for each, facts in known.items() if facts["articles"]}
            names = fullest_names(self.connection, there)
            self._insert(
                actor_totals,
                [_total_of(each, facts, names.get(each)) for each, facts in there.items()],
            )

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)


def _total_of(actor: ActorId, facts: Mapping[str, Counter[str]], name: str | None) -> Row:
    """Return the row of ``actor_totals`` for an actor of those facts, each with its values."""
    articles = facts["articles"].total()
    said, said_of, said_to = (facts[part].total() for part in ("said", "said-of", "said-to"))
    forms = {fold(each) for fact in ("form", "role") for each in facts[fact]}
    return {
        "actor_id": actor,
        "usual": fold(name or ranked(facts["name"])[0]),
        "called": "\n".join(sorted(forms)),
        "kind": ranked(facts["kind"])[0],
        "country": next(iter(ranked(facts["country"])), ""),
        "articles": articles,
        "said": said,
        "said_of": said_of,
        "said_to": said_to,
        "place": -((said + said_of) * _STEP + articles),
    }


def _row(table: Table, values: tuple[str | int, ...]) -> Row:
    return dict(zip(table.columns.keys(), values, strict=True))
