"""What a reviewer looks at next, and how far the reviewing has come."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select, tuple_

from rejoinder.errors import NotFound
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import extractions, statements
from rejoinder.ledger.schema_reviews import reviewed_statements, reviewer_readings
from rejoinder.ledger.schema_summaries import day_counts
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import StatementId
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import matching_statements

__all__ = [
    "ReviewProgress",
    "ReviewStatus",
    "find_next",
    "find_previous",
    "review_progress",
    "review_status",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewProgress:
    """How far one reviewer has come in a queue.

    Attributes:
        judged: of the queue's statements those that this reviewer has judged; what was rejected
            counts in the queue of all statements, and has left every other.
        total: how many the queue has.
    """

    judged: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatus:
    """How far the reviewing of a ledger has come.

    Attributes:
        statements: how many there are, those that were rejected among them.
        states: how many are accepted, corrected, rejected, noted or no longer fit.
        reviewers: who has judged how many, most first.
        disputed: how many reviewers read differently, and nobody has decided between them.
        adjudicated: how many were decided between reviewers.
    """

    statements: int
    states: tuple[tuple[str, int], ...]
    reviewers: tuple[tuple[str, int], ...]
    disputed: int
    adjudicated: int


def find_next(
    connection: Connection,
    reviewer: str,
    wanted: StatementFilter | None = None,
    *,
    after: str | None = None,
) -> StatementId | None:
    """Return the least sure statement that the reviewer has not judged; None: there is none.

    Args:
        connection: of the ledger.
        reviewer: who reviews.
        wanted: only such statements; None for all.
        after: only behind that statement in the order of scores.
    """
    query = _queue(connection, wanted).where(~_judged(reviewer))
    if after is not None and (place := _place(connection, after)) is not None:
        query = query.where(tuple_(*_ORDER) > tuple_(*place))
    found = connection.execute(query.order_by(*_ORDER).limit(1)).scalar()
    return StatementId(found) if found else None


def find_previous(
    connection: Connection, wanted: StatementFilter | None, before: str
) -> StatementId | None:
    """Return the statement before one in the order of scores, judged or not; None: it is first.

    Raises:
        NotFound: it is not shown.
    """
    place = _place(connection, before)
    if place is None:
        raise NotFound(f"no statement {before!r} is in this ledger; begin the queue anew")
    query = _queue(connection, wanted).where(tuple_(*_ORDER) < tuple_(*place))
    descending = (each.desc() for each in _ORDER)
    found = connection.execute(query.order_by(*descending).limit(1)).scalar()
    return StatementId(found) if found else None


def review_progress(
    connection: Connection, reviewer: str, wanted: StatementFilter | None = None
) -> ReviewProgress:
    """Return how far a reviewer has come."""
    if wanted is None:
        own = reviewer_readings.c
        each = select(own.article_id, own.root_id).where(own.reviewer == reviewer).distinct()
        judged = connection.execute(select(func.count()).select_from(each.subquery())).scalar_one()
        return ReviewProgress(judged=judged, total=_statement_count(connection))
    matching = _queue(connection, wanted).with_only_columns(func.count())
    return ReviewProgress(
        judged=connection.execute(matching.where(_judged(reviewer))).scalar_one(),
        total=connection.execute(matching).scalar_one(),
    )


def review_status(connection: Connection) -> ReviewStatus:
    """Return how far the reviewing of a ledger has come."""
    own = reviewed_statements.c
    states: Counter[str] = Counter()
    disputed = adjudicated = 0
    grouped = select(own.state, own.differs, own.adjudicated, func.count())
    for state, differs, decided, count in connection.execute(
        grouped.group_by(own.state, own.differs, own.adjudicated)
    ):
        states[state] += count
        disputed += count if differs and not decided else 0
        adjudicated += count if decided else 0
    rated = reviewer_readings.c
    each = select(rated.article_id, rated.root_id, rated.reviewer).distinct().subquery()
    by_reviewer = select(each.c.reviewer, func.count()).group_by(each.c.reviewer)
    reviewers = [(row[0], row[1]) for row in connection.execute(by_reviewer)]
    return ReviewStatus(
        statements=_statement_count(connection),
        states=tuple(sorted(states.items())),
        reviewers=tuple(sorted(reviewers, key=lambda one: (-one[1], one[0]))),
        disputed=disputed,
        adjudicated=adjudicated,
    )


_ORDER: tuple[ColumnElement[Any], ...] = (
    statements.c.score,
    statements.c.extraction_id,
    statements.c.id,
)


def _queue(connection: Connection, wanted: StatementFilter | None) -> Select[Any]:
    if wanted is not None:
        return matching_statements(connection, wanted)
    return (
        select(statements.c.id)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .where(is_latest())
    )


def _judged(reviewer: str) -> ColumnElement[bool]:
    own = reviewer_readings.c
    query = select(1).where(own.reviewer == reviewer, own.current_id == statements.c.id)
    return query.correlate(statements).exists()


def _place(connection: Connection, statement: str) -> tuple[Any, ...] | None:
    query = (
        select(*_ORDER)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .where(is_latest(), statements.c.id == statement)
    )
    row = connection.execute(query).first()
    return tuple(row) if row else None


def _statement_count(connection: Connection) -> int:
    """Return how many statements there are, those that persons rejected among them."""
    if SummaryBook(connection=connection).is_current():
        query = select(func.coalesce(func.sum(day_counts.c.statements), 0))
    else:
        query = (
            select(func.count())
            .select_from(statements)
            .join(extractions, extractions.c.id == statements.c.extraction_id)
            .where(is_latest())
        )
    own = reviewed_statements.c
    gone = select(func.count()).where(own.state == "rejected")
    return int(connection.execute(query).scalar_one() + connection.execute(gone).scalar_one())
