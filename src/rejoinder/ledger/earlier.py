"""Where actors speak or are spoken of, by the ledger's ids and within some days."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from rejoinder.ledger.canonical import canonical_of, members_of
from rejoinder.ledger.days import first_days
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import actors, extractions, speech_days, statement_actors, statements
from rejoinder.ledger.wanted import wanted_refs, wanted_values
from rejoinder.model.identity import ref_of_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = ["Days", "extractions_mixing", "extractions_naming", "extractions_with"]

Days = Sequence[tuple[date, date]]
"""Stretches of days, each from its first to its last."""


def extractions_with(
    connection: Connection,
    role: str,
    ids: Collection[ActorId],
    days: Days | None = None,
    undated: Collection[ActorId] | None = None,
) -> set[str]:
    """Return the extractions with a statement in which one of the actors takes that part.

    Args:
        connection: of the ledger.
        role: speaker, addressee or about.
        ids: canonical ids.
        days: what was certainly said on none of them may be left out.
        undated: with ``days``: those of the ids for which what has no date counts too; all if None.
    """
    if days is None:
        return set(connection.execute(_ever(connection, role, ids)).scalars())
    found: set[str] = set()
    day = speech_days.c.first_day
    stretches = [
        and_(day.between(*first_days(since, until)), _may_be_said(since, until))
        for since, until in days
    ]
    if stretches:
        found.update(connection.execute(_within(role, ids, or_(*stretches))).scalars())
    open_to = ids if undated is None else undated
    if open_to:
        found.update(connection.execute(_within(role, open_to, day == "")).scalars())
    return found


def extractions_naming(connection: Connection, refs: Collection[ActorRef]) -> set[str]:
    """Return the latest extractions that have one of those actors."""
    every = wanted_refs(ref for ref in refs if not ref.article)
    query = (
        select(actors.c.extraction_id)
        .join_from(every, actors, actors.c.id == every.c.actor_id)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(is_latest())
    )
    found = set(connection.execute(query).scalars())
    one = wanted_refs(ref for ref in refs if ref.article)
    query = (
        select(actors.c.extraction_id)
        .join_from(one, extractions, extractions.c.article_id == one.c.article_id)
        .join(
            actors, and_(actors.c.extraction_id == extractions.c.id, actors.c.id == one.c.actor_id)
        )
        .where(is_latest())
    )
    return found | set(connection.execute(query).scalars())


def extractions_mixing(connection: Connection, refs: Collection[ActorRef]) -> set[str]:
    """Return the extractions that give one actor's ids different countries.

    Args:
        connection: of the ledger.
        refs: of one actor or of several.
    """
    goes = canonical_of(actors.c.id, extractions.c.article_id)
    query = (
        select(actors.c.extraction_id)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(actors.c.id.in_(wanted_values({ref.actor for ref in refs})))
        .group_by(actors.c.extraction_id, goes)
        .having(func.count(func.coalesce(actors.c.country, "").distinct()) > 1)
    )
    return set(connection.execute(query).scalars())


def _within(role: str, ids: Collection[ActorId], when: ColumnElement[bool]) -> Select[Any]:
    """Return the query that goes through the days: its cost is that of the days, not of all."""
    cast = statement_actors
    return (
        select(extractions.c.id)
        .select_from(speech_days)
        .join(extractions, extractions.c.id == speech_days.c.extraction_id)
        .join(cast, cast.c.extraction_id == extractions.c.id)
        .join(
            statements,
            and_(
                statements.c.extraction_id == cast.c.extraction_id,
                statements.c.id == cast.c.statement_id,
            ),
        )
        .where(when, cast.c.role == role, _goes_by(cast.c.actor_id, ids))
        .distinct()
    )


def _may_be_said(since: date, until: date) -> ColumnElement[bool]:
    """Say whether the very statement may have been said from day to day."""
    said, out = statements.c, extractions.c
    return and_(
        func.coalesce(said.said_start, out.published_start) <= until,
        func.coalesce(said.said_end, out.published_end) >= since,
    )


def _ever(connection: Connection, role: str, ids: Collection[ActorId]) -> Select[Any]:
    """Return the query that goes through the actors."""
    cast = statement_actors
    members = members_of(connection, ids)
    own = {ref_of_id(each).actor for each in ids}
    names = own | {ref.actor for refs in members.values() for ref in refs}
    return (
        select(extractions.c.id)
        .join(actors, actors.c.extraction_id == extractions.c.id)
        .join(
            cast,
            and_(cast.c.extraction_id == extractions.c.id, cast.c.actor_id == actors.c.id),
        )
        .where(
            actors.c.id.in_(wanted_values(names)),
            cast.c.role == role,
            _goes_by(actors.c.id, ids),
        )
        .distinct()
    )


def _goes_by(actor: ColumnElement[str], ids: Collection[ActorId]) -> ColumnElement[bool]:
    return canonical_of(actor, extractions.c.article_id).in_(wanted_values(ids))
