"""Measure: what a tagger's drafts score against gold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rejoinder.evaluation.attribution_causes import Cause
from rejoinder.evaluation.attribution_errors import Prediction, article_cases
from rejoinder.evaluation.attribution_scores import KINDS, AttributionSpans, count_attributions
from rejoinder.evaluation.polnear import GoldAttributions
from rejoinder.evaluation.scores import NOTHING, add_up, score_of, share_of
from rejoinder.evaluation.words import cut_words
from rejoinder.statements.draft import Draft
from rejoinder.statements.tagger import Look, drafts_of
from rejoinder.training.calibrate import Outcome

__all__ = ["MEASURES", "Choice", "choose", "figures", "outcomes"]

MEASURES = ("attr50", "exact", "partial", "token", "iou50", "cue", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """How to decide, and what it scores: F1 in per cent, kind by kind."""

    lean: tuple[float, ...]
    threshold: float
    scores: Mapping[str, Mapping[str, float]]


def outcomes(gold: GoldAttributions, drafts: Sequence[Draft]) -> list[Outcome]:
    """Return which drafts of an article are right, as ``attr50`` pairs them."""
    predicted = [
        Prediction(spans=s, score=d.score) for s, d in zip(_spans(drafts), drafts, strict=True)
    ]
    cases = article_cases(gold.id, gold.text, gold.attributions, predicted)
    return [
        Outcome(score=case.predicted.score, right=case.cause is Cause.FOUND)
        for case in cases.predicted
        if case.predicted is not None
    ]


def figures(
    gold: Sequence[GoldAttributions], found: Sequence[Sequence[Draft]]
) -> dict[str, dict[str, float]]:
    """Return F1 of each measure, and the share of sources right, per kind, in per cent."""
    total = add_up(
        count_attributions(cut_words(article.text), article.attributions, _spans(drafts))
        for article, drafts in zip(gold, found, strict=True)
    )
    out: dict[str, dict[str, float]] = {}
    for kind in KINDS:
        row = {m: score_of(total.get(f"{m}.{kind}", NOTHING), vacuous=0.0).f1 for m in MEASURES}
        row["linked"] = share_of(total.get(f"linked.{kind}", NOTHING)).value or 0.0
        out[kind] = {name: round(100 * value, 2) for name, value in row.items()}
    return out


def choose(
    gold: Sequence[GoldAttributions],
    looks: Sequence[Look],
    leans: Sequence[tuple[float, ...]],
    thresholds: Sequence[float],
) -> Choice:
    """Return the lean and the threshold with the highest attr50."""
    tried: list[Choice] = []
    for lean in leans:
        found = [drafts_of(look, lean, 0.0) for look in looks]
        for least in thresholds:
            # No content is in another, so that raising the threshold only takes some away.
            kept = [[d for d in drafts if d.score >= least] for drafts in found]
            tried.append(Choice(lean=lean, threshold=least, scores=figures(gold, kept)))
    return max(tried, key=lambda choice: choice.scores["all"]["attr50"])


def _spans(drafts: Sequence[Draft]) -> list[AttributionSpans]:
    return [AttributionSpans(source=d.source, cue=d.cue, content=d.content) for d in drafts]
