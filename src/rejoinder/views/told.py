"""Statements and events of many articles at once, with as many queries for many as for one.

What views over the whole ledger share: they need thousands of records, but of each little.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.canonical import actor_names, canonical_of_extractions
from rejoinder.ledger.copies import reports_with_copies
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
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.actor import ActorKind
from rejoinder.model.copies import by_origin
from rejoinder.model.date import DateInterval
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.statement import Act, Quotation

__all__ = ["HappenedRow", "SaidRow", "Told", "Who"]

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor, as most articles that were asked for show him."""

    id: ActorId
    name: str
    role: str | None
    kind: ActorKind
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """A statement; actors are in the ledger's ids.

    Attributes:
        told_by: who speaks in the statement within which it lies; None where the article tells it.
    """

    id: StatementId
    article_id: ArticleId
    ref: str
    publisher: str | None
    published: DateInterval | None
    said: DateInterval | None
    speaker: tuple[ActorId, ...]
    addressee: tuple[ActorId, ...]
    about: tuple[ActorId, ...]
    act: Act
    quotation: Quotation
    cue: str
    content: str
    parent: StatementId | None
    told_by: tuple[ActorId, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HappenedRow:
    """An event; actors are in the ledger's ids.

    Attributes:
        asserted_by: the statement that claims it; None where the publisher tells it.
        claimed_by: who speaks in that statement; None where the publisher tells it.
    """

    id: EventId
    article_id: ArticleId
    ref: str
    publisher: str | None
    published: DateInterval | None
    date: DateInterval | None
    event_type: EventType
    mode: tuple[str, ...]
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]
    modality: Modality
    words: str
    asserted_by: StatementId | None
    claimed_by: tuple[ActorId, ...] | None


