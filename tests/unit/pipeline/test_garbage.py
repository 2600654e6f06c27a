import gc
from collections.abc import Iterator

import pytest

from rejoinder.pipeline.garbage import seldom_collected


@pytest.fixture(autouse=True)
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_garbage_is_looked_for_less_often_for_as_long_as_it_lasts() -> None:
    gc.set_threshold(700, 10, 10)
    with seldom_collected():
        assert gc.isenabled()
        assert gc.get_threshold()[0] > 10_000
    assert gc.get_threshold() == (700, 10, 10)


def test_a_failure_leaves_the_thresholds_as_they_were() -> None:
    gc.set_threshold(700, 10, 10)
    with pytest.raises(OSError, match="full"), seldom_collected():
        raise OSError("full")
    assert gc.get_threshold() == (700, 10, 10)
