"""A ledger many times over is what rebuilding its summaries would make of it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks.moved import month_later, place_later, renamed
from benchmarks.multiplied import multiply
from benchmarks.resolution import Desk, fill
from benchmarks.shuffled import Shuffler, paragraphs_of
from tests.unit.ledger.ledger_samples import makers
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder import Ledger
from rejoinder.ledger.schema import metadata
from rejoinder.ledger.schema_summaries import DERIVED_SUMMARIES
from rejoinder.model.record import ArticleRecord

TIMES = 3
YEARS = 28
"""After so many years the days have the same weekdays again."""
NUMBERS = {"seq", "component", "exchange", "claim", "accusation", "text_group"}
UNLIKE = {"claim_keys"}
"""By which only ingest compares; persons have other ids, so that they would be filed otherwise."""


@pytest.fixture(scope="module")
def multiplied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a ledger and the same three times over."""
    folder = tmp_path_factory.mktemp("multiplied")
    with Ledger(write_quarrels(folder), read_only=True) as quarrels:
        records: list[ArticleRecord] = list(quarrels.records())
    news = Shuffler(paragraphs_of(records), a_day=4)
    source, target = folder / "source.sqlite", folder / "target.sqlite"
    desk = Desk(makers=makers(), folder=folder, linked=True)
    fill(source, [news.article(place) for place in range(10)], desk)
    multiply(source, target, TIMES, YEARS)
    return source, target


def test_it_holds_so_many_times_as_much(multiplied: tuple[Path, Path]) -> None:
    source, target = (Ledger(each, read_only=True) for each in multiplied)
    with source, target:
        assert len(target.statements()) == TIMES * len(source.statements())
        assert target.exchange_count() == TIMES * source.exchange_count()
        assert target.claim_count() == TIMES * source.claim_count()
        assert len(target.statements(text="port")) == TIMES * len(source.statements(text="port"))
        assert len({each.id for each in target.exchanges()}) == target.exchange_count()
        for each in target.exchanges(limit=5):
            assert target.exchange(each.id).turns == each.turns


def test_nothing_in_it_contradicts_itself(multiplied: tuple[Path, Path]) -> None:
    with closing(sqlite3.connect(multiplied[1])) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute("DELETE FROM statements")


def test_rebuilding_makes_the_same_summaries(multiplied: tuple[Path, Path], tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    shutil.copyfile(multiplied[1], again)
    with Ledger(again) as ledger:
        assert ledger.rebuild().was_current
    for name in sorted(DERIVED_SUMMARIES - UNLIKE):
        assert rows(multiplied[1], name) == rows(again, name), name


def rows(path: Path, table: str) -> set[tuple[object, ...]]:
    """Return the rows of a table without the numbers by which they know each other."""
    kept = [each.name for each in metadata.tables[table].columns if each.name not in NUMBERS]
    columns = ", ".join(f'"{each}"' for each in kept) or "1"
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(f'SELECT {columns} FROM "{table}"'))


def test_ids_and_days_move_with_the_copy() -> None:
    told = '{"s":"s-0123456789abcdef","who":["per:a-b","state:NOR"],"day":"2031-01-30"}'
    assert renamed(told, 2, 4) == (
        '{"s":"s-0123456789ab0002","who":["per:a-b-2","state:NOR"],"day":"2035-01-30"}'
    )
    assert renamed("per:a@a-0123456789abcdef", 1) == "per:a-1@a-0123456789ab0001"
    assert [month_later(each, 8) for each in ("2031-04", "2031", "", "Outlet 7")] == [
        "2039-04", "2039", "", "Outlet 7",
    ]  # fmt: skip
    assert [place_later(each, 8) for each in ('["a, b","2031-04"]', '["a","Outlet 7"]')] == [
        '["a, b","2039-04"]', '["a","Outlet 7"]',
    ]  # fmt: skip


def test_leap_days_must_stay(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no multiple"):
        multiply(tmp_path / "a", tmp_path / "b", 2, 3)
