"""Change points of tension, found by ruptures (the extra ``changes``)."""

import importlib
import importlib.util
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from rejoinder.errors import ConfigError
from rejoinder.model.tension import ChangePoint
from rejoinder.views.tension import TensionPoint

__all__ = ["are_enough", "can_find_changes", "find_changes"]

_FEWEST = 4
_SHORTEST = 2
# From the median of absolute differences of neighbours to the deviation of noise without change.
_TO_DEVIATION = 1 / (0.6745 * math.sqrt(2))
_LEAST_DEVIATION = 0.5


def are_enough(points: Sequence[TensionPoint]) -> bool:
    """Say whether a change could be told of so many periods with a record."""
    return sum(point.together.score is not None for point in points) >= _FEWEST


def can_find_changes() -> bool:
    """Say whether the extra is installed."""
    return importlib.util.find_spec("ruptures") is not None


def find_changes(points: Sequence[TensionPoint]) -> tuple[ChangePoint, ...]:
    """Return where the mean of both directions changes, by date.

    Periods without a record are passed over. PELT with a quadratic cost; the penalty is that of
    the Bayesian information criterion, ``2 * s**2 * log(n)``, with the deviation ``s`` from
    differences of neighbours and not below 0.5. Fewer than four periods have no change.

    Raises:
        ConfigError: the extra is not installed.
    """
    ruptures = _ruptures()
    known = [point for point in points if point.together.score is not None]
    scores = [float(point.together.score or 0.0) for point in known]
    if len(scores) < _FEWEST:
        return ()
    import numpy as np

    signal = np.array(scores).reshape(-1, 1)
    penalty = 2 * _deviation(scores) ** 2 * math.log(len(scores))
    search = ruptures.Pelt(model="l2", min_size=_SHORTEST, jump=1)
    ends = [int(each) for each in search.fit(signal).predict(pen=penalty)]
    bounds = [0, *ends]
    means = [_mean(scores[a:b]) for a, b in pairwise(bounds)]
    return tuple(
        ChangePoint(
            start=known[end].start,
            before=round(before, 3),
            after=round(after, 3),
            ids=known[end].together.ids,
        )
        for end, before, after in zip(ends, means, means[1:], strict=False)
    )


def _ruptures() -> Any:  # noqa: ANN401 - the library publishes no types
    try:
        return importlib.import_module("ruptures")
    except ModuleNotFoundError as missing:
        raise ConfigError(
            "change points need the library ruptures; install it with: "
            "pip install 'rejoinder[changes]'"
        ) from missing


def _deviation(scores: Sequence[float]) -> float:
    steps = sorted(abs(b - a) for a, b in pairwise(scores))
    middle = len(steps) // 2
    median = steps[middle] if len(steps) % 2 else (steps[middle - 1] + steps[middle]) / 2
    return max(median * _TO_DEVIATION, _LEAST_DEVIATION)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
