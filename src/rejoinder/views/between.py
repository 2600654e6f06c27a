"""What passes between two parties: statements, exchanges and claims, found by who takes part."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, func, select, tuple_

from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import actors, articles, extractions, statement_actors, statements
from rejoinder.ledger.schema_claims import claim_parties, claim_parts, claims
from rejoinder.ledger.schema_summaries import exchange_parties, exchanges, turns
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.views.filters import StatementFilter, goes_by_one_of, statement_conditions
from rejoinder.views.within import within

__all__ = ["claims_between", "exchanges_between", "said_between"]


def said_between(
    connection: Connection,
    speakers: Collection[ActorId],
    targets: Collection[ActorId],
    *,
    since: date | None = None,
    until: date | None = None,
    limit: int,
) -> tuple[tuple[StatementId, ...], int]:
    """Return what some say about or to others, by date, and how much of it there is in all.

    Args:
        connection: of the ledger.
        speakers: canonical ids of those who speak.
        targets: canonical ids of those who are spoken of or to.
        since: first day on which it may have been said, or else published.
        until: last day of the same.
        limit: at most so many; the count is of all.
    """
    day = func.coalesce(statements.c.said_start, extractions.c.published_start)
    query = (
        select(statements.c.id)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(
            is_latest(),
            _takes_part(connection, ("speaker",), speakers),
            _takes_part(connection, ("about", "addressee"), targets),
            *statement_conditions(connection, StatementFilter(since=since, until=until)),
        )
    )
    total = connection.execute(query.with_only_columns(func.count())).scalar_one()
    ordered = query.order_by(
        day.is_(None), day, articles.c.ref, articles.c.id, statements.c.position
    )
    ids = connection.execute(ordered.limit(limit)).scalars()
    return tuple(StatementId(each) for each in ids), total


def exchanges_between(
    connection: Connection,
    left: Collection[ActorId],
    right: Collection[ActorId],
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[str, ...]:
    """Return the ids of the exchanges in which both speak or are spoken of, the latest first.

    Found in the summaries, which must be up to date.
    """
    own = exchanges.c
    party = exchange_parties.c
    both = [
        own.seq.in_(select(party.exchange).where(party.party.in_(sorted(ids))))
        for ids in (left, right)
    ]
    days = within(turns.c.exchange, since, until, whole=exchanges)
    query = select(own.id).where(*both, *days)
    query = query.order_by(own.latest.desc(), own.turns.desc(), own.id)
    return tuple(connection.execute(query).scalars())


def claims_between(
    connection: Connection,
    left: Collection[ActorId],
    right: Collection[ActorId],
    *,
    since: date | None = None,
    until: date | None = None,
) -> tuple[str, ...]:
    """Return the ids of the claims on which both take sides, in the order of lists.

    Found in the summaries, which must be up to date.
    """
    own = claims.c
    both = [
        own.seq.in_(select(claim_parties.c.claim).where(claim_parties.c.party.in_(sorted(ids))))
        for ids in (left, right)
    ]
    days = within(claim_parts.c.claim, since, until, whole=claims)
    order = (own.standing, own.origins, own.statements, own.latest)
    query = select(own.id).where(*both, *days).order_by(*(e.desc() for e in order), own.id)
    return tuple(connection.execute(query).scalars())


def _takes_part(
    connection: Connection, roles: Collection[str], ids: Collection[ActorId]
) -> ColumnElement[bool]:
    cast, own = statement_actors.c, actors.c
    query = (
        select(cast.extraction_id, cast.statement_id)
        .join(extractions, extractions.c.id == cast.extraction_id)
        .join(actors, and_(own.extraction_id == cast.extraction_id, own.id == cast.actor_id))
        .where(
            cast.role.in_(list(roles)),
            goes_by_one_of(connection, own.id, extractions.c.article_id, ids),
        )
    )
    return tuple_(statements.c.extraction_id, statements.c.id).in_(query)
