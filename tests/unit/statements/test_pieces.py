from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from rejoinder.model.span import Span
from rejoinder.model.standin import StandIn
from rejoinder.statements.pieces import break_up, load_tokenizer
from rejoinder.statements.windows import CONTEXT, OWNED, cut_windows

TOKENIZER = load_tokenizer(Path(__file__).parent / "tiny-model" / "tokenizer.json")
TEXTS = st.text(alphabet="abZ é“”\"'—.,\n\u00a0İ’", max_size=300)


def shown(text: str) -> list[str]:
    pieces = break_up(text, TOKENIZER)
    return [text[s:e] for s, e in zip(pieces.start, pieces.end, strict=True)]


def test_pieces_stand_where_their_letters_do() -> None:
    assert shown("He said no.") == ["He", "said", "no", "."]


def test_curly_marks_and_two_apostrophes_read_alike_and_keep_their_places() -> None:
    curly, straight = break_up("“No,” he said.", TOKENIZER), break_up('"No," he said.', TOKENIZER)
    doubled = break_up("''No,'' he said.", TOKENIZER)
    assert curly.ids.tolist() == straight.ids.tolist() == doubled.ids.tolist()
    assert doubled.start.tolist()[:3] == [0, 2, 4]


def test_paragraphs_are_parted_by_one_separator_however_many_lines_are_blank() -> None:
    one, many = break_up("No.\nHe.", TOKENIZER), break_up("No.\n\n \n\nHe.", TOKENIZER)
    assert one.ids.tolist() == many.ids.tolist()
    assert one.breaks == many.breaks == (2,)
    assert one.ids[2] == TOKENIZER.token_to_id("[SEP]")


def test_flags_tell_case_and_quotation() -> None:
    pieces = break_up("He said “We will NOT”.", TOKENIZER)
    whole = dict(zip(pieces.start.tolist(), pieces.flags.tolist(), strict=True))
    assert [whole[k] for k in (0, 3, 9, 12)] == [1, 0, 4, 3]


def test_an_empty_text_has_no_pieces_and_no_windows() -> None:
    pieces = break_up(" \n\n ", TOKENIZER)
    assert len(pieces) == 0
    assert cut_windows(pieces) == ()


def test_a_tokenizer_without_separator_is_refused() -> None:
    from tokenizers import models

    with pytest.raises(ValueError, match="no \\[SEP\\]"):
        break_up("No.", Tokenizer(models.WordPiece({"[UNK]": 0}, unk_token="[UNK]")))


@given(TEXTS)
def test_pieces_come_in_order_inside_the_text(text: str) -> None:
    pieces = break_up(text, TOKENIZER)
    bounds = list(zip(pieces.start.tolist(), pieces.end.tolist(), strict=True))
    assert bounds == sorted(bounds)
    assert all(0 <= s <= e <= len(text) for s, e in bounds)
    assert {k for k, (s, e) in enumerate(bounds) if s == e} == set(pieces.breaks)


@given(st.lists(st.integers(1, 90), max_size=12), st.integers(5, 60), st.integers(0, 20))
def test_every_place_is_owned_by_one_window(sizes: list[int], owned: int, context: int) -> None:
    pieces = break_up("\n".join("no " * size for size in sizes), TOKENIZER)
    windows = cut_windows(pieces, owned, context)
    assert [k for w in windows for k in range(w.first, w.last)] == list(range(len(pieces)))
    assert all(w.last - w.first <= owned for w in windows)
    assert all(w.first - w.start <= context and w.stop - w.last <= context for w in windows)


def test_windows_end_where_paragraphs_do() -> None:
    pieces = break_up("\n".join(["no " * 40] * 20), TOKENIZER)
    ends = [w.last for w in cut_windows(pieces)[:-1]]
    assert ends
    assert set(ends) <= set(pieces.breaks)


def test_windows_fit_the_encoder() -> None:
    assert OWNED + 2 * CONTEXT + 2 <= 512


def test_a_name_has_the_pieces_of_its_stand_in_and_its_own_place() -> None:
    text = "He said Anna Veld and Iran lied."
    signs = [StandIn(span=Span(8, 17), word="no"), StandIn(span=Span(22, 26), word="will")]
    read = break_up(text, TOKENIZER, signs)
    assert read.ids.tolist() == break_up("He said no and will lied.", TOKENIZER).ids.tolist()
    places = list(zip(read.start.tolist(), read.end.tolist(), strict=True))
    assert {(8, 17), (22, 26)} <= set(places)
    assert text[slice(*places[-1])] == "."


@given(
    st.lists(st.tuples(st.sampled_from(["ab", "Zé", "İa", "“", "."]), st.booleans()), max_size=40)
)
def test_stand_ins_move_no_other_piece(words: list[tuple[str, bool]]) -> None:
    text = " ".join(word for word, _ in words)
    ends = list(accumulate(len(word) + 1 for word, _ in words))
    signs = [
        StandIn(span=Span(end - 1 - len(word), end - 1), word="no")
        for (word, named), end in zip(words, ends, strict=True)
        if named
    ]
    read = break_up(text, TOKENIZER, signs)
    for start, end in zip(read.start.tolist(), read.end.tolist(), strict=True):
        assert 0 <= start <= end <= len(text)
        inside = [s.span for s in signs if s.span.start < end and start < s.span.end]
        assert not inside or inside == [Span(start, end)]
