"""What the summary of deeds says is what all articles tell, whatever was written and ruled."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from tests.unit.pipeline.test_summaries import Rulings, add, shortened, table_rows

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.schema_deeds import deed_articles, deeds, pair_counts, parties, party_forms
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.actor import ActorKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.views.deeds import find_between, told_between
from rejoinder.views.network import NetworkFilter, find_network, told_network

TABLES = (deed_articles, deeds, pair_counts, parties, party_forms)


@pytest.fixture(scope="module")
def records(sample_records: tuple[ArticleRecord, ...]) -> list[ArticleRecord]:
    """Return records of the samples; some of what is said in them has other dates."""
    draw = random.Random(5)
    return [
        replace(
            each,
            article=replace(each.article, original=None),
            statements=tuple(
                replace(one, said=some_date(draw)) if draw.random() < 0.6 else one
                for one in each.statements
            ),
        )
        for each in sample_records
    ]


def some_date(draw: random.Random) -> DateInterval:
    """Return a date of some years, mostly a day."""
    start = date(2019, 11, 20) + timedelta(days=draw.randrange(1600))
    if draw.random() < 0.8:
        return DateInterval(start=start, end=start, precision=Precision.DAY)
    last = start + timedelta(days=draw.choice((6, 30, 200)))
    return DateInterval(start=start, end=last, precision=Precision.YEAR)


def days(draw: random.Random) -> Iterator[tuple[date | None, date | None]]:
    """Yield stretches of days, from everything down to one day."""
    yield None, None
    for since, until in (("2020-01-01", "2022-12-31"), ("2021-02-01", "2021-02-28")):
        yield date.fromisoformat(since), date.fromisoformat(until)
    start = date(2019, 11, 20) + timedelta(days=draw.randrange(1500))
    yield start, None
    yield None, start
    for length in (0, 3, 45, 500):
        yield start, start + timedelta(days=length)


def assert_network(connection: Connection, draw: random.Random, *, some: bool = False) -> int:
    """Check that summary and articles give the same network; return how many edges it has.

    With ``some`` that is a third of the conditions, which are drawn; else all of them.
    """
    asked = [NetworkFilter(since=since, until=until) for since, until in days(draw)]
    since, until = draw.choice(list(days(draw)))
    asked += [
        NetworkFilter(least=2),
        NetworkFilter(limit=7, skip=3),
        NetworkFilter(publisher="e", limit=9),
        NetworkFilter(publisher="nobody at all"),
        NetworkFilter(publisher="a", since=since, until=until, least=2),
        NetworkFilter(acts=(Act.ACCUSE, Act.CRITICISE)),
        NetworkFilter(acts=(Act.DENY,), since=since),
        *(NetworkFilter(kind=kind, until=until) for kind in ActorKind),
    ]
    paged = list(days(draw))
    if some:
        asked = draw.sample(asked, len(asked) // 3)
        paged = draw.sample(paged, len(paged) // 3)
    for wanted in asked:
        assert find_network(connection, wanted) == told_network(connection, wanted), wanted
    for since, until in paged:
        assert_page(connection, NetworkFilter(since=since, until=until, limit=5, skip=2))
    return find_network(connection, NetworkFilter()).total


def assert_page(connection: Connection, wanted: NetworkFilter) -> None:
    """Check that a page is the same whose edges are counted to a bound alone."""
    whole = find_network(connection, wanted)
    for counted in (8, 1000):
        page = find_network(connection, replace(wanted, counted=counted))
        assert page.edges == whole.edges, wanted
        assert page.total == (min(counted, whole.total) if page.more else whole.total)
        assert not page.more or whole.total > counted


def assert_between(connection: Connection, draw: random.Random) -> int:
    """Check that both give the same deeds between some two; return how many deeds there are."""
    every = sorted(connection.execute(select(parties.c.actor_id)).scalars())
    done = (
        select(deeds.c.actor_id, deeds.c.recipient_id)
        .distinct()
        .order_by(deeds.c.actor_id, deeds.c.recipient_id)
    )
    states = [each for each in every if each.startswith("state:")]
    pairs = [
        *draw.sample(connection.execute(done).all(), 5),
        *(draw.sample(each, 2) for each in (states, every)),
    ]
    found = 0
    for left, right in pairs:
        for alone in (False, True):
            sides = (ActorId(left), ActorId(right))
            summed = find_between(connection, *sides, alone=alone)
            told = told_between(connection, *sides, alone=alone)
            assert sorted(summed.deeds, key=str) == sorted(told.deeds, key=str)
            assert (summed.names, summed.ours, summed.theirs) == (
                told.names,
                told.ours,
                told.theirs,
            )
            found += len(told.deeds)
    return found


def held(connection: Connection) -> list[object]:
    """Return what the tables hold."""
    return [sorted(tuple(row) for row in connection.execute(select(each))) for each in TABLES]


@pytest.mark.parametrize("seed", [3])
def test_the_summary_says_what_all_articles_tell(
    tmp_path: Path, records: list[ArticleRecord], seed: int
) -> None:
    draw = random.Random(seed)
    waiting = draw.sample(records, len(records))
    edges = told = 0
    with open_ledger(tmp_path / "x", create=True) as ledger:
        rulings = Rulings(ledger, draw)
        while waiting:
            size = draw.randint(5, 9)
            batch, waiting = waiting[:size], waiting[size:]
            add(ledger, *batch)
            for _ in range(3):
                rulings.rule()
            with ledger.reading() as connection:
                assert SummaryBook(connection=connection).is_current()
                edges = max(edges, assert_network(connection, draw, some=bool(waiting)))
                told = max(told, assert_between(connection, draw))
        again = draw.sample(records, 6)
        add(ledger, *(shortened(each, draw) for each in again), version="2")
        with ledger.reading() as connection:
            assert_network(connection, draw)
            assert_between(connection, draw)
    assert edges > 40
    assert told > 15


def test_the_order_of_ingestion_leaves_no_trace(
    tmp_path: Path, records: list[ArticleRecord]
) -> None:
    with (
        open_ledger(tmp_path / "whole", create=True) as whole,
        open_ledger(tmp_path / "single", create=True) as single,
    ):
        add(whole, *records)
        for record in reversed(records):
            add(single, record)
        with whole.reading() as one, single.reading() as other:
            assert held(one) == held(other)
            assert all(held(one))
        assert table_rows(whole) == table_rows(single)
        assert all(table_rows(whole))
        assert content_digest(whole) == content_digest(single)
