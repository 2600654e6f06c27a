"""Words and deeds that come up in a statement which judges none of them."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import told

from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType, Modality
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act

RAIN = "Rain fell on the harbour. "


@pytest.mark.parametrize(
    ("words", "act", "linked"),
    [
        pytest.param("Tarn’s offer is a trap", Act.ASSERT, True, id="says something of it"),
        pytest.param("Tarn’s offer of dredgers is a trap", Act.PREDICT, True, id="after what of"),
        pytest.param("Tarn’s offer “naive”", Act.ASSERT, True, id="a verdict without a verb"),
        pytest.param("he disagreed with Tarn’s offer", Act.ASSERT, True, id="takes it up"),
        pytest.param("they would give in to Tarn’s offer", Act.INTEND, True, id="yields to it"),
        pytest.param("Tarn’s offer", Act.ASSERT, False, id="only names it"),
        pytest.param("Tarn’s offer of dredgers", Act.ASSERT, False, id="only names it at length"),
        pytest.param("the crowd at Tarn’s offer is large", Act.ASSERT, False, id="around it"),
        pytest.param("crowds asked about Tarn’s offer twice", Act.ASSERT, False, id="asked about"),
        pytest.param("Tarn’s offer", Act.CRITICISE, True, id="the act judges"),
        pytest.param("Tarn’s offer", Act.SUPPORT, True, id="the act praises"),
    ],
)
def test_words_are_answered_by_what_is_said_of_them(words: str, act: Act, linked: bool) -> None:
    story = told(f"Tarn promised to send dredgers. Avaria noted: {words}.")
    offer = story.say(
        Act.OFFER, "per:tarn", "state:AVA", "to send dredgers", cue="promised", source="Tarn"
    )
    answer = story.say(act, "state:AVA", None, words, cue="noted", source="Avaria")
    found = [each.answered for each in link_within(story.record()) if each.answer == answer]
    assert found == ([offer] if linked else [])


@pytest.mark.parametrize(("between", "linked"), [(1, True), (2, True), (3, False)])
def test_what_is_told_long_after_was_not_meant(between: int, linked: bool) -> None:
    text = f"Avaria condemned Tarn’s claims. {RAIN * between}Tarn claimed that Avaria lost."
    story = told(text)
    answer = story.say(
        Act.CRITICISE, "state:AVA", "per:tarn", "Tarn’s claims", cue="condemned", source="Avaria"
    )
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lost", cue="claimed", source="Tarn"
    )
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([claim] if linked else [])


@pytest.mark.parametrize(
    ("denied", "between", "linked"),
    [
        pytest.param("the claims", 2, True, id="near"),
        pytest.param("the claims", 5, False, id="far"),
        pytest.param("Tarn’s claims", 5, True, id="far and by name"),
    ],
)
def test_what_lies_far_off_has_to_fit_better(denied: str, between: int, linked: bool) -> None:
    story = told(
        f"Tarn charged Avaria with theft. {RAIN * between}Avaria scorned {denied} at the lake."
    )
    charge = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria with theft", cue="charged", source="Tarn"
    )
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, f"{denied} at the lake", cue="scorned", source="Avaria"
    )
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([charge] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the brutal shelling of the port", True, id="the deed"),
        pytest.param("the bill as written to hide the shelling of the port", False, id="as, to"),
        pytest.param("the mayor, who saw the shelling of the port", False, id="of somebody"),
        pytest.param("her in the shelling of the port", False, id="in it"),
        pytest.param("plans that would end in the shelling of the port", False, id="would"),
        pytest.param("as barbaric the shelling of the port", True, id="as what it is judged"),
        pytest.param("what it saw as the shelling of the port", True, id="as what it is seen"),
    ],
)
def test_a_deed_beside_what_is_judged_is_not_judged(words: str, linked: bool) -> None:
    story = told(f"Frost came. Avaria condemned {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "shelling of the port")
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue="condemned", source="Avaria")
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"), [("the veto of the bill", True), ("the bill on harbours", False)]
)
def test_who_backs_a_bill_does_not_back_its_veto(words: str, linked: bool) -> None:
    story = told(f"Tarn gave his veto to the bill on harbours. Avaria backed {words}.")
    deed = story.happen(EventType.REJECT, "per:tarn", "Tarn gave his veto to the bill on harbours")
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue="backed", source="Avaria")
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([deed] if linked else [])


@pytest.mark.parametrize(("doer", "linked"), [("state:BEL", True), ("state:AVA", False)])
def test_nobody_answers_his_own_deed(doer: str, linked: bool) -> None:
    story = told("The port was shelled. Avaria deplored the shelling.")
    deed = story.happen(EventType.ASSAULT, doer, "The port was shelled")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the shelling", cue="deplored", source="Avaria"
    )
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("refused", "linked"),
    [
        pytest.param("this was out of the question", True, id="this"),
        pytest.param("it was out of the question", True, id="it"),
        pytest.param("this bill on harbours had no friends", False, id="this bill"),
    ],
)
def test_a_refused_thing_is_no_refused_demand(refused: str, linked: bool) -> None:
    story = told(f"Tarn urged Cyrland to strike it down. Cold came. Avaria said {refused}.")
    demand = story.say(
        Act.DEMAND, "per:tarn", "state:CYR", "Cyrland to strike it down", cue="urged", source="Tarn"
    )
    answer = story.say(Act.REFUSE, "state:AVA", None, refused, cue="said", source="Avaria")
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([demand] if linked else [])


def test_a_refusal_is_no_answer_to_a_charge_that_is_like_in_words() -> None:
    story = told(
        "Tarn criticised Avaria over frogs in the old harbour mill. Cold came. Mud dried. "
        "Avaria declined the harbour mill and its frogs."
    )
    story.say(
        Act.CRITICISE, "per:tarn", "state:AVA", "Avaria over frogs in the old harbour mill",
        cue="criticised", source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.REFUSE, "state:AVA", None, "the harbour mill and its frogs", cue="declined",
        source="Avaria",
    )  # fmt: skip
    assert [each for each in link_within(story.record()) if each.answer == answer] == []


@pytest.mark.parametrize(("act", "linked"), [(Act.ACCUSE, True), (Act.ASSERT, False)])
def test_two_words_in_common_are_repeated_by_colleagues_to_one_end(act: Act, linked: bool) -> None:
    story = told(
        "Tarn of Belmark accused the harbour mill. Frost came. Belmark spoke of the harbour mill."
    )
    first = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "the harbour mill", cue="accused", source="Tarn"
    )
    again = story.say(
        act, "state:BEL", "state:AVA", "of the harbour mill", cue="spoke", source="Belmark"
    )
    links = [
        each.answered
        for each in link_within(story.record())
        if each.answer == again and each.relation is Relation.REPEATS
    ]
    assert links == ([first] if linked else [])


@pytest.mark.parametrize(
    ("told_as", "modality", "linked"),
    [
        pytest.param("the raid on the mill", Modality.ACTUAL, True, id="told"),
        pytest.param("the raid on the mill", Modality.ALLEGED, True, id="alleged"),
        pytest.param("the raid on the mill", Modality.HYPOTHETICAL, False, id="that might be"),
        pytest.param("any raid on the mill", Modality.ACTUAL, False, id="any"),
    ],
)
def test_what_might_be_is_no_deed_to_judge(told_as: str, modality: Modality, linked: bool) -> None:
    story = told(f"Cyrland told of {told_as}. Avaria deplored the raid on the mill.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", told_as)
    story.events = [replace(event, modality=modality) for event in story.events]
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the raid on the mill", cue="deplored", source="Avaria"
    )
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("words", "linked"),
    [("the burning of the mill a disgrace", True), ("that the burning of the mill was odd", False)],
)
def test_who_finds_out_rates_nothing(words: str, linked: bool) -> None:
    story = told(f"Avaria found {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "burning of the mill")
    answer = story.say(Act.ASSERT, "state:AVA", None, words, cue="found", source="Avaria")
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("before", "between", "refused", "linked"),
    [
        pytest.param(True, 0, "to recognise Tarn", True, id="just before"),
        pytest.param(True, 2, "to recognise Tarn", False, id="before, without a word"),
        pytest.param(True, 2, "to send frogs to Tarn", True, id="before, with its word"),
        pytest.param(False, 1, "to send frogs to Tarn", True, id="soon after"),
        pytest.param(False, 3, "to send frogs to Tarn", False, id="long after"),
    ],
)
def test_a_refusal_turns_down_what_was_asked_before(
    before: bool, between: int, refused: str, linked: bool
) -> None:
    sentences = ["Tarn called for tame frogs.", RAIN * between, f"Avaria refused {refused}."]
    story = told(" ".join(sentences if before else reversed(sentences)))
    demand = story.say(Act.DEMAND, "per:tarn", None, "tame frogs", cue="called for", source="Tarn")
    answer = story.say(Act.REFUSE, "state:AVA", "per:tarn", refused, cue="refused", source="Avaria")
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([demand] if linked else [])


@pytest.mark.parametrize(
    ("before", "linked"),
    [
        pytest.param("he would skip the meeting in May", True, id="is it"),
        pytest.param("he would skip the meeting before his speech", False, id="speaks of his"),
        pytest.param("he would skip the meeting before the speech", False, id="speaks of it"),
    ],
)
def test_who_speaks_of_a_speech_does_not_hold_it(before: str, linked: bool) -> None:
    story = told(f"Tarn said {before}. Avaria derided the speech as noise.")
    words = story.say(Act.ASSERT, "per:tarn", None, before, cue="said", source="Tarn")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the speech as noise", cue="derided", source="Avaria"
    )
    links = [each for each in link_within(story.record()) if each.answer == answer]
    assert [each.answered for each in links] == ([words] if linked else [])


@pytest.mark.parametrize(
    ("rest", "linked"),
    [
        pytest.param("", True, id="nothing else"),
        pytest.param(" on a grey day when gulls cried over wet roofs", False, id="much else"),
    ],
)
def test_two_words_of_many_are_not_repeated_by_colleagues(rest: str, linked: bool) -> None:
    story = told(
        "Tarn of Belmark accused the harbour mill. Frost came. "
        f"Belmark told tales of the harbour mill{rest}."
    )
    first = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "the harbour mill", cue="accused", source="Tarn"
    )
    again = story.say(
        Act.ACCUSE, "state:BEL", "state:AVA", f"of the harbour mill{rest}", cue="told tales",
        source="Belmark",
    )  # fmt: skip
    links = [
        each.answered
        for each in link_within(story.record())
        if each.answer == again and each.relation is Relation.REPEATS
    ]
    assert links == ([first] if linked else [])
