"""What "but" sets off, and what words a mere noun does not mean."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("first", "second", "source", "between", "linked"),
    [
        pytest.param("the road is open", "none could pass", "Belmark", "", False, id="next to it"),
        pytest.param(
            "the road is open", "no road was cleared", "Belmark", "", True,
            id="next to it, with a word in common",
        ),
        pytest.param("the toll", "it came too late", "Belmark", "", False, id="no clause"),
        pytest.param(
            "the road is open", "no road was cleared", "Belmark", "Snow fell. ", False,
            id="farther, with a word in common",
        ),
        pytest.param(
            "the road is open", "that road was never open", "Belmark", "Snow fell. ", True,
            id="farther, with two",
        ),
        pytest.param(
            "the road is open", "no road was cleared", "drivers", "", False,
            id="of who has no name, with one",
        ),
        pytest.param(
            "the road is open", "that road was never open", "drivers", "", True,
            id="of who has no name, with two",
        ),
    ],
)  # fmt: skip
def test_but_sets_off_words_on_the_same_matter_or_just_before(
    first: str, second: str, source: str, between: str, linked: bool
) -> None:
    story = told(f"Avaria said {first}. {between}But {source} said {second}.")
    before = story.say(Act.ASSERT, "state:AVA", None, first, cue="said", source="Avaria")
    speaker = "state:BEL" if source == "Belmark" else None
    story.say(Act.ASSERT, speaker, None, second, cue="said", source=source)
    found = [(link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(before, Relation.CONTRADICTS)] if linked else [])


@pytest.mark.parametrize(
    ("opponents", "linked"),
    [
        pytest.param(False, False, id="two who have nothing in common"),
        pytest.param(True, True, id="one has spoken of the other"),
    ],
)
def test_but_beside_words_on_something_else_sets_off_opponents(
    opponents: bool, linked: bool
) -> None:
    story = told(
        "Belmark spoke of Avaria. Rain fell. Avaria called the harvest late. "
        "But Belmark spoke of justice for all."
    )
    if opponents:
        story.say(Act.ASSERT, "state:BEL", "state:AVA", "of Avaria", cue="spoke", source="Belmark")
    first = story.say(
        Act.ASSERT, "state:AVA", None, "the harvest late", cue="called", source="Avaria"
    )
    mine = story.say(
        Act.ASSERT, "state:BEL", None, "of justice for all", cue="spoke", source="Belmark"
    )
    found = [link.answered for link in link_within(story.record()) if link.answer == mine]
    assert found == ([first] if linked else [])


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        pytest.param("drivers", True, id="of who has no name"),
        pytest.param("", False, id="nobody's"),
    ],
)
def test_but_in_a_sentence_sets_off_only_what_somebody_says(source: str, linked: bool) -> None:
    story = told(f"{source.capitalize()} deem the road closed, but Avaria says ships can come.")
    first = story.say(Act.ASSERT, None, None, "the road closed", cue="deem",
                      source=source.capitalize())  # fmt: skip
    story.say(Act.ASSERT, "state:AVA", None, "ships can come", cue="says", source="Avaria")
    found = [link.answered for link in link_within(story.record())]
    assert found == ([first] if linked else [])


@pytest.mark.parametrize(
    ("second", "linked"),
    [
        pytest.param("that ships can come", False, id="on something else"),
        pytest.param("that the road is dry", True, id="with a word in common"),
    ],
)
def test_but_sets_off_two_without_a_name_only_on_one_matter(second: str, linked: bool) -> None:
    story = told(f"Drivers deem the road closed, but traders say {second}.")
    first = story.say(Act.ASSERT, None, None, "the road closed", cue="deem", source="Drivers")
    story.say(Act.ASSERT, None, None, second, cue="say", source="traders")
    found = [link.answered for link in link_within(story.record())]
    assert found == ([first] if linked else [])


@pytest.mark.parametrize(
    ("act", "first", "noun", "linked"),
    [
        pytest.param(Act.DEMAND, Act.ASSERT, "report", False, id="speaks of a report"),
        pytest.param(Act.CRITICISE, Act.ASSERT, "report", True, id="judges the report"),
        pytest.param(Act.DEMAND, Act.OFFER, "offer", True, id="the offer is an offer"),
    ],
)
def test_noun_that_is_nobodys_means_words_by_more_than_standing_behind_them(
    act: Act, first: Act, noun: str, linked: bool
) -> None:
    story = told(
        f"Tarn said that wells are dry. Avaria said that this {noun} must be read by all judges."
    )
    before = story.say(first, "per:tarn", None, "wells are dry", cue="said", source="Tarn")
    story.say(
        act, "state:AVA", None, f"that this {noun} must be read by all judges", cue="said",
        source="Avaria",
    )  # fmt: skip
    found = [link.answered for link in link_within(story.record())]
    assert found == ([before] if linked else [])
