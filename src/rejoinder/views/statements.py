"""Statements as people read them: who said what about whom, where and when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    func,
    select,
    tuple_,
)

from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.canonical import actor_names, canonical_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import (
    actors,
    articles,
    extractions,
    relays,
    statement_actors,
    statement_spans,
    statements,
)
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.span import APART
from rejoinder.model.statement import Act, Quotation
from rejoinder.views.copies import CopyView, copy_views
from rejoinder.views.filters import StatementFilter, statement_conditions

__all__ = ["Party", "StatementView", "find_statements"]

_AT_ONCE = 200

Key = tuple[str, str]
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes a part in a statement.

    Attributes:
        id: by which the actor goes in the ledger; None for a carrier of words who is not known.
        name: what the ledger calls the actor; for an unknown carrier the article's words.
        role: the article's words for the office, or None.
    """

    id: ActorId | None
    name: str
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement with everything that a line about it needs.

    Attributes:
        said: when it was said, where the text resolves it; else see ``published``.
        source: the words that name who speaks; pieces are joined by an ellipsis.
        parent: the statement in whose content it lies, or None.
        depth: 0 for one that the article tells itself, 1 for one within another's content, ...
        copies: what its article has to do with others of its text, where that is known.
    """

    id: StatementId
    article_id: ArticleId
    article_ref: str
    publisher: str | None
    published: DateInterval | None
    said: DateInterval | None
    speaker: tuple[Party, ...]
    addressee: tuple[Party, ...]
    about: tuple[Party, ...]
    relay: tuple[Party, ...]
    act: Act
    quotation: Quotation
    source: str
    cue: str
    content: str
    parent: StatementId | None
    depth: int
    score: float
    copies: CopyView | None = None


def find_statements(connection: Connection, wanted: StatementFilter) -> list[StatementView]:
    """Return the statements that are asked for, by date (undated last), article and place in it."""
    query = _query(connection, wanted)
    if wanted.publisher is not None:
        query = query.where(extractions.c.publisher.in_(_publishers(connection, wanted.publisher)))
    rows = connection.execute(query.limit(wanted.limit)).mappings().all()
    found: list[StatementView] = []
    for chunk in chunks(rows, _AT_ONCE):
        found.extend(_views(connection, chunk))
    return found


def _query(connection: Connection, wanted: StatementFilter) -> Select[Any]:
    """Return the query for the statements, without texts, spans and parties."""
    date = func.coalesce(statements.c.said_start, extractions.c.published_start)
    published = [column for column in extractions.c if column.name.startswith("published_")]
    return (
        select(
            statements,
            extractions.c.article_id,
            extractions.c.publisher,
            *published,
            articles.c.ref,
        )
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest(), *statement_conditions(connection, wanted))
        .order_by(date.is_(None), date, articles.c.ref, articles.c.id, statements.c.position)
    )


def _publishers(connection: Connection, part: str) -> list[str]:
    """Return the publishers with that in their name, whatever the case and the accents."""
    known = connection.execute(select(extractions.c.publisher).distinct()).scalars()
    wanted = fold(part).strip()
    return [name for name in known if name and wanted and wanted in fold(name)]


def _views(connection: Connection, rows: Sequence[RowMapping]) -> list[StatementView]:
    """Return the views of some statements, with as many queries for many as for one."""
    keys = [(row["extraction_id"], row["id"]) for row in rows]
    texts = _texts(connection, {row["article_id"] for row in rows})
    spans = _spans(connection, keys)
    parties = _parties(connection, keys)
    carriers = _relays(connection, rows, texts)
    parents = _parents(connection, {key[0] for key in keys})
    copies = copy_views(connection, {row["article_id"] for row in rows})

    def words(row: RowMapping, role: str) -> str:
        text = texts[row["article_id"]]
        each = spans[row["extraction_id"], row["id"]][role]
        return APART.join(text[start:end] for start, end in each)

    def cast(row: RowMapping, role: str) -> tuple[Party, ...]:
        return tuple(parties[row["extraction_id"], row["id"]][role])

    return [
        StatementView(
            id=row["id"],
            article_id=row["article_id"],
            article_ref=row["ref"],
            publisher=row["publisher"],
            published=date_of(row, "published"),
            said=date_of(row, "said"),
            speaker=cast(row, "speaker"),
            addressee=cast(row, "addressee"),
            about=cast(row, "about"),
            relay=tuple(carriers[row["extraction_id"], row["id"]]),
            act=Act(row["act"]),
            quotation=Quotation(row["quotation"]),
            source=words(row, "source"),
            cue=words(row, "cue"),
            content=words(row, "content"),
            parent=row["parent_id"],
            depth=_depth(parents[row["extraction_id"]], row["id"]),
            score=row["score"],
            copies=copies.get(row["article_id"]),
        )
        for row in rows
    ]


def _texts(connection: Connection, ids: set[str]) -> dict[str, str]:
    """Return the texts of articles."""
    query = select(articles.c.id, articles.c.text).where(articles.c.id.in_(ids))
    return {row.id: row.text for row in connection.execute(query)}


def _spans(connection: Connection, keys: Sequence[Key]) -> dict[Key, dict[str, list[Range]]]:
    """Return start and end of the spans by statement and role."""
    table = statement_spans
    found: dict[Key, dict[str, list[Range]]] = defaultdict(lambda: defaultdict(list))
    query = select(table).where(_among(table, keys)).order_by(table.c.position)
    for row in connection.execute(query):
        spans = found[row.extraction_id, row.statement_id][row.role]
        spans.append((row.span_start, row.span_end))
    return found


def _parties(connection: Connection, keys: Sequence[Key]) -> dict[Key, dict[str, list[Party]]]:
    """Return who takes which part by statement and role, each once."""
    cast = statement_actors
    query = (
        select(
            cast.c.extraction_id,
            cast.c.statement_id,
            cast.c.role.label("part"),
            actors.c.name,
            actors.c.role,
            canonical_of(cast.c.actor_id, extractions.c.article_id).label("canonical"),
        )
        .join(extractions, extractions.c.id == cast.c.extraction_id)
        .join(
            actors,
            (actors.c.extraction_id == cast.c.extraction_id) & (actors.c.id == cast.c.actor_id),
        )
        .where(_among(cast, keys))
        .order_by(cast.c.position)
    )
    rows = connection.execute(query).all()
    names = actor_names(connection, {ActorId(row.canonical) for row in rows})
    found: dict[Key, dict[str, dict[str, Party]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        party = Party(id=row.canonical, name=names.get(row.canonical, row.name), role=row.role)
        found[row.extraction_id, row.statement_id][row.part].setdefault(row.canonical, party)
    return defaultdict(
        lambda: defaultdict(list),
        {key: _lists(_but_speakers(parts)) for key, parts in found.items()},
    )


def _but_speakers(parts: dict[str, dict[str, Party]]) -> dict[str, dict[str, Party]]:
    """Return the parts with nobody spoken of by himself, as two ids of one actor would have it."""
    speakers = parts.get("speaker", {})
    about = {each: party for each, party in parts.get("about", {}).items() if each not in speakers}
    return {**parts, "about": about}


def _lists(parts: dict[str, dict[str, Party]]) -> dict[str, list[Party]]:
    return defaultdict(list, {part: list(found.values()) for part, found in parts.items()})


def _relays(
    connection: Connection, rows: Sequence[RowMapping], texts: dict[str, str]
) -> dict[Key, list[Party]]:
    """Return who carried the words, by statement."""
    article_of = {row["extraction_id"]: row["article_id"] for row in rows}
    keys = [(row["extraction_id"], row["id"]) for row in rows]
    query = (
        select(
            relays,
            actors.c.name,
            actors.c.role,
            canonical_of(relays.c.actor_id, extractions.c.article_id).label("canonical"),
        )
        .join(extractions, extractions.c.id == relays.c.extraction_id)
        .join(
            actors,
            (actors.c.extraction_id == relays.c.extraction_id) & (actors.c.id == relays.c.actor_id),
            isouter=True,
        )
        .where(_among(relays, keys))
        .order_by(relays.c.position)
    )
    carried = connection.execute(query).all()
    names = actor_names(connection, {ActorId(row.canonical) for row in carried if row.canonical})
    found: dict[Key, list[Party]] = defaultdict(list)
    for row in carried:
        words = texts[article_of[row.extraction_id]][row.span_start : row.span_end]
        name = names.get(row.canonical) or row.name or words
        party = Party(id=row.canonical, name=name, role=row.role)
        found[row.extraction_id, row.statement_id].append(party)
    return found


def _among(table: Table, keys: Sequence[Key]) -> ColumnElement[bool]:
    """Return the condition that a row belongs to one of those statements."""
    # SQLite takes pairs from a list without its index; the first column leads it there.
    return and_(
        table.c.extraction_id.in_({key[0] for key in keys}),
        tuple_(table.c.extraction_id, table.c.statement_id).in_(keys),
    )


def _parents(connection: Connection, ids: set[str]) -> dict[str, dict[str, str]]:
    """Return the parent of each nested statement, by extraction."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    query = select(statements.c.extraction_id, statements.c.id, statements.c.parent_id).where(
        statements.c.extraction_id.in_(ids), statements.c.parent_id.is_not(None)
    )
    for row in connection.execute(query):
        found[row.extraction_id][row.id] = row.parent_id
    return found


def _depth(parents: dict[str, str], statement: str) -> int:
    """Return in how many other statements it lies; the ledger holds no circles."""
    depth = 0
    while statement in parents:
        statement = parents[statement]
        depth += 1
    return depth
