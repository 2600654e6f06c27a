"""What times commands runs each of them, on questions that the ledger has an answer to."""

import json
from pathlib import Path

import pytest
from benchmarks.command_questions import asked_of, commands
from benchmarks.commands import main, measure, put_table
from tests.unit.views.tellings import Word, filled, telling

from rejoinder import Ledger
from rejoinder.model.statement import Act


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("timed")
    told = telling(
        "a",
        Word(who="Tarn", act=Act.ACCUSE, cue="accused", content="Vest of a siege", about="Vest"),
        Word(who="Vest", act=Act.DENY, cue="denied", content="the siege", about="Tarn"),
    )
    filled(folder, [told]).close()
    with Ledger(folder / "x.sqlite") as ledger:
        ledger.rebuild()
    return folder / "x.sqlite"


def test_what_is_asked_is_in_the_ledger(path: Path, tmp_path: Path) -> None:
    asked = asked_of(path)
    assert asked.left != asked.right
    with Ledger(path, read_only=True) as ledger:
        assert ledger.tension(asked.left, asked.right).left_members
        assert ledger.statements(text=asked.few)
        assert {each.id for each in ledger.statements()} & set(asked.saved)
    lines = commands(asked, tmp_path / "saved.txt")
    assert all("{" not in word for words in lines.values() for word in words)
    assert {words[0] for words in lines.values()} == {
        "claims", "exchanges", "positions", "replies", "tension", "timeline",
    }  # fmt: skip


def test_a_command_is_timed(path: Path) -> None:
    (found,) = measure(path, rounds=1, only="tension, two states")
    assert (found.status, found.command.split()[0]) == (0, "tension")
    assert found.lines > 1
    assert found.seconds > 0
    assert found.peak > 10


def test_a_command_that_takes_too_long_is_given_up(path: Path) -> None:
    (found,) = measure(path, rounds=3, only="tension, two states", longest=0.0)
    assert found.status != 0


def test_the_table_is_for_the_docs(path: Path, tmp_path: Path) -> None:
    results, document = tmp_path / "results.json", tmp_path / "document.md"
    document.write_text("before <!-- commands -->old<!-- /commands --> behind", encoding="utf-8")
    for state in ("before", "after"):
        asked = [str(path), "--rounds", "1", "--only", "tension, a", "--state", state]
        main([*asked, "--results", str(results)])
    assert len(json.loads(results.read_text(encoding="utf-8"))) == 2
    put_table(results, document)
    words = document.read_text(encoding="utf-8")
    assert words.startswith("before <!-- commands -->\n| question | ")
    assert "| tension, a month | " in words
    assert "old" not in words
