import hashlib
import json
import sqlite3
from pathlib import Path

from tests.functional.running import Run, Spawn


def _content(path: Path) -> str:
    """Return a digest of every row of every ordinary table."""
    digest = hashlib.sha256()
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as ledger:
        tables = [
            name
            for (name,) in ledger.execute(
                "select name from sqlite_master where type = 'table' order by name"
            )
        ]
        for table in tables:
            for row in sorted(map(repr, ledger.execute(f'select * from "{table}"'))):
                digest.update(f"{table}|{row}\n".encode())
    return digest.hexdigest()


def test_ingesting_twice_changes_nothing(run: Run, few: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    first = run("ingest", few, "--ledger", path, "--json")
    before = _content(path)
    again = run("ingest", few, "--ledger", path, "--json")
    assert (first.exit_code, again.exit_code) == (0, 0)
    told, nothing = json.loads(first.stdout), json.loads(again.stdout)
    assert told["added"] == told["read"] == 5
    assert told["statements"] > 20
    assert nothing["added"] == nothing["statements"] == nothing["links"] == 0
    assert nothing["unchanged"] == nothing["read"] == told["read"]
    assert _content(path) == before


def _bad_inputs(folder: Path) -> Path:
    bad = folder / "in"
    bad.mkdir()
    (bad / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (bad / "empty.txt").write_bytes(b"")
    (bad / "mixed.jsonl").write_text(
        '{"id": "good", "text": "Iran said that it would answer Azerbaijan."}\n'
        "{not json}\n"
        '{"id": "no-text"}\n',
        encoding="utf-8",
    )
    return bad


def test_bad_inputs_fail_by_name_and_the_others_are_done(run: Run, tmp_path: Path) -> None:
    bad, path = _bad_inputs(tmp_path), tmp_path / "x.sqlite"
    done = run("ingest", bad, "--ledger", path, "--json")
    assert done.exit_code == 3, done.output
    summary = json.loads(done.stdout)
    assert summary["added"] == 1
    failed = {(Path(f["input"]).name, f["reason"]) for f in summary["failures"]}
    assert failed == {
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("mixed.jsonl:2", "not-json"),
        ("mixed.jsonl:3", "missing-field"),
    }
    for name, reason in failed:
        assert name in done.stderr
        assert reason in done.stderr
    listed = run("failures", "--ledger", path, "--json").stdout
    kept = [json.loads(line) for line in listed.splitlines()]
    assert {(Path(f["input"]).name, f["reason"]) for f in kept} == failed


def test_quiet_still_names_failures(run: Run, tmp_path: Path) -> None:
    done = run("ingest", _bad_inputs(tmp_path), "--ledger", tmp_path / "x.sqlite", "--quiet")
    assert done.stdout == ""
    assert [line.startswith("failed: ") for line in done.stderr.splitlines()] == [True] * 4


def test_nothing_usable_is_its_own_end(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert run("ingest", tmp_path, "--ledger", tmp_path / "x.sqlite").exit_code == 4
    assert run("extract", tmp_path / "empty.txt").exit_code == 4


def test_standard_input_is_read(run: Run) -> None:
    article = '{"id": "a-1", "text": "Iran said that it would answer Azerbaijan."}\n'
    done = run("extract", "-", stdin=article)
    assert done.exit_code == 0, done.output
    record = json.loads(done.stdout)
    assert record["id"] == "a-1"
    assert record["statements"]


def test_what_is_said_on_the_command_line_fills_what_the_input_leaves_open(run: Run) -> None:
    article = '{"id": "a-1", "text": "Iran said that it would answer Azerbaijan."}\n'
    done = run(
        "extract", "-", "--publisher", "Aras Daily", "--published", "2022-11-08", stdin=article
    )
    record = json.loads(done.stdout)
    assert record["publisher"] == "Aras Daily"
    assert record["published"]["start"] == "2022-11-08"


def test_several_workers_give_the_same_records(run: Run, spawn: Spawn, few: Path) -> None:
    # That the networks say the same in any process is told where executors are tried.
    asked = ("extract", few, "--quiet", "--tagger", "attribution.rules.v1")
    alone = run(*asked)
    beside = spawn(*asked, "--workers", "2")
    assert alone.exit_code == beside.returncode == 0
    assert alone.stdout == beside.stdout != ""
