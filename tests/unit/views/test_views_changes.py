"""Change points of tension, where the extra is installed and where it is not."""

import importlib.util
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from rejoinder.errors import ConfigError
from rejoinder.views.changes import find_changes
from rejoinder.views.tension import ScoreView, TensionPoint

NOTHING = ScoreView(score=None, records=0, origins=0, ids=())
HAS_EXTRA = importlib.util.find_spec("ruptures") is not None


def series(scores: Sequence[float | None]) -> list[TensionPoint]:
    def point(number: int, score: float | None) -> TensionPoint:
        own = ScoreView(score=score, records=1, origins=1, ids=(f"s{number}",))
        told = NOTHING if score is None else own
        return TensionPoint(
            start=date(2024, 1, 1) + timedelta(days=7 * number),
            forth=told,
            back=NOTHING,
            together=told,
            alleged_forth=NOTHING,
            alleged_back=NOTHING,
            alleged=NOTHING,
        )

    return [point(number, score) for number, score in enumerate(scores)]


@pytest.mark.skipif(HAS_EXTRA, reason="the extra 'changes' is installed")
def test_without_the_extra_it_says_what_to_install() -> None:
    with pytest.raises(ConfigError, match=r"pip install 'rejoinder\[changes\]'"):
        find_changes(series([1, 1, -5, -5]))


@pytest.mark.skipif(not HAS_EXTRA, reason="the extra 'changes' is not installed")
def test_a_change_has_its_week_its_means_and_its_statements() -> None:
    (found,) = find_changes(series([2, 2.5, 2, None, 1.5, 2, -6, -7, -6.5, None, -6, -7]))

    assert found.start == date(2024, 2, 12)
    assert (found.before, found.after, found.ids) == (2.0, -6.5, ("s6",))


@pytest.mark.skipif(not HAS_EXTRA, reason="the extra 'changes' is not installed")
@pytest.mark.parametrize(
    "scores", [[], [1, -9], [None] * 6, [2, 2.5, 2, 1.5, 2, 2.5], [0, 0, 0, 0, 0]]
)
def test_what_does_not_change_has_no_change(scores: Sequence[float | None]) -> None:
    assert find_changes(series(scores)) == ()
