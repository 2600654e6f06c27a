"""Suits, charges, firings and rulings that somebody speaks of by their nouns."""

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("deed", "words", "linked"),
    [
        pytest.param("sued the harbour", "the lawsuit was without merit", True, id="suit"),
        pytest.param("filed a suit", "the legal challenge would fail", True, id="challenge"),
        pytest.param("indicted the pilots", "these charges have nothing to do with him", True,
                     id="charges"),
        pytest.param("fired its pilot", "that the firing of the pilot was an error", True,
                     id="firing"),
        pytest.param("arrested the pilot", "his arrest was a spectacle", True, id="arrest"),
        pytest.param("arrested the pilot", "the lawsuit was without merit", False,
                     id="another deed"),
        pytest.param("sued the harbour", "boats rot while the lawsuit was pending", False,
                     id="not what it is about"),
        pytest.param("sued the harbour", "the lawsuit", False, id="nothing said of it"),
        pytest.param("sued the harbour", "Mud settled. We believe this suit is a joke", True,
                     id="in a later sentence"),
        pytest.param("sued the harbour", "I am not sure filing a lawsuit is wise", True,
                     id="filing one"),
        pytest.param("sued the harbour", "the lawsuit was filed on Monday", False,
                     id="a mere report"),
    ],
)  # fmt: skip
def test_who_speaks_of_a_suit_or_a_charge_answers_the_deed(
    deed: str, words: str, linked: bool
) -> None:
    story = told(f"Belmark {deed}. Rain fell. Avaria said {words}.")
    done = story.happen(EventType.ACCUSE, "state:BEL", deed)
    story.say(Act.ASSERT, "state:AVA", None, words, cue="said", source="Avaria")
    found = [(link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(done, Relation.ANSWERS)] if linked else [])


@pytest.mark.parametrize(
    ("act", "cue", "relation"),
    [
        pytest.param(Act.SUPPORT, "praised", Relation.SUPPORTS, id="praises it"),
        pytest.param(Act.CRITICISE, "derided", Relation.ANSWERS, id="criticises it"),
        pytest.param(Act.ACCUSE, "announced", None, id="brings it"),
    ],
)
def test_suit_that_is_judged_needs_nothing_more_said_of_it(
    act: Act, cue: str, relation: Relation | None
) -> None:
    story = told(f"Belmark sued the harbour. Rain fell. Avaria {cue} the lawsuit.")
    done = story.happen(EventType.ACCUSE, "state:BEL", "sued the harbour")
    story.say(act, "state:AVA", None, "the lawsuit", cue=cue, source="Avaria")
    found = [(link.answered, link.relation) for link in link_within(story.record())]
    assert found == ([(done, relation)] if relation else [])


def test_nobody_answers_his_own_suit() -> None:
    story = told("Belmark sued the harbour. Rain fell. Belmark said the lawsuit was just.")
    story.happen(EventType.ACCUSE, "state:BEL", "sued the harbour")
    story.say(Act.ASSERT, "state:BEL", None, "the lawsuit was just", cue="said", source="Belmark")
    assert link_within(story.record()) == ()


@pytest.mark.parametrize(
    ("source", "linked"),
    [pytest.param("The complaint", True, id="in the suit"), pytest.param("Tarn", False, id="not")],
)
def test_suit_that_nobody_files_is_meant_by_what_stands_in_it(source: str, linked: bool) -> None:
    story = told(f"{source} says that the dam leaks. Rain fell. Avaria said the suit was a joke.")
    words = story.say(
        Act.ACCUSE, None if linked else "per:tarn", None, "that the dam leaks", cue="says",
        source=source,
    )  # fmt: skip
    story.say(Act.ASSERT, "state:AVA", None, "the suit was a joke", cue="said", source="Avaria")
    found = [link.answered for link in link_within(story.record())]
    assert found == ([words] if linked else [])


@pytest.mark.parametrize(
    ("act", "words", "linked"),
    [
        pytest.param(Act.DEMAND, "the League to withdraw its resolution", True, id="withdraw"),
        pytest.param(Act.AGREE, "to fight against the resolution", True, id="against"),
        pytest.param(Act.CRITICISE, "he was dismayed by the resolution", True, id="feels"),
        pytest.param(Act.ASSERT, "boats rot beside the resolution", False, id="not about it"),
        pytest.param(Act.CRITICISE, "copies of the resolution were late", False, id="part of it"),
    ],
)
def test_what_somebody_is_told_to_do_is_a_deed_too(act: Act, words: str, linked: bool) -> None:
    story = told(
        f"Belmark passed a resolution that mud harms boats. Rain fell. Avaria said {words}."
    )
    deed = story.say(
        Act.ASSERT, "state:BEL", None, "that mud harms boats", cue="passed a resolution",
        source="Belmark",
    )  # fmt: skip
    story.say(act, "state:AVA", None, words, cue="said", source="Avaria")
    found = [link.answered for link in link_within(story.record()) if link.explicit]
    assert found == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("The jurors said Tarn was indicted.", True, id="opens the article"),
        pytest.param("The jurors said Tarn was tired.", False, id="another matter"),
        pytest.param("The jurors said this indictment is old.", False, id="spoken of as known"),
        pytest.param(
            "Fog lay. Mud dried. Ice broke. The jurors said Tarn was indicted.",
            False,
            id="is told late",
        ),
    ],
)
def test_deed_of_law_may_be_what_the_opening_words_tell(words: str, linked: bool) -> None:
    story = told(f"{words} Rain fell. Avaria derided the prosecution.")
    story.actor("grp:jurors", "The jurors")
    content = words.split("said ")[1].rstrip(".")
    first = story.say(Act.ASSERT, "grp:jurors", None, content, cue="said", source="The jurors")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the prosecution", cue="derided", source="Avaria"
    )
    found = {(link.answer, link.answered) for link in link_within(story.record())}
    assert ((answer, first) in found) is linked
