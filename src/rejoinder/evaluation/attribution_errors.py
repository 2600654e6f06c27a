"""Every gold attribution and every prediction of an article with what became of it, and counts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.attribution_causes import (
    FALSE_CAUSES,
    MISS_CAUSES,
    Cause,
    Diagnosis,
    diagnose,
    nearest,
)
from rejoinder.evaluation.attribution_scores import (
    KINDS,
    AttributionSpans,
    PlacedAttribution,
    by_half_and_source,
    pair_places,
    place_attribution,
)
from rejoinder.evaluation.words import cut_words

__all__ = [
    "ArticleCases",
    "Case",
    "CauseCounts",
    "CauseRow",
    "Prediction",
    "article_cases",
    "count_causes",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A predicted attribution; ``score`` is how sure its tagger is, 0 to 1."""

    spans: AttributionSpans
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One gold attribution, or one prediction, and what became of it.

    Attributes:
        kind: direct, mixed or indirect, of the side that the case is about.
        detail: more precisely than the cause, in words; may be empty.
        gold: on the side of predictions the one that it is right for or nearest to, or None.
        predicted: on the side of gold the one that found it or is nearest, or None.
    """

    cause: Cause
    detail: str
    kind: str
    gold: AttributionSpans | None
    predicted: Prediction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleCases:
    """An article's cases, a gold attribution or a prediction each, in their own order."""

    id: str
    publisher: str | None
    text: str
    gold: tuple[Case, ...]
    predicted: tuple[Case, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseRow:
    """What became of the attributions of one kind, on one side; ``right`` and causes make total.

    Attributes:
        right: pairs of ``attr50``.
        causes: how many by each other cause of the side, zeros too.
        details: how many by cause and detail, as ``boundary: too long``.
    """

    kind: str
    total: int
    right: int
    causes: Mapping[str, int]
    details: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseCounts:
    """A row for all, direct, mixed and indirect, of gold and of predictions."""

    gold: tuple[CauseRow, ...]
    predicted: tuple[CauseRow, ...]


def article_cases(
    id_: str,
    text: str,
    gold: Iterable[AttributionSpans],
    predicted: Iterable[Prediction],
    *,
    publisher: str | None = None,
) -> ArticleCases:
    """Return what became of each gold attribution and each prediction of one article.

    Those whose content touches no word are left out, as in the scores.
    """
    words = cut_words(text)
    golds = [(x, place_attribution(words, x)) for x in gold]
    found = [(x, place_attribution(words, x.spans)) for x in predicted]
    sides = _Sides(
        [pair for pair in golds if pair[1].content], [pair for pair in found if pair[1].content]
    )
    return ArticleCases(
        id=id_,
        publisher=publisher,
        text=text,
        gold=tuple(sides.gold_case(i) for i in range(len(sides.gold))),
        predicted=tuple(sides.predicted_case(j) for j in range(len(sides.predicted))),
    )


def count_causes(articles: Iterable[ArticleCases]) -> CauseCounts:
    """Return how many came to what, kind by kind."""
    every = list(articles)
    gold = [case for article in every for case in article.gold]
    predicted = [case for article in every for case in article.predicted]
    return CauseCounts(
        gold=tuple(_row(kind, gold, MISS_CAUSES) for kind in KINDS),
        predicted=tuple(_row(kind, predicted, FALSE_CAUSES) for kind in KINDS),
    )


class _Sides:
    """Both sides of one article, each on spans and on words, and their pairs."""

    def __init__(
        self,
        gold: Sequence[tuple[AttributionSpans, PlacedAttribution]],
        predicted: Sequence[tuple[Prediction, PlacedAttribution]],
    ) -> None:
        self.gold, self.predicted = [x for x, _ in gold], [x for x, _ in predicted]
        self._g, self._p = [x for _, x in gold], [x for _, x in predicted]
        pairs = pair_places(self._g, self._p, by_half_and_source)
        self._finder = dict(pairs)
        self._right_for = {j: i for i, j in pairs}

    def gold_case(self, i: int) -> Case:
        """Return the case of one gold attribution."""
        j = self._finder.get(i)
        cause, detail = Cause.FOUND, ""
        if j is None:
            j = nearest(self._g[i], self._p, lambda j: j not in self._right_for)
            cause, detail = (Cause.CUE_MISSED, "") if j is None else self._diagnose(i, j)
        return Case(
            cause=cause,
            detail=detail,
            kind=self._g[i].kind,
            gold=self.gold[i],
            predicted=None if j is None else self.predicted[j],
        )

    def predicted_case(self, j: int) -> Case:
        """Return the case of one prediction."""
        i = self._right_for.get(j)
        cause, detail = Cause.FOUND, ""
        if i is None:
            i = nearest(self._p[j], self._g, lambda i: i not in self._finder)
            if i is None:
                cause = Cause.NO_ATTRIBUTION
            elif i in self._finder:
                cause = Cause.EXTRA_PART
            else:
                cause, detail = self._diagnose(i, j)
        return Case(
            cause=cause,
            detail=detail,
            kind=self._p[j].kind,
            gold=None if i is None else self.gold[i],
            predicted=self.predicted[j],
        )

    def _diagnose(self, i: int, j: int) -> Diagnosis:
        others = (g for n, g in enumerate(self._g) if n != i)
        return diagnose(self._g[i], self._p[j], others, is_taken=j in self._right_for)


def _row(kind: str, cases: Sequence[Case], causes: Sequence[Cause]) -> CauseRow:
    """Count one side of one kind, or of all."""
    mine = [case for case in cases if kind in ("all", case.kind)]
    by_cause = Counter(case.cause for case in mine)
    by_detail = Counter((case.cause, case.detail) for case in mine if case.detail)
    ordered = sorted(by_detail, key=lambda key: (causes.index(key[0]), -by_detail[key], key[1]))
    return CauseRow(
        kind=kind,
        total=len(mine),
        right=by_cause[Cause.FOUND],
        causes={cause.value: by_cause[cause] for cause in causes},
        details={f"{cause.value}: {detail}": by_detail[cause, detail] for cause, detail in ordered},
    )
