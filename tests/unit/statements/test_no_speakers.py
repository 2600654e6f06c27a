"""Sources that name no speaker: a day behind a name, a linking word, "there", "several hours"."""

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.repair import mend_source

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "cue", "named"),
    [
        ("Tarn Sunday night recounted a meeting.", "Tarn Sunday night", "recounted", ["Tarn"]),
        ("The court this month turned it down.", "The court this month", "turned", ["The court"]),
        (
            "A survey released on Tuesday showed a gain.",
            "A survey released on Tuesday",
            "showed",
            ["A survey released on Tuesday"],
        ),
        ("Tarn spoke, warned by nobody.", "by", "warned", []),
        (
            "Now even the sternest elders say it is over.",
            "even",
            "say",
            ["even the sternest elders"],
        ),
        ("There are plans to move the mill.", "There", "are plans", []),
        ("The words were reported several hours later.", "several hours", "were reported", []),
        ("There is no way to know the price.", "no way", "no way to know", []),
        (
            "Vey fled in May, having been warned by a friend that guards were at the door.",
            "Vey",
            "having been warned by",
            ["a friend"],
        ),
        (
            "SARN, Avaria — Anna Vey said it is over.",
            "SARN, Avaria — Anna Vey",
            "said",
            ["Anna Vey"],
        ),
        ("SARN - Vey said it is over.", "SARN - Vey", "said", ["Vey"]),
        ("The mill - Vey's - said it is over.", "The mill", "said", ["The mill"]),
        (
            "A report by an agency last month said so.",
            "A report by an agency last month",
            "said",
            ["A report by an agency"],
        ),
        ("By all accounts they say it is over.", "they", "say", ["they"]),
    ],
)
def test_what_names_no_speaker_is_no_source(
    read: Read, text: str, source: str, cue: str, named: list[str]
) -> None:
    first, verb = (Span(text.index(w), text.index(w) + len(w)) for w in (source, cue))
    told = Span(verb.end + 1, len(text) - 1)
    mended = mend_source(
        read(text)[1], Draft(source=(first,), cue=(verb,), content=(told,), score=0.9)
    )
    assert [span.text_of(text) for span in mended.source] == named
