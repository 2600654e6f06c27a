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


@pytest.mark.parametrize(
    ("source", "words", "linked"),
    [
        pytest.param("The guild", "opening the sluice", True, id="the guild"),
        pytest.param("Guild elder Orlin", "opening the sluice", True, id="who is of the guild"),
        pytest.param("Bishop Orlin", "opening the sluice", False, id="another"),
        pytest.param("The guild", "the right of the mayor", False, id="no charge"),
    ],
)
def test_denier_means_the_charge_against_his_like(source: str, words: str, linked: bool) -> None:
    story = told(f"Tarn blamed the guild for the flood. {source} denied {words}.")
    story.actor("per:orlin", "Orlin")
    charge = story.say(
        Act.ACCUSE, "per:tarn", None, "the guild for the flood", cue="blamed", source="Tarn"
    )
    speaker = "per:orlin" if "Orlin" in source else None
    denial = story.say(Act.DENY, speaker, None, words, cue="denied", source=source)
    found = {(x.answer, x.answered, x.relation, x.explicit) for x in link_within(story.record())}
    assert ((denial, charge, Relation.DENIES, True) in found) is linked


@pytest.mark.parametrize(
    ("act", "cue", "asked", "words", "linked"),
    [
        pytest.param(Act.DEMAND, "urged", "us to leave", "that they would not", True, id="not"),
        pytest.param(Act.OFFER, "offered", "two crowns", "we cannot accept that", True,
                     id="cannot accept that"),
        pytest.param(Act.ASSERT, "said", "bread was dear", "that they would not", False,
                     id="nothing was asked"),
        pytest.param(Act.DEMAND, "urged", "us to leave", "we will not sell the mill", False,
                     id="another thing"),
    ],
)  # fmt: skip
def test_bare_refusal_turns_down_what_was_just_asked(
    act: Act, cue: str, asked: str, words: str, linked: bool
) -> None:
    story = told(f"Tarn {cue} {asked}. The guild said {words}.")
    first = story.say(act, "per:tarn", None, asked, cue=cue, source="Tarn")
    answer = story.say(Act.REFUSE, None, None, words, cue="said", source="The guild")
    found = {(x.answer, x.answered, x.relation) for x in link_within(story.record())}
    assert ((answer, first, Relation.REFUSES) in found) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("We had nothing to do with it", True, id="with it"),
        pytest.param("We never sold a single loaf of rye", False, id="another thing"),
    ],
)
def test_denial_that_ends_in_it_is_of_the_last_words(words: str, linked: bool) -> None:
    story = told(f"Tarn said that carters broke the bridge. {words}, the cooks said.")
    first = story.say(
        Act.ACCUSE, "per:tarn", None, "that carters broke the bridge", cue="said", source="Tarn"
    )
    denial = story.say(Act.DENY, None, None, words, cue="said", source="the cooks")
    found = {(x.answer, x.answered, x.relation) for x in link_within(story.record())}
    assert ((denial, first, Relation.DENIES) in found) is linked


@pytest.mark.parametrize(
    ("told_first", "between", "linked"),
    [
        pytest.param("charge", 11, True, id="some way before"),
        pytest.param("charge", 12, False, id="long before"),
        pytest.param("denial", 2, True, id="soon after"),
        pytest.param("denial", 3, False, id="long after"),
    ],
)
def test_what_is_told_far_off_is_not_meant_for_what_both_do(
    told_first: str, between: int, linked: bool
) -> None:
    charge, denial = "dug peat on the common at night", "never dug peat on the common"
    parts = [f"Orlin said that Tarn {charge}. ", f"Tarn said that he {denial}. "]
    first, second = parts if told_first == "charge" else reversed(parts)
    story = told("Rain fell. " * 9 + first + "Snow fell. " * between + second)
    story.actor("per:orlin", "Orlin")
    words = f"Tarn {charge}"
    said = story.say(Act.ACCUSE, "per:orlin", "per:tarn", words, cue="said", source="Orlin")
    own = story.say(Act.DENY, "per:tarn", None, f"he {denial}", cue="said", source="Tarn")
    links = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((own, said) in links) is linked
