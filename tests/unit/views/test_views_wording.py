import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.model.span import Span
from rejoinder.views.wording import wording_of

TEXT = (
    "Rain fell all day. Mr. J. Tarn said on Monday that Avaria hides spies, and left. Nobody spoke."
    "\nA new line."
)


def spans(*words: str) -> list[Span]:
    return [Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in words]


def shown(*words: str) -> list[str]:
    pieces = wording_of(TEXT, spans(*words)).pieces
    return [f"[{piece.words}]" if piece.is_content else piece.words for piece in pieces]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        pytest.param(
            ["that Avaria hides spies"],
            ["Mr. J. Tarn said on Monday ", "[that Avaria hides spies]", ", and left."],
            id="with the rest of its sentence; an initial or a title ends none",
        ),
        pytest.param(
            ["Avaria", "left"],
            ["Mr. J. Tarn said on Monday that ", "[Avaria]", " hides spies, and ", "[left]", "."],
            id="with what lies between its pieces",
        ),
        pytest.param(["Nobody spoke."], ["[Nobody spoke.]"], id="a sentence alone"),
        pytest.param(["A new line."], ["[A new line.]"], id="a line ends a sentence too"),
        pytest.param(["Rain"], ["[Rain]", " fell all day."], id="at the beginning of the text"),
    ],
)
def test_words_are_shown_in_their_sentence(words: list[str], pieces: list[str]) -> None:
    assert shown(*words) == pieces


def test_long_words_are_cut_and_say_so() -> None:
    text = "word " * 400
    pieces = wording_of(text, [Span(1000, 1004)]).pieces
    assert pieces[0].words.startswith("… ")
    assert pieces[-1].words.endswith(" …")
    whole = wording_of(text, [Span(0, len(text) - 1)]).pieces
    assert [piece.is_content for piece in whole] == [True]
    assert len(whole[0].words) < 1000
    assert whole[0].words.endswith(" …")


@given(st.text(min_size=1), st.data())
def test_any_text_gives_its_content_once(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = wording_of(text, [Span(start, end)]).pieces
    assert [piece.is_content for piece in pieces].count(True) == 1
