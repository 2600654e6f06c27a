"""Calibrate: how often statements of a score were right, as knots that rise."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rejoinder.evaluation.reliability import reliability_of
from rejoinder.statements.calibration import Knots, calibrated

__all__ = ["Outcome", "error_across", "fit_knots"]

# Statements behind a knot, at least.
_GROUP = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A statement's score and whether gold has it."""

    score: float
    right: bool


def fit_knots(outcomes: Sequence[Outcome], group: int = _GROUP) -> Knots:
    """Return the knots of an isotonic fit: groups of like score, pooled until their shares rise.

    Pool adjacent violators (Ayer and others 1955).
    """
    ordered = sorted(outcomes, key=lambda o: o.score)
    cuts = [*range(0, max(len(ordered) - group, 0) + 1, group), len(ordered)]
    pools: list[list[Outcome]] = []
    for start, stop in pairwise(cuts):
        pools.append(ordered[start:stop])
        while len(pools) > 1 and _share(pools[-2]) >= _share(pools[-1]):
            last = pools.pop()
            pools[-1].extend(last)
    pools = [pool for pool in pools if pool]
    return tuple(
        (round(sum(o.score for o in pool) / len(pool), 4), round(_share(pool), 4)) for pool in pools
    )


def _share(pool: Sequence[Outcome]) -> float:
    return sum(o.right for o in pool) / len(pool)


def error_across(articles: Sequence[Sequence[Outcome]]) -> tuple[float | None, float | None]:
    """Return the expected calibration error before and after, in points out of 100.

    Each half of the articles (even, odd) is judged by the knots of the other.
    """
    halves = [[o for one in articles[k::2] for o in one] for k in (0, 1)]
    plain = [(o.score, o.right) for half in halves for o in half]
    moved = [
        (score, o.right)
        for half, other in zip(halves, reversed(halves), strict=True)
        for score, o in zip(
            calibrated([o.score for o in half], fit_knots(other)), half, strict=True
        )
    ]
    return _points(plain), _points(moved)


def _points(outcomes: Sequence[tuple[float, bool]]) -> float | None:
    error = reliability_of(outcomes).error
    return None if error is None else round(100 * error, 2)
