import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.statements.arrays import Floats
from rejoinder.statements.decode import CueRun, Role, best_labels, find_cues, read_roles

CUE = CueRun(first=103, last=104, score=0.8)
EVEN = (0.0,) * 5


def logits_of(labels: list[int], count: int, sure: float = 6.0) -> Floats:
    out = np.zeros((len(labels), count), dtype=np.float32)
    out[np.arange(len(labels)), labels] = sure
    return out


@pytest.mark.parametrize(
    ("labels", "runs"),
    [
        ([0, 0, 0], []),
        ([0, 1, 0], [(11, 12)]),
        ([1, 2, 2], [(10, 13)]),
        ([1, 1, 0, 2], [(10, 11), (11, 12), (13, 14)]),
    ],
    ids=["none", "one piece", "up to the end", "two side by side, one without its beginning"],
)
def test_cues_are_runs_of_pieces(labels: list[int], runs: list[tuple[int, int]]) -> None:
    found = find_cues(logits_of(labels, 3), 10, 0.5)
    assert [(c.first, c.last) for c in found] == runs
    assert all(0.9 < c.score <= 1 for c in found)


def test_a_lower_threshold_finds_what_a_higher_one_does_not() -> None:
    logits = np.log(np.array([[0.7, 0.2, 0.1]], dtype=np.float32))
    assert find_cues(logits, 0, 0.5) == ()
    assert [round(c.score, 3) for c in find_cues(logits, 0, 0.25)] == [0.3]


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=5, max_size=5), min_size=1))
def test_no_stretch_goes_on_that_has_not_begun(rows: list[list[float]]) -> None:
    labels = best_labels(np.array([rows], dtype=np.float32))[0].tolist()
    for before, label in zip([0, *labels], labels, strict=False):
        if label in {2, 4}:
            assert before in {label - 1, label}


def test_labels_are_the_most_probable_that_hang_together() -> None:
    logits = logits_of([0, 4, 4], 5)
    logits[1, 4] = 8
    assert best_labels(logits[None])[0].tolist() == [3, 4, 4]
    logits[0, 0] = 20
    assert best_labels(logits[None])[0].tolist() == [0, 3, 4]


def test_cues_are_read_alike_together_and_alone() -> None:
    rows = np.random.default_rng(1).normal(size=(6, 20, 5)).astype(np.float32)
    together = best_labels(rows)
    for k in range(6):
        assert best_labels(rows[k : k + 1])[0].tolist() == together[k].tolist()


def test_roles_are_read_at_their_places_in_the_article() -> None:
    labels = [Role.SOURCE.begin, Role.SOURCE.inside, 0, 0, 3, 4, 0, 3]
    (reading,) = read_roles([CUE], logits_of(labels, 5)[None], EVEN)
    assert reading.source == ((99, 101),)
    assert reading.content == ((103, 105), (106, 107))
    assert 0.9 * CUE.score < reading.score <= CUE.score


def test_a_lean_brings_out_what_is_less_than_likely() -> None:
    logits = logits_of([0, 0, 3, 0], 5)
    logits[0, 1] = 5.5
    (upright,) = read_roles([CUE], logits[None], EVEN)
    (leaning,) = read_roles([CUE], logits[None], (0, 1, 1, 0, 0))
    assert upright.source == ()
    assert leaning.source == ((101, 102),)


def test_a_cue_without_roles_counts_for_nothing() -> None:
    (reading,) = read_roles([CUE], logits_of([0, 0, 0, 0], 5)[None], EVEN)
    assert (reading.source, reading.content, reading.score) == ((), (), 0.0)
