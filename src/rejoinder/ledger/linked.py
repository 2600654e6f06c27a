"""Records of no more than some statements: for what is put together from few of many articles."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, Table, literal, select

from rejoinder.ledger.assemble import assemble
from rejoinder.ledger.canonical import actor_names, canonical_of_extractions
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import (
    actors,
    articles,
    event_actors,
    events,
    extractions,
    statement_actors,
    statement_spans,
    statements,
)
from rejoinder.model.canonical import canonical_record
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

__all__ = ["linked_records", "shown_records"]

_Rows = defaultdict[str, defaultdict[str, list[RowMapping]]]
_FEW = 400


def linked_records(connection: Connection, ids: Collection[str]) -> list[ArticleRecord]:
    """Return records that hold of the latest extractions just those statements and events.

    They are in the ledger's ids, with all actors; without texts, mentions, zones and links.
    """
    return _Loading(connection, ids, shown=False).records()


def shown_records(connection: Connection, ids: Collection[str]) -> list[ArticleRecord]:
    """Return such records with texts, in the ledger's names, and with whom they are nested in."""
    return _Loading(connection, ids, shown=True).records()


class _Loading:
    """Rows of some statements and events, by extraction."""

    def __init__(self, connection: Connection, ids: Collection[str], *, shown: bool) -> None:
        self._connection = connection
        self._shown = shown
        self._rows: _Rows = defaultdict(lambda: defaultdict(list))
        self._ids: set[str] = set(ids)
        wanted = sorted(set(ids))
        while wanted:
            wanted = self._add_statements(wanted)
        self._add(events, ids)
        self._keys = sorted(self._rows)
        for key in self._keys:
            self._rows[key][statements.name].sort(key=lambda row: row["position"])
        self._add_parts()

    def records(self) -> list[ArticleRecord]:
        """Return the records, in the order of the extractions' ids."""
        heads = self._heads()
        found = [assemble(heads[key], self._rows[key]) for key in self._keys]
        ids = canonical_of_extractions(self._connection, self._keys)
        names: Mapping[ActorId, str] = {}
        if self._shown:
            names = actor_names(self._connection, self._taking_part(ids))
        renamed = []
        for key, record in zip(self._keys, found, strict=True):
            own = ids.get(key, {})
            called = {each: names[each] for each in own.values() if each in names}
            renamed.append(canonical_record(record, partial(_known_as, own), called))
        return renamed

    def _taking_part(self, ids: Mapping[str, Mapping[ActorId, ActorId]]) -> set[ActorId]:
        """Return by which ids those go who take part in the statements."""
        return {
            ids[key].get(row["actor_id"], row["actor_id"])
            for key in self._keys
            for row in self._rows[key][statement_actors.name]
        }

    def _add_statements(self, wanted: Sequence[str]) -> list[str]:
        """Add those statements; return what they are nested in, where that is to be shown."""
        rows = self._add(statements, wanted)
        self._ids.update(wanted)
        if not self._shown:
            return []
        around = {row["parent_id"] for row in rows} - self._ids - {None}
        return sorted(around)

    def _add_parts(self) -> None:
        """Add what belongs to the statements and events, and all actors of their articles."""
        roles = ("content", "source", "cue") if self._shown else ("content",)
        for few in chunks(self._keys, _FEW):
            own: list[tuple[Table, str]] = [
                (statement_spans, "statement_id"),
                (statement_actors, "statement_id"),
                (event_actors, "event_id"),
            ]
            for table, column in own:
                query = select(table).where(table.c.extraction_id.in_(few))
                if table is statement_spans:
                    query = query.where(table.c.role.in_(roles))
                for row in self._connection.execute(query.order_by(table.c.position)).mappings():
                    if row[column] in self._ids:
                        self._rows[row["extraction_id"]][table.name].append(row)
            people = select(actors).where(actors.c.extraction_id.in_(few))
            for row in self._connection.execute(people.order_by(actors.c.position)).mappings():
                self._rows[row["extraction_id"]][actors.name].append(row)

    def _add(self, table: Table, wanted: Iterable[str]) -> list[RowMapping]:
        """Add those rows of the latest extractions, and return them."""
        rows: list[RowMapping] = []
        for few in chunks(sorted(set(wanted)), _FEW):
            rows += self._connection.execute(_latest(table).where(table.c.id.in_(few))).mappings()
        for row in rows:
            self._rows[row["extraction_id"]][table.name].append(row)
        return rows

    def _heads(self) -> dict[str, RowMapping]:
        """Return the rows of the extractions with their articles, without the texts if need be."""
        body = articles.c.text if self._shown else literal("").label("text")
        heads: dict[str, RowMapping] = {}
        for few in chunks(self._keys, _FEW):
            query = (
                select(extractions, articles.c.ref, articles.c.url, body)
                .join(articles, articles.c.id == extractions.c.article_id)
                .where(extractions.c.id.in_(few))
            )
            heads |= {row["id"]: row for row in self._connection.execute(query).mappings()}
        return heads


def _latest(table: Table) -> Select[Any]:
    """Return the query for rows of the latest extractions, in their order."""
    return (
        select(table)
        .join(extractions, extractions.c.id == table.c.extraction_id)
        .where(is_latest())
        .order_by(table.c.extraction_id, table.c.position)
    )


def _known_as(ids: Mapping[ActorId, ActorId], actor: ActorId) -> ActorId:
    return ids.get(actor, actor)
