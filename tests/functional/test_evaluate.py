import json
import shutil
from pathlib import Path

import pytest
from tests.documents import ROOT
from tests.functional.running import Run

GOLD = ROOT / "samples" / "gold"


@pytest.fixture(scope="module")
def gold(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the gold of a few of the samples."""
    folder = tmp_path_factory.mktemp("gold")
    for name in ("actors", *(each.stem for each in few.iterdir())):
        shutil.copy(GOLD / f"{name}.json", folder)
    return folder


@pytest.fixture(scope="module")
def floors(run: Run, gold: Path, few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("floors") / "floors.json"
    one = {
        "name": "samples",
        "kind": "full",
        "gold": str(gold),
        "articles": str(few),
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


def test_full_gold_scores_with_the_texts_that_it_holds_or_is_given(
    run: Run, samples: Path, gold: Path, few: Path
) -> None:
    given = json.loads(run("evaluate", "gold", GOLD, "--articles", samples, "--json").stdout)
    assert given["articles"] >= 12
    assert given["statements"]["f1"] > 0.5
    assert "statements" in run("evaluate", "gold", gold, "--articles", few).stdout


def test_attribution_gold_scores_its_own_texts(run: Run, tmp_path: Path) -> None:
    text = "Iran said that it would answer Azerbaijan."
    spans = {"source": [[0, 4]], "cue": [[5, 9]], "content": [[15, 41]]}
    gold = tmp_path / "gold.jsonl"
    row = {"id": "g-1", "text": text, "attributions": [spans]}
    gold.write_text(json.dumps(row) + "\n", encoding="utf-8")
    told = json.loads(run("evaluate", "attribution", gold, "--json").stdout)
    assert told["articles"] == 1
    assert told["kinds"]["all"]["attr50"]["f1"] == 1.0


@pytest.fixture(scope="module")
def quarrel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    words = "We will never give up a single metre of the old harbour road"
    told = {
        "Gazette": f"“{words},” Foreign Minister Ena Kos said on Monday.",
        "Courier": f"Prime Minister Ona Lir told reporters: “{words}.”",
    }
    rows = [{"id": name, "outlet": name, "text": text, "event": "e"} for name, text in told.items()]
    path = tmp_path_factory.mktemp("agreement") / "corpus.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_outlets_that_quote_the_same_words_are_compared(run: Run, quarrel: Path) -> None:
    told = json.loads(run("evaluate", "agreement", quarrel, "--json").stdout)
    assert told["pairs"] == {"same": 0, "different": 1, "unresolved": 0, "no-statement": 0}
    assert "disagreements" not in told
    listed = json.loads(run("evaluate", "agreement", quarrel, "--json", "--list").stdout)
    readings = listed["disagreements"][0]["readings"]
    assert [r["publisher"] for r in readings] == ["Gazette", "Courier"]
    text = run("evaluate", "agreement", quarrel, "--list").stdout
    assert "different  event e: We will never give up" in text
    longer = json.loads(run("evaluate", "agreement", quarrel, "--min-words", "14", "--json").stdout)
    assert sum(longer["pairs"].values()) == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["agreement"], "no corpus is named"),
        (["agreement", "nowhere.jsonl"], "there is no corpus 'nowhere.jsonl'"),
        (["agreement", "x.jsonl", "--articles", "y"], "leave --articles out"),
        (["agreement", "x.jsonl", "--gate"], "leave out the path"),
        (["samples", "--list"], "--list goes with agreement, events or no-events"),
        (["gold", "x", "--min-words", "7"], "--min-words goes with agreement"),
    ],
)
def test_what_does_not_go_with_agreement_is_refused(run: Run, args: list[str], said: str) -> None:
    done = run("evaluate", *args)
    assert done.exit_code == 2
    assert said in done.stderr


def test_codebook_sentences_and_quiet_ones_are_scored(run: Run, tmp_path: Path) -> None:
    party = {"code": "IRN", "sector": ""}
    book = tmp_path / "book.jsonl"
    row = {
        "id": "1",
        "text": "Iran expelled three diplomats of Norway on Monday.",
        "event": "COERCE",
        "source": [party],
        "target": [party | {"code": "NOR"}],
    }
    book.write_text(json.dumps(row) + "\n", encoding="utf-8")
    told = json.loads(run("evaluate", "events", book, "--json").stdout)
    assert told["sentences"] == 1
    assert told["levels"]["triple"]["gold"] == 1
    assert "triple" in run("evaluate", "events", book).stdout
    book.write_text(json.dumps(row | {"event": "AID"}) + "\n", encoding="utf-8")
    listed = run("evaluate", "events", book, "--list").stdout
    assert "1: Iran expelled three diplomats of Norway on Monday." in listed
    assert "  gold: AID IRN -> NOR" in listed
    quiet = tmp_path / "quiet.jsonl"
    lines = [
        {"id": "1", "kind": "local", "text": "The bakery has closed."},
        {"id": "2", "kind": "local", "text": "Iran condemned Norway."},
    ]
    quiet.write_text("".join(json.dumps(each) + "\n" for each in lines), encoding="utf-8")
    told = json.loads(run("evaluate", "no-events", quiet, "--json").stdout)
    assert (told["sentences"], told["coded"]["right"]) == (2, 1)
    listed = run("evaluate", "no-events", quiet, "--list").stdout
    assert "2 (local): Iran condemned Norway." in listed


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["events"], "no gold is named; give a file of sentences after events"),
        (["no-events"], "no file is named; give sentences without an event after no-events"),
        (["events", "nowhere.jsonl"], "there is no file 'nowhere.jsonl'"),
        (["no-events", "nowhere.jsonl"], "there is no file 'nowhere.jsonl'"),
        (["events", "x.jsonl", "--articles", "y"], "leave --articles out"),
        (["events", "x.jsonl", "--gate"], "leave out the path"),
    ],
)
def test_what_does_not_go_with_events_is_refused(run: Run, args: list[str], said: str) -> None:
    done = run("evaluate", *args)
    assert done.exit_code == 2
    assert said in done.stderr
