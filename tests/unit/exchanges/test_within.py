import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

Pair = tuple[str, str, Relation, bool]


def links_of(story: Story) -> list[Link]:
    return list(link_within(story.record()))


def test_denial_of_accusations_that_are_named_only_by_a_noun() -> None:
    story = told(
        "Tarn said that Avaria hides foreign fighters near the border. Many days went by. "
        "In response to accusations that it hides fighters, Avaria declared that its border is "
        "guarded by its own men."
    )
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides foreign fighters near the border",
        cue="said", source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.DENY, "state:AVA", None, "its border is guarded by its own men", cue="declared",
        source="Avaria",
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (answer, claim, Relation.DENIES)
    assert link.explicit
    assert link.evidence is not None
    assert link.evidence.text_of(story.text) == "In response to accusations"


def test_rebuttal_that_recounts_the_claim_denies_the_nested_statement() -> None:
    story = told(
        "The Avarian Defence Ministry said that in his absurd fabrications J. Tarn claims that "
        "Avaria keeps mercenaries from abroad."
    )
    outer = story.say(
        Act.ASSERT, "gov:AVA-defence", "per:tarn",
        "in his absurd fabrications J. Tarn claims that Avaria keeps mercenaries from abroad",
        cue="said", source="The Avarian Defence Ministry",
    )  # fmt: skip
    inner = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria keeps mercenaries from abroad", cue="claims",
        source="J. Tarn", parent=outer,
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (outer, inner, Relation.DENIES)
    assert link.evidence is not None
    assert link.evidence.text_of(story.text) == "absurd"


def test_recounting_without_a_word_of_rejection_is_no_answer() -> None:
    story = told(
        "The Avarian Defence Ministry said that Tarn claims that Avaria keeps mercenaries."
    )
    outer = story.say(
        Act.ASSERT, "gov:AVA-defence", "per:tarn", "Tarn claims that Avaria keeps mercenaries",
        cue="said", source="The Avarian Defence Ministry",
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria keeps mercenaries", cue="claims",
        source="Tarn", parent=outer,
    )  # fmt: skip
    assert links_of(story) == []


def test_answer_in_the_lede_finds_the_claim_told_later() -> None:
    story = told(
        "Avaria rejected the claims of Joren Tarn as slander. Shops were open as usual. "
        "On Monday Tarn said that Avaria shelters smugglers."
    )
    answer = story.say(
        Act.DENY, "state:AVA", "per:tarn", "the claims of Joren Tarn as slander", cue="rejected",
        source="Avaria",
    )  # fmt: skip
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria shelters smugglers", cue="said", source="Tarn"
    )
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (answer, claim, Relation.DENIES)
    assert link.explicit


def test_denied_incident_in_the_next_sentence_is_explicit() -> None:
    story = told(
        "Avaria said that Belmark had fired on its posts overnight. Belmark denied the incident."
    )
    claim = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark had fired on its posts overnight",
        cue="said", source="Avaria",
    )  # fmt: skip
    answer = story.say(Act.DENY, "state:BEL", None, "the incident", cue="denied", source="Belmark")
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (answer, claim, Relation.DENIES)
    assert link.explicit


@pytest.mark.parametrize(
    ("answer", "cue", "act", "asked", "relation"),
    [
        pytest.param(
            "the offer", "rejected", Act.REFUSE, Act.OFFER, Relation.REFUSES, id="refused"
        ),
        pytest.param(
            "the proposal", "welcomed", Act.SUPPORT, Act.OFFER, Relation.ACCEPTS, id="taken"
        ),
        pytest.param(
            "such remarks", "condemned", Act.CRITICISE, Act.WARN, Relation.ANSWERS, id="words"
        ),
    ],
)
def test_relation_follows_marker_and_acts(
    answer: str, cue: str, act: Act, asked: Act, relation: Relation
) -> None:
    story = told(f"Belmark proposed that both should reopen the bridge. Avaria {cue} {answer}.")
    first = story.say(
        asked, "state:BEL", "state:AVA", "both should reopen the bridge", cue="proposed",
        source="Belmark",
    )  # fmt: skip
    second = story.say(act, "state:AVA", "state:BEL", answer, cue=cue, source="Avaria")
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (second, first, relation)
    assert link.explicit


