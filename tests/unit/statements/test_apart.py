"""No word is two of source, cue and content."""

import pytest

from rejoinder.model.span import Span, overlap
from rejoinder.statements.apart import apart
from rejoinder.statements.draft import Draft


def spans(text: str, parts: str) -> tuple[Span, ...]:
    """Return where the parts, between bars, stand; ``N:`` before one counts to its Nth place."""
    out: list[Span] = []
    for part in parts.split(" | ") if parts else ():
        number, _, words = part.rpartition(":")
        start = -1
        for _ in range(int(number or 1)):
            start = text.index(words, start + 1)
        out.append(Span(start, start + len(words)))
    return tuple(out)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        pytest.param(
            "It is a crime, according to the treaty on the Court of Moria, and a sin.",
            (
                "the treaty on the Court of Moria",
                "according to",
                "It is a crime | Moria, and a sin",
            ),
            ("the treaty on the Court of Moria", "according to", "It is a crime | and a sin"),
            id="the content begins in the source",
        ),
        pytest.param(
            "Vey, aides said, is ill.",
            ("Vey, aides", "said", "Vey | is ill"),
            ("aides", "said", "Vey | is ill"),
            id="whom aides speak of is no source",
        ),
        pytest.param(
            "Some say they feel betrayed.",
            ("they", "say", "they feel betrayed"),
            ("", "say", "they feel betrayed"),
            id="who is told of behind the cue does not say it",
        ),
        pytest.param(
            "Tarn sheriff defends mill.",
            ("Tarn sheriff defends mill", "defends", "mill"),
            ("Tarn sheriff", "defends", "mill"),
            id="the source ends before the cue",
        ),
        pytest.param(
            "The letter made clear his views.",
            ("The letter", "made clear", "clear his views"),
            ("The letter", "made clear", "his views"),
            id="the cue is no content",
        ),
        pytest.param(
            "Vey was called a liar by two bakers for years.",
            ("two bakers", "called", "a liar by two bakers for years"),
            ("two bakers", "called", "a liar | for years"),
            id="by whom it is said",
        ),
        pytest.param(
            "The debate over coal went on.",
            ("The debate", "debate over", "coal"),
            ("The debate", "debate over", "coal"),
            id="a source of which nothing would be left",
        ),
        pytest.param(
            "Vey said it was over.",
            ("Vey", "said", "it was over"),
            ("Vey", "said", "it was over"),
            id="nothing in two parts",
        ),
    ],
)
def test_each_word_has_one_part(
    text: str, before: tuple[str, str, str], after: tuple[str, str, str]
) -> None:
    source, cue, content = (spans(text, parts) for parts in before)
    found = apart(text, Draft(source=source, cue=cue, content=content, score=0.8))
    assert found is not None
    told = [
        " | ".join(s.text_of(text) for s in p) for p in (found.source, found.cue, found.content)
    ]
    assert tuple(told) == after
    assert not overlap(found.content, (*found.source, *found.cue))


def test_nothing_is_said_where_no_word_is_left() -> None:
    text = "Only you, Orlin, reaffirm."
    who = spans(text, "Only you")
    draft = Draft(source=who, cue=spans(text, "reaffirm"), content=who, score=0.9)
    assert apart(text, draft) is None
