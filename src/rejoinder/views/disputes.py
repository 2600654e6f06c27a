"""What reviewers read differently, and how each of them reads it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, select

from rejoinder.ledger.canonical import actor_names
from rejoinder.ledger.review_rows import reading_of
from rejoinder.ledger.schema import articles
from rejoinder.ledger.schema_reviews import reviewed_statements, reviewer_readings
from rejoinder.ledger.sightings import known_actors
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.review import Reading
from rejoinder.model.span import words_of

__all__ = [
    "DisputedView",
    "RatingView",
    "ReviewerView",
    "disputed_statements",
    "names_of",
    "ratings",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """What one reviewer says of one statement, for measures of agreement."""

    root: StatementId
    reviewer: str
    rejected: bool
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerView:
    """How one reviewer reads a statement, as people read it."""

    reviewer: str
    adjudicates: bool
    rejected: bool
    act: str
    words: str
    source: str
    cue: str
    speaker: tuple[str, ...]
    addressee: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedView:
    """A statement that reviewers read differently.

    Attributes:
        current: the id by which it is shown; None: it is left out.
    """

    article: ArticleId
    ref: str
    root: StatementId
    current: StatementId | None
    adjudicated: bool
    readings: tuple[ReviewerView, ...]


def ratings(connection: Connection) -> tuple[RatingView, ...]:
    """Return how reviewers who do not adjudicate read what several of them judged."""
    own = reviewer_readings.c
    several = select(reviewed_statements.c.root_id).where(reviewed_statements.c.reviewers > 1)
    query = (
        select(own.root_id, own.reviewer, own.rejected, own.reading)
        .where(own.root_id.in_(several), ~own.adjudicates, ~own.carried)
        .order_by(own.root_id, own.reviewer)
    )
    return tuple(
        RatingView(
            root=StatementId(row.root_id),
            reviewer=row.reviewer,
            rejected=row.rejected,
            reading=reading_of(row.reading),
        )
        for row in connection.execute(query)
    )


def disputed_statements(
    connection: Connection, *, decided: bool = False, limit: int = 50
) -> tuple[DisputedView, ...]:
    """Return what reviewers read differently: what is open, or what was decided between them."""
    own = reviewed_statements.c
    query = (
        select(reviewed_statements, articles.c.ref, articles.c.text)
        .join(articles, articles.c.id == own.article_id)
        .where(own.differs, own.adjudicated if decided else ~own.adjudicated, ~own.carried)
        .order_by(articles.c.ref, own.root_id)
        .limit(limit)
    )
    return tuple(
        DisputedView(
            article=ArticleId(row["article_id"]),
            ref=row["ref"],
            root=StatementId(row["root_id"]),
            current=StatementId(row["current_id"]) if row["current_id"] else None,
            adjudicated=row["adjudicated"],
            readings=tuple(_readings(connection, row)),
        )
        for row in connection.execute(query).mappings()
    )


def _readings(connection: Connection, row: RowMapping) -> Iterable[ReviewerView]:
    own = reviewer_readings.c
    query = select(reviewer_readings).where(
        own.article_id == row["article_id"], own.root_id == row["root_id"]
    )
    for each in connection.execute(query.order_by(own.adjudicates, own.reviewer)).mappings():
        reading = reading_of(each["reading"])
        names = names_of(connection, (*reading.speaker, *reading.addressee, *reading.about))
        yield ReviewerView(
            reviewer=each["reviewer"],
            adjudicates=each["adjudicates"],
            rejected=each["rejected"],
            act=reading.act.value,
            words=words_of(reading.content, row["text"]),
            source=words_of(reading.source, row["text"]),
            cue=words_of(reading.cue, row["text"]),
            speaker=tuple(names[each] for each in reading.speaker),
            addressee=tuple(names[each] for each in reading.addressee),
            about=tuple(names[each] for each in reading.about),
        )


def names_of(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, str]:
    """Return what the ledger calls actors."""
    wanted = set(ids)
    named = actor_names(connection, wanted)
    shown = known_actors(connection, wanted - named.keys())
    return {each: named[each] if each in named else shown[each].name for each in wanted}
