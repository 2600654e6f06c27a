"""Statements and events of many articles at once, some thousand at a time.

What views over many articles share: they need thousands of records, but of each little. Only those
that are asked for are read, with the words that they stand on and whoever takes part in them; an
article's text is let go once its words are taken.
"""

import functools
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table, and_, select

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.canonical import canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import (
    articles,
    event_actors,
    events,
    extractions,
    statement_actors,
    statement_spans,
    statements,
)
from rejoinder.ledger.wanted import given_rows, given_table, wanted_values
from rejoinder.model.date import DateInterval
from rejoinder.model.event import EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.span import APART
from rejoinder.model.statement import Act, Quotation

__all__ = ["HappenedRow", "SaidRow", "happened_rows", "said_rows"]

_TOGETHER = 2000
Key = tuple[str, str]
_Cast = Mapping[Key, Mapping[str, tuple[ActorId, ...]]]
_Texts = Mapping[str, str]


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


def said_rows(
    connection: Connection,
    ids: Collection[str] | None = None,
    *conditions: ColumnElement[bool],
    keep: Callable[[SaidRow], bool] | None = None,
    words: bool = True,
) -> list[SaidRow]:
    """Return statements of the latest extractions, in no order that means anything.

    Args:
        connection: of the ledger.
        ids: of the only statements that are wanted; None for all.
        conditions: on statements joined with extractions and articles.
        keep: which of them; it is asked before their words are read, cue and content are empty.
        words: whether cue and content are read; without them rows come faster.
    """
    found: list[SaidRow] = []
    for rows in _heads(connection, statements, ids, conditions):
        keys = {(row["extraction_id"], row["id"]) for row in rows}
        around = {(row["extraction_id"], row["parent_id"]) for row in rows if row["parent_id"]}
        cast = _cast(connection, statement_actors, "statement_id", keys | around)
        plain = [(row, _said(row, cast)) for row in rows]
        kept = [(row, said) for row, said in plain if keep is None or keep(said)]
        found += _worded(connection, kept) if words else (said for _, said in kept)
    return found


def happened_rows(
    connection: Connection,
    ids: Collection[str] | None = None,
    *conditions: ColumnElement[bool],
    keep: Callable[[HappenedRow], bool] | None = None,
    words: bool = True,
) -> list[HappenedRow]:
    """Return events of the latest extractions likewise; ``keep`` is asked without their words."""
    found: list[HappenedRow] = []
    for rows in _heads(connection, events, ids, conditions):
        keys = {(row["extraction_id"], row["id"]) for row in rows}
        parties = _cast(connection, event_actors, "event_id", keys)
        tellers = {(row["extraction_id"], row["asserted_by"]) for row in rows if row["asserted_by"]}
        voices = _cast(connection, statement_actors, "statement_id", tellers)
        plain = [(row, _happened(row, parties, voices)) for row in rows]
        kept = [(row, event) for row, event in plain if keep is None or keep(event)]
        texts = _texts(connection, [row for row, _ in kept]) if words else {}
        for row, event in kept:
            span = texts.get(row["extraction_id"], "")[row["span_start"] : row["span_end"]]
            found.append(replace(event, words=span) if words else event)
    return found


def _heads(
    connection: Connection,
    table: Table,
    ids: Collection[str] | None,
    conditions: Sequence[ColumnElement[bool]],
) -> Iterator[Sequence[RowMapping]]:
    """Yield rows of a table with what is known of their articles, so many at a time."""
    published = [each for each in extractions.c if each.name.startswith("published_")]
    query = (
        select(*table.c, extractions.c.article_id, extractions.c.publisher, *published)
        .add_columns(articles.c.ref)
        .join(extractions, extractions.c.id == table.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest(), *conditions)
    )
    if ids is None:
        every = query.execution_options(yield_per=_TOGETHER)
        yield from connection.execute(every).mappings().partitions(_TOGETHER)
        return
    for few in chunks(sorted(ids), _TOGETHER):
        yield connection.execute(query.where(table.c.id.in_(wanted_values(few)))).mappings().all()


