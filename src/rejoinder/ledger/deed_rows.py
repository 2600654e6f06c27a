"""What some do to others, read from the summary of deeds."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, literal_column, select

from rejoinder.ledger.canonical import actor_names
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema_deeds import GRAINS, deed_articles, deeds, pair_counts, parties
from rejoinder.ledger.wanted import wanted_rows, wanted_values
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["Known", "deed_rows", "extent", "known_parties", "members_for", "pairs_between"]

_TOGETHER = 2000
_ENDS = ("actor_id", "recipient_id")
Pair = tuple[ActorId, ActorId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An actor, as most articles show him.

    Attributes:
        name: what a person or a list calls him, else his fullest name.
    """

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None


def known_parties(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, Known]:
    """Return who those actors are, as far as some article has them."""
    names = actor_names(connection, ids)
    found: dict[ActorId, Known] = {}
    for few in chunks(sorted(ids)):
        for row in connection.execute(select(parties).where(parties.c.actor_id.in_(few))):
            actor = ActorId(row.actor_id)
            found[actor] = Known(
                id=actor,
                name=names.get(actor) or row.name,
                kind=ActorKind(row.kind),
                country=row.country or None,
            )
    return found


def members_for(connection: Connection, country: str) -> set[ActorId]:
    """Return who is by most articles an official of that state, or itself."""
    query = select(parties.c.actor_id).where(parties.c.acts_for == country)
    return {ActorId(each) for each in connection.execute(query).scalars()}


def pairs_between(
    connection: Connection, actors: Collection[ActorId], others: Collection[ActorId]
) -> list[Pair]:
    """Return which of some do anything to which of others."""
    own = pair_counts.c
    # Not by the recipient's part of the key: that would look up everybody with everybody.
    whom: ColumnElement[str] = literal_column(f"+{pair_counts.name}.{own.recipient_id.name}")
    query = select(own.actor_id, own.recipient_id).where(
        own.publisher == "",
        own.grain == GRAINS["whole"],
        own.first_day == 0,
        own.last_day == 0,
        own.actor_id.in_(wanted_values(actors)),
        whom.in_(wanted_values(others)),
    )
    return [(ActorId(row[0]), ActorId(row[1])) for row in connection.execute(query)]


def deed_rows(
    connection: Connection,
    pairs: Collection[Pair],
    *,
    since: int | None = None,
    until: int | None = None,
) -> Iterator[Row[Any]]:
    """Yield the deeds of those pairs, with the origin of the article.

    Args:
        connection: of the ledger.
        pairs: who does them to whom.
        since: first day; leaves out what is undated and what may have been before.
        until: last day; likewise.
    """
    own = deeds.c
    asked = [] if since is None else [own.first_day >= since]
    asked += [] if until is None else [own.last_day <= until]
    asked += [own.first_day > 0] if asked else []
    for few in chunks(sorted(pairs), _TOGETHER):
        given = wanted_rows(_ENDS, few)
        yield from connection.execute(
            select(deeds, deed_articles.c.origin)
            .join_from(given, deeds, and_(*(given.c[name] == own[name] for name in _ENDS)))
            .join(deed_articles, deed_articles.c.article_id == own.article_id)
            .where(*asked)
        )


def extent(connection: Connection, pairs: Collection[Pair]) -> tuple[int, int] | None:
    """Return the first and the last day on which a deed of those pairs may begin, or None."""
    own = deeds.c
    found: list[int] = []
    for few in chunks(sorted(pairs), _TOGETHER):
        given = wanted_rows(_ENDS, few)
        row = connection.execute(
            select(func.min(own.first_day), func.max(own.first_day))
            .join_from(given, deeds, and_(*(given.c[name] == own[name] for name in _ENDS)))
            .where(own.first_day > 0)
        ).one()
        found += (each for each in row if each is not None)
    return (min(found), max(found)) if found else None
