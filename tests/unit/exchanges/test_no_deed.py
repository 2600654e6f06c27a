"""Deeds that are told near by and that nobody answers."""

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.statement import Act


def _answered(story: Story, answer: StatementId) -> list[str]:
    """Return the deeds that a statement answers."""
    deeds = {event.id for event in story.events}
    found = link_within(story.record())
    return [x.answered for x in found if x.answer == answer and x.answered in deeds]


@pytest.mark.parametrize(
    ("told_as", "linked"),
    [
        pytest.param("condemned the raid on Orlen", False, id="the condemning itself"),
        pytest.param("the raid on Orlen", True, id="what is condemned"),
    ],
)
def test_who_condemns_does_not_answer_his_condemning(told_as: str, linked: bool) -> None:
    story = told("Avaria condemned the raid on Orlen.")
    story.happen(EventType.ACCUSE, "grp:raiders", told_as)
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the raid on Orlen", cue="condemned", source="Avaria"
    )
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the raid as a crime", True, id="as something"),
        pytest.param("the raid on Gen. Orlin as a crime", True, id="behind a name"),
        pytest.param("the raid in a long letter", False, id="tells of it"),
    ],
)
def test_who_describes_a_deed_judges_it_as_something(words: str, linked: bool) -> None:
    story = told(f"Gunmen led a raid on a port. Avaria described {words}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", words[: words.index(" as ")] if linked else words)
    answer = story.say(Act.ASSERT, "state:AVA", None, words, cue="described", source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("whose", "linked"),
    [pytest.param("Tarn", True, id="his"), pytest.param("Joost Orlin", False, id="a colleague's")],
)
def test_steps_of_one_man_are_none_of_his_colleague(whose: str, linked: bool) -> None:
    story = told(f"Tarn closed the port. Rain fell. Avaria condemned {whose}’s steps on trade.")
    story.actor("per:orlin", "Joost Orlin", "BEL", "GOV")
    story.happen(EventType.SANCTION, "per:tarn", "Tarn closed the port")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, f"{whose}’s steps on trade", cue="condemned",
        source="Avaria",
    )  # fmt: skip
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("cue", "words", "linked"),
    [
        pytest.param("agreed", "to head the guard of the port", False, id="to do something"),
        pytest.param("agreed to", "the new guard of the port", True, id="to a deed"),
    ],
)
def test_who_agrees_to_serve_agrees_to_no_deed(cue: str, words: str, linked: bool) -> None:
    story = told(f"Tarn heads the guard of the port. Rain fell. Avaria {cue} {words}.")
    story.happen(EventType.COERCE, "per:tarn", "Tarn heads the guard of the port")
    answer = story.say(Act.AGREE, "state:AVA", None, words, cue=cue, source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the envoy as a political man", False, id="the judgement"),
        pytest.param("the political journey as a bore", True, id="what is judged"),
    ],
)
def test_what_something_is_called_is_not_what_is_judged(words: str, linked: bool) -> None:
    story = told(f"Tarn made a political journey. Rain fell. Avaria criticised {words}.")
    story.happen(EventType.CONSULT, "per:tarn", "made a political journey")
    answer = story.say(Act.CRITICISE, "state:AVA", None, words, cue="criticised", source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the shelling was planned by Belmark", True, id="the deed"),
        pytest.param("Belmark stands behind the shelling", True, id="of the deed"),
        pytest.param("Belmark robbed the victims of the shelling", False, id="its victims"),
        pytest.param("Belmark hid the facts surrounding the shelling", False, id="what is known"),
        pytest.param("Belmark hid its links to the shelling", False, id="its links"),
        pytest.param("Belmark stole the tolls during the shelling", False, id="then"),
        pytest.param(
            "Belmark hates Cyrland for condemning the shelling", False, id="who condemned"
        ),
    ],
)
def test_deed_that_only_says_which_or_when_is_not_judged(words: str, linked: bool) -> None:
    story = told(f"Gunmen began shelling the harbour at night. Avaria said that {words}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "Gunmen began shelling the harbour")
    answer = story.say(Act.ACCUSE, "state:AVA", "state:BEL", words, cue="said", source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("that shelling was a crime", True, id="that one"),
        pytest.param("that Cyrland opposed shelling", False, id="that somebody does"),
        pytest.param("that guards began the shelling", True, id="the deed behind it"),
        pytest.param("that Cyrland shelling was a crime", True, id="that of somebody"),
    ],
)
def test_a_clause_names_no_deed_by_its_that(words: str, linked: bool) -> None:
    story = told(f"Gunmen began shelling the harbour at night. Tarn said {words}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "Gunmen began shelling the harbour")
    answer = story.say(Act.CRITICISE, "per:tarn", None, words, cue="said", source="Tarn")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("whose", "linked"),
    [pytest.param("Belmark’s", True, id="his"), pytest.param("Cyrland’s", False, id="another's")],
)
def test_deed_of_one_state_is_not_another_s(whose: str, linked: bool) -> None:
    words = f"{whose} attack was planned"
    story = told(f"Belmark led an attack on the fleet. Avaria said that {words}.")
    story.happen(EventType.ASSAULT, "state:BEL", "Belmark led an attack on the fleet")
    answer = story.say(Act.CRITICISE, "state:AVA", None, words, cue="said", source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("cue", "linked"),
    [
        pytest.param("declined to discuss", False, id="is silent"),
        pytest.param("disputed", True, id="disputes it"),
    ],
)
def test_who_does_not_discuss_a_deed_does_not_answer_it(cue: str, linked: bool) -> None:
    story = told(f"Gunmen began shelling the harbour. Avaria {cue} the shelling.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "Gunmen began shelling the harbour")
    answer = story.say(Act.REFUSE, "state:AVA", None, "the shelling", cue=cue, source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("before", "linked"),
    [
        pytest.param("Cyrland, which is condemning the raid, grew rich since", False, id="another"),
        pytest.param("Condemning the raid,", True, id="the speaker"),
    ],
)
def test_who_is_told_to_be_condemning_is_not_the_speaker(before: str, linked: bool) -> None:
    story = told(f"Gunmen led the raid on Orlen. {before} Avaria backed him with silver.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "Gunmen led the raid on Orlen")
    answer = story.say(
        Act.SUPPORT, "state:AVA", None, "him with silver", cue="backed", source="Avaria"
    )
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("row", "linked"),
    [
        pytest.param("over the raid", True, id="over a deed"),
        pytest.param("in the long battle over the raid", False, id="a battle over it"),
    ],
)
def test_a_battle_over_a_deed_is_no_answer_to_it(row: str, linked: bool) -> None:
    story = told(f"Gunmen led a raid on Orlen. Avaria called for a boycott {row}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "the raid.")
    answer = story.say(
        Act.DEMAND, "state:AVA", None, f"a boycott {row}", cue="called for", source="Avaria"
    )
    assert bool(_answered(story, answer)) is linked


def test_the_first_telling_of_a_deed_is_not_taken_where_it_is_the_judge_s_own() -> None:
    story = told(
        "Tarn left in protest at the retreat of Avaria. Snow fell. Tarn condemned the retreat."
    )
    story.happen(EventType.RETREAT, "per:tarn", "left in protest at the retreat")
    retreat = story.happen(EventType.RETREAT, "state:AVA", "the retreat.")
    answer = story.say(
        Act.CRITICISE, "per:tarn", None, "the retreat.", cue="condemned", source="Tarn"
    )
    assert _answered(story, answer) in ([], [retreat])


@pytest.mark.parametrize(
    ("verb", "words", "linked"),
    [
        pytest.param("endorsed", "Tarn in spring before a journey", False, id="whom"),
        pytest.param("backed", "him", False, id="a pronoun"),
        pytest.param("endorsed", "Tarn’s journey to Orlen", True, id="what he does"),
    ],
)
def test_who_backs_somebody_backs_none_of_his_deeds(verb: str, words: str, linked: bool) -> None:
    story = told(f"Tarn made a journey to Orlen. Rain fell. Avaria {verb} {words}.")
    story.happen(EventType.CONSULT, "per:tarn", "Tarn made a journey to Orlen")
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue=verb, source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the guild against the raids of Belmark", False, id="against them"),
        pytest.param("the raids of Belmark", True, id="them"),
    ],
)
def test_who_defends_somebody_against_a_deed_does_not_support_it(words: str, linked: bool) -> None:
    story = told(f"Avaria praised {words}.")
    story.happen(EventType.ASSAULT, "state:BEL", "the raids of Belmark")
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue="praised", source="Avaria")
    story.tell(story.events[0].id, answer)
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the shelling as a brave deed", True, id="the deed"),
        pytest.param("Tarn for help in weeks marked by the shelling", False, id="a helper"),
    ],
)
def test_who_praises_a_helper_does_not_praise_what_he_helped_after(
    words: str, linked: bool
) -> None:
    story = told(f"Gunmen began shelling the harbour at night. Avaria praised {words}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", "Gunmen began shelling the harbour")
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue="praised", source="Avaria")
    assert bool(_answered(story, answer)) is linked


