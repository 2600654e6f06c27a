import json
from pathlib import Path

import pytest
from tests.documents import ROOT
from tests.functional.running import Run


@pytest.fixture(scope="module")
def floors(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("floors") / "floors.json"
    one = {
        "name": "samples",
        "kind": "full",
        "gold": str(ROOT / "samples" / "gold"),
        "articles": str(ROOT / "samples" / "articles"),
        "required": True,
        "digest": None,
        "epsilon": 0.005,
        "floors": {},
        "ceilings": {},
        "seal": None,
    }
    path.write_text(json.dumps({"sets": [one], "history": []}), encoding="utf-8")
    done = run("evaluate", "samples", "--floors", path, "--update")
    assert done.exit_code == 0, done.output
    return path


def test_what_was_pinned_holds(run: Run, floors: Path) -> None:
    done = run("evaluate", "--gate", "--floors", floors)
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines()[-1] == "gate open: samples"


def test_a_floor_lowered_by_hand_shuts_the_gate_with_7(
    run: Run, floors: Path, tmp_path: Path
) -> None:
    value = json.loads(floors.read_text(encoding="utf-8"))
    value["sets"][0]["floors"]["statements.f1"] -= 0.1
    lowered = tmp_path / "floors.json"
    lowered.write_text(json.dumps(value), encoding="utf-8")
    done = run("evaluate", "--gate", "--floors", lowered, "--json")
    assert done.exit_code == 7
    told = json.loads(done.stdout)
    assert told["open"] is False
    assert [breach["data_set"] for breach in told["breaches"]] == ["samples"]


def test_full_gold_scores_with_the_texts_that_it_holds_or_is_given(run: Run, samples: Path) -> None:
    gold = ROOT / "samples" / "gold"
    given = json.loads(run("evaluate", "gold", gold, "--articles", samples, "--json").stdout)
    assert given["articles"] >= 12
    assert given["statements"]["f1"] > 0.5
    assert "statements" in run("evaluate", "gold", gold, "--articles", samples).stdout


def test_attribution_gold_scores_its_own_texts(run: Run, tmp_path: Path) -> None:
    text = "Iran said that it would answer Azerbaijan."
    spans = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[15, 41]]}
    gold = tmp_path / "gold.jsonl"
    row = {"id": "g-1", "text": text, "attributions": [spans]}
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    told = json.loads(run("evaluate", "attribution", gold, "--json").stdout)
    assert told["articles"] == 1
    assert told["kinds"]["all"]["attr50"]["f1"] == 1.0
