"""What the statements of one article answer, and what answers them, here and in other articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from rejoinder.exchanges.fitting import may_be_shown
from rejoinder.ledger.latest import is_current_link, is_latest
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.schema import extractions, links
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.views.filters import StatementFilter
from rejoinder.views.statements import StatementView, find_statements

__all__ = ["Direction", "LinkedView", "find_links"]


class Direction(StrEnum):
    """Whether a statement answers the other or is answered by it."""

    ANSWERS = "answers"
    ANSWERED_BY = "answered-by"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedView:
    """A link as seen from one of its two statements.

    Attributes:
        statement_id: the one from which it is seen.
        other: the statement at the other end.
        evidence: the words that mark it, in the article that answers; None where it is inferred.
        score: how likely it is that both are said, 0 to 1; of a repetition, how alike they are.
        drawn: a reviewer drew it.
    """

    statement_id: StatementId
    direction: Direction
    relation: Relation
    explicit: bool
    evidence: str | None
    score: float
    drawn: bool
    other: StatementView


def find_links(connection: Connection, article: ArticleId) -> tuple[LinkedView, ...]:
    """Return the links between statements that begin or end in an article.

    What is said to answer comes first; links across articles that fit no longer are left out.
    Links to events are none between statements.
    """
    reader = LedgerReader(connection=connection, canonical=True)
    own = reader.record(article)
    records = {article: own, **_others(reader, connection, own)}
    home = {each.id: record for record in records.values() for each in record.statements}
    fitting = [
        link
        for link in {link.id: link for record in records.values() for link in record.links}.values()
        if article in _ends(link, home) and _fits(link, home)
    ]
    ends = {StatementId(end) for link in fitting for end in (link.answer, link.answered)}
    views = {view.id: view for view in find_statements(connection, StatementFilter(ids=ends))}
    found = [view for link in fitting for view in _views(link, home, article, views)]
    order = {each.id: place for place, each in enumerate(own.statements)}
    back = Direction.ANSWERED_BY
    return tuple(sorted(found, key=lambda v: (order[v.statement_id], v.direction is back)))


def _others(
    reader: LedgerReader, connection: Connection, own: ArticleRecord
) -> dict[ArticleId, ArticleRecord]:
    """Return the records of the articles that links lead to or come from."""
    answering = (
        select(extractions.c.article_id)
        .join(links, links.c.extraction_id == extractions.c.id)
        .where(
            links.c.answered_id.in_(wanted_values(each.id for each in own.statements)),
            is_latest(),
            is_current_link(),
        )
    )
    answered = (
        select(links.c.answered_article_id)
        .join(extractions, extractions.c.id == links.c.extraction_id)
        .where(extractions.c.article_id == own.article.id, is_latest(), is_current_link())
    )
    ids = {*connection.execute(answering).scalars(), *connection.execute(answered).scalars()}
    keys = reader.latest(ids - {own.article.id, None})
    return {record.article.id: record for record in reader.load(keys)}


def _ends(link: Link, home: Mapping[StatementId, ArticleRecord]) -> set[ArticleId]:
    ends = (link.answer, StatementId(link.answered))
    return {home[end].article.id for end in ends if end in home}


def _fits(link: Link, home: Mapping[StatementId, ArticleRecord]) -> bool:
    at, there = home.get(link.answer), home.get(StatementId(link.answered))
    if at is None or there is None:
        return False
    return at is there or may_be_shown(link, at, there)


def _views(
    link: Link,
    home: Mapping[StatementId, ArticleRecord],
    article: ArticleId,
    views: Mapping[StatementId, StatementView],
) -> Iterable[LinkedView]:
    """Yield the link as each of its ends in the article sees it."""
    at = home[link.answer]
    words = link.evidence.text_of(at.article.text) if link.evidence else None
    answered = StatementId(link.answered)
    for seen, other, direction in (
        (link.answer, answered, Direction.ANSWERS),
        (answered, link.answer, Direction.ANSWERED_BY),
    ):
        if home[seen].article.id == article and other in views:
            yield LinkedView(
                statement_id=seen,
                direction=direction,
                relation=link.relation,
                explicit=link.explicit,
                evidence=words,
                score=link.score,
                drawn=link.drawn,
                other=views[other],
            )