@pytest.mark.parametrize("which", ["", "previous ", "earlier told "])
@pytest.mark.parametrize(
    ("cue", "words"),
    [
        pytest.param("condemned", "the {}raid on the mill", id="condemned"),
        pytest.param("said", "The {}raid on the mill was a crime", id="said of it"),
        pytest.param("condemned", "the {}looting of the mill", id="in its words"),
    ],
)
def test_previous_deeds_are_others_than_the_one_just_told(which: str, cue: str, words: str) -> None:
    judged = words.format(which)
    deed = "Gunmen led a raid on the mill at dawn, a looting of the mill"
    story = told(f"{deed}. Avaria {cue} {judged}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", deed)
    answer = story.say(Act.CRITICISE, "state:AVA", None, judged, cue=cue, source="Avaria")
    assert bool(_answered(story, answer)) is not which.startswith("previous")


@pytest.mark.parametrize(
    ("deed", "taken_up", "linked"),
    [
        pytest.param("Gunmen led a raid on the mill", "it a crime", True, id="one by it"),
        pytest.param("Gunmen led raids on the mill", "them a crime", True, id="several by them"),
        pytest.param("Gunmen led a raid on the mill", "them brutes", False, id="people by them"),
    ],
)
def test_them_stands_for_several_deeds(deed: str, taken_up: str, linked: bool) -> None:
    story = told(f"{deed} at dawn. Avaria called {taken_up}.")
    story.happen(EventType.ASSAULT, "grp:gunmen", deed)
    answer = story.say(Act.CRITICISE, "state:AVA", None, taken_up, cue="called", source="Avaria")
    assert bool(_answered(story, answer)) is linked
