"""Which statements and events a timeline may be made of, without going through all of them."""

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    intersect,
    select,
)

from rejoinder.ledger.schema import (
    actors,
    event_actors,
    events,
    extractions,
    statement_actors,
    statements,
)
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.ids import ActorId
from rejoinder.views.filters import ids_that_lead_to
from rejoinder.views.on_matter import extractions_on, statements_on

__all__ = ["Asked", "Found", "find_records"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a timeline is of; see `rejoinder.views.timeline.find_timeline`."""

    parties: tuple[Set[ActorId], ...] = ()
    matter: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Among what all that is asked for must be; there may be more.

    Attributes:
        said: ids of statements; None for all.
        happened: ids of events; None for all.
        said_when: conditions on statements.
        happened_when: conditions on events.
        on_matter: ids of the statements that hold the words of the matter; None where none is
            asked for.
        articles: ids of the articles that do.
    """

    said: Collection[str] | None = None
    happened: Collection[str] | None = None
    said_when: Sequence[ColumnElement[bool]] = ()
    happened_when: Sequence[ColumnElement[bool]] = ()
    on_matter: Set[str] | None = None
    articles: Set[str] = frozenset()


def find_records(connection: Connection, asked: Asked) -> Found:
    """Return the statements and events of the parties, else of the matter, on the days."""
    on_matter, extracted = None, set[str]()
    if asked.matter is not None:
        on_matter = statements_on(connection, asked.matter)
        extracted = extractions_on(connection, asked.matter)
    said: Set[str] | None = on_matter
    happened: Set[str] | None = None
    if asked.parties:
        said = _said_by(connection, asked.parties)
        said = said if on_matter is None else said & on_matter
        happened = _happened_to(connection, asked.parties)
    elif on_matter is not None:
        happened = _happened_in(connection, extracted | _extractions_of(connection, on_matter))
    return Found(
        said=said,
        happened=happened,
        said_when=tuple(_within(statements.c.said_start, statements.c.said_end, asked)),
        happened_when=tuple(_within(events.c.date_start, events.c.date_end, asked)),
        on_matter=on_matter,
        articles=_articles(connection, extracted),
    )


def _within(start: Column[date], end: Column[date], asked: Asked) -> Iterator[ColumnElement[bool]]:
    if asked.until is not None:
        yield start <= asked.until
    if asked.since is not None:
        yield end >= asked.since


def _said_by(connection: Connection, parties: Sequence[Set[ActorId]]) -> set[str]:
    """Return the statements in which one of each party takes part."""
    return _of_each(connection, parties, statement_actors.c.statement_id)


def _happened_to(connection: Connection, parties: Sequence[Set[ActorId]]) -> set[str]:
    """Return the events in which one of each party takes part."""
    return _of_each(connection, parties, event_actors.c.event_id)


def _of_each(
    connection: Connection, parties: Sequence[Set[ActorId]], column: Column[str]
) -> set[str]:
    """Return in what one of each party takes part, of articles that name one of each.

    Args:
        connection: of the ledger.
        parties: by the ledger's ids.
        column: of whom is in what: what it is.
    """
    names = [_names(connection, each) for each in parties]
    named = [select(actors.c.extraction_id).where(actors.c.id.in_(each)) for each in names]
    own = column.table.c
    asked = [
        select(own.extraction_id, column).where(
            own.extraction_id.in_(_all_of(named)), own.actor_id.in_(each)
        )
        for each in names
    ]
    return {row[1] for row in connection.execute(_all_of(asked))}


def _happened_in(connection: Connection, extracted: Collection[str]) -> set[str]:
    query = select(events.c.id).where(events.c.extraction_id.in_(wanted_values(extracted)))
    return set(connection.execute(query).scalars())


def _extractions_of(connection: Connection, ids: Collection[str]) -> set[str]:
    query = select(statements.c.extraction_id).where(statements.c.id.in_(wanted_values(ids)))
    return set(connection.execute(query).scalars())


def _articles(connection: Connection, extracted: Collection[str]) -> frozenset[str]:
    query = select(extractions.c.article_id).where(extractions.c.id.in_(wanted_values(extracted)))
    return frozenset(connection.execute(query).scalars()) if extracted else frozenset()


def _names(connection: Connection, ids: Set[ActorId]) -> Select[tuple[str]]:
    return wanted_values(ids_that_lead_to(connection, ids))


def _all_of(queries: Sequence[Select[Any]]) -> Select[Any] | CompoundSelect[Any]:
    """Return the query for what all of them find."""
    return queries[0].distinct() if len(queries) == 1 else intersect(*queries)
