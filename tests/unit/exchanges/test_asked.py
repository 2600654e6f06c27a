"""Questions with what was said to them, and words that are said not to be so."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("cue", "question", "between", "whom", "linked"),
    [
        pytest.param("asked", "whether the lock leaks", "", "per:tarn", True, id="whether"),
        pytest.param("asked", "about when boats can pass", "", "per:tarn", True, id="about when"),
        pytest.param("asked", "“Does the lock leak?”", "", "per:tarn", True, id="question mark"),
        pytest.param("asked", "for new gates", "", "per:tarn", False, id="no question"),
        pytest.param("said", "why the lock leaks", "", "per:tarn", False, id="told"),
        pytest.param("asked", "whether the lock leaks", "", "state:CYR", False, id="of another"),
        pytest.param(
            "asked", "whether the lock leaks", "Rain fell. Snow fell. ", "per:tarn", False, id="far"
        ),
    ],
)
def test_who_was_asked_answers_what_he_was_asked(
    cue: str, question: str, between: str, whom: str, linked: bool
) -> None:
    story = told(f"Avaria {cue} Tarn {question}. {between}Tarn said that mud settled.")
    asked = story.say(Act.ASSERT, "state:AVA", whom, question, cue=cue, source="Avaria")
    story.say(Act.ASSERT, "per:tarn", None, "that mud settled", cue="said", source="Tarn")
    found = [(link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(asked, Relation.ANSWERS)] if linked else [])


@pytest.mark.parametrize(
    ("asked", "linked"),
    [
        pytest.param("when asked whether the lock leaks", True, id="when asked"),
        pytest.param("and asked whether the lock leaks", False, id="he asks"),
    ],
)
def test_what_is_said_before_when_asked_answers_too(asked: str, linked: bool) -> None:
    story = told(f"Tarn gave a firm “yes” {asked}.")
    story.say(Act.ASSERT, "per:tarn", None, "yes", cue="gave", source="Tarn")
    question = story.say(Act.ASSERT, None, None, "whether the lock leaks", cue="asked")
    found = [(link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(question, Relation.ANSWERS)] if linked else [])


def test_nobody_denies_a_question() -> None:
    story = told("Avaria asked Tarn whether the lock leaks. Tarn denied that it did.")
    asked = story.say(
        Act.ASSERT, "state:AVA", "per:tarn", "whether the lock leaks", cue="asked", source="Avaria"
    )
    story.say(Act.DENY, "per:tarn", None, "that it did", cue="denied", source="Tarn")
    (link,) = link_within(story.record())
    assert (link.answered, link.relation) == (asked, Relation.ANSWERS)


@pytest.mark.parametrize(
    ("words", "first", "linked"),
    [
        pytest.param("that was never the case", Act.ASSERT, True, id="never the case"),
        pytest.param("this is simply untrue", Act.PREDICT, True, id="untrue"),
        pytest.param("“It’s a lie”", Act.ACCUSE, True, id="a lie"),
        pytest.param("such claims are baseless", Act.ASSERT, True, id="such claims"),
        pytest.param("that was true", Act.ASSERT, False, id="true"),
        pytest.param("the lock was never closed", Act.ASSERT, False, id="another thing"),
        pytest.param("that was never the case", Act.DEMAND, False, id="a demand is never false"),
    ],
)
def test_what_is_said_not_to_be_so_is_what_another_said_just_before(
    words: str, first: Act, linked: bool
) -> None:
    story = told(f"Avaria said that boats sank. Tarn said {words}.")
    before = story.say(first, "state:AVA", None, "that boats sank", cue="said", source="Avaria")
    story.say(Act.ASSERT, "per:tarn", None, words, cue="said", source="Tarn")
    found = [(link.answered, link.relation, link.explicit) for link in link_within(story.record())]
    assert found == ([(before, Relation.DENIES, True)] if linked else [])


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        pytest.param("While many guess that boats sank, Tarn said {}.", True, id="in the sentence"),
        pytest.param("Many guess that boats sank. Tarn said {}.", False, id="in the one before"),
    ],
)
def test_what_nobody_named_says_is_not_so_in_the_same_sentence(text: str, linked: bool) -> None:
    words = "that was never the case"
    story = told(text.format(words))
    before = story.say(Act.ASSERT, None, None, "that boats sank", cue="guess")
    story.say(Act.ASSERT, "per:tarn", None, words, cue="said", source="Tarn")
    found = [link.answered for link in link_within(story.record())]
    assert found == ([before] if linked else [])


@pytest.mark.parametrize(
    ("lead", "linked"),
    [
        pytest.param("Asked whether the lock leaks, Tarn", True, id="whoever speaks next"),
        pytest.param("But when asked whether the lock leaks, Tarn", True, id="but when"),
        pytest.param("Tarn, asked whether the lock leaks,", True, id="set between"),
        pytest.param(
            "Tarn was asked whether the lock leaks. Tarn", True, id="who is named before the cue"
        ),
        pytest.param(
            "Belmark was asked whether the lock leaks. Tarn", False, id="another is named there"
        ),
    ],
)
def test_who_is_asked_is_named_before_or_speaks_next(lead: str, linked: bool) -> None:
    story = told(f"It rained. {lead} said that mud settled.")
    cue = next(cue for cue in ("was asked", "asked", "Asked") if cue in lead)
    asked = story.say(Act.ASSERT, None, None, "whether the lock leaks", cue=cue)
    story.say(Act.ASSERT, "per:tarn", None, "that mud settled", cue="said", source="Tarn")
    found = [link.answered for link in link_within(story.record())]
    assert found == ([asked] if linked else [])
