"""Asides that tell what became of words."""

import pytest

from rejoinder.model.span import Span
from rejoinder.statements.asides import with_asides
from rejoinder.statements.draft import Draft

Told = tuple[str, str, str]


def _told(text: str, draft: Draft) -> Told:
    source, cue, content = (
        " | ".join(span.text_of(text) for span in spans)
        for spans in (draft.source, draft.cue, draft.content)
    )
    return source, cue, content


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("Peru accused Chile of spying, a charge Chile denies.",
                     ("Chile", "denies", "a charge"), id="subject"),
        pytest.param("Peru accused Chile of spying, an accusation that Lima has always rejected.",
                     ("Lima", "has always rejected", "an accusation"), id="that"),
        pytest.param("Peru accused Chile of spying, charges it has denied.",
                     ("", "has denied", "charges"), id="pronoun"),
        pytest.param("Peru asked for a truce, an appeal echoed by the bishops and the unions.",
                     ("the bishops and the unions", "echoed by", "an appeal"), id="by"),
        pytest.param("Peru asked for a truce, a demand which was rejected by Chile.",
                     ("Chile", "rejected by", "a demand"), id="which was"),
        pytest.param("Peru said that Chile had mined the pass, which Lima has long denied.",
                     ("Lima", "has long denied", "which"), id="which"),
        pytest.param("Peru said that Chile had mined the pass, which Lima called a plain lie.",
                     ("Lima", "called", "a plain lie"), id="which, rated"),
        pytest.param("Peru shut the pass, which the mayor has denounced as theft, and left.",
                     ("the mayor", "has denounced as", "theft"), id="which, denounced as"),
        pytest.param("Peru said that Chile had mined the pass, something the army disputes.",
                     ("the army", "disputes", "something"), id="something"),
    ],
)  # fmt: skip
def test_aside_is_a_statement_of_whom_it_names(text: str, told: Told) -> None:
    (aside,) = with_asides(text, [])
    assert _told(text, aside) == told


@pytest.mark.parametrize(
    "text",
    [
        "Peru accused Chile of spying, a charge of little weight.",
        "Peru accused Chile of spying, a film denied to the public.",
        "A charge Chile denies is old.",
        "Peru accused Chile of spying, a charge to which the mayor who had left denied.",
    ],
)
def test_what_tells_of_no_answer_is_no_aside(text: str) -> None:
    assert with_asides(text, []) == []


def _draft(text: str, cue: str, content: str) -> Draft:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in (cue, content)]
    return Draft(source=(), cue=(spans[0],), content=(spans[1],), score=0.9)


def test_aside_is_cut_from_the_words_it_takes_up() -> None:
    text = "Peru says Chile spies on it, a charge Chile denies."
    outer = _draft(text, "says", "Chile spies on it, a charge Chile denies")
    wrong = _draft(text, "charge", "Chile denies")
    found = [_told(text, each) for each in with_asides(text, [outer, wrong])]
    assert found == [("", "says", "Chile spies on it"), ("Chile", "denies", "a charge")]
