"""Attribution figures on small cases with known answers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.articles import article
from tests.records import statement

from rejoinder.errors import GoldError
from rejoinder.evaluation.attribution_scores import AttributionSpans
from rejoinder.evaluation.polnear import (
    AttributionReport,
    GoldAttributions,
    score_attributions,
    top_level,
)
from rejoinder.evaluation.words import cut_words
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Quotation

TEXT = 'Ida Roe said, "Rents will fall." Tom doubts it. She called it “a bold plan” for all.'
Parts = tuple[str, str, str]
GOLD: list[Parts] = [
    ("Ida Roe", "said", '"Rents will fall."'),
    ("She", "called", "it “a bold plan” for all"),
]


def spans(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),) if words else ()


def attribution(parts: Parts) -> AttributionSpans:
    source, cue, content = (spans(part) for part in parts)
    return AttributionSpans(source=source, cue=cue, content=content)


def record(predicted: Sequence[Parts]) -> ArticleRecord:
    told = article(TEXT, "x")
    statements = [
        statement(told.id, one.content, source=one.source, cue=one.cue, quotation=Quotation.DIRECT)
        for one in map(attribution, predicted)
    ]
    return ArticleRecord(article=told, statements=tuple(statements))


def score(predicted: Sequence[Parts]) -> AttributionReport:
    gold = GoldAttributions(id="x", text=TEXT, attributions=tuple(map(attribution, GOLD)))
    return score_attributions([gold], [record(predicted)])


def test_gold_scores_itself_perfectly() -> None:
    everything, direct, mixed, indirect = score(GOLD).kinds
    assert everything.attr50.f1 == everything.exact.f1 == everything.cue.f1 == 1
    assert (direct.gold, mixed.gold, indirect.gold) == (1, 1, 0)
    assert everything.linked.value == 1
    assert indirect.attr50.f1 == 0


def test_every_measure_on_a_case_with_known_answers() -> None:
    predicted = [
        ("Roe", "said,", "Rents will fall"),
        ("Tom", "called it", "a bold plan"),
        ("Tom", "doubts", "it."),
    ]
    row = score(predicted).kinds[0]
    assert row.exact.precision == pytest.approx(1 / 3)
    assert row.exact.recall == pytest.approx(1 / 2)
    assert row.partial.precision == pytest.approx(2 / 3)
    assert row.partial.recall == pytest.approx((1 + 3 / 6) / 2)
    assert row.iou50.recall == 1
    assert row.attr50.recall == pytest.approx(1 / 2)
    assert row.linked.value == pytest.approx(1 / 2)
    assert row.cue.recall == 1
    assert row.cue.precision == pytest.approx(2 / 3)
    assert row.token.precision == pytest.approx(6 / 7)
    assert row.token.recall == pytest.approx(6 / 9)
    assert row.source.precision == pytest.approx(1 / 2)
    assert row.source.recall == pytest.approx(1 / 3)


def test_nothing_predicted_scores_nothing() -> None:
    row = score([]).kinds[0]
    assert row.attr50.f1 == row.token.f1 == 0
    assert row.linked.value is None


def test_nested_statements_are_left_out() -> None:
    whole = record(GOLD)
    outer, inner = whole.statements
    nested = replace(whole, statements=(outer, replace(inner, parent=outer.id)))
    assert top_level(nested) == (attribution(GOLD[0]),)


def test_a_record_of_another_text_is_refused() -> None:
    gold = GoldAttributions(id="x", text=TEXT + " ", attributions=())
    with pytest.raises(GoldError, match="text of 'x'"):
        score_attributions([gold], [record(GOLD)])


def test_a_gold_article_without_a_record_is_named() -> None:
    gold = [
        GoldAttributions(id="x", text=TEXT, attributions=()),
        GoldAttributions(id="y", text=TEXT, attributions=tuple(map(attribution, GOLD))),
    ]
    report = score_attributions(gold, [record([])])
    assert report.missing == ("y",)
    assert report.kinds[0].gold == 2


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "yes or" no', "yes or"),
        ("He said “yes” no “well", "yes well"),
        ("“open to the end\nof its line", "open to the end"),
        ("``so'' it is", "so"),
        ("”stray marks“ open", "open"),
        ("none at all", ""),
    ],
)
def test_words_in_quotation_marks_are_seen(text: str, quoted: str) -> None:
    words = cut_words(text)
    inside = [words.lowered[i] for i in sorted(words.quoted)]
    assert [w for w in inside if w.isalpha()] == quoted.split()


def test_a_word_keeps_what_joins_it() -> None:
    words = cut_words("Iran’s U.N.-led 3,000 men, no.")
    assert words.lowered == ("iran’s", "u.n", ".", "-", "led", "3,000", "men", ",", "no", ".")
