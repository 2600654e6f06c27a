"""Positions, timeline and tension over the samples: commands and Python."""

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from tests.functional.running import Run

from rejoinder import ConfigError, Ledger, NotFound


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_positions_show_the_statements_behind_them(run: Run, ledger: Path) -> None:
    done = run("positions", "explanation", "--ledger", ledger)

    assert done.exit_code == 0
    assert done.stdout.startswith("explanation\n")
    assert "for       Iran" in done.stdout
    assert "for · demand · 2023-03-31 · Levant Wire · levant-front" in done.stdout
    found = lines(run("positions", "explanation", "--ledger", ledger, "--json").stdout)
    assert found[0]["matter"] == "explanation"
    assert found[0]["position"] == "for"


def test_saved_statements_narrow_positions(run: Run, ledger: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.jsonl"
    asked = ("statements", "--ledger", ledger, "--text", "explanation", "--json")
    saved.write_text(run(*asked, "--publisher", "levant").stdout, encoding="utf-8")
    done = run("positions", "--statements", saved, "--name", "answers", "--ledger", ledger)

    assert done.exit_code == 0
    assert done.stdout.startswith("answers\n")
    both = run("positions", "explanation", "--statements", saved, "--ledger", ledger, "--json")
    shown = [held for view in lines(both.stdout) for held in view["statements"]]  # type: ignore[attr-defined]
    assert shown
    assert {held["publisher"] for held in shown} == {"Levant Wire"}


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("explanation", "--by", "day"),
        ("explanation", "--network", "web"),
        ("explanation", "--network", "twomode", "--format", "gml"),
        ("explanation", "--network", "twomode", "--duplicates", "never"),
        ("explanation", "--output", "x.csv"),
        ("--statements", "missing.txt"),
    ],
)
def test_what_cannot_be_is_refused(run: Run, ledger: Path, arguments: tuple[str, ...]) -> None:
    done = run("positions", *arguments, "--ledger", ledger)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("rejoinder: ")


def test_a_line_without_an_id_is_refused(run: Run, ledger: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.txt"
    saved.write_text('{"ref": "x"}\n', encoding="utf-8")
    done = run("positions", "--statements", saved, "--ledger", ledger)
    assert done.exit_code == 2
    assert "line 1" in done.stderr


def test_networks_are_written(run: Run, ledger: Path, tmp_path: Path) -> None:
    graph = tmp_path / "net.graphml"
    asked = ("positions", "explanation", "--ledger", ledger, "--network")
    done = run(*asked, "twomode", "-o", graph)
    assert (done.exit_code, done.stdout) == (0, "")
    assert ET.parse(graph).getroot().tag.endswith("graphml")
    events = run(*asked, "eventlist").stdout.splitlines()
    assert events[0].startswith("id,time,document,source,origin,person,organization")
    assert len(events) > 1
    table = tmp_path / "net.csv"
    assert run(*asked, "congruence", "-o", table).exit_code == 0
    assert table.read_text(encoding="utf-8").startswith("Source,Target,Weight")


def test_the_timeline_keeps_what_is_undated_apart(run: Run, ledger: Path) -> None:
    done = run("timeline", "--ledger", ledger, "--party", "Iran")

    assert done.exit_code == 0
    dated, undated = done.stdout.split("Undated, by day of publication\n")
    days = [line[:10] for line in dated.splitlines() if line[:1].isdigit()]
    assert days == sorted(days)
    assert days
    assert undated
    found = lines(run("timeline", "--ledger", ledger, "--party", "Iran", "--json").stdout)
    assert all({"date", "authors", "origins", "told"} <= entry.keys() for entry in found)
    narrowed = run("timeline", "--ledger", ledger, "--from", "2023-03-30", "--to", "2023-04")
    assert "Undated" not in narrowed.stdout
    assert "2022-" not in "".join(line[:10] for line in narrowed.stdout.splitlines())


def test_tension_is_the_same_from_either_side(run: Run, ledger: Path) -> None:
    done = run("tension", "Iran", "Azerbaijan", "--ledger", ledger)
    assert done.exit_code == 0
    assert "weeks without a record" in done.stdout
    forth = lines(run("tension", "Iran", "Azerbaijan", "--ledger", ledger, "--json").stdout)
    back = lines(run("tension", "Azerbaijan", "Iran", "--ledger", ledger, "--json").stdout)
    assert [each["together"] for each in forth] == [each["together"] for each in back]
    assert [each["forth"] for each in forth] == [each["back"] for each in back]
    full = run("tension", "Iran", "Azerbaijan", "--ledger", ledger, "--full").stdout
    named = {id_ for each in forth for id_ in each["together"]["ids"]}  # type: ignore[index]
    assert named
    assert all(id_ in full for id_ in named)


def test_the_points_open_on_statements_of_the_ledger(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        known = {each.id for each in opened.statements()}
        events = {event.id for record in opened.records() for event in record.events}
        found = opened.tension("Iran", "Azerbaijan", by="month")
        assert all(id_ in known | events for point in found.points for id_ in point.together.ids)
        with pytest.raises(NotFound):
            opened.tension("Iran", "Nobody At All")
        with pytest.raises(ConfigError, match="one actor"):
            opened.tension("Iran", "Iran")
        with pytest.raises(ConfigError, match="no period"):
            opened.tension("Iran", "Azerbaijan", by="day")
        with pytest.raises(ConfigError, match="no matter"):
            opened.positions()
        timeline = opened.timeline(parties=["Iran"], matter="explanation")
        assert timeline.undated
