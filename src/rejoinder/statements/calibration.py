"""Calibration: from a score that only orders to the share of such statements that are right."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

__all__ = ["Knots", "calibrated"]

Knots: TypeAlias = tuple[tuple[float, float], ...]
"""Scores, rising, each with the share of statements near it that were right on gold."""


def calibrated(scores: Sequence[float], knots: Knots) -> list[float]:
    """Return each score's share right: on straight lines between the knots, level beyond them.

    Without knots the scores stay what they are.
    """
    return [_between(score, knots) if knots else score for score in scores]


def _between(score: float, knots: Knots) -> float:
    right = bisect_right(knots, score, key=lambda knot: knot[0])
    if right == 0:
        return knots[0][1]
    if right == len(knots):
        return knots[-1][1]
    (low, share), (high, more) = knots[right - 1], knots[right]
    return share + (more - share) * (score - low) / (high - low)
