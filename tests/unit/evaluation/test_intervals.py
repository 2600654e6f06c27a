"""Intervals come from resampled articles."""

import pytest

from rejoinder.evaluation.intervals import bootstrap
from rejoinder.evaluation.scores import Counts, share_of


def tallies(*found: int) -> list[dict[str, Counts]]:
    return [{"m": Counts(found=n, gold=10)} for n in found]


def value(counts: Counts) -> float | None:
    return share_of(counts).value


def test_the_same_seed_gives_the_same_interval_and_another_seed_another() -> None:
    data = tallies(0, 3, 5, 9, 10, 2, 7)
    one = bootstrap("m", data, value, seed=1, rounds=200)
    assert one == bootstrap("m", data, value, seed=1, rounds=200)
    assert one != bootstrap("m", data, value, seed=2, rounds=200)


def test_the_interval_holds_the_value_and_narrows_with_more_articles() -> None:
    few = bootstrap("m", tallies(*[2, 8] * 5), value, seed=1)
    many = bootstrap("m", tallies(*[2, 8] * 50), value, seed=1)
    assert few is not None
    assert many is not None
    assert few.value == many.value == pytest.approx(0.5)
    assert few.low < 0.5 < few.high
    assert many.high - many.low < (few.high - few.low) / 2


def test_articles_that_agree_leave_no_doubt() -> None:
    found = bootstrap("m", tallies(4, 4, 4), value)
    assert found is not None
    assert (found.low, found.value, found.high) == pytest.approx((0.4, 0.4, 0.4))


def test_a_figure_with_nothing_to_count_has_no_interval() -> None:
    assert bootstrap("absent", tallies(1, 2), value) is None
