import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.exports.lines import json_line, plain
from rejoinder.model.span import Span
from rejoinder.model.statement import Act


@dataclass(frozen=True, slots=True)
class _Row:
    act: Act
    span: Span
    day: date | None
    parts: tuple[Span, ...]


def test_plain_speaks_json_for_every_type_of_the_model() -> None:
    row = _Row(Act.DENY, Span(1, 4), date(2022, 11, 8), (Span(0, 2),))
    assert plain(row) == {"act": "deny", "span": [1, 4], "day": "2022-11-08", "parts": [[0, 2]]}
    assert plain(datetime(2022, 1, 2, 3, 4, tzinfo=UTC)) == "2022-01-02T03:04:00+00:00"


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError, match="set"):
        plain({1, 2})
    with pytest.raises(ValueError, match="Out of range"):
        json_line(float("nan"))


@given(st.text())
def test_any_text_is_one_line_of_utf8_that_reads_back(text: str) -> None:
    line = json_line({"text": text})
    assert line.splitlines() == [line]
    assert json.loads(line.encode("utf-8")) == {"text": text}


@pytest.mark.parametrize(
    "character",
    ["\x1b", "\x07", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\u200f", "\ud83d"],
    ids=lambda c: f"U+{ord(c):04X}",
)
def test_characters_that_act_on_a_terminal_leave_as_escapes(character: str) -> None:
    line = json_line(f"a{character}b")
    assert character not in line
    assert json.loads(line) == f"a{character}b"


def test_letters_of_every_script_leave_as_themselves() -> None:
    assert json_line("Əliyev “dedi” Հայաստան") == '"Əliyev “dedi” Հայաստան"'
