"""Reviews into the ledger and back out of it, and what they are made upon."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select

from rejoinder.errors import NotFound
from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.judgement_rows import instant
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.maker_rows import REVIEW_STAGE
from rejoinder.ledger.review_rows import reading_json, review_of, review_row
from rejoinder.ledger.schema import articles, extractions, makers, provenances
from rejoinder.ledger.schema_reviews import (
    reviewed_statements,
    reviewer_readings,
    reviews,
    unlinked,
)
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.review import Reading, Review

__all__ = ["ReviewBook", "Reviewed", "ReviewerReading", "Unlinked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """What the reviews of a statement come to, as the table has it."""

    article: ArticleId
    root: StatementId
    current: StatementId | None
    state: str
    reviewers: int
    differs: bool
    adjudicated: bool
    carried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerReading:
    """How one reviewer reads a statement, as the table has it."""

    article: ArticleId
    root: StatementId
    reviewer: str
    adjudicates: bool
    current: StatementId | None
    rejected: bool
    reading: Reading
    decided: datetime
    carried: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A link that a person took away."""

    answer: StatementId
    answered: StatementId
    relation: Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewBook:
    """Reviews over a connection; what it writes belongs to the connection's transaction."""

    connection: Connection

    def append(self, review: Review, number: Callable[[], int]) -> None:
        """Write a review."""
        self.connection.execute(insert(reviews).values(review_row(review, number())))

    def of_articles(self, ids: Collection[str]) -> dict[ArticleId, list[Review]]:
        """Return every review by article, in the order of their time."""
        found: defaultdict[ArticleId, list[Review]] = defaultdict(list)
        for few in chunks(sorted(set(ids))):
            query = select(reviews).where(reviews.c.article_id.in_(few))
            for row in self.connection.execute(query.order_by(*_IN_TIME)).mappings():
                found[ArticleId(row["article_id"])].append(review_of(row))
        return dict(found)

    def of_root(self, root: str) -> list[Review]:
        """Return every review of a statement, in the order of their time."""
        query = select(reviews).where(reviews.c.statement_id == root).order_by(*_IN_TIME)
        return [review_of(row) for row in self.connection.execute(query).mappings()]

    def leading_to(self, ids: Collection[str]) -> set[ArticleId]:
        """Return the articles with a review of a link to one of those statements."""
        found: set[ArticleId] = set()
        for few in chunks(sorted(set(ids))):
            query = select(reviews.c.article_id).where(reviews.c.other_id.in_(few))
            found.update(map(ArticleId, self.connection.execute(query).scalars()))
        return found

    def by_id(self, beginning: str) -> Review:
        """Return the review whose id has that beginning.

        Raises:
            NotFound: there is none, or there are several.
        """
        query = select(reviews).where(reviews.c.id.startswith(beginning, autoescape=True)).limit(2)
        rows = self.connection.execute(query).mappings().all()
        if len(rows) != 1:
            many = "several reviews begin" if rows else "no review begins"
            raise NotFound(f"{many} with {beginning!r}; give the whole id that the review printed")
        return review_of(rows[0])

    def count(self, ids: Collection[str]) -> int:
        """Return how many of those reviews there are."""
        found = 0
        for few in chunks(sorted(ids)):
            query = select(func.count()).select_from(reviews).where(reviews.c.id.in_(few))
            found += self.connection.execute(query).scalar_one()
        return found

    def of_reviewer(self, reviewer: str) -> list[Review]:
        """Return what a reviewer decided, in the order of time."""
        query = select(reviews).where(reviews.c.reviewer == reviewer).order_by(*_IN_TIME)
        return [review_of(row) for row in self.connection.execute(query).mappings()]

    def moment_after(self, now: datetime) -> datetime:
        """Return the time to sign with: now, but after every review, whatever the clocks."""
        last = self.connection.execute(select(func.max(reviews.c.decided))).scalar()
        known = [datetime.fromisoformat(last) + timedelta(microseconds=1)] if last else []
        return max([now.astimezone(UTC), *known])

    def any(self) -> bool:
        """Say whether anything was reviewed."""
        return self.connection.execute(select(reviews.c.seq).limit(1)).first() is not None

    def concerning(self, told: Mapping[ArticleId, tuple[str, str | None]]) -> set[ArticleId]:
        """Return which of those articles have reviews, or an earlier text of theirs has.

        Args:
            told: ref and address of each article.
        """
        own = articles.c
        query = select(own.id, own.ref, own.url).where(
            own.id.in_(select(reviews.c.article_id).distinct())
        )
        known: set[str] = set()
        for row in self.connection.execute(query):
            known.update({row.id, f"ref {row.ref}"}, {f"url {row.url}"} if row.url else set())
        return {
            each
            for each, (ref, url) in told.items()
            if known & {each, f"ref {ref}", f"url {url}" if url else each}
        }

    def machine_extractions(self, ids: Collection[str]) -> dict[ArticleId, str]:
        """Return the latest extraction of each article that no reviewer has changed."""
        found: dict[ArticleId, str] = {}
        own = extractions.c
        for few in chunks(sorted(set(ids))):
            query = (
                select(own.article_id, own.id)
                .join(makers, makers.c.id == own.makers_id)
                .join(provenances, provenances.c.id == makers.c.statements_provenance_id)
                .where(own.article_id.in_(few), provenances.c.stage != REVIEW_STAGE)
                .order_by(own.batch_seq)
            )
            found.update((ArticleId(row[0]), row[1]) for row in self.connection.execute(query))
        return found

    def latest_extraction(self, article: str) -> str:
        """Return the extraction that views show."""
        query = select(extractions.c.id).where(extractions.c.article_id == article, is_latest())
        return str(self.connection.execute(query).scalar_one())

    def earlier_texts(self, article: str) -> list[ArticleId]:
        """Return other texts by the same ref or address that have reviews, the oldest first."""
        own = select(articles.c.ref, articles.c.url).where(articles.c.id == article)
        row = self.connection.execute(own).one()
        same = [articles.c.ref == row.ref]
        if row.url is not None:
            same.append(articles.c.url == row.url)
        query = (
            select(articles.c.id)
            .where(or_(*same), articles.c.id != article)
            .where(articles.c.id.in_(select(reviews.c.article_id).distinct()))
            .order_by(articles.c.batch_seq, articles.c.id)
        )
        return [ArticleId(each) for each in self.connection.execute(query).scalars()]

    def current_ids(self, roots: Collection[str]) -> dict[StatementId, StatementId | None]:
        """Return by which ids reviewed statements are shown; None for those that are left out."""
        found: dict[StatementId, StatementId | None] = {}
        own = reviewed_statements.c
        for few in chunks(sorted(set(roots))):
            query = select(own.root_id, own.current_id).where(own.root_id.in_(few))
            for root, current in self.connection.execute(query):
                found[StatementId(root)] = StatementId(current) if current else None
        return found

    def shown(self, article: str) -> dict[StatementId, StatementId | None]:
        """Return by which ids the reviewed statements of an article are shown."""
        own = reviewed_statements.c
        query = select(own.root_id, own.current_id).where(own.article_id == article)
        return {
            StatementId(root): StatementId(now) if now else None
            for root, now in self.connection.execute(query)
        }

    def root_of(self, statement: str) -> tuple[ArticleId, StatementId] | None:
        """Return article and root of a reviewed statement, by either of its ids."""
        own = reviewed_statements.c
        for column in (own.current_id, own.root_id):
            query = select(own.article_id, own.root_id).where(column == statement)
            row = self.connection.execute(query).first()
            if row is not None:
                return ArticleId(row[0]), StatementId(row[1])
        return None

    def put(
        self,
        article: ArticleId,
        statements: Sequence[Reviewed],
        readings: Sequence[ReviewerReading],
        without: Sequence[Unlinked],
    ) -> None:
        """Write what the reviews of an article come to, in the place of what was there."""
        for table in (reviewed_statements, reviewer_readings, unlinked):
            self.connection.execute(delete(table).where(table.c.article_id == article))
        if statements:
            self.connection.execute(insert(reviewed_statements), [_state(e) for e in statements])
        if readings:
            self.connection.execute(insert(reviewer_readings), [_reading(e) for e in readings])
        pairs = {(e.answer, e.answered, e.relation.value) for e in without}
        if pairs:
            names = ("answer_id", "answered_id", "relation", "article_id")
            rows = [dict(zip(names, (*pair, article), strict=True)) for pair in sorted(pairs)]
            self.connection.execute(insert(unlinked), rows)


_IN_TIME = (reviews.c.decided, reviews.c.seq)


def _state(each: Reviewed) -> dict[str, object]:
    return {
        "article_id": each.article,
        "root_id": each.root,
        "current_id": each.current,
        "state": each.state,
        "reviewers": each.reviewers,
        "differs": each.differs,
        "adjudicated": each.adjudicated,
        "carried": each.carried,
    }


def _reading(each: ReviewerReading) -> dict[str, object]:
    return {
        "article_id": each.article,
        "root_id": each.root,
        "reviewer": each.reviewer,
        "adjudicates": each.adjudicates,
        "current_id": each.current,
        "rejected": each.rejected,
        "reading": reading_json(each.reading),
        "decided": instant(each.decided),
        "carried": each.carried,
    }
