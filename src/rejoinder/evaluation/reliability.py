"""Reliability: how often a prediction is right, beside how sure its tagger said that it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.attribution_causes import Cause
from rejoinder.evaluation.attribution_errors import ArticleCases

__all__ = ["BINS", "Reliability", "ScoreBin", "reliability", "reliability_of"]

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBin:
    """The predictions whose scores lie in ``[low, high)``; the last bin holds 1 too.

    Attributes:
        predicted: how many.
        right: how many of them are right.
        share: right of predicted.
        mean_score: mean of their scores.
    """

    low: float
    high: float
    predicted: int
    right: int
    share: float
    mean_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """Scores against what came true, in bins of equal width; empty bins are left out.

    Attributes:
        predicted: all predictions.
        error: expected calibration error (Naeini and others 2015): mean distance of share and
            mean score over the bins, each by its predictions; None without predictions.
    """

    predicted: int
    error: float | None
    bins: tuple[ScoreBin, ...]


def reliability(articles: Iterable[ArticleCases], *, bins: int = BINS) -> Reliability:
    """Return the reliability of the predictions' scores; right is what ``attr50`` pairs."""
    return reliability_of(
        (
            (case.predicted.score, case.cause is Cause.FOUND)
            for article in articles
            for case in article.predicted
            if case.predicted is not None
        ),
        bins=bins,
    )


def reliability_of(outcomes: Iterable[tuple[float, bool]], *, bins: int = BINS) -> Reliability:
    """Return the reliability of scores, 0 to 1, each with whether it came true.

    Raises:
        ValueError: a score lies outside 0 to 1.
    """
    held: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, right in outcomes:
        if not 0 <= score <= 1:
            raise ValueError(f"not a score: {score!r}; needs 0 to 1")
        held[min(int(score * bins), bins - 1)].append((score, right))
    rows = tuple(_bin(n, bins, held[n]) for n in range(bins) if held[n])
    total = sum(row.predicted for row in rows)
    apart = sum(row.predicted * abs(row.share - row.mean_score) for row in rows)
    return Reliability(predicted=total, error=apart / total if total else None, bins=rows)


def _bin(place: int, bins: int, held: Sequence[tuple[float, bool]]) -> ScoreBin:
    """Return the figures of one bin that holds something."""
    right = sum(right for _, right in held)
    return ScoreBin(
        low=place / bins,
        high=(place + 1) / bins,
        predicted=len(held),
        right=right,
        share=right / len(held),
        mean_score=sum(score for score, _ in held) / len(held),
    )
