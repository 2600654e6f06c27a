"""What times the pages asks for each of them and finds it there."""

import json
from pathlib import Path

import pytest
from benchmarks.page_addresses import addresses_of
from benchmarks.pages import main, measure, put_table
from tests.unit.web.conftest import settings
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder import Ledger
from rejoinder.web.app import create_app
from rejoinder.web.desk import Desk


def test_every_page_that_needs_no_more_than_a_ledger_is_timed(tmp_path: Path) -> None:
    path = write_quarrels(tmp_path)
    with Ledger(path) as ledger:
        ledger.rebuild()
    app = create_app(settings(path))
    desk: Desk = app.state.desk
    found = addresses_of(app, desk)
    desk.close()
    assert {"overview", "exchanges", "claims", "articles", "statements", "help"} <= found.keys()
    assert found["exchanges/{key}"].startswith("/exchanges/x-")
    assert found["articles/{ref}"].startswith("/articles/a-")
    assert len(set(found.values())) == len(found)
    assert not any("{" in path for path in found.values())


def test_a_page_is_timed(tmp_path: Path) -> None:
    (found,) = measure(write_quarrels(tmp_path), times=2, only="help")
    assert found.path == "/help"
    assert found.status == 200
    assert found.size > 2000
    assert min(found.first, found.median, found.cpu, found.again) > 0
    assert found.p95 >= found.median


def test_a_page_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    (found,) = measure(write_quarrels(tmp_path), times=1, only="help", longest=0.0)
    assert found.status == 0


def test_the_table_is_for_the_docs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger, results = write_quarrels(tmp_path), tmp_path / "results.json"
    main([str(ledger), "--times", "1", "--only", "help", "--results", str(results)])
    assert "/help" in capsys.readouterr().out
    held = json.loads(results.read_text(encoding="utf-8"))
    held["larger"] = {**held["quarrels"], "statements": 1_000_000}
    results.write_text(json.dumps(held), encoding="utf-8")
    document = tmp_path / "page.md"
    document.write_text("Before.\n\n<!-- pages -->\n<!-- /pages -->\n\nAfter.\n", encoding="utf-8")
    put_table(results, document)
    told = document.read_text(encoding="utf-8")
    assert "1,000,000 statements" in told
    assert "| help | " in told
    assert "| 1.0 |" in told
    assert told.startswith("Before.")
    assert told.endswith("After.\n")
