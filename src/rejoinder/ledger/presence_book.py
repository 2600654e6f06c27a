"""The summary of actors, kept up to date: who is there, who speaks, about whom, how often."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from rejoinder.ledger.canonical import fullest_names
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.placed import placed
from rejoinder.ledger.presence import Cast, find_casts, presence_of
from rejoinder.ledger.ranking import ranked
from rejoinder.ledger.rows import Row
from rejoinder.ledger.schema import extractions
from rejoinder.ledger.schema_actors import (
    actor_facts,
    actor_statements,
    actor_totals,
    casts,
)
from rejoinder.model.ids import ActorId

__all__ = ["PresenceBook"]

_STEP: Final = 10_000_000
"""No ledger has as many articles."""

_COUNTED: Final = {
    "articles": "articles",
    "said": "said",
    "said_of": "said-of",
    "said_to": "said-to",
}
"""Numbers of ``actor_totals``, with the facts that they add up."""

_NUMBERS: Final = (*_COUNTED, "place")
_WORDS: Final = ("usual", "called", "kind", "country")
_RANKED: Final = ("kind", "country")
_CALLING: Final = ("form", "role")
_Facts = defaultdict[str, Counter[str]]
"""Of each sort of fact how often what is said, or by how much that has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceBook:
    """The tables of actors, within one transaction of writing."""

    connection: Connection

    def clear(self) -> None:
        """Forget everything."""
        for table in (casts, actor_totals, actor_facts, actor_statements):
            self.connection.execute(delete(table))

    def count(self, articles: Collection[str]) -> None:
        """Count those articles as they are now, and no longer as they were counted."""
        before, now = self._counted(articles), self._latest(articles)
        gone = {each: cast for each, cast in before.items() if now.get(each) != cast}
        fresh = {each: cast for each, cast in now.items() if before.get(each) != cast}
        change = presence_of(self.connection, fresh).without(presence_of(self.connection, gone))
        self._add(actor_facts, change.facts | placed(change.places))
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
        self._total(change.facts)

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

    def _total(self, change: Mapping[tuple[str, ...], int]) -> None:
        """Put down what the actors come to whose facts have changed by so much.

        What somebody is called may be much, and nearly all of it stays: it is read again only
        where a name or a role was counted less.
        """
        changes: dict[str, _Facts] = {}
        for (actor, fact, value), by in change.items():
            changes.setdefault(actor, defaultdict(Counter))[fact][value] = by
        for few in chunks(sorted(changes)):
            held = self._totals(few)
            ranks = self._facts(few, _RANKED)
            names = fullest_names(self.connection, map(ActorId, few))
            unnamed = self._facts([each for each in few if each not in names], ("name",))
            fewer = [each for each in few if _calls_less(changes[each])]
            forms = self._facts(fewer, _CALLING)
            rows = []
            for actor in few:
                called = _called(held.get(actor), changes[actor], forms.get(actor))
                name = names.get(ActorId(actor)) or next(iter(ranked(unnamed[actor]["name"])), "")
                told = _Told(called=called, usual=fold(name), ranks=ranks[actor])
                rows.append(_total_of(actor, held.get(actor), changes[actor], told))
            self._put_totals(rows, held)

    def _totals(self, few: Sequence[str]) -> dict[str, Row]:
        own = actor_totals.c.actor_id
        rows = self.connection.execute(select(actor_totals).where(own.in_(few))).mappings()
        return {row["actor_id"]: dict(row) for row in rows}

    def _facts(self, few: Sequence[str], sorts: Sequence[str]) -> defaultdict[str, _Facts]:
        own = actor_facts.c
        found: defaultdict[str, _Facts] = defaultdict(lambda: defaultdict(Counter))
        if few:
            query = select(actor_facts).where(own.actor_id.in_(few), own.fact.in_(sorts))
            for actor, fact, value, times in self.connection.execute(query):
                found[actor][fact][value] = times
        return found

    def _put_totals(self, rows: Iterable[Row], held: Mapping[str, Row]) -> None:
        """Write totals; where only numbers differ, only these."""
        gone, counted, whole = [], [], []
        for row in rows:
            actor, before = row["actor_id"], held.get(str(row["actor_id"]))
            if not row["articles"]:
                gone.append({"at_actor_id": actor})
            elif before and all(before[name] == row[name] for name in _WORDS):
                counted.append({"at_actor_id": actor, **{name: row[name] for name in _NUMBERS}})
            else:
                whole.append(row)
        here = actor_totals.c.actor_id == bindparam("at_actor_id")
        if gone:
            self.connection.execute(delete(actor_totals).where(here), gone)
        if counted:
            put_numbers = update(actor_totals).where(here)
            self.connection.execute(
                put_numbers.values(dict(zip(_NUMBERS, map(bindparam, _NUMBERS), strict=True))),
                counted,
            )
        if whole:
            put = upsert(actor_totals)
            every = {name: put.excluded[name] for name in (*_WORDS, *_NUMBERS)}
            put = put.on_conflict_do_update(index_elements=["actor_id"], set_=every)
            self.connection.execute(put, whole)

    def _insert(self, table: Table, rows: list[Row]) -> None:
        if rows:
            self.connection.execute(insert(table), rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What an actor is called, and how often it is taken for what."""

    called: str
    usual: str
    ranks: _Facts


def _calls_less(change: _Facts) -> bool:
    return any(by < 0 for fact in _CALLING for by in change[fact].values())


def _called(held: Row | None, change: _Facts, known: _Facts | None) -> str:
    """Return every name, alias and role: those held with what has come, or all that is known."""
    if known is not None:
        return "\n".join(sorted({fold(each) for fact in _CALLING for each in known[fact]}))
    before = str(held["called"]) if held else None
    fresh = {fold(each) for fact in _CALLING for each in change[fact]}
    if before is None:
        return "\n".join(sorted(fresh))
    lines = f"\n{before}\n"
    if all(f"\n{each}\n" in lines for each in fresh):
        return before
    return "\n".join(sorted(fresh.union(before.split("\n"))))


def _total_of(actor: str, held: Row | None, change: _Facts, told: _Told) -> Row:
    """Return the row of ``actor_totals`` for an actor whose facts have changed by so much."""
    counts = {
        name: int(held[name] if held else 0) + change[fact].total()
        for name, fact in _COUNTED.items()
    }
    return {
        "actor_id": actor,
        "usual": told.usual,
        "called": told.called,
        "kind": next(iter(ranked(told.ranks["kind"])), ""),
        "country": next(iter(ranked(told.ranks["country"])), ""),
        **counts,
        "place": -((counts["said"] + counts["said_of"]) * _STEP + counts["articles"]),
    }


def _row(table: Table, values: tuple[str | int, ...]) -> Row:
    return dict(zip(table.columns.keys(), values, strict=True))
