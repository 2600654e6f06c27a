"""Whose offer "the proposal" is, and how far back it may lie."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

FAR = "Rain fell on the harbour. " * 9


@pytest.mark.parametrize(
    ("act", "words", "linked"),
    [
        pytest.param(Act.OFFER, "Tarn's offer was unfair", True, id="his, who offered"),
        pytest.param(Act.ASSERT, "Tarn's offer was unfair", False, id="his, who offered nothing"),
        pytest.param(Act.OFFER, "Cyrland's offer was unfair", False, id="another's"),
        pytest.param(Act.OFFER, "the offer was unfair", True, id="the only one's"),
        pytest.param(Act.ACCUSE, "Tarn's accusations were unfair", True, id="his accusations"),
    ],
)
def test_words_that_are_said_to_be_of_somebody_may_lie_far_back(
    act: Act, words: str, linked: bool
) -> None:
    story = told(f"Tarn spoke of ten lorries of grain. {FAR}Avaria said that {words}.")
    first = story.say(act, "per:tarn", None, "ten lorries of grain", cue="spoke", source="Tarn")
    judging = story.say(Act.ASSERT, "state:AVA", None, f"that {words}", cue="said", source="Avaria")
    found = [(link.answer, link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(judging, first, Relation.ANSWERS)] if linked else [])


def test_proposal_is_what_was_offered_rather_than_what_was_demanded() -> None:
    story = told(
        f"Tarn proposed ten lorries of grain. {FAR}Tarn proposed that tolls end. "
        f"{FAR}Avaria said that Tarn's proposal was unfair."
    )
    offer = story.say(
        Act.OFFER, "per:tarn", None, "ten lorries of grain", cue="proposed", source="Tarn"
    )
    story.say(Act.DEMAND, "per:tarn", "state:CYR", "that tolls end", cue="proposed", source="Tarn")
    judging = story.say(
        Act.ASSERT, "state:AVA", None, "that Tarn's proposal was unfair", cue="said",
        source="Avaria",
    )  # fmt: skip
    found = [link.answered for link in link_within(story.record()) if link.answer == judging]
    assert found == [offer]


@pytest.mark.parametrize(
    ("speaker", "linked"),
    [
        pytest.param("per:tarn", True, id="both offers are of one"),
        pytest.param("state:CYR", False, id="each is of another"),
    ],
)
def test_offer_is_nobodys_where_two_have_offered(speaker: str, linked: bool) -> None:
    story = told(
        "Tarn spoke of ten lorries of grain. Others spoke of twenty barges. "
        f"{FAR}Avaria said that the offer was unfair."
    )
    story.say(Act.OFFER, "per:tarn", None, "ten lorries of grain", cue="spoke", source="Tarn")
    story.say(Act.OFFER, speaker, None, "twenty barges", cue="spoke", source="Others")
    judging = story.say(
        Act.ASSERT, "state:AVA", None, "that the offer was unfair", cue="said", source="Avaria"
    )
    found = [link for link in link_within(story.record()) if link.answer == judging]
    assert bool(found) is linked
