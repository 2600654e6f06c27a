"""The benchmark of a growing ledger fills it as it says, and goes on where it was stopped."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import benchmarks.growth
import pytest
from benchmarks.growth import alone, count, fill, grow, grow_kept, put_table, write_back
from benchmarks.made_up import read_articles
from benchmarks.resolution import Desk
from benchmarks.shuffled import Shuffler, paragraphs_of

from rejoinder.ledger.connect import open_ledger

if TYPE_CHECKING:
    from rejoinder.pipeline.stages import Engine


@pytest.fixture
def desk(engine: "Engine", tmp_path: Path) -> Desk:
    return Desk(makers=engine.makers, folder=tmp_path, linked=True)


@pytest.fixture(scope="module")
def news(engine: "Engine", samples: Path) -> Shuffler:
    articles = read_articles([str(samples / "bosphorus-trt.txt")])
    return Shuffler(paragraphs_of([engine.extract(article) for article in articles]))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, small in {"BATCH": 1, "LAST": 2, "BEFORE": 1, "LARGE": 4, "ALONE": 2}.items():
        monkeypatch.setattr(benchmarks.growth, name, small)


@pytest.mark.model
def test_only_the_last_articles_come_in_batches_of_an_ingest(
    news: Shuffler, desk: Desk, tmp_path: Path
) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        assert len(list(fill(ledger, news, 9, desk))) == 3
        assert count(ledger, "batches") == 2 + 3
        assert count(ledger, "articles") == 9


@pytest.mark.model
def test_a_run_that_was_stopped_goes_on(
    news: Shuffler, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, kept, document = (tmp_path / name for name in ("l.sqlite", "kept.json", "d.md"))
    monkeypatch.setattr(benchmarks.growth, "alone", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        grow(path, news, [4, 6], desk, kept)
    batches = json.loads(kept.read_text())["4"]["batches"]
    monkeypatch.setattr(benchmarks.growth, "alone", alone)
    grow(path, news, [4, 6], desk, kept)

    found = json.loads(kept.read_text())
    assert found["4"]["batches"] == batches
    assert [found[size]["articles"] for size in ("4", "6")] == [4, 6]
    document.write_text("<!-- growth -->\n<!-- /growth -->\n")
    put_table(kept, document)
    assert document.read_text().count("| 4 |") == document.read_text().count("| 6 |") == 1


@pytest.mark.model
def test_a_kept_ledger_is_measured_by_a_copy_and_stays_as_it_is(
    news: Shuffler, desk: Desk, tmp_path: Path
) -> None:
    paths, results = [tmp_path / "3.sqlite", tmp_path / "5.sqlite"], tmp_path / "kept.json"
    for size, path in zip((3, 5), paths, strict=True):
        with open_ledger(path, create=True) as ledger:
            assert list(fill(ledger, news, size, desk))
    before = [path.read_bytes() for path in paths]
    grow_kept(paths, news, desk, results)

    found = json.loads(results.read_text())
    assert [found[size]["articles"] for size in ("6", "8")] == [6, 8]
    assert all(each["batches"]["whole"] > 0 < each["alone"]["whole"] for each in found.values())
    assert [path.read_bytes() for path in paths] == before


@pytest.mark.model
def test_writing_back_leaves_nothing_in_the_log(news: Shuffler, desk: Desk, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.sqlite", create=True) as ledger:
        assert list(fill(ledger, news, 3, desk))
        log = tmp_path / "l.sqlite-wal"
        assert log.stat().st_size
        assert write_back(ledger).whole > 0
        assert log.stat().st_size == 0
        assert count(ledger, "articles") == 3


@pytest.mark.model
def test_making_summaries_anew_is_not_taken_for_growth(
    news: Shuffler, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "l.sqlite"
    with open_ledger(path, create=True) as ledger:
        assert list(fill(ledger, news, 3, desk))
        with ledger.writing() as connection:
            connection.exec_driver_sql("DELETE FROM summaries")
    with pytest.raises(SystemExit, match="older summaries"):
        grow_kept([path], news, desk, None)
