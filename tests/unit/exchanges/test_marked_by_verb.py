"""Answers shown by what a speaker does before he speaks, or by what he calls the words."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


def answered(story: Story, answer: StatementId) -> list[tuple[str, Relation, bool]]:
    found = [link for link in link_within(story.record()) if link.answer == answer]
    return [(link.answered, link.relation, link.explicit) for link in found]


@pytest.mark.parametrize(
    ("source", "speaker", "verb", "linked"),
    [
        pytest.param("Vey", "per:vey", "fired back on Tuesday", True, id="fired back"),
        pytest.param("Vey", "per:vey", "later pushed back", True, id="pushed back"),
        pytest.param("A clerk", None, "hit back", True, id="by nobody who is named"),
        pytest.param("Vey", "per:vey", "wrote back", False, id="another verb"),
        pytest.param("Vey", "per:vey", "met a man who hit back", False, id="of another"),
        pytest.param("Vey", "per:vey", "pushed back the meeting", False, id="of another thing"),
    ],
)
def test_verb_before_the_cue_marks_the_reply(
    source: str, speaker: str | None, verb: str, linked: bool
) -> None:
    story = told(
        f"Tarn said that any barber could run the port. {source} {verb}, telling us that Tarn "
        "could not swim."
    )
    story.actor("per:vey", "Vey")
    first = story.say(
        Act.ASSERT, "per:tarn", None, "that any barber could run the port", cue="said",
        source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.ASSERT, speaker, "per:tarn", "that Tarn could not swim", cue="telling", source=source
    )
    found = answered(story, answer)
    assert found == ([(first, Relation.ANSWERS, True)] if linked else [])


def test_nobody_replies_to_whom_he_does_not_speak_of() -> None:
    story = told(
        "Tarn said that any barber could run the port. A clerk hit back, telling us that the plan "
        "was sound."
    )
    story.say(
        Act.ASSERT, "per:tarn", None, "that any barber could run the port", cue="said",
        source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.ASSERT, None, None, "that the plan was sound", cue="telling", source="A clerk"
    )
    assert answered(story, answer) == []


@pytest.mark.parametrize(
    ("joined", "linked"),
    [
        pytest.param("also joined Tarn in asking", True, id="joined him"),
        pytest.param("joined with Tarn in asking", False, id="both at once"),
        pytest.param("joined a club before asking", False, id="nobody"),
    ],
)
def test_who_joins_somebody_supports_his_words(joined: str, linked: bool) -> None:
    story = told(
        f"Tarn demanded that the ledger be opened. Vey {joined} the port to show its ledger."
    )
    story.actor("per:vey", "Vey")
    first = story.say(
        Act.DEMAND, "per:tarn", None, "that the ledger be opened", cue="demanded", source="Tarn"
    )
    answer = story.say(
        Act.DEMAND, "per:vey", None, "the port to show its ledger", cue="asking", source="Vey"
    )
    found = answered(story, answer)
    assert found == ([(first, Relation.SUPPORTS, True)] if linked else [])


@pytest.mark.parametrize(
    ("asked", "act", "linked"),
    [
        pytest.param("the opening of the old ledger", Act.DEMAND, True, id="asked alike"),
        pytest.param("the closing of the harbour", Act.DEMAND, False, id="of another matter"),
        pytest.param("the opening of the old ledger", Act.PREDICT, False, id="not asked"),
    ],
)
def test_also_takes_up_what_another_asked_in_like_words(asked: str, act: Act, linked: bool) -> None:
    story = told(f"Tarn called for the old ledger to be opened. Vey also urged {asked}.")
    story.actor("per:vey", "Vey")
    first = story.say(
        Act.DEMAND, "per:tarn", None, "the old ledger to be opened", cue="called for",
        source="Tarn",
    )  # fmt: skip
    answer = story.say(act, "per:vey", None, asked, cue="also urged", source="Vey")
    found = answered(story, answer)
    assert found == ([(first, Relation.SUPPORTS, True)] if linked else [])


@pytest.mark.parametrize(
    ("first_source", "words", "linked"),
    [
        pytest.param("The bailiff", "the bailiff's remarks", True, id="an office"),
        pytest.param("The bailiff", "the harsh remarks", False, id="nobody's"),
        pytest.param("The bailiff", "the steward's remarks", False, id="another office"),
        pytest.param("The weavers", "the weavers' remarks", True, id="several"),
    ],
)
def test_words_of_whom_nobody_names_are_met_by_his_office(
    first_source: str, words: str, linked: bool
) -> None:
    story = told(
        f"{first_source} said the fair was over. Rain fell. Bells rang. Some left. Carts rolled. "
        f"Tarn condemned {words}."
    )
    first = story.say(Act.ASSERT, None, None, "the fair was over", cue="said", source=first_source)
    answer = story.say(Act.CRITICISE, "per:tarn", None, words, cue="condemned", source="Tarn")
    found = answered(story, answer)
    assert found == ([(first, Relation.ANSWERS, True)] if linked else [])


@pytest.mark.parametrize(
    ("before", "act", "subject", "linked"),
    [
        pytest.param("he would order a levy on salt", Act.INTEND, "such a levy would", True,
                     id="such a levy"),
        pytest.param("he would order a levy on salt", Act.INTEND, "such a steep levy could", True,
                     id="such a steep levy"),
        pytest.param("no levy was planned", Act.ASSERT, "such a levy would", False, id="denied"),
        pytest.param("a levy was a disgrace", Act.CRITICISE, "such a levy would", False,
                     id="judged alike"),
        pytest.param("he would order a levy on salt", Act.INTEND, "such a drought would", False,
                     id="another thing"),
    ],
)  # fmt: skip
def test_such_a_thing_is_what_somebody_means_to_do(
    before: str, act: Act, subject: str, linked: bool
) -> None:
    story = told(f"Tarn said {before}. Vey said that {subject} ruin the weavers.")
    story.actor("per:vey", "Vey")
    first = story.say(act, "per:tarn", None, before, cue="said", source="Tarn")
    answer = story.say(
        Act.PREDICT, "per:vey", None, f"that {subject} ruin the weavers", cue="said", source="Vey"
    )
    found = answered(story, answer)
    assert found == ([(first, Relation.ANSWERS, True)] if linked else [])


@pytest.mark.parametrize(
    ("frame", "linked"),
    [
        pytest.param("In the face of that criticism", True, id="in the face of"),
        pytest.param("In the teeth of that criticism", True, id="in the teeth of"),
        pytest.param("In the shade of that tower", False, id="no words"),
    ],
)
def test_what_is_said_in_the_face_of_criticism_answers_it(frame: str, linked: bool) -> None:
    story = told(f"Sailors called the toll cruel. {frame}, Tarn said that it would be halved.")
    first = story.say(Act.CRITICISE, None, None, "the toll cruel", cue="called", source="Sailors")
    answer = story.say(
        Act.PREDICT, "per:tarn", None, "that it would be halved", cue="said", source="Tarn"
    )
    found = answered(story, answer)
    assert found == ([(first, Relation.ANSWERS, True)] if linked else [])


@pytest.mark.parametrize(
    ("cue", "words", "act", "relation"),
    [
        pytest.param("defended himself against", "that criticism", Act.ASSERT, Relation.ANSWERS,
                     id="defended himself against"),
        pytest.param("pushed back hard against", "that criticism", Act.DENY, Relation.DENIES,
                     id="pushed back hard against"),
        pytest.param("called", "the letter a joke", Act.CRITICISE, Relation.ANSWERS,
                     id="a letter"),
        pytest.param("distanced himself from", "that criticism", Act.ASSERT, Relation.ANSWERS,
                     id="distanced himself from"),
        pytest.param("pushed back against", "the sour story", Act.DENY, Relation.DENIES,
                     id="a story"),
        pytest.param("echoed", "that sentiment", Act.SUPPORT, Relation.SUPPORTS, id="a sentiment"),
        pytest.param("cannot accept", "that criticism", Act.REFUSE, Relation.REFUSES,
                     id="cannot accept"),
    ],
)  # fmt: skip
def test_nouns_and_verbs_of_answering(cue: str, words: str, act: Act, relation: Relation) -> None:
    story = told(f"Sailors called the toll cruel. Tarn {cue} {words}.")
    first = story.say(Act.CRITICISE, None, None, "the toll cruel", cue="called", source="Sailors")
    answer = story.say(act, "per:tarn", None, words, cue=cue, source="Tarn")
    assert answered(story, answer) == [(first, relation, True)]


@pytest.mark.parametrize(
    ("frame", "linked"),
    [
        pytest.param("For the same reason", True, id="for the same reason"),
        pytest.param("In a similar vein", True, id="in a similar vein"),
        pytest.param("For a good reason", False, id="for a reason of his own"),
    ],
)
def test_who_does_it_for_the_same_reason_supports_who_gave_it(frame: str, linked: bool) -> None:
    story = told(f"Sailors opposed the toll for its cost. {frame}, Tarn withdrew his support.")
    first = story.say(
        Act.REFUSE, None, None, "the toll for its cost", cue="opposed", source="Sailors"
    )
    answer = story.say(Act.REFUSE, "per:tarn", None, "his support", cue="withdrew", source="Tarn")
    found = answered(story, answer)
    assert found == ([(first, Relation.SUPPORTS, True)] if linked else [])
