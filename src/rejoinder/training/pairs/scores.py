"""Scores: how many types are right, as ../shared/bench/score_events.py counts them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rejoinder.events.pairs.types import QUAD

__all__ = ["PairScores", "scores_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScores:
    """Shares from 0 to 1.

    Attributes:
        macro_f1: mean F1 of the types that the gold has.
        quad_f1: mean F1 of the quad classes that the gold has.
        by_type: F1 and number of each type that the gold has.
    """

    count: int
    accuracy: float
    macro_f1: float
    quad_f1: float
    by_type: dict[str, tuple[float, int]]


def scores_of(gold: Sequence[str], given: Sequence[str]) -> PairScores:
    """Return the scores of what was given, place by place.

    Raises:
        ValueError: the two are not of one length, or empty.
    """
    if len(gold) != len(given) or not gold:
        raise ValueError(f"{len(gold)} of gold and {len(given)} given; give as many, and some")
    by_type = _f1(gold, given)
    quads = _f1(gold, given, named=lambda name: str(QUAD[name]))
    return PairScores(
        count=len(gold),
        accuracy=sum(a == b for a, b in zip(gold, given, strict=True)) / len(gold),
        macro_f1=sum(f1 for f1, _ in by_type.values()) / len(by_type),
        quad_f1=sum(f1 for f1, _ in quads.values()) / len(quads),
        by_type=by_type,
    )


def _f1(
    gold: Sequence[str], given: Sequence[str], named: Callable[[str], str] = str
) -> dict[str, tuple[float, int]]:
    """Return F1 and number of every name that the gold has."""
    pairs = [(named(a), named(b)) for a, b in zip(gold, given, strict=True)]
    out: dict[str, tuple[float, int]] = {}
    for name in sorted({a for a, _ in pairs}):
        right = sum(a == b == name for a, b in pairs)
        held = sum(a == name for a, _ in pairs)
        said = sum(b == name for _, b in pairs)
        out[name] = (2 * right / (held + said), held)
    return out
