"""Two texts beside each other: nothing of either is lost, and what differs is marked."""

from hypothesis import given
from hypothesis import strategies as st

from rejoinder.web.differences import Compared, compare


def words(rows: tuple[Compared, ...], side: str) -> str:
    return " ".join("".join(p.words for p in getattr(row, side)) for row in rows)


def own(rows: tuple[Compared, ...], side: str) -> list[str]:
    return [piece.words for row in rows for piece in getattr(row, side) if piece.is_own]


def test_the_same_text_has_nothing_marked() -> None:
    rows = compare("One line.\n\nAnother  line.", "One line.\nAnother line.")
    assert [row.is_same for row in rows] == [True, True]


def test_changed_words_are_marked_in_both() -> None:
    (row,) = compare("The envoy denied it on Monday.", "The envoy denied it on Tuesday.")
    assert not row.is_same
    assert own((row,), "left") == ["Monday"]
    assert own((row,), "right") == ["Tuesday"]


def test_a_paragraph_that_only_one_has_stands_alone() -> None:
    rows = compare("A b c.\nNothing alike here at all.\nD e f.", "A b c.\nD e f.\nLast words.")
    assert [(bool(row.left), bool(row.right)) for row in rows] == [
        (True, True),
        (True, False),
        (True, True),
        (False, True),
    ]


def test_endless_paragraphs_are_not_compared_word_by_word() -> None:
    rows = compare("a " * 5000 + "b", "a " * 5000 + "c")
    assert len(rows) == 1
    assert not rows[0].is_same


_text = st.lists(
    st.lists(st.sampled_from(["a", "b", "the", "c.", "\u202e"]), max_size=6).map(" ".join),
    max_size=6,
).map("\n".join)


@given(_text, _text)
def test_nothing_is_lost(left: str, right: str) -> None:
    rows = compare(left, right)
    assert words(rows, "left").split() == left.split()
    assert words(rows, "right").split() == right.split()
    assert all(row.left or row.right for row in rows)
