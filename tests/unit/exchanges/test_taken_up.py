"""Answers by what takes words or deeds up: "one of these", "earlier, however", "struck back"."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        pytest.param("One of these, Tarn,", True, id="one of these"),
        pytest.param("Some of them", True, id="some of them"),
        pytest.param("Tarn", False, id="anybody"),
    ],
)
def test_one_of_those_told_of_bears_the_charge_out(source: str, linked: bool) -> None:
    story = told(
        f"Avaria accused Belmark of jailing pilots. {source} told reporters that he had been held."
    )
    charge = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of jailing pilots", cue="accused",
        source="Avaria",
    )  # fmt: skip
    story.say(Act.ACCUSE, "per:tarn", None, "he had been held", cue="told", source=source)
    found = [(x.answered, x.relation, x.explicit) for x in link_within(story.record())]
    assert found == ([(charge, Relation.SUPPORTS, True)] if linked else [])


@pytest.mark.parametrize(
    ("opening", "speaker", "taken_back"),
    [
        pytest.param("Earlier on Monday, however,", "state:AVA", True, id="earlier"),
        pytest.param("Two days earlier, however,", "state:AVA", True, id="days earlier"),
        pytest.param("Later, however,", "state:AVA", False, id="later"),
        pytest.param("Earlier on Monday, however,", "state:BEL", False, id="another"),
    ],
)
def test_what_was_said_otherwise_before_is_contradicted(
    opening: str, speaker: str, taken_back: bool
) -> None:
    name = "Avaria" if speaker == "state:AVA" else "Belmark"
    story = told(
        f"Avaria announced that the truce talks were over. {opening} {name} said the truce talks "
        "would go on."
    )
    last = story.say(
        Act.ASSERT, "state:AVA", None, "that the truce talks were over", cue="announced",
        source="Avaria",
    )  # fmt: skip
    before = story.say(
        Act.PREDICT, speaker, None, "the truce talks would go on", cue="said", source=name
    )
    found = {(x.answer, x.answered, x.relation) for x in link_within(story.record())}
    assert ((last, before, Relation.CONTRADICTS) in found) is taken_back
    assert not taken_back or len(found) == 1


@pytest.mark.parametrize(
    ("about", "act", "linked"),
    [
        pytest.param("state:AVA", Act.ACCUSE, True, id="the accuser"),
        pytest.param("state:CYR", Act.ACCUSE, False, id="a third party"),
        pytest.param("state:AVA", Act.ASSERT, False, id="no charge"),
    ],
)
def test_accuser_is_himself_accused(about: str, act: Act, linked: bool) -> None:
    story = told(
        "Avaria accused Belmark of meddling. Days went by. It itself has been accused of theft."
    )
    charge = story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of meddling", cue="accused", source="Avaria"
    )
    story.say(act, None, about, "of theft", cue="has been accused")
    found = [(x.answered, x.relation, x.explicit) for x in link_within(story.record())]
    assert found == ([(charge, Relation.COUNTERS, True)] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("its units responded with rockets", True, id="responded"),
        pytest.param("its units took retaliatory measures", True, id="retaliatory"),
        pytest.param("its units were asleep", False, id="no blow"),
    ],
)
@pytest.mark.parametrize("struck", ["state:AVA", "state:BEL"])
def test_blow_given_back_answers_the_first(words: str, linked: bool, struck: str) -> None:
    other, name = ("state:BEL", "Avaria") if struck == "state:AVA" else ("state:AVA", "Belmark")
    story = told(f"Guns opened fire at night. {name} said that {words}.")
    story.happen(EventType.ASSAULT, other, "Guns opened fire")
    story.events = [replace(story.events[0], recipient=(ActorId(struck),))]
    story.say(Act.ASSERT, struck, None, words, cue="said", source=name)
    links = link_within(story.record())
    assert [x.answered for x in links] == ([story.events[0].id] if linked else [])


def test_blow_that_the_same_words_tell_is_not_answered_by_them() -> None:
    words = "guns opened fire and its units responded with rockets"
    story = told(f"Avaria said that {words}.")
    said = story.say(Act.ACCUSE, "state:AVA", None, words, cue="said", source="Avaria")
    story.happen(EventType.ASSAULT, "state:BEL", "guns opened fire")
    story.events = [replace(story.events[0], recipient=(ActorId("state:AVA"),), asserted_by=said)]
    assert link_within(story.record()) == ()


@pytest.mark.parametrize(
    ("act", "linked"),
    [
        pytest.param(Act.CRITICISE, True, id="critical"),
        pytest.param(Act.ASSERT, False, id="not addressed"),
    ],
)
def test_critic_who_cannot_grasp_the_remarks_speaks_of_them(act: Act, linked: bool) -> None:
    story = told(
        "Tarn said that Avaria drills by night. Shops were shut. The harbour was too. "
        "The ministry said it could not understand the remarks."
    )
    remarks = story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "Avaria drills by night", cue="said", source="Tarn"
    )
    story.say(
        act, "gov:AVA-defence", None, "it could not understand the remarks", cue="said",
        source="The ministry",
    )  # fmt: skip
    assert [x.answered for x in link_within(story.record())] == ([remarks] if linked else [])


def _condemned(told_words: str) -> tuple[list[str], str]:
    """Return what is answered where somebody condemns what Avaria said, and the deed in it."""
    story = told(f"Avaria said that {told_words}. Belmark condemned this.")
    said = story.say(Act.ASSERT, "state:AVA", None, told_words, cue="said", source="Avaria")
    deed = story.happen(EventType.ASSAULT, "state:CYR", "Cyrland shells its ports")
    story.events = [replace(story.events[0], asserted_by=StatementId(said))]
    story.say(Act.CRITICISE, "state:BEL", None, "this", cue="condemned", source="Belmark")
    return [str(x.answered) for x in link_within(story.record())], deed


def test_this_means_the_deed_that_another_has_just_told() -> None:
    answered, deed = _condemned("Cyrland shells its ports")
    assert answered == [deed]


def test_this_means_no_deed_that_another_only_mentions() -> None:
    answered, deed = _condemned(
        "the grain price doubles each summer while Cyrland shells its ports and herds go hungry"
    )
    assert deed not in answered


def test_all_that_stands_beside_the_announcement_answers() -> None:
    story = told(
        "Tarn said the canal is open. He said the locks are new. He said the ships are safe. "
        "Tarn was responding to Avaria, which mocked the canal."
    )
    own = [
        story.say(Act.ASSERT, "per:tarn", None, words, cue="said", source="Tarn")
        for words in ("the canal is open", "the locks are new", "the ships are safe")
    ]
    mocking = story.say(
        Act.CRITICISE, "state:AVA", "per:tarn", "the canal.", cue="mocked", source="which"
    )
    found = [x.answer for x in link_within(story.record()) if x.answered == mocking]
    assert found == own


@pytest.mark.parametrize(
    ("words", "cue", "act", "relation"),
    [
        pytest.param("a charge", "denies", Act.DENY, Relation.DENIES, id="denied"),
        pytest.param("a charge", "echoed by", Act.ASSERT, Relation.SUPPORTS, id="echoed"),
    ],
)
def test_noun_alone_takes_up_what_was_said_before_it(
    words: str, cue: str, act: Act, relation: Relation
) -> None:
    order = f"{cue} Cyrland" if cue.endswith("by") else f"Cyrland {cue}"
    story = told(f"Avaria accused Belmark of theft. Avaria accused Tarn of lies, a charge {order}.")
    story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark of theft", cue="accused", source="Avaria"
    )
    charge = story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", "Tarn of lies", cue="accused", source="Avaria"
    )
    answer = story.say(act, "state:CYR", None, words, cue=cue, source="Cyrland")
    found = [(x.answered, x.relation, x.explicit) for x in link_within(story.record())
             if x.answer == answer]  # fmt: skip
    assert found == [(charge, relation, True)]


@pytest.mark.parametrize(
    ("what", "linked"),
    [
        pytest.param("the number", True, id="number"),
        pytest.param("the news", True, id="news"),
        pytest.param("the number of guests", False, id="another number"),
    ],
)
def test_confirmed_number_is_the_one_just_told(what: str, linked: bool) -> None:
    story = told(f"Avaria said that forty men fled. Belmark confirmed {what}.")
    first = story.say(Act.ASSERT, "state:AVA", None, "forty men fled", cue="said", source="Avaria")
    story.say(Act.ASSERT, "state:BEL", None, what, cue="confirmed", source="Belmark")
    found = [(x.answered, x.relation) for x in link_within(story.record())]
    assert found == ([(first, Relation.SUPPORTS)] if linked else [])


@pytest.mark.parametrize(
    ("opening", "linked"),
    [
        pytest.param("Regarding the claims", True, id="regarding"),
        pytest.param("Asked about Avaria's claims", True, id="asked"),
        pytest.param("Leaving the hall", False, id="leaving"),
    ],
)
def test_who_is_asked_about_words_answers_them(opening: str, linked: bool) -> None:
    story = told(f"Avaria said Tarn hides gold. {opening}, Tarn said that gold is heavy.")
    claim = story.say(
        Act.ACCUSE, "state:AVA", "per:tarn", "Tarn hides gold", cue="said", source="Avaria"
    )
    story.say(Act.ASSERT, "per:tarn", None, "gold is heavy", cue="said", source="Tarn")
    assert [x.answered for x in link_within(story.record())] == ([claim] if linked else [])


@pytest.mark.parametrize(
    ("between", "linked"),
    [
        pytest.param("", True, id="next"),
        pytest.param("Shops were shut. The harbour was too. ", False, id="far"),
    ],
)
def test_but_at_the_head_of_the_next_sentence_contradicts(between: str, linked: bool) -> None:
    story = told(
        f"Avaria warned that ships would be late. {between}But Belmark said no ship was late."
    )
    warning = story.say(
        Act.WARN, "state:AVA", None, "that ships would be late", cue="warned", source="Avaria"
    )
    story.say(Act.ASSERT, "state:BEL", None, "no ship was late", cue="said", source="Belmark")
    found = [(x.answered, x.relation) for x in link_within(story.record())]
    assert found == ([(warning, Relation.CONTRADICTS)] if linked else [])


def test_what_is_condemned_ends_before_another_speaks() -> None:
    story = told("Avaria condemned the raid but Tarn hailed it as just.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "the raid")
    first = story.say(
        Act.CRITICISE, "state:AVA", None, "the raid", cue="condemned", source="Avaria"
    )
    second = story.say(Act.SUPPORT, "per:tarn", None, "it as just", cue="hailed", source="Tarn")
    found = {(x.answer, x.answered, x.relation) for x in link_within(story.record())}
    assert (first, deed, Relation.ANSWERS) in found
    assert (second, first, Relation.CONTRADICTS) in found
    assert not any(answer == first and answered == second for answer, answered, _ in found)


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("Tarn's remarks regarding the canal are not valid", True, id="its matter"),
        pytest.param("Tarn's remarks regarding the orchard are not valid", False, id="another"),
        pytest.param("Tarn's remarks are not valid", True, id="of no matter"),
    ],
)
def test_remarks_on_one_matter_are_none_on_another(words: str, linked: bool) -> None:
    story = told(
        f"Tarn said the canal must close. Shops were shut. It rained. Avaria said {words}."
    )
    remark = story.say(
        Act.DEMAND, "per:tarn", "state:AVA", "the canal must close", cue="said", source="Tarn"
    )
    story.say(Act.CRITICISE, "state:AVA", "per:tarn", words, cue="said", source="Avaria")
    found = [x.answered for x in link_within(story.record()) if x.explicit]
    assert found == ([remark] if linked else [])


@pytest.mark.parametrize(
    ("act", "about", "words", "linked"),
    [
        pytest.param(Act.OFFER, "state:AVA", "he would talk to both", True, id="offer"),
        pytest.param(Act.ACCUSE, "state:AVA", "he would talk to both", False, id="charge"),
        pytest.param(Act.INTEND, "state:AVA", "he would talk to both", True, id="plan for him"),
        pytest.param(Act.INTEND, "state:BEL", "he would guard Belmark", False, id="another plan"),
        pytest.param(Act.INTEND, "state:BEL", "he would mediate", True, id="its own word"),
    ],
)
def test_mediation_is_an_offer_and_no_charge(
    act: Act, about: str, words: str, linked: bool
) -> None:
    story = told(f"Tarn said that {words}. Avaria said Tarn's mediation is useless.")
    said = story.say(act, "per:tarn", about, words, cue="said", source="Tarn")
    story.say(
        Act.CRITICISE, "state:AVA", "per:tarn", "Tarn's mediation is useless", cue="said",
        source="Avaria",
    )  # fmt: skip
    found = [x.answered for x in link_within(story.record()) if x.explicit]
    assert found == ([said] if linked else [])


@pytest.mark.parametrize(
    ("act", "speaker", "linked"),
    [
        pytest.param(Act.ACCUSE, None, True, id="charge of nobody named"),
        pytest.param(Act.ASSERT, "state:AVA", True, id="telling of him"),
        pytest.param(Act.ASSERT, None, False, id="told by nobody"),
    ],
)
def test_denial_that_follows_at_once_is_of_what_tells_of_the_denier(
    act: Act, speaker: str | None, linked: bool
) -> None:
    story = told("It was said that the arms show Belmark's hand. Belmark denies any involvement.")
    about = "state:BEL" if act is Act.ACCUSE else "state:CYR"
    claim = story.say(act, speaker, about, "the arms show Belmark's hand", cue="said")
    story.say(Act.DENY, "state:BEL", None, "any involvement", cue="denies", source="Belmark")
    found = [(x.answered, x.relation) for x in link_within(story.record())]
    assert found == ([(claim, Relation.DENIES)] if linked else [])


@pytest.mark.parametrize(
    ("verb", "linked"),
    [pytest.param("echoed", True, id="echoed"), pytest.param("greeted", False, id="greeted")],
)
def test_who_echoes_somebody_supports_his_words(verb: str, linked: bool) -> None:
    story = told(f"Tarn said that the truce was lost. Avaria {verb} Tarn.")
    words = story.say(Act.ASSERT, "per:tarn", None, "the truce was lost", cue="said", source="Tarn")
    story.say(Act.ASSERT, "state:AVA", None, "Tarn.", cue=verb, source="Avaria")
    found = [(x.answered, x.relation) for x in link_within(story.record())]
    assert found == ([(words, Relation.SUPPORTS)] if linked else [])


def test_but_within_a_sentence_contradicts_the_last_words_before_it() -> None:
    story = told(
        "Tarn urged people to stay at home. He said there was gunfire, but Avaria said it had "
        "heard none."
    )
    story.say(Act.DEMAND, "per:tarn", None, "to stay at home", cue="urged", source="Tarn")
    last = story.say(Act.ASSERT, "per:tarn", None, "there was gunfire", cue="said", source="He")
    answer = story.say(
        Act.ASSERT, "state:AVA", None, "it had heard none", cue="said", source="Avaria"
    )
    found = [x.answered for x in link_within(story.record()) if x.answer == answer]
    assert found == [last]
