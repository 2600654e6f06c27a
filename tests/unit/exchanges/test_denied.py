"""Denials that name nobody's words: what was just told of the denier, and the article's charge."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("words", "between", "linked"),
    [
        pytest.param("Tarn sold the mill", "", True, id="of him"),
        pytest.param("Orlin sold the mill", "", False, id="of another"),
        pytest.param("Tarn sold the mill", "Rain fell. Snow fell. ", False, id="long before"),
    ],
)
def test_denier_means_what_was_just_told_of_him(words: str, between: str, linked: bool) -> None:
    story = told(f"It was reported that {words}. {between}Tarn denied any bargain.")
    story.actor("per:orlin", "Orlin")
    rumour = story.say(Act.ASSERT, None, None, words, cue="was reported", source="It")
    denial = story.say(Act.DENY, "per:tarn", None, "any bargain", cue="denied", source="Tarn")
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((denial, rumour) in found) is linked


@pytest.mark.parametrize(
    ("about", "words", "linked"),
    [
        pytest.param("per:tarn", "was blameless as a lamb", True, id="against him"),
        pytest.param("per:orlin", "was blameless as a lamb", False, id="against another"),
        pytest.param("per:tarn", "he did not", False, id="a bare denial"),
    ],
)
def test_denier_means_the_charge_that_the_article_opens_with(
    about: str, words: str, linked: bool
) -> None:
    story = told(
        "The jury charged Tarn with theft of silver. "
        + "Rain fell all day. " * 14
        + f"Tarn said {words}."
    )
    charge = story.say(
        Act.ACCUSE, None, about, "with theft of silver", cue="charged", source="The jury"
    )
    denial = story.say(Act.DENY, "per:tarn", None, words, cue="said", source="Tarn")
    found = {(link.answer, link.answered, link.relation) for link in link_within(story.record())}
    assert ((denial, charge, Relation.DENIES) in found) is linked
