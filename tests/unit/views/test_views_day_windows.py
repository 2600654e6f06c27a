"""Stretches of days give what the whole list gives, in its order, and summaries its length."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, func
from tests.unit.ledger.ledger_samples import fresh, put
from tests.unit.views.paged import seen_by_page, some_day

from rejoinder.ledger.schema import articles, extractions, statements
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Statement
from rejoinder.pipeline.summaries import rebuild_summaries
from rejoinder.views.day_windows import ids_by_day
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import (
    ArticleFilter,
    find_article_page,
    matching_statements,
)
from rejoinder.views.statements import find_statements
from rejoinder.views.totals import known_articles, known_total

ARTICLES = 24


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of articles on many days, some undated, with statements about years."""
    draw = Random(7)
    with fresh(tmp_path_factory.mktemp("windows"), "windows.sqlite") as ledger:
        put(ledger, *(scattered(f"{n:03}", draw) for n in range(ARTICLES)))
        rebuild_summaries(ledger)
        return ledger.path


def scattered(ref: str, draw: Random) -> ArticleRecord:
    """Return an article whose statements were made on days far from each other."""
    record = some_day(ref, draw, 60)
    return replace(
        record, statements=tuple(said_some_day(each, draw) for each in record.statements)
    )


def said_some_day(statement: Statement, draw: Random) -> Statement:
    """Return the statement as made on one day, in one year, in some years, or some day."""
    start = date(2024, 3, 1) - timedelta(days=draw.randrange(500))
    days = draw.choice([None, 0, 0, 6, 365, 366, 800])
    if days is None:
        return replace(statement, said=None)
    precision = Precision.DAY if days == 0 else Precision.YEAR
    said = DateInterval(start=start, end=start + timedelta(days=days), precision=precision)
    return replace(statement, said=said)


WANTED = [
    StatementFilter(),
    StatementFilter(act=Act.DENY),
    StatementFilter(publisher="herald"),
    StatementFilter(publisher="herald", act=Act.ACCUSE),
    StatementFilter(publisher="nobody"),
    StatementFilter(since=date(2024, 1, 20)),
    StatementFilter(until=date(2023, 9, 1)),
    StatementFilter(since=date(2023, 9, 1), until=date(2024, 1, 20), act=Act.ACCUSE),
    StatementFilter(since=date(2024, 1, 20), publisher="times"),
    StatementFilter(since=date(2030, 1, 1)),
]


@pytest.mark.parametrize("wanted", WANTED)
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_stretches_make_up_the_list(
    opened: Connection, wanted: StatementFilter, limit: int
) -> None:
    whole = [view.id for view in find_statements(opened, wanted)]
    assert seen_by_page(opened, wanted, limit=limit, total=len(whole)) == whole


@pytest.mark.parametrize("wanted", WANTED)
@pytest.mark.parametrize("rows", [(), (0, 0, 0), (2, 5), (1, 3, 9, 27)])
def test_stretches_may_have_any_length(
    opened: Connection, wanted: StatementFilter, rows: tuple[int, ...]
) -> None:
    whole = [view.id for view in find_statements(opened, wanted)]
    query = matching_statements(opened, wanted)
    day = func.coalesce(statements.c.said_start, extractions.c.published_start)
    order = (day.is_(None), day, articles.c.ref, articles.c.id, statements.c.position)
    days = {"since": wanted.since, "until": wanted.until}
    assert ids_by_day(opened, query, order, limit=1000, rows=rows, **days) == whole


@pytest.mark.parametrize("wanted", WANTED)
def test_what_summaries_count_is_how_many_there_are(
    opened: Connection, wanted: StatementFilter
) -> None:
    known = known_total(opened, wanted)
    dated = wanted.since is not None or wanted.until is not None
    assert (known is None) is (wanted.publisher is not None and dated)
    assert known in (None, len(find_statements(opened, wanted)))


@pytest.mark.parametrize("publisher", [None, "HERALD", "nobody"])
def test_articles_are_counted_by_the_summaries(opened: Connection, publisher: str | None) -> None:
    page = find_article_page(opened, ArticleFilter(publisher=publisher), after=None, limit=1000)
    assert page.total == len(page.articles) == known_articles(opened, publisher)
