"""Spans behave as sets of characters do."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.span import Span, cover, merge, overlap

SPANS = st.builds(lambda a, n: Span(a, a + n), st.integers(0, 60), st.integers(1, 25))
MANY = st.lists(SPANS, max_size=8)


def characters(spans: list[Span] | tuple[Span, ...]) -> set[int]:
    return {n for span in spans for n in range(span.start, span.end)}


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (5, 2), (-1, 4), (-3, -1)])
def test_what_is_no_range_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(SPANS, SPANS)
def test_contains_and_overlaps_are_what_the_characters_say(a: Span, b: Span) -> None:
    assert a.contains(b) == (characters([b]) <= characters([a]))
    assert a.overlaps(b) == bool(characters([a]) & characters([b]))
    assert a.overlaps(b) == b.overlaps(a)


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_span_counts_code_points(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    assert len(span) == len(span.text_of(text)) == end - start
    assert text[:start] + span.text_of(text) + text[end:] == text


@given(MANY)
def test_merged_spans_cover_the_same_and_neither_touch_nor_overlap(spans: list[Span]) -> None:
    merged = merge(spans)
    assert characters(merged) == characters(spans)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(MANY)
def test_merging_again_or_in_another_order_changes_nothing(spans: list[Span]) -> None:
    assert merge(merge(spans)) == merge(reversed(spans)) == merge(spans)


@given(MANY, MANY)
def test_overlap_counts_each_shared_character_once(left: list[Span], right: list[Span]) -> None:
    assert overlap(left, right) == len(characters(left) & characters(right))
    assert overlap(left, right) == overlap(right, left)


@given(MANY.filter(bool))
def test_cover_is_the_smallest_span_around_all(spans: list[Span]) -> None:
    whole = cover(spans)
    assert all(whole.contains(span) for span in spans)
    assert whole.start in {s.start for s in spans}
    assert whole.end in {s.end for s in spans}


def test_nothing_cannot_be_covered() -> None:
    with pytest.raises(ValueError, match="cover no span"):
        cover([])


@given(MANY)
def test_spans_sort_in_text_order(spans: list[Span]) -> None:
    starts = [(span.start, span.end) for span in sorted(spans)]
    assert starts == sorted(starts)
