import json
from pathlib import Path

import pytest
from tests.documents import ROOT
from tests.functional.running import Run

TEXT = "Iran said that it would answer Azerbaijan.\n\nNobody was there. A ship sank, he thought."
SAID = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[15, 41]]}
SANK = {"source": [[74, 76]], "cue": [[77, 84]], "content": [[62, 72]]}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    moved = {**SAID, "source": [[44, 50]]}
    rows = [
        {"id": "g-1", "publisher": "Lum & Co", "text": TEXT, "attributions": [SAID, SANK]},
        {"id": "g-2", "text": TEXT, "attributions": [moved]},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_page_is_written_beside_the_usual_figures(run: Run, gold: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    done = run("evaluate", "attribution", gold, "--errors", page)
    assert done.exit_code == 0, done.output
    assert "attr50" in done.stdout
    assert "cue missed" in done.stdout
    shown = page.read_text(encoding="utf-8")
    assert "gold.jsonl" in shown
    assert str(tmp_path) not in shown
    assert "Lum &amp; Co" in shown or "g-2" in shown
    assert [one.name for one in tmp_path.iterdir()] == ["out.html"]


def test_the_counts_are_in_the_json_with_or_without_a_page(
    run: Run, gold: Path, tmp_path: Path
) -> None:
    plain = json.loads(run("evaluate", "attribution", gold, "--json").stdout)
    errors = tmp_path / "o.html"
    paged = json.loads(run("evaluate", "attribution", gold, "--errors", errors, "--json").stdout)
    assert plain == paged
    row = plain["errors"]["gold"]["all"]
    assert row["total"] == 3
    assert row["right"] + sum(row["causes"].values()) == 3
    assert row["causes"]["wrong_source"] == 1
    assert plain["reliability"]["predicted"] == plain["errors"]["predicted"]["all"]["total"]


def test_the_counts_are_told_with_verbose_too(run: Run, gold: Path) -> None:
    assert "cue missed" in run("evaluate", "attribution", gold, "--verbose").stdout
    assert "cue missed" not in run("evaluate", "attribution", gold).stdout


def test_a_page_that_cannot_be_written_is_refused_before_the_gold_is_read(
    run: Run, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_text("no gold\n", encoding="utf-8")
    done = run("evaluate", "attribution", broken, "--errors", tmp_path / "missing" / "out.html")
    assert done.exit_code == 2
    assert "cannot write in" in done.stderr
    done = run("evaluate", "attribution", broken, "--errors", tmp_path)
    assert done.exit_code == 2
    assert "cannot write in" in done.stderr


def test_a_page_that_was_there_stays_where_the_gold_is_wrong(run: Run, tmp_path: Path) -> None:
    broken, page = tmp_path / "broken.jsonl", tmp_path / "out.html"
    broken.write_text("no gold\n", encoding="utf-8")
    page.write_text("earlier", encoding="utf-8")
    assert run("evaluate", "attribution", broken, "--errors", page).exit_code == 2
    assert page.read_text(encoding="utf-8") == "earlier"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["broken.jsonl", "out.html"]


def test_the_page_may_not_replace_the_gold(run: Run, gold: Path) -> None:
    before = gold.read_bytes()
    done = run("evaluate", "attribution", gold, "--errors", gold)
    assert done.exit_code == 2
    assert "would replace" in done.stderr
    assert gold.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("evaluate", "samples", "--errors", "out.html"),
        ("evaluate", "gold", ROOT / "samples" / "gold", "--errors", "out.html"),
        ("evaluate", "attribution", ROOT / "samples" / "gold", "--errors", "out.html"),
        ("evaluate", "attribution", "gold.jsonl", "--errors-limit", "5"),
    ],
)
def test_the_report_goes_with_attribution_gold_only(run: Run, words: tuple[str | Path]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert "error" in done.stderr
    assert not Path("out.html").exists()
