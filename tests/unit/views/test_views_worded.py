"""Statements that hold words come by date, whichever way the index is asked."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import fresh, put
from tests.unit.views.paged import seen_by_page, some_day

from rejoinder.model.statement import Act
from rejoinder.pipeline.summaries import rebuild_summaries
from rejoinder.views.filters import StatementFilter
from rejoinder.views.listing import find_statement_page, matching_statements, statement_order
from rejoinder.views.statements import find_statements
from rejoinder.views.worded import worded

WORDS = ["the", "bridge", "bri*", '"the bridge"', "nowhere", "the bridge"]
WANTED = [
    *(StatementFilter(text=words) for words in WORDS),
    StatementFilter(text="the", act=Act.DENY),
    StatementFilter(text="the", publisher="T"),
    StatementFilter(text="the", publisher="herald", act=Act.ACCUSE),
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger of articles of many days, some undated, whose summaries are up to date."""
    draw = Random(11)
    with fresh(tmp_path_factory.mktemp("worded"), "worded.sqlite") as ledger:
        put(ledger, *(some_day(f"{n:03}", draw, 400) for n in range(12)))
        rebuild_summaries(ledger)
        return ledger.path


@pytest.mark.parametrize("wanted", WANTED)
@pytest.mark.parametrize("limit", [1, 5, 1000])
def test_pages_of_what_holds_words_make_up_the_list(
    opened: Connection, wanted: StatementFilter, limit: int
) -> None:
    whole = [view.id for view in find_statements(opened, wanted)]
    assert seen_by_page(opened, wanted, limit=limit, total=len(whole)) == whole


@pytest.mark.parametrize("wanted", WANTED)
@pytest.mark.parametrize("limit", [1, 5, 1000])
@pytest.mark.parametrize(("met", "every"), [(1, 1_000_000), (200, 2_000), (10**6, 10**6)])
def test_each_way_gives_the_same(
    opened: Connection, wanted: StatementFilter, limit: int, met: int, every: int
) -> None:
    whole = [view.id for view in find_statements(opened, wanted)]
    found = worded(opened, wanted)
    assert found is not None
    assert found.met == len(whole)
    query = matching_statements(opened, StatementFilter())
    guessed = replace(found, met=met, every=every)
    assert guessed.ids(opened, query, statement_order(), limit=limit) == whole[:limit]


@pytest.mark.parametrize(
    "wanted",
    [
        StatementFilter(),
        StatementFilter(text="..."),
        StatementFilter(text="the", since=date(2024, 1, 1)),
        StatementFilter(text="the", speaker="Mara"),
        StatementFilter(text="the", publisher="nobody"),
    ],
)
def test_what_the_index_cannot_answer_whole_is_left_to_the_records(
    opened: Connection, wanted: StatementFilter
) -> None:
    assert worded(opened, wanted) is None
    page = find_statement_page(opened, wanted, after=None, limit=1000)
    assert list(page.ids) == [view.id for view in find_statements(opened, wanted)]
