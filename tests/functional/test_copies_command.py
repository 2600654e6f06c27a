"""The command that lists copies, over the samples."""

import json
from pathlib import Path

import pytest
from tests.functional.running import Run

from rejoinder import ArticleRecord, Ledger, NotFound, extract
from rejoinder.model.copies import Copies


def test_the_samples_have_one_reprint(run: Run, ledger: Path) -> None:
    done = run("copies", "--ledger", ledger)

    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "2 articles, one origin: Levant Wire"
    assert "levant-front" in lines[1]
    assert "earliest known" in lines[1]
    assert "aras-front" in lines[2]
    assert "“Levant Wire” (closing)" in lines[2]
    assert "1 group of copies, 2 articles" in done.stderr


def test_json_has_a_group_a_line(run: Run, ledger: Path) -> None:
    (line,) = run("copies", "--ledger", ledger, "--json").stdout.splitlines()
    group = json.loads(line)

    assert [member["ref"] for member in group["members"]] == ["levant-front", "aras-front"]
    assert group["origin"] == "Levant Wire"
    assert 0.85 < group["members"][1]["overlap"] < 1


def test_no_passage_of_the_samples_is_carried_by_others(run: Run, ledger: Path) -> None:
    done = run("copies", "--passages", "--ledger", ledger)

    assert (done.exit_code, done.stdout) == (0, "")
    assert "0 passages in articles that are no copies" in done.stderr


def test_show_and_statements_say_what_is_a_copy(run: Run, ledger: Path) -> None:
    note = "copy of levant-front · credited to Levant Wire"

    assert f"({note})" in run("show", "aras-front", "--ledger", ledger).stdout
    first = run("show", "levant-front", "--ledger", ledger).stdout
    assert "(earliest known of 2 articles with this text · credited to Levant Wire)" in first
    assert "copy of" not in run("show", "courier-duel-1", "--ledger", ledger).stdout
    listed = run("statements", "--ledger", ledger, "--publisher", "aras", "--full").stdout
    assert note in listed


def test_export_and_extract_name_the_origin(run: Run, ledger: Path, samples: Path) -> None:
    lines = run("export", "--ledger", ledger).stdout.splitlines()
    copies = {one["id"]: one["copies"] for one in map(json.loads, lines)}
    told = {key: value for key, value in copies.items() if value is not None}
    with_group = {key for key, value in told.items() if value["group"] is not None}

    assert with_group == {"levant-front", "aras-front"}
    assert told["aras-front"] == told["levant-front"]
    assert {value["origin"] for value in told.values()} == {"Levant Wire"}
    records = extract(samples / "wires.jsonl")
    alone = {one.article.ref: one.copies for one in records if isinstance(one, ArticleRecord)}
    assert alone["aras-front"] == Copies(group=None, origin="Levant Wire")
    assert alone["courier-firing"] is None


def test_origins_count_copies_once(ledger: Path) -> None:
    with Ledger(ledger, read_only=True) as opened:
        assert len(opened.origins("levant-front", "aras-front")) == 1
        assert len(opened.origins("levant-front", "aras-front", "aras-kazemi")) == 2
        found = [v.id for v in opened.statements() if v.article_ref.endswith("-front")]
        origins = opened.statement_origins(*found)
        assert len(origins.origins) == 1
        assert origins.wordings < len(found)
        assert not opened.has_uncompared()
        with pytest.raises(NotFound):
            opened.origins("not-there")
