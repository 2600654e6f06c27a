"""Reliability on scores with known answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.reliability import reliability_of

outcomes = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


def test_bins_hold_what_lies_in_them() -> None:
    found = reliability_of([(0.0, False), (0.1, True), (0.19, False), (1.0, True), (0.9, True)])
    assert [(b.low, b.high, b.predicted, b.right) for b in found.bins] == [
        (0.0, 0.1, 1, 0),
        (0.1, 0.2, 2, 1),
        (0.9, 1.0, 2, 2),
    ]
    assert [b.share for b in found.bins] == [0.0, 0.5, 1.0]
    assert found.bins[1].mean_score == pytest.approx(0.145)


def test_the_error_weighs_bins_by_their_predictions() -> None:
    found = reliability_of([(0.85, True)] * 3 + [(0.25, True)], bins=10)
    assert found.error == pytest.approx((3 * 0.15 + 0.75) / 4)


def test_scores_that_come_true_as_often_as_they_say_have_no_error() -> None:
    assert reliability_of([(0.75, n < 75) for n in range(100)]).error == 0


def test_without_predictions_there_is_no_error_to_name() -> None:
    found = reliability_of([])
    assert (found.predicted, found.error, found.bins) == (0, None, ())


@pytest.mark.parametrize("score", [-0.1, 1.1, float("nan")])
def test_what_is_no_score_is_refused(score: float) -> None:
    with pytest.raises(ValueError, match="not a score"):
        reliability_of([(score, True)])


@given(outcomes)
def test_every_prediction_is_in_one_bin(told: list[tuple[float, bool]]) -> None:
    found = reliability_of(told)
    assert sum(b.predicted for b in found.bins) == found.predicted == len(told)
    assert sum(b.right for b in found.bins) == sum(right for _, right in told)
    assert found.error is None or 0 <= found.error <= 1
