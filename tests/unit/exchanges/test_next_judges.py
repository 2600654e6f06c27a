"""Reactions to one step that come one after another."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("act", "words", "about", "relation"),
    [
        pytest.param(
            Act.CRITICISE, "the dredgers would rob us", None, Relation.ANSWERS, id="its matter"
        ),
        pytest.param(Act.CRITICISE, "shame on it", "state:BEL", Relation.ANSWERS, id="who did it"),
        pytest.param(Act.SUPPORT, "bravo", "state:BEL", Relation.SUPPORTS, id="praise"),
        pytest.param(Act.ASSERT, "bravo", "state:BEL", None, id="merely speaks of him"),
        pytest.param(
            Act.ASSERT, "it owns dredgers", "state:BEL", Relation.ANSWERS, id="of him and it"
        ),
        pytest.param(Act.CRITICISE, "frogs are loud", None, None, id="of something else"),
        pytest.param(Act.OFFER, "dredgers for sale", "state:BEL", None, id="no reaction"),
    ],
)
@pytest.mark.parametrize("near", [True, False])
def test_next_to_speak_of_a_judged_step_reacts_to_it(
    act: Act, words: str, about: str | None, relation: Relation | None, near: bool
) -> None:
    between = "" if near else "Rain fell. Snow fell. Ice broke. "
    story = told(
        "Belmark vowed to send dredgers to the lakes. Frost came. Mud dried. "
        f"Avaria derided Belmark’s vow. {between}Cyrland said that {words}."
    )
    step = story.say(
        Act.AGREE, "state:BEL", None, "to send dredgers to the lakes", cue="vowed", source="Belmark"
    )
    story.say(
        Act.CRITICISE, "state:AVA", "state:BEL", "Belmark’s vow", cue="derided", source="Avaria"
    )
    answer = story.say(act, "state:CYR", about, words, cue="said", source="Cyrland")
    found = {
        link.relation
        for link in link_within(story.record())
        if (link.answer, link.answered) == (answer, step)
    }
    assert found == ({relation} if relation and near else set())


@pytest.mark.parametrize(
    ("act", "words", "linked"),
    [
        pytest.param(Act.CRITICISE, "the mines fed us", True, id="judged in its word"),
        pytest.param(Act.CRITICISE, "shame on it", False, id="in no word of it"),
        pytest.param(Act.PREDICT, "mines will flood", False, id="foreseen in one word"),
        pytest.param(Act.PREDICT, "the mines at Orlen will flood", True, id="in two"),
    ],
)
def test_next_to_speak_of_a_judged_deed_shares_its_words(
    act: Act, words: str, linked: bool
) -> None:
    story = told(
        "Belmark shut the mines at Orlen. It rained all day. "
        f"Avaria condemned the closing of the mines. Cyrland said that {words}."
    )
    deed = story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines at Orlen")
    story.say(
        Act.CRITICISE,
        "state:AVA",
        None,
        "the closing of the mines",
        cue="condemned",
        source="Avaria",
    )
    answer = story.say(act, "state:CYR", "state:BEL", words, cue="said", source="Cyrland")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, deed) in found) is linked
