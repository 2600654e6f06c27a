from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.training.calibrate import Outcome, error_across, fit_knots

outcomes = st.builds(Outcome, score=st.floats(0, 1, allow_nan=False), right=st.booleans())


def made(score: float, right: int, wrong: int) -> list[Outcome]:
    return [Outcome(score=score, right=k < right) for k in range(right + wrong)]


def test_groups_give_their_share() -> None:
    found = [*made(0.4, 1, 3), *made(0.8, 3, 1)]
    assert fit_knots(found, group=4) == ((0.4, 0.25), (0.8, 0.75))


def test_groups_that_fall_are_pooled() -> None:
    found = [*made(0.4, 3, 1), *made(0.8, 1, 3)]
    assert fit_knots(found, group=4) == ((0.6, 0.5),)


def test_nothing_gives_no_knots() -> None:
    assert fit_knots([]) == ()
    assert error_across([]) == (None, None)


@given(st.lists(outcomes, max_size=60), st.integers(1, 20))
def test_knots_rise_and_count_everyone(found: list[Outcome], group: int) -> None:
    knots = fit_knots(found, group)
    assert all(a[0] <= b[0] and a[1] < b[1] for a, b in pairwise(knots))
    assert all(0 <= share <= 1 for _, share in knots)


def test_a_score_that_is_too_high_everywhere_is_mended() -> None:
    articles = [[*made(0.7, 4, 6), *made(0.95, 8, 2)] for _ in range(20)]
    before, after = error_across(articles)
    assert before == pytest.approx(22.5)
    assert after == pytest.approx(0.0)
