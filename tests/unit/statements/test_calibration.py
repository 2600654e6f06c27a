from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.statements.calibration import calibrated

KNOTS = ((0.3, 0.2), (0.6, 0.5), (0.9, 0.95))
scores = st.floats(0, 1, allow_nan=False)


def test_without_knots_scores_stay() -> None:
    assert calibrated([0.1, 0.7], ()) == [0.1, 0.7]


def test_between_knots_on_a_line_and_beyond_them_level() -> None:
    found = calibrated([0.0, 0.3, 0.45, 0.6, 1.0], KNOTS)
    assert found == pytest.approx([0.2, 0.2, 0.35, 0.5, 0.95])


@given(st.lists(scores, max_size=20))
def test_the_order_stays(values: list[float]) -> None:
    ordered = calibrated(sorted(values), KNOTS)
    assert all(left <= right for left, right in pairwise(ordered))
    assert len(ordered) == len(values)
