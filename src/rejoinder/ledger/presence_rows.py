"""What is known of actors: read from the summary, or counted from the articles that name them."""

from collections import Counter
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, or_, select, text

from rejoinder.ledger.canonical import canonical_of, members_of
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.placed import PLACED, place_of
from rejoinder.ledger.presence import PARTS, Presence, find_casts, presence_of
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_actors import (
    actor_facts,
    actor_statements,
    actor_totals,
)
from rejoinder.ledger.schema_deeds import pair_counts
from rejoinder.ledger.schema_identity import identities
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = ["counted_presence", "facts_of", "ids_of", "known_presence"]

_FEW: Final = 400
# Written out, not bound: only so can SQLite tell that the index of recipients has what is asked.
_WHOLE: Final = text("publisher = '' AND grain = 0 AND first_day = 0 AND last_day = 0")


def facts_of(
    connection: Connection, ids: Collection[ActorId], fact: str | None = None
) -> dict[ActorId, dict[str, Counter[str]]]:
    """Return what the summary says of those actors: of each sort of fact how often what is said.

    Args:
        connection: of a ledger whose summaries are up to date.
        ids: of the ledger.
        fact: only such; for None all but where and when.
    """
    found: dict[ActorId, dict[str, Counter[str]]] = {}
    for few in chunks(sorted(ids), _FEW):
        own = actor_facts.c
        sort = own.fact < PLACED if fact is None else own.fact == fact
        query = select(actor_facts).where(own.actor_id.in_(few), sort)
        for row in connection.execute(query):
            sorts = found.setdefault(ActorId(row.actor_id), {})
            sorts.setdefault(row.fact, Counter())[row.value] = row.times
    return found


def known_presence(connection: Connection, actor: ActorId, *, latest: int) -> Presence:
    """Return what the summary says of one actor, with so many of the latest statements at most.

    Args:
        connection: of a ledger whose summaries are up to date.
        actor: by its id in the ledger.
        latest: how many statements of each sort.
    """
    presence = Presence()
    said = actor_statements.c
    for row in connection.execute(select(actor_facts).where(actor_facts.c.actor_id == actor)):
        if row.fact < PLACED:
            presence.facts[tuple(row)[:-1]] = row.times
        else:
            presence.places[actor, *place_of(row.fact, row.value)] = row.times
    presence.pairs.update(_pairs(connection, actor))
    for part in PARTS.values():
        query = (
            select(actor_statements)
            .where(said.actor_id == actor, said.role == part)
            .order_by(said.day.desc(), said.statement_id.desc())
            .limit(latest)
        )
        for row in connection.execute(query):
            presence.said[row.actor_id, row.role, row.day, row.statement_id] = 1
    return presence


def _pairs(connection: Connection, actor: ActorId) -> dict[tuple[str, ...], int]:
    """Return how many statements of which act it makes about whom, and who about it."""
    own = pair_counts.c
    found: dict[tuple[str, ...], int] = {}
    for side in (own.actor_id, own.recipient_id):
        for row in connection.execute(select(pair_counts).where(_WHOLE, side == actor)):
            counts = {each: row._mapping[each.value] for each in Act}
            found |= {
                (row.actor_id, row.recipient_id, act.value): count
                for act, count in counts.items()
                if count
            }
    return found


def counted_presence(connection: Connection, actor: ActorId) -> Presence:
    """Return the same from the articles that name the actor, with all of its statements."""
    own = actors.c
    names = {each.actor for each in members_of(connection, [actor])[actor]}
    query = (
        select(extractions.c.article_id, extractions.c.id)
        .join(actors, own.extraction_id == extractions.c.id)
        .where(
            is_latest(),
            own.id.in_(wanted_values(names)),
            canonical_of(own.id, extractions.c.article_id) == actor,
        )
    )
    keys = {row[0]: row[1] for row in connection.execute(query)}
    found = presence_of(connection, find_casts(connection, keys))
    return Presence(
        facts=Counter({key: count for key, count in found.facts.items() if key[0] == actor}),
        places=Counter({key: count for key, count in found.places.items() if key[0] == actor}),
        pairs=Counter({key: count for key, count in found.pairs.items() if actor in key[:2]}),
        said=Counter({key: count for key, count in found.said.items() if key[0] == actor}),
    )


def ids_of(connection: Connection, name: str) -> set[ActorId]:
    """Return by which ids of the summary those go who have that id in an article."""
    led = select(identities.c.canonical_id).where(identities.c.actor_id == name)
    query = select(actor_totals.c.actor_id).where(
        or_(actor_totals.c.actor_id == name, actor_totals.c.actor_id.in_(led))
    )
    return {ActorId(each) for each in connection.execute(query).scalars()}