def test_answer_to_a_person_finds_his_words_without_a_noun() -> None:
    story = told(
        "Cyrland said that grain is short. Tarn said that bridges were closed. "
        "Responding to Tarn, Avaria said that repairs were under way."
    )
    story.say(Act.ASSERT, "state:CYR", None, "grain is short", cue="said", source="Cyrland")
    first = story.say(
        Act.ASSERT, "per:tarn", None, "bridges were closed", cue="said", source="Tarn"
    )
    second = story.say(
        Act.ASSERT, "state:AVA", None, "repairs were under way", cue="said", source="Avaria"
    )
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (second, first, Relation.ANSWERS)


def test_colleague_of_the_named_speaker_is_not_meant() -> None:
    story = told(
        "The Avarian Defence Ministry said that grain is short. Rain fell. Tarn criticised the "
        "statement of Minister Olm."
    )
    story.actor("per:olm", "Minister Olm", "AVA", "GOV")
    story.say(
        Act.ASSERT, "gov:AVA-defence", "state:BEL", "grain is short", cue="said",
        source="The Avarian Defence Ministry",
    )  # fmt: skip
    story.say(
        Act.CRITICISE, "per:tarn", "per:olm", "the statement of Minister Olm", cue="criticised",
        source="Tarn",
    )  # fmt: skip
    assert links_of(story) == []


def test_accusing_back_counters() -> None:
    story = told(
        "Belmark accused Avaria of shelling a village. "
        "In response to the accusation, Avaria accused Belmark of shelling a school."
    )
    first = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria of shelling a village", cue="accused",
        source="Belmark",
    )  # fmt: skip
    second = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of shelling a school", cue="accused",
        source="Avaria",
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (second, first, Relation.COUNTERS)


@pytest.mark.parametrize(
    "frame",
    [
        "While not directly addressing Tarn’s remarks, Avaria said that {}.",
        "Without responding to Tarn’s remarks, Avaria said that {}.",
    ],
)
def test_words_that_are_not_addressed_are_not_answered(frame: str) -> None:
    story = told("Tarn said that roads in Avaria are bad. " + frame.format("harvests were good"))
    story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "roads in Avaria are bad", cue="said", source="Tarn"
    )
    story.say(Act.ASSERT, "state:AVA", None, "harvests were good", cue="said", source="Avaria")
    assert links_of(story) == []


def test_denial_of_something_else_finds_nothing() -> None:
    story = told(
        "Belmark said that Cyrland buys too little grain. Rain fell for two weeks in the hills. "
        "Markets stayed closed. Avaria denied rumours about a new tax."
    )
    story.say(
        Act.ACCUSE, "state:BEL", "state:CYR", "Cyrland buys too little grain", cue="said",
        source="Belmark",
    )  # fmt: skip
    story.say(Act.DENY, "state:AVA", None, "rumours about a new tax", cue="denied", source="Avaria")
    assert links_of(story) == []


def test_named_speaker_excludes_the_words_of_others() -> None:
    story = told(
        "Cyrland said that Avaria hides fighters. "
        "Avaria rejected Tarn’s claims that it hides fighters."
    )
    story.say(
        Act.ACCUSE, "state:CYR", "state:AVA", "Avaria hides fighters", cue="said", source="Cyrland"
    )
    story.say(
        Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims that it hides fighters", cue="rejected",
        source="Avaria",
    )  # fmt: skip
    assert links_of(story) == []


