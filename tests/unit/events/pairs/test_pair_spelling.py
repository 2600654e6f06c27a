"""A verb is read the same in either spelling, and no other word is touched."""

import pytest

from rejoinder.events.pairs.coder import PairCoder
from rejoinder.events.pairs.line import PairLine
from rejoinder.events.pairs.spelling import one_spelling
from rejoinder.model.span import Span


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("apologised", "apologized"),
        ("Recognising", "Recognizing"),
        ("organisations", "organizations"),
        ("paralyses", "paralyzes"),
        ("MOBILISATION", "MOBILIZATION"),
        ("criticise", "criticize"),
        ("organisers", "organizers"),
        ("decriminalised", "decriminalized"),
    ],
)
def test_a_verb_takes_one_spelling(british: str, american: str) -> None:
    assert one_spelling(f"He {british} it.") == f"He {american} it."
    assert one_spelling(american) == american


@pytest.mark.parametrize(
    "words",
    [
        "promised", "raised", "advised", "exercises", "compromise", "surprise attack", "rise",
        "supervised", "enterprise", "terrorism", "terrorists", "realist", "socialist", "analysis",
        "paralysis", "criticism", "merchandise", "devised", "noise", "televised", "organist",
    ],
)  # fmt: skip
def test_other_words_stay(words: str) -> None:
    assert one_spelling(words) == words


def test_an_apology_is_conceded_in_either_spelling() -> None:
    coder = PairCoder()
    told = []
    for verb in ("apologised", "apologized"):
        text = f"Arland {verb} to Belmark for the raid."
        start = text.index("Belmark")
        line = PairLine(id=None, text=text, source=Span(0, 6), target=Span(start, start + 7))
        told.append(coder.code(line))
    assert told[0] == told[1]
    assert told[0].event_type == "CONCEDE"
