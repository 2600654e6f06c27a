"""Lists by the page: which statements and articles come next, and how many there are in all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from rejoinder.errors import NotFound
from rejoinder.ledger.assemble import date_of
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.read import ListedArticle
from rejoinder.ledger.schema import articles, extractions, statements
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import StatementId
from rejoinder.views.day_windows import ids_by_day
from rejoinder.views.filters import StatementFilter, statement_conditions
from rejoinder.views.totals import known_articles, known_total, publishers_called
from rejoinder.views.worded import Worded, worded

__all__ = [
    "ArticleFilter",
    "ArticlePage",
    "StatementPage",
    "count_statements",
    "find_article_page",
    "find_statement_page",
    "matching_statements",
    "statement_order",
]

_UNDATED = date.max
"""Where what has no date comes: after everything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPage:
    """Some statements of a list.

    Attributes:
        ids: in the order of the list: by date (undated last), article and place in it.
        following: the last of them where more come after it, else None.
        total: how many the whole list has.
    """

    ids: tuple[StatementId, ...]
    following: StatementId | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles to list; what is None does not count, the rest must all hold.

    Attributes:
        title: part of the title or the ref; case and accents do not count.
        publisher: part of the publisher's name, likewise.
        since: published on that day or later; leaves out what is undated.
        until: published on that day or earlier; likewise.
    """

    title: str | None = None
    publisher: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """Some articles of a list.

    Attributes:
        articles: the latest first, undated last.
        following: the id of the last of them where more come after it, else None.
        total: how many the whole list has.
    """

    articles: tuple[ListedArticle, ...]
    following: str | None
    total: int


def find_statement_page(
    connection: Connection, wanted: StatementFilter, *, after: str | None, limit: int
) -> StatementPage:
    """Return which statements follow one in the list that the filter asks for.

    Raises:
        NotFound: ``after`` is no statement of this ledger.
    """
    key = statement_order()
    found = worded(connection, wanted)
    query = matching_statements(connection, wanted if found is None else StatementFilter())
    begin: date | None = None
    total = _counted(connection, wanted, found)
    if after is not None:
        place = _place_of(connection, after)
        begin = place[0]
        query = query.where(tuple_(*key) > tuple_(*place))
    if found is not None:
        rows = found.ids(connection, query, key, limit=limit + 1, begin=begin)
    elif _is_narrow(wanted):
        few = query.with_only_columns(statements.c.id).order_by(*key).limit(limit + 1)
        rows = [StatementId(each) for each in connection.execute(few).scalars()]
    else:
        rows = ids_by_day(
            connection,
            query,
            key,
            limit=limit + 1,
            begin=begin,
            since=wanted.since,
            until=wanted.until,
        )
    ids = tuple(rows[:limit])
    return StatementPage(ids=ids, following=ids[-1] if len(rows) > limit else None, total=total)


def count_statements(connection: Connection, wanted: StatementFilter) -> int:
    """Return how many statements the filter asks for."""
    return _counted(connection, wanted, worded(connection, wanted))


def _counted(connection: Connection, wanted: StatementFilter, found: Worded | None) -> int:
    """Return how many there are; ``found``: what holds the words, where they are looked up."""
    if found is not None:
        return found.met
    total = known_total(connection, wanted)
    if total is not None:
        return total
    query = matching_statements(connection, wanted)
    return connection.execute(query.with_only_columns(func.count())).scalar_one()


def _is_narrow(wanted: StatementFilter) -> bool:
    """Say whether what is asked for is looked up by itself, so that days are no way to it."""
    asked = (wanted.speaker, wanted.about, wanted.text, wanted.ids, wanted.article)
    return any(each is not None for each in asked)


def find_article_page(
    connection: Connection, wanted: ArticleFilter, *, after: str | None, limit: int
) -> ArticlePage:
    """Return which articles follow one in the list that the filter asks for.

    Raises:
        NotFound: ``after`` is no article of this ledger.
    """
    conditions = [is_latest(), *_article_conditions(connection, wanted)]
    total = known_articles(connection, wanted.publisher) if _is_plain(wanted) else None
    if total is None:
        joined = select(func.count()).select_from(_articles()).where(*conditions)
        total = connection.execute(joined).scalar_one()
    if after is not None:
        conditions.append(_comes_after(connection, after))
    # Which they are first, then what is shown of these few alone.
    first = (
        select(extractions.c.id)
        .select_from(_articles())
        .where(*conditions)
        .order_by(*_latest_first())
        .limit(limit + 1)
    )
    query = (
        select(extractions, articles.c.ref, articles.c.url, articles.c.characters, _count())
        .select_from(_articles())
        .where(extractions.c.id.in_(connection.execute(first).scalars().all()))
        .order_by(*_latest_first())
    )
    rows = connection.execute(query).mappings().all()
    found = tuple(
        ListedArticle(
            id=row["article_id"],
            ref=row["ref"],
            url=row["url"],
            publisher=row["publisher"],
            title=row["title"],
            published=date_of(row, "published"),
            characters=row["characters"],
            statements=row["statements"],
        )
        for row in rows[:limit]
    )
    return ArticlePage(
        articles=found,
        following=found[-1].id if len(rows) > limit else None,
        total=total,
    )


def _is_plain(wanted: ArticleFilter) -> bool:
    return wanted.title is None and wanted.since is None and wanted.until is None


def matching_statements(connection: Connection, wanted: StatementFilter) -> Select[Any]:
    """Return the query for the ids of the statements that are shown and meet the conditions."""
    query = (
        select(statements.c.id)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest(), *statement_conditions(connection, wanted))
    )
    if wanted.publisher is not None:
        query = query.where(extractions.c.publisher.in_(_publishers(connection, wanted.publisher)))
    return query


def statement_order() -> tuple[ColumnElement[Any], ...]:
    """Return by what lists of statements are ordered: date, undated last, article and place."""
    said = func.coalesce(statements.c.said_start, extractions.c.published_start, literal(_UNDATED))
    return (said, articles.c.ref, articles.c.id, statements.c.position)


def _place_of(connection: Connection, statement: str) -> tuple[Any, ...]:
    query = (
        select(*statement_order())
        .select_from(statements)
        .join(extractions, extractions.c.id == statements.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(is_latest(), statements.c.id == statement)
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotFound(f"no statement {statement!r} is in this ledger; begin the list anew")
    return tuple(row)


def _articles() -> FromClause:
    return extractions.join(articles, articles.c.id == extractions.c.article_id)


def _latest_first() -> tuple[ColumnElement[Any], ...]:
    return (extractions.c.published_start.desc().nulls_last(), articles.c.ref, articles.c.id)


def _count() -> ColumnElement[int]:
    own = select(func.count()).where(statements.c.extraction_id == extractions.c.id)
    return own.scalar_subquery().label("statements")


def _comes_after(connection: Connection, article: str) -> ColumnElement[bool]:
    published = extractions.c.published_start
    query = select(published, articles.c.ref, articles.c.id).select_from(_articles())
    row = connection.execute(query.where(is_latest(), articles.c.id == article)).first()
    if row is None:
        raise NotFound(f"no article {article!r} is in this ledger; begin the list anew")
    day, ref, key = row
    later: ColumnElement[bool] = tuple_(articles.c.ref, articles.c.id) > tuple_(ref, key)
    if day is None:
        return and_(published.is_(None), later)
    return or_(published < day, and_(published == day, later), published.is_(None))


def _article_conditions(
    connection: Connection, wanted: ArticleFilter
) -> Iterator[ColumnElement[bool]]:
    if wanted.title is not None:
        yield extractions.c.id.in_(_titled(connection, wanted.title))
    if wanted.publisher is not None:
        yield extractions.c.publisher.in_(_publishers(connection, wanted.publisher))
    if wanted.since is not None:
        yield extractions.c.published_end >= wanted.since
    if wanted.until is not None:
        yield extractions.c.published_start <= wanted.until


def _titled(connection: Connection, part: str) -> list[str]:
    query = select(extractions.c.id, extractions.c.title, articles.c.ref).select_from(_articles())
    return [
        row.id
        for row in connection.execute(query.where(is_latest()))
        if fold(part) in fold(row.title or "") or fold(part) in fold(row.ref)
    ]


def _publishers(connection: Connection, part: str) -> list[str]:
    if SummaryBook(connection=connection).is_current():
        return publishers_called(connection, part)
    known = connection.execute(select(extractions.c.publisher).distinct()).scalars()
    return [name for name in known if name is not None and fold(part) in fold(name)]
