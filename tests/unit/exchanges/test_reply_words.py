"""Ways to say that somebody answers: he agrees, differs, judges who spoke or what was ruled."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act


def links_of(story: Story, answer: StatementId) -> list[Link]:
    return [link for link in link_within(story.record()) if link.answer == answer]


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act", "relation"),
    [
        pytest.param(
            'Tarn was quick to hit back. "The canal is dry," Tarn said.', "The canal is dry",
            "said", Act.ASSERT, Relation.ANSWERS, id="a sentence that only says so",
        ),
        pytest.param(
            "Tarn was less optimistic, calling the canal dry.", "the canal dry", "calling",
            Act.CRITICISE, Relation.CONTRADICTS, id="less optimistic",
        ),
        pytest.param(
            "Tarn put the number at two hundred.", "the number at two hundred", "put", Act.ASSERT,
            Relation.CONTRADICTS, id="put the number at",
        ),
        pytest.param(
            "Tarn voiced the same suspicion.", "the same suspicion", "voiced", Act.ASSERT,
            Relation.SUPPORTS, id="the same suspicion",
        ),
        pytest.param(
            "Tarn said he did not share that view.", "he did not share that view", "said",
            Act.ASSERT, Relation.CONTRADICTS, id="did not share",
        ),
        pytest.param(
            "Tarn echoed that view.", "that view", "echoed", Act.SUPPORT, Relation.SUPPORTS,
            id="echoed that view",
        ),
        pytest.param(
            "Tarn laughed off the suggestion.", "the suggestion", "laughed off", Act.DENY,
            Relation.DENIES, id="laughed off",
        ),
        pytest.param(
            "Tarn said he rejected the claim.", "he rejected the claim", "said", Act.DENY,
            Relation.DENIES, id="he rejected",
        ),
        pytest.param(
            "Tarn brushed the criticism aside, saying it was fabricated.", "it was fabricated",
            "saying", Act.DENY, Relation.DENIES, id="it was fabricated",
        ),
    ],
)  # fmt: skip
def test_reply_words_lead_to_what_was_just_said(
    sentence: str, content: str, cue: str, act: Act, relation: Relation
) -> None:
    story = told(f"Avaria said that fifty boats had passed the canal. {sentence}")
    first = story.say(
        Act.ASSERT, "state:AVA", None, "that fifty boats had passed the canal", cue="said",
        source="Avaria",
    )  # fmt: skip
    answer = story.say(act, "per:tarn", None, content, cue=cue, source="Tarn")
    (link,) = links_of(story, answer)
    assert (link.answered, link.relation) == (first, relation)


@pytest.mark.parametrize(
    ("cue", "noun", "linked"),
    [
        pytest.param("ruled", "ruling", True, id="ruling"),
        pytest.param("voted", "decision", True, id="decision"),
        pytest.param("ordered", "order", True, id="order"),
        pytest.param("sang", "order", False, id="nobody ruled"),
    ],
)
def test_noun_is_of_the_verb_that_was_told(cue: str, noun: str, linked: bool) -> None:
    story = told(f"A judge {cue} that the canal be drained. Avaria denounced the {noun}.")
    first = story.say(Act.DEMAND, None, None, "that the canal be drained", cue=cue,
                      source="A judge")  # fmt: skip
    answer = story.say(Act.CRITICISE, "state:AVA", None, f"the {noun}", cue="denounced",
                       source="Avaria")  # fmt: skip
    assert [link.answered for link in links_of(story, answer)] == ([first] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("it did not", True, id="it did not"),
        pytest.param("This is nonsense", True, id="nonsense"),
        pytest.param("the legitimacy of the council", False, id="no claim"),
    ],
)
def test_bare_denial_is_of_the_last_words(words: str, linked: bool) -> None:
    story = told(f"Guards say the miners burned the bridge. Of that the union said: {words}.")
    charge = story.say(Act.ASSERT, None, None, "the miners burned the bridge", cue="say",
                       source="Guards")  # fmt: skip
    answer = story.say(Act.DENY, None, None, words, cue="said", source="the union")
    assert [link.answered for link in links_of(story, answer)] == ([charge] if linked else [])


@pytest.mark.parametrize(
    ("clause", "linked"),
    [
        pytest.param("after the shelling of the harbour", True, id="when it was asked for"),
        pytest.param(
            "of the guard, which was raised after the shelling of the harbour", False,
            id="of something else",
        ),
    ],
)  # fmt: skip
def test_after_dates_the_clause_it_stands_in(clause: str, linked: bool) -> None:
    story = told(f"Avaria demanded the withdrawal {clause}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "the shelling of the harbour")
    end = " of the guard" if "guard" in clause else ""
    answer = story.say(Act.DEMAND, "state:AVA", None, f"the withdrawal{end}", cue="demanded",
                       source="Avaria")  # fmt: skip
    assert [link.answered for link in links_of(story, answer)] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("between", "linked"),
    [
        pytest.param("but", True, id="but"),
        pytest.param("and", False, id="and"),
    ],
)
def test_but_sets_off_voices_without_a_name(between: str, linked: bool) -> None:
    story = told(f"Some miners called the pit safe, {between} Sen. Joren Tarn said it was a trap.")
    one = story.say(Act.ASSERT, None, None, "the pit safe", cue="called", source="Some miners")
    two = story.say(Act.CRITICISE, "per:tarn", None, "it was a trap", cue="said",
                    source="Sen. Joren Tarn")  # fmt: skip
    found = [link.answered for link in links_of(story, two)]
    assert found == ([one] if linked else [])


@pytest.mark.parametrize(
    ("denied", "linked"),
    [
        pytest.param("guards had burned the wooden bridge", True, id="in like words"),
        pytest.param("guards had slept at noon", False, id="of something else"),
    ],
)
def test_unnamed_charge_is_denied_in_like_words(denied: str, linked: bool) -> None:
    story = told(
        "Villagers said the wooden bridge was burned by guards. It rained. The river rose. "
        f"It fell again. A spokesman denied that {denied}."
    )
    charge = story.say(
        Act.ACCUSE, None, None, "the wooden bridge was burned by guards", cue="said",
        source="Villagers",
    )  # fmt: skip
    answer = story.say(Act.DENY, None, None, f"that {denied}", cue="denied", source="A spokesman")
    found = [(link.answered, link.explicit) for link in links_of(story, answer)]
    assert found == ([(charge, False)] if linked else [])


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act", "linked"),
    [
        pytest.param(
            "Avaria called the article absurd.", "the article absurd", "called", Act.CRITICISE,
            True, id="article",
        ),
        pytest.param(
            "Avaria denied the report.", "the report", "denied", Act.DENY, True, id="report",
        ),
        pytest.param(
            "Avaria called Tarn to express concerns.", "Tarn to express concerns", "called",
            Act.ASSERT, False, id="called somebody up",
        ),
        pytest.param(
            "Avaria met at Tarn's request.", "at Tarn's request", "met", Act.ASSERT, False,
            id="what asks nothing is no request",
        ),
    ],
)  # fmt: skip
def test_noun_says_what_words_are_meant(
    sentence: str, content: str, cue: str, act: Act, linked: bool
) -> None:
    story = told(f"The canal is dry, according to Tarn. {sentence}")
    first = story.say(Act.ASSERT, "per:tarn", None, "The canal is dry", cue="according to",
                      source="Tarn")  # fmt: skip
    answer = story.say(act, "state:AVA", None, content, cue=cue, source="Avaria")
    assert [link.answered for link in links_of(story, answer)] == ([first] if linked else [])


def test_decision_may_be_known_from_who_judged_it_first() -> None:
    story = told(
        "Critics deplored Belmark's decision to close the harbour. It rained. The sea rose. "
        "Avaria called the decision a lost chance."
    )
    first = story.say(
        Act.CRITICISE, None, "state:BEL", "Belmark's decision to close the harbour",
        cue="deplored", source="Critics",
    )  # fmt: skip
    told_in = story.happen(
        EventType.SANCTION, "state:BEL", "Belmark's decision to close the harbour"
    )
    story.events[-1] = replace(story.events[-1], asserted_by=first)
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the decision a lost chance", cue="called",
        source="Avaria",
    )  # fmt: skip
    assert [link.answered for link in links_of(story, answer)] == [told_in]


def test_something_that_is_denied_is_what_was_just_told() -> None:
    story = told("Avaria said that Tarn burned the bridge, something Tarn denies.")
    charge = story.say(
        Act.ASSERT, "state:AVA", "per:tarn", "that Tarn burned the bridge", cue="said",
        source="Avaria",
    )  # fmt: skip
    answer = story.say(Act.DENY, "per:tarn", None, "something", cue="denies", source="Tarn")
    (link,) = links_of(story, answer)
    assert (link.answered, link.relation) == (charge, Relation.DENIES)
