"""Answers that the text marks: charges sent back, replies, announcing sentences, judged deeds."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act


def marked(story: Story, answer: StatementId) -> list[Link]:
    return [link for link in link_within(story.record()) if link.answer == answer and link.explicit]


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act", "relation", "evidence"),
    [
        pytest.param(
            "Avaria accused Belmark in turn of digging trenches.",
            "Belmark in turn of digging trenches", "accused", Act.ACCUSE,
            Relation.COUNTERS, "in turn", id="in turn",
        ),
        pytest.param(
            "Avaria levelled the same charge at Belmark.", "at Belmark",
            "levelled the same charge", Act.ACCUSE, Relation.COUNTERS, "the same charge",
            id="the same charge",
        ),
        pytest.param(
            "Avaria retorted that Belmark should count its own tanks.",
            "Belmark should count its own tanks", "retorted", Act.DEMAND, Relation.ANSWERS,
            "retorted", id="retorted",
        ),
    ],
)  # fmt: skip
def test_blow_goes_back_to_who_struck(
    sentence: str, content: str, cue: str, act: Act, relation: Relation, evidence: str
) -> None:
    story = told(f"Belmark said that Avaria moves artillery by night. {sentence}")
    first = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria moves artillery by night", cue="said",
        source="Belmark",
    )  # fmt: skip
    answer = story.say(act, "state:AVA", "state:BEL", content, cue=cue, source="Avaria")
    (link,) = marked(story, answer)
    assert (link.answered, link.relation) == (first, relation)
    assert link.evidence is not None
    assert link.evidence.text_of(story.text) == evidence


def test_offer_is_refused_by_a_mere_pronoun() -> None:
    story = told("Avaria offered seats in its council, but these were rejected.")
    offer = story.say(
        Act.OFFER, "state:AVA", "state:BEL", "seats in its council", cue="offered", source="Avaria"
    )
    refusal = story.say(Act.REFUSE, None, None, "these", cue="were rejected")
    (link,) = marked(story, refusal)
    assert (link.answered, link.relation) == (offer, Relation.REFUSES)


def _mocked(opening: str) -> tuple[Story, StatementId, StatementId]:
    story = told(f"Avaria needs no lessons, the ministry said. {opening} who mocked the canal.")
    answer = story.say(
        Act.ASSERT, "gov:AVA-defence", None, "Avaria needs no lessons", cue="said",
        source="the ministry",
    )  # fmt: skip
    mocking = story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "the canal", cue="mocked", source="who"
    )
    return story, answer, mocking


@pytest.mark.parametrize(
    ("opening", "linked"),
    [
        pytest.param("It was responding to Tarn,", True, id="pronoun"),
        pytest.param("The Avarian Defence Ministry was reacting to Tarn,", True, id="name"),
        pytest.param("It was not responding to Tarn,", False, id="negated"),
        pytest.param("It had heard of Tarn,", False, id="no answer"),
    ],
)
def test_sentence_announces_the_answer(opening: str, linked: bool) -> None:
    story, answer, mocking = _mocked(opening)
    links = marked(story, answer)
    assert [link.answered for link in links] == ([mocking] if linked else [])


@pytest.mark.parametrize(
    ("sentence", "content", "cue", "act"),
    [
        pytest.param(
            "Avaria condemned the shelling of the harbour.", "the shelling of the harbour",
            "condemned", Act.CRITICISE, id="condemned",
        ),
        pytest.param(
            "Avaria was outraged by the shelling of the harbour.", "the shelling of the harbour",
            "was outraged by", Act.CRITICISE, id="agent after a participle",
        ),
        pytest.param(
            "Avaria linked the shelling of the harbour to smugglers.",
            "the shelling of the harbour to smugglers", "linked", Act.ACCUSE, id="linked",
        ),
        pytest.param(
            "Avaria demanded an end to the shelling of the harbour.",
            "an end to the shelling of the harbour", "demanded", Act.DEMAND, id="remedy",
        ),
        pytest.param(
            "Since the shelling of the harbour Avaria has demanded safe passage.", "safe passage",
            "has demanded", Act.DEMAND, id="since",
        ),
    ],
)  # fmt: skip
def test_judged_deed_is_answered(sentence: str, content: str, cue: str, act: Act) -> None:
    story = told(sentence)
    deed = story.happen(EventType.ASSAULT, "state:BEL", "the shelling of the harbour")
    answer = story.say(act, "state:AVA", None, content, cue=cue, source="Avaria")
    (link,) = marked(story, answer)
    assert (link.answered, link.relation) == (deed, Relation.ANSWERS)


def test_deed_that_is_merely_told_is_not_answered() -> None:
    story = told("Avaria said that the shelling of the harbour lasted an hour.")
    story.happen(EventType.ASSAULT, "state:BEL", "the shelling of the harbour")
    story.say(
        Act.ASSERT, "state:AVA", None, "the shelling of the harbour lasted an hour", cue="said",
        source="Avaria",
    )  # fmt: skip
    assert link_within(story.record()) == ()


def test_adjective_of_a_noun_is_its_owner_only_if_it_may_speak() -> None:
    story = told(
        "Tarn said that Avaria hires Redcap fighters. Avaria rejected the Redcap charge in full."
    )
    story.actor("grp:redcap", "Redcap")
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hires Redcap fighters", cue="said",
        source="Tarn",
    )  # fmt: skip
    denial = story.say(
        Act.DENY, "state:AVA", "per:tarn", "the Redcap charge in full", cue="rejected",
        source="Avaria",
    )  # fmt: skip
    assert [(link.answered, link.relation) for link in marked(story, denial)] == [
        (claim, Relation.DENIES)
    ]


def test_of_several_offers_of_one_side_the_last_mediates() -> None:
    story = told(
        "Avaria said that Belmark robs drivers. Cyrland proposed itself as a go-between for Avaria "
        "and Belmark. Cyrland offered to mediate."
    )
    charge = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark robs drivers", cue="said", source="Avaria"
    )
    story.say(
        Act.OFFER, "state:CYR", None, "itself as a go-between for Avaria and Belmark",
        cue="proposed", source="Cyrland",
    )  # fmt: skip
    offer = story.say(Act.OFFER, "state:CYR", None, "to mediate", cue="offered", source="Cyrland")
    mediating = [
        (link.answer, link.answered)
        for link in link_within(story.record())
        if link.relation is Relation.MEDIATES
    ]
    assert mediating == [(offer, charge)]
