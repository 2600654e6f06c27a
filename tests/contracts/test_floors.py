"""The floors in the repository are sealed, fit its gold, and hold when somebody leans on them."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from rejoinder.evaluation.digest import digest_of
from rejoinder.evaluation.figures import Figures
from rejoinder.evaluation.floors import Floors, FloorSet, read_floors
from rejoinder.evaluation.gate import Measured, check_floors, check_seals
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_check import check_texts

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "evals" / "floors.json"
GOLD = ROOT / "samples" / "gold"
SAMPLES = "samples"


@pytest.fixture
def floors() -> Floors:
    return read_floors(FLOORS)


@pytest.fixture
def samples_set(floors: Floors) -> FloorSet:
    return next(one for one in floors.sets if one.name == SAMPLES)


def at_its_floors(one: FloorSet) -> Measured:
    """Return figures that just hold."""
    figures = Figures(rates=one.floors, slips=one.ceilings)
    return Measured(data_set=one.name, digest=one.digest or "", figures=figures)


def test_the_samples_are_always_gated(samples_set: FloorSet) -> None:
    assert samples_set.required
    assert len(samples_set.floors) >= 10
    assert samples_set.ceilings.keys() == {"dates_invented", "furniture_hits", "trap_hits"}


def test_no_number_was_edited_by_hand(floors: Floors) -> None:
    assert not check_seals(floors)


def test_the_floors_were_measured_on_the_gold_that_is_here(samples_set: FloorSet) -> None:
    assert samples_set.digest == digest_of(GOLD)


def test_the_gold_of_the_samples_is_sound() -> None:
    lines = (GOLD / "texts.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    gold = read_gold(GOLD)
    assert {article.id for article in gold.articles} <= texts.keys()
    check_texts(gold, texts)


def test_a_floor_lowered_on_purpose_shuts_the_gate(floors: Floors, samples_set: FloorSet) -> None:
    for name, floor in samples_set.floors.items():
        lowered = replace(samples_set, floors={**samples_set.floors, name: floor - 0.05})
        others = [one for one in floors.sets if one.name != SAMPLES]
        edited = replace(floors, sets=(lowered, *others))
        breaches = check_floors(edited, [at_its_floors(samples_set)])
        assert any("edited by hand" in breach.message for breach in breaches), name


def test_a_figure_that_falls_shuts_the_gate(floors: Floors, samples_set: FloorSet) -> None:
    holds = at_its_floors(samples_set)
    assert not [b for b in check_floors(floors, [holds]) if b.data_set == SAMPLES]
    for name, floor in samples_set.floors.items():
        if floor > 0.01:
            rates = {**samples_set.floors, name: floor - 0.01}
            fallen = replace(holds, figures=replace(holds.figures, rates=rates))
            assert [b.metric for b in check_floors(floors, [fallen])] == [name]


def test_gold_changed_on_purpose_shuts_the_gate(
    floors: Floors, samples_set: FloorSet, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(GOLD, tmp_path / "gold"))
    assert digest_of(copy) == digest_of(GOLD)
    path = next(p for p in sorted(copy.glob("*.json")) if "statements" in p.read_text("utf-8"))
    value = json.loads(path.read_text(encoding="utf-8"))
    value["statements"].pop()
    path.write_text(json.dumps(value), encoding="utf-8")
    now = replace(at_its_floors(samples_set), digest=digest_of(copy))
    breaches = check_floors(floors, [now])
    assert any("gold has changed" in breach.message for breach in breaches)
