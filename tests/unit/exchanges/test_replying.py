"""Replies without an object, words taken up by a bare noun, anonymous voices, deeds beside them."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act


def answers(story: Story, answer: StatementId) -> list[Link]:
    return [link for link in link_within(story.record()) if link.answer == answer and link.explicit]


def evidence(story: Story, link: Link) -> str:
    assert link.evidence is not None
    return link.evidence.text_of(story.text)


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act", "relation", "marks"),
    [
        pytest.param(
            "In response, Avaria said it would count its tanks.", "it would count its tanks",
            "said", Act.INTEND, Relation.ANSWERS, "In response", id="in response",
        ),
        pytest.param(
            "Avaria begged to differ, saying the border was calm.", "the border was calm",
            "saying", Act.ASSERT, Relation.CONTRADICTS, "begged to differ", id="begged to differ",
        ),
        pytest.param(
            "Avaria painted a different picture, saying the border was calm.",
            "the border was calm", "saying", Act.ASSERT, Relation.CONTRADICTS,
            "painted a different picture", id="a different picture",
        ),
        pytest.param(
            "Avaria accused Belmark of the same.", "Belmark of the same", "accused", Act.ACCUSE,
            Relation.COUNTERS, "of the same", id="the same",
        ),
        pytest.param(
            "Avaria scoffed at the accusation.", "the accusation", "scoffed at", Act.CRITICISE,
            Relation.ANSWERS, "scoffed at the accusation", id="the accusation",
        ),
        pytest.param(
            "Avaria took issue with that view.", "that view", "took issue with", Act.DENY,
            Relation.DENIES, "took issue with that view", id="that view",
        ),
        pytest.param(
            "Avaria said the comparison was outrageous.", "the comparison was outrageous", "said",
            Act.CRITICISE, Relation.ANSWERS, "outrageous", id="judged words",
        ),
        pytest.param(
            "Avaria attacked Belmark for its remarks.", "Belmark for its remarks", "attacked",
            Act.CRITICISE, Relation.ANSWERS, "attacked Belmark for its remarks", id="its remarks",
        ),
        pytest.param(
            "Contrary to what Belmark says, the border is calm, Avaria insisted.",
            "the border is calm", "insisted", Act.ASSERT, Relation.CONTRADICTS, "Contrary to",
            id="contrary to what it says",
        ),
    ],
)  # fmt: skip
def test_reply_is_to_what_was_just_said(
    sentence: str, content: str, cue: str, act: Act, relation: Relation, marks: str
) -> None:
    story = told(f"Belmark said that Avaria moves artillery by night. {sentence}")
    first = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria moves artillery by night", cue="said",
        source="Belmark",
    )  # fmt: skip
    about = "state:BEL" if "Belmark" in content else None
    answer = story.say(act, "state:AVA", about, content, cue=cue, source="Avaria")
    (link,) = answers(story, answer)
    assert (link.answered, link.relation) == (first, relation)
    assert evidence(story, link) == marks


@pytest.mark.parametrize(
    ("sentence", "content", "cue"),
    [
        pytest.param("Avaria did not respond, but said it was raining.", "it was raining", "said",
                     id="no reply"),
        pytest.param("Avaria said it stood by the same plan.", "it stood by the same plan", "said",
                     id="the same plan"),
        pytest.param("Hours before the accusation Avaria said it was raining.", "it was raining",
                     "said", id="before the words"),
    ],
)  # fmt: skip
def test_what_only_sounds_like_a_reply_is_none(sentence: str, content: str, cue: str) -> None:
    story = told(f"Belmark said that Avaria moves artillery by night. {sentence}")
    story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria moves artillery by night", cue="said",
        source="Belmark",
    )  # fmt: skip
    answer = story.say(Act.ASSERT, "state:AVA", None, content, cue=cue, source="Avaria")
    assert answers(story, answer) == []


@pytest.mark.parametrize(
    ("first", "linked"),
    [
        pytest.param("While", True, id="while"),
        pytest.param("Although", True, id="although"),
        pytest.param("Yesterday", False, id="no contrast"),
    ],
)
def test_clause_of_contrast_sets_two_sides_against_each_other(first: str, linked: bool) -> None:
    story = told(f"{first} Belmark says the bridge is mined, Avaria holds that it is open.")
    one = story.say(
        Act.ASSERT, "state:BEL", None, "the bridge is mined", cue="says", source="Belmark"
    )
    two = story.say(Act.ASSERT, "state:AVA", None, "it is open", cue="holds", source="Avaria")
    found = [(link.answered, link.relation) for link in answers(story, two)]
    assert found == ([(one, Relation.CONTRADICTS)] if linked else [])


@pytest.mark.parametrize(
    ("denial", "content", "cue"),
    [
        pytest.param("The mayor denied this.", "this", "denied", id="this"),
        pytest.param("The mayor denied the reports.", "the reports", "denied", id="the reports"),
        pytest.param(
            "The mayor said the allegations were untrue.", "the allegations were untrue", "said",
            id="untrue",
        ),
    ],
)  # fmt: skip
def test_voices_without_a_name_answer_each_other(denial: str, content: str, cue: str) -> None:
    story = told(f"Residents said that the guards had fired at them. {denial}")
    charge = story.say(
        Act.ACCUSE, None, None, "the guards had fired at them", cue="said", source="Residents"
    )
    answer = story.say(Act.DENY, None, None, content, cue=cue, source="The mayor")
    (link,) = answers(story, answer)
    assert (link.answered, link.relation) == (charge, Relation.DENIES)


def test_one_voice_without_a_name_does_not_answer_itself() -> None:
    story = told("Residents said that the guards had fired at them. The residents denied this.")
    story.say(
        Act.ACCUSE, None, None, "the guards had fired at them", cue="said", source="Residents"
    )
    answer = story.say(Act.DENY, None, None, "this", cue="denied", source="The residents")
    assert answers(story, answer) == []


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act", "relation"),
    [
        pytest.param(
            "Belmark closed the harbour, a step that Avaria called hostile.", "hostile", "called",
            Act.CRITICISE, Relation.ANSWERS, id="a step that",
        ),
        pytest.param(
            "Belmark closed the harbour, a move Avaria welcomed as overdue.", "as overdue",
            "welcomed", Act.SUPPORT, Relation.SUPPORTS, id="a move, welcomed",
        ),
        pytest.param(
            "Belmark closed the harbour. Avaria called it a provocation.", "it a provocation",
            "called", Act.CRITICISE, Relation.ANSWERS, id="it",
        ),
        pytest.param(
            "Belmark closed the harbour. Avaria called the decision a provocation.",
            "the decision a provocation", "called", Act.CRITICISE, Relation.ANSWERS,
            id="the decision",
        ),
        pytest.param(
            "Belmark closed the harbour. Avaria applauded the decision.", "the decision",
            "applauded", Act.SUPPORT, Relation.SUPPORTS, id="applauded",
        ),
        pytest.param(
            "Belmark closed the harbour. In response, Avaria said it would build another.",
            "it would build another", "said", Act.INTEND, Relation.ANSWERS, id="in response",
        ),
        pytest.param(
            "Belmark closed the harbour. Avaria warned that it would respond in kind.",
            "it would respond in kind", "warned", Act.WARN, Relation.ANSWERS, id="in kind",
        ),
    ],
)  # fmt: skip
def test_deed_just_told_is_answered(
    sentence: str, content: str, cue: str, act: Act, relation: Relation
) -> None:
    story = told(sentence)
    deed = story.happen(EventType.SANCTION, "state:BEL", "Belmark closed the harbour")
    answer = story.say(act, "state:AVA", None, content, cue=cue, source="Avaria")
    (link,) = answers(story, answer)
    assert (link.answered, link.relation) == (deed, relation)


def test_printed_spaces_hide_no_words() -> None:
    story = told(
        "Belmark said the bridge is mined. "
        "In\u00a0response\u00a0to\u00a0Belmark, Avaria laughed it off."
    )
    first = story.say(Act.ASSERT, "state:BEL", None, "the bridge is mined", cue="said",
                      source="Belmark")  # fmt: skip
    answer = story.say(Act.CRITICISE, "state:AVA", "state:BEL", "it", cue="laughed",
                       source="Avaria")  # fmt: skip
    assert [link.answered for link in answers(story, answer)] == [first]


@pytest.mark.parametrize(
    ("act", "linked"),
    [
        pytest.param(Act.WARN, True, id="a threat"),
        pytest.param(Act.SUPPORT, False, id="no threat"),
    ],
)
def test_who_would_respond_in_kind_answers_the_threat_before_it(act: Act, linked: bool) -> None:
    story = told("Belmark would close the pass to Avaria, it said. Avaria would respond in kind.")
    threat = story.say(
        act, "state:BEL", "state:AVA", "Belmark would close the pass to Avaria", cue="said",
        source="it",
    )  # fmt: skip
    answer = story.say(Act.WARN, "state:AVA", "state:BEL", "would respond in kind", source="Avaria")
    found = [(link.answer, link.answered) for link in link_within(story.record())]
    assert ((answer, threat) in found) is linked
