import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.cli.visible import one_line, trimmed, visible

ACTING = (
    "\x00\x07\x08\x0c\r\x1b\x7f\x85\x9b\u061c\u200e\u202e\u2066\u2069\u2028\ufeff\U000e0041\ud800"
)


@pytest.mark.parametrize("character", ACTING, ids=lambda c: f"U+{ord(c):04X}")
def test_what_acts_on_a_terminal_becomes_one_harmless_sign(character: str) -> None:
    seen = visible(f"a{character}b")
    assert len(seen) == 3
    assert (seen[0], seen[2]) == ("a", "b")
    assert seen[1] not in ACTING


@given(st.text(st.characters(), max_size=60))
def test_offsets_stay_true_and_the_result_can_be_printed(text: str) -> None:
    seen = visible(text)
    assert len(seen) == len(text)
    assert not set(seen) & set(ACTING)
    seen.encode("utf-8")
    assert visible(seen) == seen


@pytest.mark.parametrize(
    "text",
    ["“Tehran” said – no", "Əliyev", "می‌خواهم", "क्‍ष", "two\nlines\tand a tab", "[bold]x[/bold]"],
)
def test_ordinary_writing_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


def test_an_escape_sequence_is_disarmed() -> None:
    assert visible("\x1b]0;owned\x07") == "\u241b]0;owned\u2407"


def test_one_line_folds_every_blank() -> None:
    assert one_line(" a\r\n\r\n b\t\u2028c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("cut between the words", 12, "cut between…"),
        ("cut here, please", 10, "cut here…"),
        ("Donaudampfschiff", 8, "Donauda…"),
    ],
)
def test_trimmed_cuts_between_words(text: str, width: int, shown: str) -> None:
    assert trimmed(text, width) == shown


@given(st.text(max_size=80), st.integers(1, 40))
def test_trimmed_never_exceeds_the_width(text: str, width: int) -> None:
    assert len(trimmed(text, width)) <= width
