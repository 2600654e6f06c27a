"""Contents that the networks begin or end wrong, mended by the parse."""

from dataclasses import replace

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.extent import cites_only, mend_extent, share_source, split_lines
from rejoinder.statements.parsed import look_at

pytestmark = pytest.mark.model


def _spans(text: str, *parts: str) -> tuple[Span, ...]:
    found = []
    for part in parts:
        start = text.index(part)
        found.append(Span(start, start + len(part)))
    return tuple(found)


def _draft(text: str, source: str, cue: str, *content: str) -> Draft:
    return Draft(
        source=_spans(text, source),
        cue=_spans(text, cue),
        content=_spans(text, *content),
        score=0.9,
    )


def _words(text: str, draft: Draft) -> list[str]:
    return [span.text_of(text) for span in draft.content]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        pytest.param(
            "Petrova accused the fleet of leaving, in breach of an old treaty over the straits.",
            "Petrova", "accused", "the fleet of leaving, in breach",
            "the fleet of leaving, in breach of an old treaty over the straits",
            id="before of",
        ),
        pytest.param(
            "The radio towers, Petrova claimed, are controlled by the state.",
            "Petrova", "claimed", "are controlled by the state",
            "The radio towers | are controlled by the state",
            id="before an inset",
        ),
        pytest.param(
            "The decree is unfair to farmers, Petrova said, and passes over their old rights.",
            "Petrova", "said", "The decree is unfair to farmers",
            "The decree is unfair to farmers | and passes over their old rights",
            id="behind an inset",
        ),
        pytest.param(
            "The road was closed, Petrova recalled; yet Norway, the mayor said, did nothing.",
            "Petrova", "recalled", "The road was closed", "The road was closed",
            id="before a semicolon",
        ),
        pytest.param(
            "Norway denies its divers have a role in the sabotage of the pipe.",
            "Norway", "denies", "its divers", "its divers have a role in the sabotage of the pipe",
            id="subject alone",
        ),
        pytest.param(
            "Norway, which denies its troops have a role in the raid, says people should vote.",
            "Norway", "denies", "its troops", "its troops have a role in the raid",
            id="subject taken for the object",
        ),
        pytest.param(
            "Norway denies its divers had a role in the sabotage.",
            "Norway", "denies", "had a role in the sabotage",
            "its divers had a role in the sabotage",
            id="subject left out",
        ),
        pytest.param(
            "Petrova said the mission would go home and called on both sides to hold their fire.",
            "Petrova", "said",
            "the mission would go home and called on both sides to hold their fire",
            "the mission would go home",
            id="second cue",
        ),
        pytest.param(
            "Petrova said the mission would stay at home, warning the vote would be illegal.",
            "Petrova", "said",
            "the mission would stay at home | warning the vote would be illegal",
            "the mission would stay at home",
            id="participle",
        ),
        pytest.param(
            "The road was closed, the mayor recalled; yet Norway, Petrova complained, did nothing.",
            "Petrova", "complained", "did nothing", "yet Norway | did nothing",
            id="semicolon",
        ),
        pytest.param(
            "Petrova said the mission would go home and rest.",
            "Petrova", "said", "the mission would go home and rest",
            "the mission would go home and rest",
            id="no second cue",
        ),
        pytest.param(
            "Petrova said the envoy had left and the council called for calm.",
            "Petrova", "said", "the envoy had left and the council called for calm",
            "the envoy had left and the council called for calm",
            id="another's cue",
        ),
    ],
)  # fmt: skip
def test_content_is_whole_and_holds_no_other_cue(
    read: Read, text: str, source: str, cue: str, content: str, wanted: str
) -> None:
    _, doc, _ = read(text)
    mended = mend_extent(look_at(doc, text), _draft(text, source, cue, *content.split(" | ")))
    assert " | ".join(_words(text, mended)) == wanted


def test_quotation_of_the_next_line_is_one_of_its_own(read: Read) -> None:
    text = "“The road is closed,” Petrova said.\n“Nobody will open it.”"
    _, doc, _ = read(text)
    draft = _draft(text, "Petrova", "said", "The road is closed,", "Nobody will open it.")
    first, second = split_lines(look_at(doc, text), draft, ())
    assert _words(text, first) == ["The road is closed,"]
    assert _words(text, second) == ["Nobody will open it."]
    assert (second.source, second.cue) == (first.source, first.cue)


def test_quotation_of_the_same_line_is_not_parted(read: Read) -> None:
    text = "“The road is closed,” Petrova said. “Nobody will open it.”"
    _, doc, _ = read(text)
    draft = _draft(text, "Petrova", "said", "The road is closed,", "Nobody will open it.")
    assert split_lines(look_at(doc, text), draft, ()) == [draft]


def test_words_of_the_headline_are_no_part_of_what_the_body_tells(read: Read) -> None:
    text = "Petrova: “river crossed” at night\nThe soldiers crossed the river, Petrova said."
    _, doc, _ = read(text)
    title = Span(0, text.index("\n"))
    draft = _draft(text, "Petrova", "said", "“river crossed” at night", "The soldiers crossed")
    (mended,) = split_lines(look_at(doc, text), draft, (title,))
    assert _words(text, mended) == ["The soldiers crossed"]
    assert split_lines(look_at(doc, text), draft, ()) == [draft]


def test_words_of_another_line_outside_quotations_are_the_publishers(read: Read) -> None:
    text = "The road is closed, Petrova said.\nMany drivers had waited in the town for days."
    _, doc, _ = read(text)
    draft = _draft(text, "Petrova", "said", "The road is closed", "Many drivers had waited in")
    (mended,) = split_lines(look_at(doc, text), draft, ())
    assert _words(text, mended) == ["The road is closed"]


def test_second_cue_is_the_first_speakers(read: Read) -> None:
    text = "Petrova said that the bridge was shut and called on drivers to wait."
    _, doc, _ = read(text)
    page = look_at(doc, text)
    first = _draft(text, "Petrova", "said", "the bridge was shut")
    verb = next(token for token in doc if token.text == "called")
    taken = replace(_draft(text, "the bridge", "called", "drivers to wait"), verb=verb)
    assert share_source(page, taken, [first]).source == first.source
    assert share_source(page, taken, []) == taken


@pytest.mark.parametrize(
    ("text", "content", "only"),
    [
        ("Citing the report, Petrova said that the bridge was shut.", "the report", True),
        ("Petrova wrote of the bridge, citing the report.", "the report", False),
        ("Citing fears that it would fall, Petrova left.", "fears that it would fall", False),
    ],
)
def test_who_is_cited_first_says_nothing_yet(
    read: Read, text: str, content: str, only: bool
) -> None:
    _, doc, _ = read(text)
    cue = "Citing" if text.startswith("Citing") else "citing"
    draft = _draft(text, "Petrova", cue, content)
    assert cites_only(look_at(doc, text), draft) is only
