"""Bootstrap intervals: how far a figure moves when other articles had been drawn."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.scores import NOTHING, Counts, Tally

__all__ = ["ROUNDS", "SEED", "Interval", "bootstrap"]

SEED = 20_240_607
ROUNDS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The middle 95 % of a figure over resampled articles.

    Attributes:
        metric: name of the figure.
        value: the figure on the articles as they are.
    """

    metric: str
    value: float
    low: float
    high: float


def bootstrap(
    metric: str,
    tallies: Sequence[Tally],
    figure: Callable[[Counts], float | None],
    *,
    seed: int = SEED,
    rounds: int = ROUNDS,
) -> Interval | None:
    """Return the percentile interval of a figure, drawing whole articles with replacement.

    Articles, not statements, are drawn, because statements of one article err together (Koehn 2004
    draws sentences for the same reason). None where the figure has nothing to count. Draws in which
    it has nothing to count are left out. ``figure`` is read off the counts of ``metric`` of the
    drawn articles together.
    """
    parts = [tally.get(metric, NOTHING) for tally in tallies]
    value = figure(_total(parts))
    if value is None:
        return None
    draw = random.Random(seed)
    drawn = (figure(_total(draw.choices(parts, k=len(parts)))) for _ in range(rounds))
    figures = sorted(x for x in drawn if x is not None)
    if not figures:
        return Interval(metric=metric, value=value, low=value, high=value)
    return Interval(
        metric=metric,
        value=value,
        low=_quantile(figures, 0.025),
        high=_quantile(figures, 0.975),
    )


def _total(parts: Sequence[Counts]) -> Counts:
    """Return the sum, without a new record for every step."""
    return Counts(
        right=sum(c.right for c in parts),
        predicted=sum(c.predicted for c in parts),
        found=sum(c.found for c in parts),
        gold=sum(c.gold for c in parts),
    )


def _quantile(ordered: Sequence[float], at: float) -> float:
    """Return the value at that share of a sorted sequence, between neighbours linearly."""
    place = at * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
