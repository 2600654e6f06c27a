"""Quotations come back whole, cut or run together; turns of phrase do not count as quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.evaluation.quotations import QuotedWords, find_quoted, shared_run

PLEDGE = "We will never give up a single metre of the old harbour road"


def only(text: str, least: int = 6) -> QuotedWords:
    (found,) = find_quoted(text, least)
    return found


def test_words_are_plain_and_keep_their_places() -> None:
    text = "Kos said: “It’s NOT the fleet’s well-known port, sir.”"
    found = only(text)
    assert found.words == ("it's", "not", "the", "fleet's", "well", "known", "port", "sir")
    assert [place.text_of(text) for place in found.places][:2] == ["It’s", "NOT"]
    assert found.span.text_of(text).startswith("“It’s")


def test_quotations_that_are_too_short_are_left_out() -> None:
    text = '"No, never," said Kos. "We will answer them in our own time."'
    assert [len(q.words) for q in find_quoted(text, 6)] == [8]
    assert [len(q.words) for q in find_quoted(text, 2)] == [2, 8]


@pytest.mark.parametrize(
    ("left", "right", "shared"),
    [
        pytest.param(f'"{PLEDGE}."', f"“{PLEDGE}”", PLEDGE, id="other marks"),
        pytest.param(f'"{PLEDGE}."', f'"{PLEDGE[:39]}," he said.', PLEDGE[:39], id="cut"),
        pytest.param(
            f'"{PLEDGE}."', f'"They know us. {PLEDGE}. That is all."', PLEDGE, id="run together"
        ),
        pytest.param(
            '"We shall meet them at the bridge and then, my friends, we shall see."',
            '"We shall meet them at the bridge and later, my friends, we shall see."',
            "We shall meet them at the bridge and",
            id="one word changed: the longest run",
        ),
    ],
)
def test_one_quotation_is_known_again(left: str, right: str, shared: str) -> None:
    run = shared_run(only(left), only(right), 6)
    assert run is not None
    assert run[0].text_of(left) == shared
    assert run[1].text_of(right) == shared


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(f'"{PLEDGE}."', '"We will never give up our old mill."', id="five words"),
        pytest.param(
            '"I am the foreign minister of the Republic of Ardal, and I say that all'
            ' this must end now."',
            '"A boy from the docks can become the foreign minister of the Republic of Ardal one'
            ' day, and nobody laughs at him for trying."',
            id="a title that two speakers use",
        ),
        pytest.param(f'"{PLEDGE}."', '"Nothing of that kind was ever agreed upon."', id="others"),
    ],
)
def test_two_quotations_are_not_taken_for_one(left: str, right: str) -> None:
    assert shared_run(only(left), only(right), 6) is None


@given(st.lists(st.sampled_from("a b c d e".split()), min_size=6, max_size=30), st.data())
def test_a_piece_of_a_quotation_is_found_in_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 6))
    end = data.draw(st.integers(start + 6, len(words)))
    whole, piece = f'"{" ".join(words)}"', f'"{" ".join(words[start:end])}"'
    run = shared_run(only(whole), only(piece), 6)
    assert run is not None
    assert run[0].text_of(whole) == run[1].text_of(piece) == " ".join(words[start:end])
