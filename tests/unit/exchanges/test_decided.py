"""Steps that go by a noun for any: the one that the article opens with."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("act", "cue", "words", "linked"),
    [
        pytest.param(Act.SUPPORT, "hailed", "the decision", True, id="praised"),
        pytest.param(Act.CRITICISE, "derided", "Belmark’s move", True, id="his"),
        pytest.param(Act.CRITICISE, "derided", "Cyrland’s move", False, id="another's"),
        pytest.param(
            Act.CRITICISE, "derided", "the decision to dredge canals", True, id="to do it"
        ),
        pytest.param(Act.CRITICISE, "derided", "the decision to sell boats", False, id="another"),
        pytest.param(Act.SUPPORT, "defended", "its decision", False, id="his own"),
        pytest.param(Act.SUPPORT, "approved", "the plan", False, id="takes the step"),
        pytest.param(Act.ASSERT, "said", "the decision is old", False, id="judges nothing"),
        pytest.param(Act.CRITICISE, "derided", "the effort", True, id="effort"),
        pytest.param(Act.CRITICISE, "derided", "the accord", True, id="agreed to"),
        pytest.param(Act.CRITICISE, "derided", "the request", False, id="asked for nothing"),
        pytest.param(
            Act.CRITICISE, "derided", "the plan that frogs hatched", False, id="a plan that"
        ),
        pytest.param(Act.PREDICT, "said", "the move will starve the eels", True, id="would do"),
        pytest.param(Act.ASSERT, "said", "Eels thrive. The plan is a gift", True, id="is a gift"),
        pytest.param(Act.ASSERT, "said", "eels like what the plan does", False, id="no subject"),
        pytest.param(Act.ASSERT, "said", "this policy is a relic", False, id="a policy is old"),
        pytest.param(Act.DEMAND, "said", "Belmark must rescind this decision", True, id="undo"),
        pytest.param(Act.INTEND, "said", "it will review the plan", True, id="review"),
        pytest.param(Act.DEMAND, "said", "Belmark must drop its new policy", True, id="its own"),
        pytest.param(Act.ASSERT, "said", "frogs review the plan", False, id="asks for nothing"),
    ],
)
def test_who_judges_a_step_answers_the_one_that_the_article_opens_with(
    act: Act, cue: str, words: str, linked: bool
) -> None:
    story = told(
        "Belmark vowed to dredge all canals. Rain fell. Snow fell. Frost came. Ice broke. "
        f"Avaria {cue} {words}. Cyrland slept."
    )
    vow = story.say(
        Act.AGREE, "state:BEL", None, "to dredge all canals", cue="vowed", source="Belmark"
    )
    answer = story.say(act, "state:AVA", None, words, cue=cue, source="Avaria")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, vow) in found) is linked


def test_step_that_is_told_late_is_not_what_the_article_is_about() -> None:
    story = told(
        "Rain fell. Snow fell. Frost came. Belmark vowed to dredge all canals. Ice broke. "
        "Mud dried. Wind rose. Reeds grew. Fog lay. Avaria hailed the decision."
    )
    story.say(Act.AGREE, "state:BEL", None, "to dredge all canals", cue="vowed", source="Belmark")
    story.say(Act.SUPPORT, "state:AVA", None, "the decision", cue="hailed", source="Avaria")
    assert link_within(story.record()) == ()


@pytest.mark.parametrize(
    ("act", "linked"),
    [
        pytest.param(Act.OFFER, True, id="an offer"),
        pytest.param(Act.REFUSE, False, id="a refusal"),
    ],
)
def test_proposal_is_what_somebody_offers(act: Act, linked: bool) -> None:
    story = told("Belmark spoke of toll bridges. Rain fell. Avaria derided the proposal. Fog lay.")
    first = story.say(act, "state:BEL", None, "toll bridges", cue="spoke of", source="Belmark")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the proposal", cue="derided", source="Avaria"
    )
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, first) in found) is linked


def test_step_that_nobody_is_named_for_may_be_judged() -> None:
    story = told("It was announced that the canals would close. Rain fell. Avaria hailed the move.")
    first = story.say(
        Act.INTEND, None, None, "the canals would close", cue="was announced", source="It"
    )
    answer = story.say(Act.SUPPORT, "state:AVA", None, "the move", cue="hailed", source="Avaria")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert (answer, first) in found


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("This is a blatant attempt to drown us.", True, id="a verdict"),
        pytest.param("Frogs sing. This is the wrong way.", True, id="behind other words"),
        pytest.param("This is a song of frogs.", False, id="no verdict"),
        pytest.param("This is the same attempt as ever.", False, id="the same"),
        pytest.param("This is the kind of ditch we like.", True, id="kind"),
        pytest.param("Frogs say this is wrong.", False, id="others' verdict"),
    ],
)
def test_verdict_on_this_is_on_the_step_that_the_article_opens_with(
    words: str, linked: bool
) -> None:
    story = told(
        "Belmark vowed to dredge all canals. Rain fell. Snow fell. Frost came. "
        f"{words} So Avaria said."
    )
    vow = story.say(
        Act.AGREE, "state:BEL", None, "to dredge all canals", cue="vowed", source="Belmark"
    )
    answer = story.say(Act.ASSERT, "state:AVA", None, words, cue="said", source="Avaria")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, vow) in found) is linked


@pytest.mark.parametrize(
    ("sentence", "source", "linked"),
    [
        pytest.param("Avaria called it a swindle.", "Avaria", True, id="called it"),
        pytest.param("It called it a swindle.", "It", False, id="a pronoun"),
        pytest.param("Of the flood Avaria called it a swindle.", "Avaria", False, id="of more"),
    ],
)
def test_what_is_called_something_is_the_step_or_deed_that_the_article_opens_with(
    sentence: str, source: str, linked: bool
) -> None:
    story = told(
        f"Belmark imposed new tolls. Rain fell. Snow fell. Frost came. Ice broke. {sentence}"
    )
    deed = story.happen(EventType.COERCE, "state:BEL", "Belmark imposed new tolls")
    answer = story.say(Act.ASSERT, "state:AVA", None, "a swindle", cue="called it", source=source)
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, deed) in found) is linked


@pytest.mark.parametrize(
    ("act", "cue", "content", "linked"),
    [
        pytest.param(Act.AGREE, "vowed", "that the canals will close", True, id="vows"),
        pytest.param(Act.AGREE, "agreed", "that the canals stink", False, id="is of a mind"),
        pytest.param(Act.AGREE, "agreed", "to close the canals", True, id="agrees to do it"),
        pytest.param(Act.DEMAND, "wanted", "the canals to close", False, id="only wants it"),
    ],
)
def test_opinion_or_wish_is_no_step(act: Act, cue: str, content: str, linked: bool) -> None:
    story = told(f"Belmark {cue} {content}. Rain fell. Avaria derided the plan. Fog lay.")
    first = story.say(act, "state:BEL", None, content, cue=cue, source="Belmark")
    answer = story.say(Act.CRITICISE, "state:AVA", None, "the plan", cue="derided", source="Avaria")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, first) in found) is linked