class Told:
    """What some of the latest extractions tell, read when it is asked for."""

    def __init__(
        self,
        connection: Connection,
        *conditions: ColumnElement[bool],
        only: Collection[str] | None = None,
        words: bool = True,
    ) -> None:
        """Choose extractions by conditions on them and their articles; all where there is none.

        Args:
            connection: of the ledger.
            conditions: on extractions joined with their articles.
            only: ids of the only statements that are told; None for all.
            words: whether statements come with cue and content; without they come faster.
        """
        self._connection, self._only, self._words = connection, only, words
        query = (
            select(extractions, articles.c.ref, articles.c.text)
            .join(articles, articles.c.id == extractions.c.article_id)
            .where(is_latest(), *conditions)
        )
        self._heads = {row["id"]: row for row in connection.execute(query).mappings()}
        self._published = {key: date_of(row, "published") for key, row in self._heads.items()}

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[ActorId, ActorId]]:
        return canonical_of_extractions(self._connection, list(self._heads))

    @cached_property
    def origins(self) -> Mapping[ArticleId, str]:
        """Return from where each article's text comes; see `by_origin`."""
        ids = {head["article_id"] for head in self._heads.values()}
        found = by_origin(reports_with_copies(self._connection, ids))
        return {each.article: name for name, reports in found.items() for each in reports}

    @cached_property
    def _speakers(self) -> Mapping[Key, Mapping[str, tuple[ActorId, ...]]]:
        return self._parts(statement_actors, "statement_id")

    @cached_property
    def said(self) -> Sequence[SaidRow]:
        """Return the statements, in no order that means anything."""
        spans: defaultdict[Key, dict[str, list[tuple[int, int]]]] = defaultdict(dict)
        names = ("statement_id", "role", "span_start", "span_end")
        cells = self._cells(statement_spans, *names) if self._words else ()
        for extraction, statement, role, start, end in cells:
            spans[extraction, statement].setdefault(role, []).append((start, end))
        rows = self._rows(statements)
        only = self._only
        return [self._said(row, spans) for row in rows if only is None or row["id"] in only]

    @cached_property
    def happened(self) -> Sequence[HappenedRow]:
        """Return the events, in no order that means anything."""
        parties = self._parts(event_actors, "event_id")
        return [self._happened(row, parties) for row in self._rows(events)]

    def who(self, ids: Collection[ActorId]) -> dict[ActorId, Who]:
        """Return who those actors are: what most articles show, of equally many the least."""
        wanted = set(ids)
        shown: defaultdict[ActorId, list[RowMapping]] = defaultdict(list)
        for row in self._rows(actors):
            actor = self._ids[row["extraction_id"]].get(row["id"], row["id"])
            if actor in wanted:
                shown[actor].append(row)
        names = actor_names(self._connection, shown.keys())
        return {
            actor: Who(
                id=actor,
                name=names.get(actor) or str(_most(row["name"] for row in rows)),
                role=_most(row["role"] for row in rows),
                kind=ActorKind(str(_most(row["kind"] for row in rows))),
                country=_most(row["country"] for row in rows),
                sector=_most(row["sector"] for row in rows),
            )
            for actor, rows in shown.items()
        }

    def acting_for(self, country: str, sectors: Collection[str | None]) -> set[ActorId]:
        """Return whoever most articles show as of that country and of one of those sectors."""
        counts: defaultdict[ActorId, Counter[bool]] = defaultdict(Counter)
        for row in self._rows(actors):
            actor = self._ids[row["extraction_id"]].get(row["id"], row["id"])
            counts[actor][row["country"] == country and row["sector"] in sectors] += 1
        return {actor for actor, count in counts.items() if count[True] > count[False]}

    def _said(
        self, row: RowMapping, spans: Mapping[Key, Mapping[str, Sequence[tuple[int, int]]]]
    ) -> SaidRow:
        key = (row["extraction_id"], row["id"])
        head, parts, own = self._heads[key[0]], self._speakers.get(key, {}), spans.get(key, {})
        speaker = parts.get("speaker", ())
        parent = row["parent_id"]

        def words(role: str) -> str:
            return " … ".join(head["text"][start:end] for start, end in own.get(role, ()))

        return SaidRow(
            id=row["id"],
            article_id=head["article_id"],
            ref=head["ref"],
            publisher=head["publisher"],
            published=self._published[key[0]],
            said=date_of(row, "said"),
            speaker=speaker,
            addressee=parts.get("addressee", ()),
            about=tuple(each for each in parts.get("about", ()) if each not in speaker),
            act=Act(row["act"]),
            quotation=Quotation(row["quotation"]),
            cue=words("cue"),
            content=words("content"),
            parent=parent,
            told_by=None if parent is None else self._voice(key[0], parent),
        )

    def _happened(
        self, row: RowMapping, parties: Mapping[Key, Mapping[str, tuple[ActorId, ...]]]
    ) -> HappenedRow:
        head, parts = (
            self._heads[row["extraction_id"]],
            parties.get((row["extraction_id"], row["id"]), {}),
        )
        by = row["asserted_by"]
        return HappenedRow(
            id=row["id"],
            article_id=head["article_id"],
            ref=head["ref"],
            publisher=head["publisher"],
            published=self._published[row["extraction_id"]],
            date=date_of(row, "date"),
            event_type=EventType(row["event_type"]),
            mode=tuple(json.loads(row["mode"])),
            actor=parts.get("actor", ()),
            recipient=parts.get("recipient", ()),
            modality=Modality(row["modality"]),
            words=head["text"][row["span_start"] : row["span_end"]],
            asserted_by=by,
            claimed_by=None if by is None else self._voice(row["extraction_id"], by),
        )

    def _voice(self, extraction: str, statement: str) -> tuple[ActorId, ...]:
        return self._speakers.get((extraction, statement), {}).get("speaker", ())

    def _parts(self, table: Table, key: str) -> dict[Key, dict[str, tuple[ActorId, ...]]]:
        """Return who takes which part, by record and role, each once and in the ledger's ids."""
        found: defaultdict[Key, defaultdict[str, dict[ActorId, None]]]
        found = defaultdict(lambda: defaultdict(dict))
        for extraction, record, role, actor in self._cells(table, key, "role", "actor_id"):
            own = self._ids[extraction].get(actor, actor)
            found[extraction, record][role][own] = None
        return {
            record: {role: tuple(each) for role, each in parts.items()}
            for record, parts in found.items()
        }

    def _rows(self, table: Table) -> Iterator[Any]:
        """Yield the rows of a table that belong to the extractions, by position."""
        yield from self._connection.execute(self._query(table, table.c)).mappings()

    def _cells(self, table: Table, *names: str) -> Iterator[Any]:
        """Yield extraction and columns of those rows, which takes half the time."""
        columns = [table.c.extraction_id, *(table.c[name] for name in names)]
        yield from self._connection.execute(self._query(table, columns))

    def _query(self, table: Table, columns: Iterable[ColumnElement[Any]]) -> Select[Any]:
        return (
            select(*columns)
            .where(table.c.extraction_id.in_(wanted_values(self._heads)))
            .order_by(table.c.position)
        )


def _most(values: Iterable[str | None]) -> str | None:
    """Return the value that most have, of equally many the least; None where none has any."""
    counts = Counter(each for each in values if each is not None)
    return min(counts, key=lambda each: (-counts[each], each), default=None)