def _said(row: RowMapping, cast: _Cast) -> SaidRow:
    parts = cast.get((row["extraction_id"], row["id"]), {})
    speaker, parent = parts.get("speaker", ()), row["parent_id"]
    return SaidRow(
        id=row["id"],
        article_id=row["article_id"],
        ref=row["ref"],
        publisher=row["publisher"],
        published=date_of(row, "published"),
        said=date_of(row, "said"),
        speaker=speaker,
        addressee=parts.get("addressee", ()),
        about=tuple(each for each in parts.get("about", ()) if each not in speaker),
        act=Act(row["act"]),
        quotation=Quotation(row["quotation"]),
        cue="",
        content="",
        parent=parent,
        told_by=None if parent is None else _voice(cast, row["extraction_id"], parent),
    )


def _happened(row: RowMapping, parties: _Cast, voices: _Cast) -> HappenedRow:
    parts, by = parties.get((row["extraction_id"], row["id"]), {}), row["asserted_by"]
    return HappenedRow(
        id=row["id"],
        article_id=row["article_id"],
        ref=row["ref"],
        publisher=row["publisher"],
        published=date_of(row, "published"),
        date=date_of(row, "date"),
        event_type=EventType(row["event_type"]),
        mode=tuple(json.loads(row["mode"])),
        actor=parts.get("actor", ()),
        recipient=parts.get("recipient", ()),
        modality=Modality(row["modality"]),
        words="",
        asserted_by=by,
        claimed_by=None if by is None else _voice(voices, row["extraction_id"], by),
    )


def _voice(cast: _Cast, extraction: str, statement: str) -> tuple[ActorId, ...]:
    return cast.get((extraction, statement), {}).get("speaker", ())


def _cast(connection: Connection, table: Table, key: str, keys: Collection[Key]) -> _Cast:
    """Return who takes which part, by record and role, each once and in the ledger's ids."""
    found: defaultdict[Key, defaultdict[str, dict[ActorId, None]]]
    found = defaultdict(lambda: defaultdict(dict))
    rows = connection.execute(_cast_of_given(table, key), given_rows(keys)) if keys else ()
    for extraction, record, role, actor in rows:
        found[extraction, record][role][actor] = None
    return {
        record: {role: tuple(each) for role, each in parts.items()}
        for record, parts in found.items()
    }


@functools.cache
def _cast_of_given(table: Table, key: str) -> Select[Any]:
    given, own = given_table("extraction_id", "record_id"), table.c
    here = and_(own.extraction_id == given.c.extraction_id, own[key] == given.c.record_id)
    goes = canonical_of(own.actor_id, extractions.c.article_id)
    return (
        select(own.extraction_id, own[key], own.role, goes)
        .select_from(given)
        .join(table, here)
        .join(extractions, extractions.c.id == own.extraction_id)
        .order_by(own.position)
    )


def _worded(
    connection: Connection, kept: Sequence[tuple[RowMapping, SaidRow]]
) -> Iterator[SaidRow]:
    """Yield statements with the words of their cue and content."""
    spans: defaultdict[Key, dict[str, list[tuple[int, int]]]] = defaultdict(dict)
    keys = {(row["extraction_id"], row["id"]) for row, _ in kept}
    cells = connection.execute(_spans_of_given(), given_rows(keys)) if keys else ()
    for extraction, statement, role, start, end in cells:
        spans[extraction, statement].setdefault(role, []).append((start, end))
    texts = _texts(connection, [row for row, _ in kept])
    for row, said in kept:
        own, text = spans[row["extraction_id"], row["id"]], texts[row["extraction_id"]]
        words = {role: APART.join(text[at:end] for at, end in own[role]) for role in own}
        yield replace(said, cue=words.get("cue", ""), content=words.get("content", ""))


@functools.cache
def _spans_of_given() -> Select[Any]:
    given, own = given_table("extraction_id", "statement_id"), statement_spans.c
    here = and_(*(own[name] == given.c[name] for name in ("extraction_id", "statement_id")))
    return (
        select(own.extraction_id, own.statement_id, own.role, own.span_start, own.span_end)
        .select_from(given)
        .join(statement_spans, here)
        .where(own.role.in_(("cue", "content")))
        .order_by(own.position)
    )


def _texts(connection: Connection, rows: Sequence[RowMapping]) -> _Texts:
    """Return the texts in which records stand, by their extractions."""
    wanted = {row["extraction_id"] for row in rows}
    query = (
        select(extractions.c.id, articles.c.text)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(extractions.c.id.in_(wanted_values(wanted)))
    )
    return {row[0]: row[1] for row in connection.execute(query)} if wanted else {}
