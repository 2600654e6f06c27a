"""Criticism that tells the words which it is of."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("act", "about", "told_act", "linked"),
    [
        pytest.param(Act.CRITICISE, "per:vey", Act.ASSERT, True, id="criticised"),
        pytest.param(Act.CRITICISE, "per:vey", Act.OFFER, True, id="for an offer"),
        pytest.param(Act.CRITICISE, "per:vey", Act.CRITICISE, False, id="for a mood"),
        pytest.param(Act.CRITICISE, "per:orlin", Act.ASSERT, False, id="another"),
        pytest.param(Act.ASSERT, "per:vey", Act.ASSERT, False, id="only told"),
    ],
)
def test_who_is_criticised_is_answered_in_the_words_told_of_him(
    act: Act, about: str, told_act: Act, linked: bool
) -> None:
    story = told("Tarn said: Vey says that he will run the mint like his bakery. Heaven help us.")
    words = "Vey says that he will run the mint like his bakery. Heaven help us"
    outer = story.say(act, "per:tarn", about, words, cue="said", source="Tarn")
    inner = story.say(
        told_act,
        "per:vey",
        None,
        "he will run the mint like his bakery",
        cue="says",
        source="Vey",
        parent=outer,
    )
    found = {(link.answer, link.answered, link.relation) for link in link_within(story.record())}
    assert ((outer, inner, Relation.ANSWERS) in found) is linked


@pytest.mark.parametrize(
    ("cue", "content", "linked"),
    [
        pytest.param("says", "the mint is a bakery", True, id="says"),
        pytest.param("thinks", "the mint is a bakery", False, id="only thinks"),
        pytest.param("says", "so", False, id="nothing"),
    ],
)
def test_only_words_that_were_said_are_answered(cue: str, content: str, linked: bool) -> None:
    words = f"Vey {cue} {content}, which is folly"
    story = told(f"Tarn said: {words}.")
    outer = story.say(Act.CRITICISE, "per:tarn", "per:vey", words, cue="said", source="Tarn")
    inner = story.say(Act.ASSERT, "per:vey", None, content, cue=cue, source="Vey", parent=outer)
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((outer, inner) in found) is linked
