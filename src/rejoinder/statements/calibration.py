"""Calibration: from a score that only orders to the share of such statements that are right."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np

__all__ = ["Knots", "calibrated"]

Knots: TypeAlias = tuple[tuple[float, float], ...]
"""Scores, rising, each with the share of statements near it that were right on gold."""


def calibrated(scores: Sequence[float], knots: Knots) -> list[float]:
    """Return each score's share right: on straight lines between the knots, level beyond them.

    Without knots the scores stay what they are.
    """
    if not knots:
        return list(scores)
    places, shares = zip(*knots, strict=True)
    return [float(share) for share in np.interp(scores, places, shares)]
