"""Counts that add up over articles, and the figures that are read off them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["NOTHING", "Counts", "Score", "Share", "Tally", "add_up", "score_of", "share_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one article, or many, adds to one metric; for a plain share only the gold side counts.

    Attributes:
        right: predictions that are right, or the sum of their right parts.
        predicted: all predictions.
        found: gold items that are found, or the sum of their found parts.
        gold: all gold items.
    """

    right: float = 0.0
    predicted: int = 0
    found: float = 0.0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts(
            right=self.right + other.right,
            predicted=self.predicted + other.predicted,
            found=self.found + other.found,
            gold=self.gold + other.gold,
        )


NOTHING = Counts()

Tally = Mapping[str, Counts]
"""Counts by metric name; one article's or a whole data set's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and their harmonic mean, each 0 to 1, with what they are taken over."""

    precision: float
    recall: float
    f1: float
    predicted: int
    gold: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of how many; ``value`` is None where there is nothing to count."""

    value: float | None
    right: float
    total: int


def add_up(tallies: Iterable[Tally]) -> dict[str, Counts]:
    """Return the counts of all tallies together."""
    total: dict[str, Counts] = {}
    for tally in tallies:
        for name, counts in tally.items():
            total[name] = total.get(name, NOTHING) + counts
    return total


def score_of(counts: Counts, *, vacuous: float) -> Score:
    """Return precision, recall and F1.

    ``vacuous`` is the precision and the recall where there is nothing to find and nothing was
    found: 0 in the scorer of attributions, 1 in that of full gold. Recall is ``vacuous`` wherever
    there is nothing to find.
    """
    precision = 0.0 if counts.gold else vacuous
    if counts.predicted:
        precision = counts.right / counts.predicted
    recall = counts.found / counts.gold if counts.gold else vacuous
    both = precision + recall
    return Score(
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / both if both else 0.0,
        predicted=counts.predicted,
        gold=counts.gold,
    )


def share_of(counts: Counts) -> Share:
    """Return the found part of the gold side."""
    value = counts.found / counts.gold if counts.gold else None
    return Share(value=value, right=counts.found, total=counts.gold)
