"""Each cause on small articles of our own, and sums that add up whatever is predicted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.attribution_causes import Cause
from rejoinder.evaluation.attribution_errors import (
    ArticleCases,
    Prediction,
    article_cases,
    count_causes,
)
from rejoinder.evaluation.attribution_scores import AttributionSpans, count_attributions
from rejoinder.evaluation.reliability import reliability
from rejoinder.evaluation.words import cut_words
from rejoinder.model.span import Span

TEXT = (
    "Ida Roe said rents would fall by spring. Tom Fay claimed the plan was bold. "
    '"We wait," Una Orr added; it was a fine “old town” then.'
)
WORDS = cut_words(TEXT)
Parts = tuple[str, str, str]

IDA: Parts = ("Ida Roe", "said", "rents would fall by spring")
TOM: Parts = ("Tom Fay", "claimed", "the plan was bold")
UNA: Parts = ("Una Orr", "added", "We wait")
FALL: Parts = ("Ida Roe", "said", "fall by spring")
LATE: Parts = ("Tom Fay", "claimed", "spring. Tom Fay claimed the plan was bold")


def spans(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),) if words else ()


def attribution(parts: Parts) -> AttributionSpans:
    source, cue, content = (spans(part) for part in parts)
    return AttributionSpans(source=source, cue=cue, content=content)


def cases_of(gold: list[Parts], predicted: list[Parts]) -> ArticleCases:
    predictions = [Prediction(spans=attribution(p), score=0.5) for p in predicted]
    return article_cases("x", TEXT, map(attribution, gold), predictions)


MISSES: list[tuple[list[Parts], list[Parts], Cause, str]] = [
    ([IDA], [("Roe", "said", "would fall by spring")], Cause.FOUND, ""),
    ([("", "said", IDA[2])], [TOM, ("plan", "", IDA[2])], Cause.FOUND, ""),
    ([IDA], [], Cause.CUE_MISSED, ""),
    ([IDA], [TOM, UNA], Cause.CUE_MISSED, ""),
    ([IDA], [("Ida Roe", "said", "rents would")], Cause.BOUNDARY, "too short"),
    ([IDA], [("Ida Roe", "wait", "rents would")], Cause.BOUNDARY, "too short"),
    (
        [IDA],
        [("Ida Roe", "said", "rents would fall by spring. Tom Fay claimed the plan was bold")],
        Cause.BOUNDARY,
        "too long",
    ),
    ([IDA], [("Ida Roe", "said", "the plan was bold")], Cause.BOUNDARY, "elsewhere"),
    ([IDA], [("Ida Roe", "said", "spring. Tom Fay claimed the")], Cause.BOUNDARY, "elsewhere"),
    ([IDA], [("plan", "said", IDA[2])], Cause.WRONG_SOURCE, "other words"),
    ([IDA], [("", "said", IDA[2])], Cause.WRONG_SOURCE, "no source given"),
    ([IDA, TOM], [("Tom Fay", "said", IDA[2])], Cause.LINKING, "source of another"),
    ([IDA, TOM], [("Tom Fay", "said", "rents would")], Cause.LINKING, "source of another"),
    ([IDA, TOM], [("Tom Fay", "claimed", IDA[2])], Cause.LINKING, "under the cue of another"),
    ([TOM, IDA], [("Tom Fay", "claimed", IDA[2])], Cause.LINKING, "content of another"),
    ([FALL, IDA], [IDA], Cause.LINKING, "joined with another"),
    ([LATE, IDA], [IDA], Cause.LINKING, "touched by another"),
    ([IDA], [("plan", "said", "rents would")], Cause.SOURCE_AND_BOUNDARY, "too short"),
    ([IDA], [("", "said", "the plan was bold")], Cause.SOURCE_AND_BOUNDARY, "elsewhere"),
    ([IDA], [("Ida Roe", "said", "by spring. Tom Fay claimed the")], Cause.BOUNDARY, "elsewhere"),
    # A cue or a content that is this one's too is not another's.
    (
        [IDA, ("Tom Fay", "said", TOM[2])],
        [("plan", "said", IDA[2])],
        Cause.WRONG_SOURCE,
        "other words",
    ),
    ([IDA, FALL], [("plan", "said", IDA[2])], Cause.WRONG_SOURCE, "other words"),
    (
        [("Una Orr", "added", LATE[2]), TOM],
        [("Una Orr", "wait", "plan was bold")],
        Cause.BOUNDARY,
        "too short",
    ),
    # Of two, the one with the right content is the nearest, then the one with the right cue.
    (
        [IDA],
        [("Ida Roe", "said", "rents"), ("", "wait", IDA[2])],
        Cause.WRONG_SOURCE,
        "no source given",
    ),
    (
        [IDA],
        [("", "wait", "rents would"), ("Ida Roe", "said", "rents")],
        Cause.BOUNDARY,
        "too short",
    ),
]


@pytest.mark.parametrize(("gold", "predicted", "cause", "detail"), MISSES)
def test_a_gold_attribution_has_its_cause(
    gold: list[Parts], predicted: list[Parts], cause: Cause, detail: str
) -> None:
    first = cases_of(gold, predicted).gold[0]
    assert (first.cause, first.detail) == (cause, detail)
    assert first.gold == attribution(gold[0])
    assert (first.predicted is None) == (cause is Cause.CUE_MISSED)


FALSE: list[tuple[list[Parts], list[Parts], Cause, str]] = [
    ([IDA], [IDA], Cause.FOUND, ""),
    ([IDA], [UNA], Cause.NO_ATTRIBUTION, ""),
    ([], [UNA], Cause.NO_ATTRIBUTION, ""),
    ([IDA], [("Ida Roe", "said", "rents would"), IDA], Cause.EXTRA_PART, ""),
    ([IDA], [("Ida Roe", "said", "the plan was bold"), IDA], Cause.EXTRA_PART, ""),
    ([IDA], [("Ida Roe", "said", "rents would")], Cause.BOUNDARY, "too short"),
    ([IDA], [("", "said", IDA[2])], Cause.WRONG_SOURCE, "no source given"),
    ([IDA, TOM], [("Tom Fay", "said", IDA[2])], Cause.LINKING, "source of another"),
    ([IDA], [("plan", "said", "rents would")], Cause.SOURCE_AND_BOUNDARY, "too short"),
]


@pytest.mark.parametrize(("gold", "predicted", "cause", "detail"), FALSE)
def test_a_prediction_has_its_cause(
    gold: list[Parts], predicted: list[Parts], cause: Cause, detail: str
) -> None:
    first = cases_of(gold, predicted).predicted[0]
    assert (first.cause, first.detail) == (cause, detail)
    assert (first.gold is None) == (cause is Cause.NO_ATTRIBUTION)


def test_every_cause_has_an_example() -> None:
    assert {row[2] for row in [*MISSES, *FALSE]} == set(Cause)


def test_counts_go_by_the_kind_of_the_side() -> None:
    counts = count_causes([cases_of([IDA, TOM, UNA], [IDA, UNA, ("Tom Fay", "claimed", "bold")])])
    everything, direct, mixed, indirect = counts.gold
    assert (everything.total, everything.right, everything.causes["boundary"]) == (3, 2, 1)
    assert (direct.total, direct.right) == (1, 1)
    assert (mixed.total, indirect.total, indirect.right) == (0, 2, 1)
    assert everything.details == {"boundary: too short": 1}
    assert counts.predicted[0].causes["no_attribution"] == 0


places = st.integers(0, len(WORDS.starts) - 1)


@st.composite
def some_spans(draw: st.DrawFn, *, least: int) -> tuple[Span, ...]:
    found = []
    for _ in range(draw(st.integers(least, 2))):
        first, last = sorted((draw(places), draw(places)))
        found.append(Span(WORDS.starts[first], WORDS.ends[min(last, first + 6)]))
    return tuple(found)


some_attributions = st.lists(
    st.builds(
        AttributionSpans,
        source=some_spans(least=0),
        cue=some_spans(least=0),
        content=some_spans(least=1),
    ),
    max_size=6,
)


@given(gold=some_attributions, predicted=some_attributions)
def test_causes_add_up_to_all_gold_and_all_predictions(
    gold: list[AttributionSpans], predicted: list[AttributionSpans]
) -> None:
    predictions = [Prediction(spans=p, score=0.5) for p in predicted]
    cases = article_cases("x", TEXT, gold, predictions)
    counts = count_causes([cases])
    scored = count_attributions(WORDS, gold, predicted)
    for row, side in ((counts.gold[0], gold), (counts.predicted[0], predicted)):
        assert row.total == len(side)
        assert row.right + sum(row.causes.values()) == row.total
    for rows in (counts.gold, counts.predicted):
        assert sum(row.total for row in rows[1:]) == rows[0].total
        for row in rows:
            assert sum(row.details.values()) <= sum(row.causes.values())
    for gold_row, predicted_row in zip(counts.gold, counts.predicted, strict=True):
        attr50 = scored.get(f"attr50.{gold_row.kind}")
        assert gold_row.right == (attr50.found if attr50 else 0)
        assert predicted_row.right == (attr50.right if attr50 else 0)
    assert reliability([cases]).predicted == len(predicted)
