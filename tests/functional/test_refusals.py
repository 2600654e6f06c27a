import sqlite3
from pathlib import Path

import pytest
from tests.functional.running import Run, Spawn


@pytest.mark.parametrize(
    "command",
    ["statements", "actors", "exchanges", "export", "failures"],
)
def test_a_missing_ledger_is_one_line_with_the_cure(command: str, run: Run, tmp_path: Path) -> None:
    done = run(command, "--ledger", tmp_path / "missing.sqlite")
    assert done.exit_code == 5
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "rejoinder ingest" in done.stderr
    assert not (tmp_path / "missing.sqlite").exists()


def test_a_foreign_file_is_refused_and_left_alone(run: Run, samples: Path, tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("create table mine (x)")
    other.close()
    before = path.read_bytes()
    for command in (["ingest", samples], ["statements"]):
        done = run(*command, "--ledger", path)
        assert done.exit_code == 5
        assert len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["statements", "--since", "Monday"], "--since 'Monday' is no date"),
        (["statements", "--act", "shout"], "accuse"),
        (["statements", "--limit", "0"], "--limit"),
        (["claims", "--format", "csv"], "--format goes with --network"),
        (["claims", "--duplicates", "week"], "--duplicates goes with --network"),
        (["positions", "peace", "--states"], "--states goes with --network"),
        (["positions", "peace", "-o", "x.csv"], "--output goes with --network"),
        (["statements"], "--ledger"),
        (["extract"], "INPUT"),
        (["extract", "x.txt", "--workers", "0"], "--workers"),
        (["extract", "x.txt", "--published", "2022-11"], "no single day"),
        (["export", "--format", "xml"], "jsonl"),
        (["evaluate", "attribution"], "no gold is named"),
        (["evaluate", "gold", "missing"], "no gold at"),
        (["evaluate", "samples", "--allow-regression", "x"], "--update"),
        (["stattements"], "statements"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_use_ends_with_2_and_says_what_is_right(
    arguments: list[str], says: str, run: Run, ledger: Path
) -> None:
    opened = arguments[0] == "export" or "--since" in arguments
    named = ["--ledger", str(ledger)] if opened else []
    done = run(*arguments, *named)
    assert done.exit_code == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_not_found_ends_with_6(run: Run, ledger: Path) -> None:
    missing = run("show", "no-such-article", "--ledger", ledger)
    assert missing.exit_code == 6
    assert len(missing.stderr.splitlines()) == 1
    assert run("actors", "nobody at all", "--ledger", ledger).exit_code == 6


def test_the_environment_may_name_the_ledger(run: Run, ledger: Path) -> None:
    done = run("statements", "--limit", "1", env={"REJOINDER_LEDGER": str(ledger)})
    assert done.exit_code == 0
    assert done.stdout


def test_an_output_that_cannot_be_written_is_refused(
    run: Run, ledger: Path, tmp_path: Path
) -> None:
    done = run("export", "--ledger", ledger, "-o", tmp_path / "missing" / "out.jsonl")
    assert done.exit_code == 2
    assert "name a file in a folder that exists" in done.stderr


def test_python_m_rejoinder_says_its_version(spawn: Spawn) -> None:
    done = spawn("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "rejoinder")


def test_help_is_short_to_start(spawn: Spawn) -> None:
    assert spawn("--help").returncode == 0
    assert spawn().returncode == 2
