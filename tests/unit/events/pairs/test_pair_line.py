import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.errors import PairError
from rejoinder.events.pairs.line import read_line
from rejoinder.model.failure import Reason
from rejoinder.model.span import Span

TEXT = "Arland warned Belmark."
GOOD: dict[str, Any] = {"id": "a", "text": TEXT, "source_span": [0, 6], "target_span": [14, 21]}


def test_a_line_says_who_acts_and_upon_whom() -> None:
    line = read_line(json.dumps(GOOD))
    assert (line.id, line.source, line.target) == ("a", Span(0, 6), Span(14, 21))


def test_bytes_are_read_as_text_is() -> None:
    assert read_line(json.dumps(GOOD).encode()) == read_line(json.dumps(GOOD))


@pytest.mark.parametrize("party", ["source_span", "target_span"])
def test_one_party_may_be_left_unnamed(party: str) -> None:
    line = read_line(json.dumps(GOOD | {party: None}))
    assert (line.source is None) is (party == "source_span")


def test_a_party_may_stand_inside_the_words_of_the_other() -> None:
    line = read_line(json.dumps(GOOD | {"target_span": [0, 3]}))
    assert line.target == Span(0, 3)


def test_a_line_needs_no_id_and_other_fields_do_no_harm() -> None:
    bare = {name: value for name, value in GOOD.items() if name != "id"}
    assert read_line(json.dumps(bare | {"plover": "AID", "x": [1]})).id is None
    assert read_line(json.dumps(GOOD | {"id": 7})).id == 7


@pytest.mark.parametrize(
    ("line", "reason", "says"),
    [
        ("", Reason.NOT_JSON, "one object a line"),
        ("{", Reason.NOT_JSON, "one object a line"),
        ("[1, 2]", Reason.NOT_JSON, "[1, 2]"),
        ("[" * 100_000, Reason.NOT_JSON, "one object a line"),
        (b"\xff\xfe{}", Reason.NOT_JSON, "not a line of JSON"),
        ("{}", Reason.MISSING_FIELD, "'text'"),
        ('{"text": "x"}', Reason.MISSING_FIELD, "'source_span'"),
        (json.dumps({"text": "x", "source_span": [0, 1]}), Reason.MISSING_FIELD, "'target_span'"),
    ],
    ids=["empty", "cut", "list", "deep", "bytes", "no text", "no source", "no target"],
)
def test_what_cannot_be_read_says_what_is_missing(
    line: str | bytes, reason: Reason, says: str
) -> None:
    with pytest.raises(PairError) as raised:
        read_line(line)
    assert raised.value.reason is reason
    assert says in raised.value.detail


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"text": 3}, "text is 3"),
        ({"text": "  "}, "not empty"),
        ({"id": True}, "id is True"),
        ({"id": [1]}, "id is [1]"),
        ({"source_span": [0, 99]}, "text of 22 characters"),
        ({"source_span": [-1, 3]}, "0 <= start < end"),
        ({"source_span": [3, 3]}, "0 <= start < end"),
        ({"source_span": [6, 0]}, "0 <= start < end"),
        ({"target_span": [6, 7]}, "nothing but space"),
        ({"source_span": [0]}, "[start, end]"),
        ({"source_span": [0, 1.5]}, "[start, end]"),
        ({"source_span": [False, True]}, "[start, end]"),
        ({"source_span": "0-6"}, "[start, end]"),
        ({"source_span": {"start": 0}}, "[start, end]"),
        ({"target_span": [3, 9]}, "overlap"),
        ({"target_span": [0, 6]}, "overlap"),
        ({"source_span": None, "target_span": None}, "both null"),
    ],
    ids=str,
)
def test_a_wrong_field_is_named_with_its_value_and_the_cure(
    change: dict[str, object], says: str
) -> None:
    with pytest.raises(PairError, match=r"give|mark") as raised:
        read_line(json.dumps(GOOD | change))
    assert raised.value.reason is Reason.BAD_FIELD
    assert says in raised.value.detail


def test_a_huge_value_is_not_repeated_in_full() -> None:
    with pytest.raises(PairError) as raised:
        read_line(json.dumps(GOOD | {"source_span": "x" * 10_000}))
    assert len(raised.value.detail) < 200


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(GOOD, _JSON)))
def test_any_object_is_read_or_refused(raw: dict[str, object]) -> None:
    try:
        line = read_line(json.dumps(raw))
    except PairError:
        return
    assert line.source or line.target