def test_offer_to_mediate_follows_the_last_words_between_the_parties() -> None:
    story = told(
        "Belmark accused Avaria of shelling a village. "
        "Cyrland offered to mediate between Avaria and Belmark."
    )
    dispute = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", "Avaria of shelling a village", cue="accused",
        source="Belmark",
    )  # fmt: skip
    offer = story.say(
        Act.OFFER, "state:CYR", "state:AVA", "to mediate between Avaria and Belmark", cue="offered",
        source="Cyrland",
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (offer, dispute, Relation.MEDIATES)


def test_headline_repeats_the_lede_and_is_not_explicit() -> None:
    story = told(
        "Belmark warned on Monday that smugglers would be punished at the river crossing.",
        title="Belmark: smugglers punished at river crossing",
    )
    head = story.say(
        Act.WARN, "state:BEL", None, "smugglers punished at river crossing", source="Belmark"
    )
    lede = story.say(
        Act.WARN, "state:BEL", None, "smugglers would be punished at the river crossing",
        cue="warned", source="Belmark",
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answer, link.answered, link.relation) == (head, lede, Relation.REPEATS)
    assert not link.explicit
    assert link.evidence is None


def test_condemned_deed_that_the_publisher_tells_is_answered() -> None:
    story = told(
        "Belmark seized the island. A week later Avaria condemned the seizure of the island."
    )
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Belmark seized the island")
    story.say(
        Act.CRITICISE, "state:AVA", "state:BEL", "the seizure of the island", cue="condemned",
        source="Avaria",
    )  # fmt: skip
    (link,) = links_of(story)
    assert (link.answered, link.relation) == (deed, Relation.ANSWERS)


def _duel(one: str, other: str) -> Story:
    """Return the same exchange told of two states, whichever of them does what."""
    names = {"Avaria": "AVA", "Belmark": "BEL"}
    text = (
        f"{one} accused {other} of shelling a village. {other} denied the accusation. "
        f"In response to {other}’s denial, {one} demanded that {other} open its border. "
        f"{other} rejected the demand. Cyrland condemned the statement of {other}."
    )
    story = told(text)
    first, second = f"state:{names[one]}", f"state:{names[other]}"
    story.say(
        Act.ACCUSE, first, second, f"{other} of shelling a village", cue="accused", source=one
    )
    story.say(Act.DENY, second, first, "the accusation", cue="denied", source=other)
    story.say(Act.DEMAND, first, second, f"{other} open its border", cue="demanded", source=one)
    story.say(Act.REFUSE, second, first, "the demand", cue="rejected", source=other)
    story.say(
        Act.CRITICISE, "state:CYR", second, f"the statement of {other}", cue="condemned",
        source="Cyrland",
    )  # fmt: skip
    return story


def _shape(story: Story) -> list[tuple[str, str, str, bool, float]]:
    place = {statement.id: str(at) for at, statement in enumerate(story.statements)}
    return [
        (
            place[link.answer],
            next(at for ident, at in place.items() if ident == link.answered),
            link.relation.value,
            link.explicit,
            link.score,
        )
        for link in link_within(story.record())
    ]


def test_exchanging_the_parties_changes_only_their_names() -> None:
    there, back = _duel("Avaria", "Belmark"), _duel("Belmark", "Avaria")
    assert _shape(there) == _shape(back)
    assert {(row[0], row[1], row[2]) for row in _shape(there)} >= {
        ("1", "0", "denies"),
        ("2", "1", "answers"),
        ("3", "2", "refuses"),
    }


def test_links_stay_when_the_order_of_statements_changes() -> None:
    story = _duel("Avaria", "Belmark")
    before = link_within(story.record())
    story.statements.reverse()
    assert link_within(story.record()) == before


def test_evidence_lies_in_the_text_of_the_answer() -> None:
    story = _duel("Avaria", "Belmark")
    words = [link.evidence.text_of(story.text) for link in links_of(story) if link.evidence]
    assert words
    assert all(re.fullmatch(r"[\w’ ]+", word) for word in words)


def test_article_without_statements_has_no_links() -> None:
    build: Callable[[str], Story] = told
    assert links_of(build("Nobody said anything.")) == []


@pytest.mark.parametrize(
    ("charge", "denial", "score"), [(1.0, 1.0, 1.0), (0.5, 0.9, 0.45), (0.9, 0.5, 0.45)]
)
def test_a_link_is_no_surer_than_that_both_its_ends_are_said(
    charge: float, denial: float, score: float
) -> None:
    story = _charge_denied()
    story.statements = [
        replace(each, score=sure)
        for each, sure in zip(story.statements, (charge, denial), strict=True)
    ]
    (link,) = links_of(story)
    assert (link.relation, link.score) == (Relation.DENIES, score)


def test_a_link_to_a_deed_is_as_sure_as_the_words_that_answer_it() -> None:
    story = told("Avaria shelled the harbour. Belmark condemned the shelling of the harbour.")
    story.happen(EventType.ASSAULT, "state:AVA", "Avaria shelled the harbour")
    story.say(
        Act.CRITICISE, "state:BEL", "state:AVA", "the shelling of the harbour", cue="condemned",
        source="Belmark",
    )  # fmt: skip
    story.statements = [replace(each, score=0.7) for each in story.statements]
    (link,) = links_of(story)
    assert (link.answered, link.score) == (story.events[0].id, 0.7)


def _charge_denied() -> Story:
    story = told("Tarn said that Avaria shelled the harbour. Avaria denied the charge.")
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria shelled the harbour", cue="said", source="Tarn"
    )
    story.say(Act.DENY, "state:AVA", "per:tarn", "the charge", cue="denied", source="Avaria")
    return story
