import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from tests.functional.running import Run

from rejoinder import PloverEvent, extract, plover_events
from rejoinder.model.record import ArticleRecord

TEXT = (
    "Iran's foreign ministry accused Norway of jamming its broadcasts on Monday.\n\n"
    "Norway's foreign ministry denied the accusation.\n\n"
    "Iran expelled three Norwegian diplomats on Tuesday.\n"
)


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plover") / "quarrel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def types(lines: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(json.loads(line)["event"]) for line in lines}


def test_an_article_becomes_events_and_acts(run: Run, article: Path) -> None:
    done = run("extract", article, "--format", "plover")
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    accused = next(row for row in rows if row["event"] == ["ACCUSE"])
    assert [one["country"] for one in accused["actor"]] == ["IRN"]
    assert [one["country"] for one in accused["recipient"]] == ["NOR"]
    denied = next(row for row in rows if row["rejoinder"]["act"] == "deny")
    assert denied["event"] == []
    assert any(row["rejoinder"]["kind"] == "event" for row in rows)


def test_python_gives_what_the_command_prints(run: Run, article: Path) -> None:
    (record,) = extract(article)
    assert isinstance(record, ArticleRecord)
    found = plover_events(record)
    assert all(isinstance(one, PloverEvent) for one in found)
    printed = run("extract", article, "--format", "plover", "--quiet").stdout.splitlines()
    assert [json.loads(line)["id"] for line in printed] == [one.id for one in found]


def test_a_file_gets_the_same_lines(run: Run, article: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    assert run("extract", article, "--format", "plover", "-o", out).exit_code == 0
    printed = run("extract", article, "--format", "plover").stdout
    assert out.read_text(encoding="utf-8") == printed


def test_a_ledger_becomes_events_and_acts(run: Run, article: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.sqlite"
    assert run("ingest", article, "--ledger", ledger).exit_code == 0
    done = run("export", "--ledger", ledger, "--format", "plover")
    assert done.exit_code == 0, done.output
    printed = run("extract", article, "--format", "plover").stdout
    assert types(done.stdout.splitlines()) == types(printed.splitlines())
    exchange = json.loads(run("exchanges", "--ledger", ledger, "--json").stdout.splitlines()[0])
    assert exchange["id"] in {json.loads(line)["link"] for line in done.stdout.splitlines()}


@pytest.mark.parametrize("command", ["extract", "export"])
def test_a_format_that_there_is_not_is_refused(
    run: Run, article: Path, tmp_path: Path, command: str
) -> None:
    where = [article] if command == "extract" else ["--ledger", tmp_path / "ledger.sqlite"]
    if command == "export":
        run("ingest", article, "--ledger", tmp_path / "ledger.sqlite")
    done = run(command, *where, "--format", "xml")
    assert done.exit_code == 2
    assert "choose one of: jsonl, plover" in done.stderr
    assert done.stdout == ""
