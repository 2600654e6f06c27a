"""What articles are compared by does not hang on how their words are written."""

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rejoinder.articles.shingles import (
    WHOLE,
    Fingerprint,
    alike_among,
    are_alike,
    fingerprint,
    window_keys,
)
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.span import Span

Ranges = list[tuple[int, int]]
WORDS = [f"word{n}" for n in range(400)]


def text_of(*paragraphs: tuple[int, int]) -> str:
    """Return paragraphs of numbered words, from one number to another."""
    return "\n\n".join(" ".join(WORDS[a:b]).capitalize() + "." for a, b in paragraphs)


def body_of(made: Fingerprint) -> bytes:
    return made.of(made.windows[0])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s over,” he said — at last. " * 5, '"It\'s over", he said - at last. ' * 5),
        ("Café olé in the naïve town. " * 5, "Cafe\u0301 ole\u0301 in the nai\u0308ve town. " * 5),
        ("The office of the minister is shut. " * 5, "The oﬃce of the MINISTER is shut.\n" * 5),
        ("One two three four five six. " * 5, "One two\u00a0three\n\nfour five six. " * 5),
    ],
)
def test_marks_accents_case_and_breaks_do_not_count(one: str, other: str) -> None:
    assert fingerprint(one, ()).shingles == fingerprint(other, ()).shingles


def test_only_the_body_counts() -> None:
    text = f"Title of it\n{text_of((0, 60))}\nRead also: something else that is here"
    start, end = text.index("Word0"), text.index("\nRead")
    zones = (
        Zone(kind=ZoneKind.TITLE, span=Span(0, 11)),
        Zone(kind=ZoneKind.BODY, span=Span(start, end)),
        Zone(kind=ZoneKind.FURNITURE, span=Span(end + 1, len(text))),
    )
    made = fingerprint(text, zones)

    assert made.shingles == fingerprint(text_of((0, 60)), ()).shingles
    assert made.windows[0].span == Span(start, end)


def test_passages_are_paragraphs_and_long_ones_are_cut_at_sentences() -> None:
    short, long = text_of((0, 20)), " ".join(text_of((n, n + 20)) for n in range(20, 200, 20))
    text = f"{short}\n\nHe nodded.\n\n{text_of((200, 230))}\n\n{long}"
    start = 0
    zones = []
    for part in text.split("\n\n"):
        zones.append(Zone(kind=ZoneKind.BODY, span=Span(start, start + len(part))))
        start += len(part) + 2
    made = fingerprint(text, zones)
    passages = [each for each in made.windows if each.position != WHOLE]

    assert [each.position for each in passages] == list(range(len(passages)))
    assert passages[0].span.text_of(text) == short
    assert passages[1].span.text_of(text).startswith("He nodded.")
    assert len(passages) == 2 + 9
    assert all(each.span.text_of(text).endswith(".") for each in passages)


@pytest.mark.parametrize("text", ["", "One two three.", "Too short to be compared, this is."])
def test_a_text_of_a_few_words_is_not_compared(text: str) -> None:
    assert fingerprint(text, ()).windows == ()


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param([(0, 100)], [(0, 100)], True, id="the same"),
        pytest.param([(0, 100)], [(0, 50)], True, id="cut to a half"),
        pytest.param([(0, 100)], [(0, 25)], True, id="cut to a quarter"),
        pytest.param([(0, 200)], [(0, 30)], False, id="a few lines of it"),
        pytest.param([(0, 100)], [(40, 140)], True, id="half rewritten"),
        pytest.param([(0, 100)], [(70, 170)], False, id="a third in common"),
        pytest.param([(0, 100)], [(0, 15), (200, 300)], False, id="a quotation in common"),
        pytest.param([(0, 60)], [(0, 60), (100, 160), (200, 260), (300, 360), (60, 100),
                                 (160, 200)], False, id="a survey that carries it"),
        pytest.param([(0, 100)], [(200, 300)], False, id="nothing in common"),
    ],
)  # fmt: skip
def test_what_is_alike(one: Ranges, other: Ranges, alike: bool) -> None:
    left, right = (body_of(fingerprint(text_of(*each), ())) for each in (one, other))

    assert are_alike(left, right) is alike
    assert are_alike(right, left) is alike


@given(st.lists(st.lists(st.integers(0, 30), max_size=40), min_size=1, max_size=6))
def test_what_is_alike_among_several_is_what_is_alike_one_by_one(made: list[list[int]]) -> None:
    own, *others = (np.array(numbers, dtype="<u4").tobytes() for numbers in made)

    assert alike_among(own, others) == [are_alike(own, other) for other in others]


def test_keys_are_the_same_everywhere_and_for_ever() -> None:
    made = body_of(fingerprint(text_of((0, 60)), ()))

    assert window_keys(made, WHOLE)[0] == -5999422290658659538
    assert len(set(window_keys(made, WHOLE))) == 32
    assert len(set(window_keys(made, 0))) == 8
    assert not set(window_keys(made, WHOLE)) & set(window_keys(made, 0))


def test_alike_texts_share_a_key_almost_always() -> None:
    missed = 0
    for seed in range(200):
        draw = random.Random(seed)
        words = [str(draw.random()) for _ in range(150)]
        other = [
            word if draw.random() > 0.06 else "swapped" for word in words[: draw.randint(80, 150)]
        ]
        left, right = (body_of(fingerprint(" ".join(each), ())) for each in (words, other))
        shared = set(window_keys(left, WHOLE)) & set(window_keys(right, WHOLE))
        missed += are_alike(left, right) and not shared
    assert missed == 0


@given(st.text(max_size=300))
def test_windows_stay_inside_the_text(text: str) -> None:
    made = fingerprint(text, ())
    for window in made.windows:
        assert window.span.end <= len(text)
        assert 0 <= window.first < window.past <= len(made.shingles) // 4
