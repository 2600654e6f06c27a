"""The gate shuts when a figure falls, the gold changes or a floor is touched by hand."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from rejoinder.errors import GoldError
from rejoinder.evaluation.figures import Figures
from rejoinder.evaluation.floors import Floors, FloorSet, GoldKind, read_floors, render_floors
from rejoinder.evaluation.gate import Measured, check_floors, raise_floors

DAY = "2025-02-03"
FRESH = FloorSet(
    name="toy",
    kind=GoldKind.FULL,
    gold="gold",
    articles="articles",
    required=True,
    digest=None,
    epsilon=0.005,
    floors={},
    ceilings={},
    seal=None,
)


def measured(
    rates: Mapping[str, float], slips: Mapping[str, int] | None = None, digest: str = "d1"
) -> list[Measured]:
    figures = Figures(rates=rates, slips=slips if slips is not None else {"trap_hits": 2})
    return [Measured(data_set="toy", digest=digest, figures=figures)]


@pytest.fixture
def pinned() -> Floors:
    """A set pinned at speaker 0.8, act 0.6, two trap hits."""
    fresh = Floors(sets=(FRESH,), history=())
    return raise_floors(fresh, measured({"speaker": 0.8, "act": 0.6}), day=DAY).floors


def messages(floors: Floors, now: list[Measured]) -> list[str]:
    return [f"{b.metric}: {b.message}" for b in check_floors(floors, now)]


def test_a_set_without_floors_shuts_the_gate() -> None:
    found = messages(Floors(sets=(FRESH,), history=()), measured({"speaker": 1.0}))
    assert found == ["None: has no floors yet; pin it with --update"]


def test_pinning_rounds_down_and_is_noted(pinned: Floors) -> None:
    fresh = Floors(sets=(FRESH,), history=())
    raised = raise_floors(fresh, measured({"speaker": 0.80999}), day=DAY)
    assert raised.floors.sets[0].floors == {"speaker": 0.809}
    assert [(c.day, c.data_set, c.reason) for c in pinned.history] == [(DAY, "toy", "pinned")]


def test_figures_at_their_floors_pass(pinned: Floors) -> None:
    assert messages(pinned, measured({"speaker": 0.8, "act": 0.6})) == []


def test_a_figure_within_epsilon_passes_and_below_it_fails(pinned: Floors) -> None:
    assert messages(pinned, measured({"speaker": 0.7951, "act": 0.6})) == []
    found = messages(pinned, measured({"speaker": 0.7949, "act": 0.6}))
    assert found == ["speaker: is 0.7949, below the floor of 0.800"]


def test_more_slips_than_the_ceiling_fail(pinned: Floors) -> None:
    found = messages(pinned, measured({"speaker": 0.8, "act": 0.6}, {"trap_hits": 3}))
    assert found == ["trap_hits: is 3, above the ceiling of 2"]


def test_a_figure_that_is_no_longer_measured_fails(pinned: Floors) -> None:
    found = messages(pinned, measured({"speaker": 0.9}, {}))
    assert found == [
        "act: was not measured; the floor is 0.600",
        "trap_hits: was not measured; the ceiling is 2",
    ]


def test_changed_gold_fails(pinned: Floors) -> None:
    found = messages(pinned, measured({"speaker": 0.9, "act": 0.9}, digest="d2"))
    assert len(found) == 1
    assert "its gold has changed" in found[0]


def test_a_set_that_the_file_does_not_have_fails(pinned: Floors) -> None:
    stranger = [replace(measured({})[0], data_set="other")]
    assert messages(pinned, stranger) == ["None: is not in the floors file; add it there"]


@pytest.mark.parametrize(
    "tampered",
    [
        {"floors": {"speaker": 0.7, "act": 0.6}},
        {"floors": {"speaker": 0.8}},
        {"ceilings": {"trap_hits": 9}},
        {"epsilon": 0.2},
        {"digest": "d2"},
        {"required": False},
        {"seal": None},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_number_edited_by_hand_fails_and_is_not_sealed_again(
    pinned: Floors, tampered: dict[str, object]
) -> None:
    edited = replace(pinned, sets=(replace(pinned.sets[0], **tampered),))  # type: ignore[arg-type]
    now = measured({"speaker": 0.8, "act": 0.6})
    assert any("do not match their seal" in m for m in messages(edited, now))
    with pytest.raises(GoldError, match="edited by hand"):
        raise_floors(edited, now, day=DAY, reason="because")


def test_history_cannot_be_forgotten(pinned: Floors) -> None:
    forgetful = replace(pinned, history=())
    now = measured({"speaker": 0.8, "act": 0.6})
    assert any("do not match their seal" in m for m in messages(forgetful, now))


def test_better_figures_raise_the_floors(pinned: Floors) -> None:
    raised = raise_floors(
        pinned, measured({"speaker": 0.9, "act": 0.6, "date": 1.0}, {"trap_hits": 0}), day=DAY
    )
    assert raised.floors.sets[0].floors == {"speaker": 0.9, "act": 0.6, "date": 1.0}
    assert raised.floors.sets[0].ceilings == {"trap_hits": 0}
    assert raised.floors.history == pinned.history
    assert raised.details == (
        "toy: date 1.000 is new",
        "toy: speaker 0.800 -> 0.900",
        "toy: trap_hits 2 -> 0",
    )


def test_small_losses_do_not_let_the_floors_creep_down(pinned: Floors) -> None:
    floors = raise_floors(pinned, measured({"speaker": 0.797, "act": 0.6}), day=DAY).floors
    assert floors == pinned


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_a_floor_is_not_let_down_without_a_reason(pinned: Floors, reason: str | None) -> None:
    with pytest.raises(GoldError, match=r"speaker 0\.800 -> 0\.700.*--allow-regression REASON"):
        raise_floors(pinned, measured({"speaker": 0.7, "act": 0.6}), day=DAY, reason=reason)


def test_a_figure_is_not_dropped_without_a_reason(pinned: Floors) -> None:
    with pytest.raises(GoldError, match=r"act 0\.600 is no longer measured"):
        raise_floors(pinned, measured({"speaker": 0.8}), day=DAY)


def test_a_floor_let_down_with_a_reason_stays_in_the_history(pinned: Floors) -> None:
    now = measured({"speaker": 0.7, "act": 0.6}, {"trap_hits": 4})
    floors = raise_floors(pinned, now, day="2025-03-01", reason="stricter gold").floors
    assert floors.sets[0].floors["speaker"] == 0.7
    last = floors.history[-1]
    assert (last.day, last.reason) == ("2025-03-01", "stricter gold")
    assert last.details == ("speaker 0.800 -> 0.700", "trap_hits 2 -> 4")
    assert messages(floors, now) == []


def test_changed_gold_is_pinned_anew_and_noted(pinned: Floors) -> None:
    now = measured({"speaker": 0.9, "act": 0.6}, digest="d2")
    floors = raise_floors(pinned, now, day=DAY).floors
    assert floors.history[-1].reason == "gold changed"
    assert messages(floors, now) == []


def test_the_file_reads_back_as_it_was_written(pinned: Floors, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(render_floors(pinned), encoding="utf-8")
    assert read_floors(path) == pinned
    assert render_floors(read_floors(path)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"epsilon": 0.005', '"epsilon": "much"', r"sets\[0\]\.epsilon: needs a number"),
        ('"epsilon": 0.005', '"epsilon": 2', r"sets\[0\]\.epsilon: needs a number"),
        (
            '"kind": "full"',
            '"kind": "half"',
            r"sets\[0\]\.kind: needs agreement or attribution or events or full or no-events",
        ),
        ('"speaker": 0.8', '"speaker": true', r"sets\[0\]\.floors\.speaker"),
        ('"trap_hits": 2', '"trap_hits": 2.5', r"sets\[0\]\.ceilings\.trap_hits"),
        ('"required": true', '"required": 1', r"sets\[0\]\.required"),
    ],
)
def test_a_malformed_file_is_refused_with_the_place(
    pinned: Floors, tmp_path: Path, old: str, new: str, said: str
) -> None:
    text = render_floors(pinned)
    assert old in text
    path = tmp_path / "floors.json"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GoldError, match=rf"floors\.json: {said}"):
        read_floors(path)
