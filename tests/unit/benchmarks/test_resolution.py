"""The benchmark measures what it says, on a few articles."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from benchmarks.resolution import (
    Cost,
    Desk,
    add_apart,
    extract,
    fill,
    growth,
    kept,
    mixed,
    read_kept,
    shares,
    steps,
)

from rejoinder.model.record import ArticleRecord

if TYPE_CHECKING:
    from rejoinder.pipeline.stages import Engine

MADE = 6


@pytest.fixture(scope="module")
def desk(engine: "Engine", tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(makers=engine.makers, folder=tmp_path_factory.mktemp("desk"), linked=True)


@pytest.fixture(scope="module")
def records(engine: "Engine", desk: Desk, samples: Path) -> list[ArticleRecord]:
    """Records of made-up articles."""
    found, seconds = extract([str(samples / "bosphorus-trt.txt")], MADE, 1, engine, desk.folder)
    assert seconds > 0
    return found


@pytest.mark.model
def test_parts_of_the_cost_add_up(records: list[ArticleRecord], desk: Desk, tmp_path: Path) -> None:
    cost = fill(tmp_path / "l.sqlite", records, desk)
    assert cost.judging > 0
    assert cost.links > 0
    assert cost.writing > 0
    parts = (cost.judging, cost.copies, cost.links, cost.summaries, cost.writing)
    assert sum(parts) == pytest.approx(cost.whole)
    assert cost.each(MADE).whole == pytest.approx(cost.whole / MADE)


@pytest.mark.model
def test_probes_leave_the_ledger_as_it_was(
    records: list[ArticleRecord], desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "l.sqlite"
    fill(path, records[:2], desk)
    assert add_apart(path, records[2:5], desk).whole > 0
    assert [r.article.ref for r in read_kept(path)] == [r.article.ref for r in records[:2]]
    assert not list(desk.folder.glob("copy*"))


@pytest.mark.model
def test_a_ledger_may_grow_beyond_what_was_extracted(
    records: list[ArticleRecord], desk: Desk
) -> None:
    drawn = list(mixed(records, 3 * MADE, 1))
    assert len({record.article.id for record in drawn}) == 3 * MADE
    assert [size for size, _ in growth(records[:3], [4, 2], 1, desk, one_by_one=2)] == [2, 4]


@pytest.mark.model
def test_kept_records_are_read_back(
    records: list[ArticleRecord], desk: Desk, tmp_path: Path
) -> None:
    kept(tmp_path / "kept.sqlite", records, desk.makers)
    assert [r.statements for r in read_kept(tmp_path / "kept.sqlite")] == [
        r.statements for r in records
    ]


def test_tables_show_shares_and_steps() -> None:
    cost = Cost(judging=0.2, copies=0.05, links=0.1, summaries=0.05, whole=0.5)
    lines = shares(cost, 2.0, 10).splitlines()
    assert lines[1].split() == ["extraction", "200.0", "100.0", "%"]
    assert lines[2].split()[-3:] == ["20.0", "10.0", "%"]
    assert lines[-1].split()[-3:] == ["50.0", "25.0", "%"]
    assert "extraction  " not in shares(cost, None, 10)
    assert steps([(100, cost)]).splitlines()[1].split() == [
        "100", "200.0", "50.0", "100.0", "50.0", "100.0", "500.0",
    ]  # fmt: skip
