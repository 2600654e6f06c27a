import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.text.quotes import find_quotes

CASES = {
    "curly": ("He said “we won” twice.", ["we won"]),
    "straight": ('"Yes," she said. "No."', ["Yes,", "No."]),
    "two apostrophes": ("''Yes,'' he said, ''that is it.''", ["Yes,", "that is it."]),
    "guillemets": ("Il a dit « oui » hier", ["oui"]),
    "nested same marks": (
        "It reads “he claims “Zionist” forces came” today",
        ["he claims “Zionist” forces came"],
    ),
    "nested other marks": ("“It's a 'fact',” he said", ["It's a 'fact',"]),
    "apostrophes are no marks": ("Iran's and Baku's 'plan' isn't new", []),
    "opening mark missing": ("Drones make us stronger,” he said", ["Drones make us stronger,"]),
    "closing mark missing": ('She said: "I will stay\n\nNext paragraph.', ["I will stay"]),
    "opening mark used to close": (
        "“No reason for a NATO ally, “Ankara recalls in a note.",
        ["No reason for a NATO ally,"],
    ),
    "runs over lines": ("“First line.\nSecond line,” he said.", ["First line.\nSecond line,"]),
    "opened again in the next paragraph": ("“One.\n\n“Two,” he said.", ["One.", "Two,"]),
    "straight marks doubled": ('He reads: ""We left," she said. "No.""', ["We left,", "No."]),
    "straight marks doubled by a quotation within": ('"He said "no"" to us', ['He said "no"']),
    "empty marks": ("He wrote “” and “ ” and “!”", []),
    "straight mark before a word opens": ('a "b" c "d', ["b", "d"]),
}


@pytest.mark.parametrize(("text", "words"), CASES.values(), ids=CASES.keys())
def test_find_quotes(text: str, words: list[str]) -> None:
    assert [q.inner.text_of(text) for q in find_quotes(text)] == words


def test_find_quotes_says_which_mark_is_missing() -> None:
    assert [q.closed for q in find_quotes('Yes,” he said. "No')] == [False, False]
    assert [q.closed for q in find_quotes("“Yes,” he said.")] == [True]


@given(st.text(alphabet="ab .,“”\"'`«»\n", max_size=80))
def test_quotes_lie_in_the_text_in_order_and_apart(text: str) -> None:
    quotes = find_quotes(text)
    for quote in quotes:
        assert quote.outer.contains(quote.inner)
        assert quote.outer.end <= len(text)
        assert quote.inner.text_of(text).strip() == quote.inner.text_of(text)
    for left, right in itertools.pairwise(quotes):
        assert left.outer.end <= right.outer.start
