"""Rounds of reactions to one deed, steps in return, and deeds that predictions are made of."""

from dataclasses import replace

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.rounds import round_links
from rejoinder.exchanges.scene import Scene
from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


def answered(story: Story, answer: StatementId) -> list[tuple[str, Relation]]:
    return [
        (link.answered, link.relation)
        for link in link_within(story.record())
        if link.answer == answer and link.explicit
    ]


@pytest.mark.parametrize(
    ("words", "act", "relation"),
    [
        pytest.param("This is a blow to the miners", Act.CRITICISE, Relation.ANSWERS, id="this is"),
        pytest.param("it was the best of news", Act.SUPPORT, Relation.SUPPORTS, id="it was the"),
        pytest.param("it was hard to dig coal", Act.CRITICISE, None, id="of nothing told"),
        pytest.param("This is why coal is dear", Act.CRITICISE, None, id="a reason"),
        pytest.param("This is the third winter", Act.ASSERT, None, id="no judgement"),
    ],
)
def test_this_is_what_the_one_before_judged(
    words: str, act: Act, relation: Relation | None
) -> None:
    story = told(
        "Belmark shut the mines at Orlen. It rained all day. The harvest was near. "
        f"Tarn condemned the closing of the mines. Avaria said {words}."
    )
    deed = story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines at Orlen")
    story.say(
        Act.CRITICISE, "per:tarn", None, "the closing of the mines", cue="condemned", source="Tarn"
    )
    answer = story.say(act, "state:AVA", None, words, cue="said", source="Avaria")
    found = answered(story, answer)
    assert (deed in [other for other, _ in found]) is (relation is not None)
    assert relation is None or (deed, relation) in found


@pytest.mark.parametrize(
    ("between", "linked"),
    [
        pytest.param("", True, id="just before"),
        pytest.param("It rained all day. The harvest was near. ", False, id="long before"),
        pytest.param("Tarn said the pits were deep. ", False, id="somebody speaks between"),
    ],
)
def test_this_is_the_deed_told_just_before(between: str, linked: bool) -> None:
    story = told(f"Belmark shut the mines. {between}Avaria said this was a dark day.")
    deed = story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines")
    if "Tarn" in between:
        story.say(Act.ASSERT, "per:tarn", None, "the pits were deep", cue="said", source="Tarn")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "this was a dark day", cue="said", source="Avaria"
    )
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("kind", "linked"),
    [
        pytest.param(EventType.COERCE, True, id="a deed"),
        pytest.param(EventType.CONSULT, False, id="talks"),
    ],
)
def test_this_is_a_deed_and_no_talks(kind: EventType, linked: bool) -> None:
    story = told("Belmark spoke of the mines. Avaria said this was a dark day.")
    deed = story.happen(kind, "state:BEL", "Belmark spoke of the mines")
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "this was a dark day", cue="said", source="Avaria"
    )
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("it would take no reciprocal action for now", True, id="reciprocal"),
        pytest.param("it should refrain from steps in response", True, id="steps in response"),
        pytest.param("it weighed countermeasures", True, id="countermeasures"),
        pytest.param("it would take no action for now", False, id="any action"),
    ],
)
def test_step_in_return_answers_the_blow(words: str, linked: bool) -> None:
    story = told(f"Belmark froze the accounts of Avaria. It rained. Avaria said {words}.")
    blow = story.happen(EventType.SANCTION, "state:BEL", "Belmark froze the accounts of Avaria")
    answer = story.say(Act.INTEND, "state:AVA", None, words, cue="said", source="Avaria")
    assert (blow in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "act", "linked"),
    [
        pytest.param("the move would hurt the miners", Act.PREDICT, True, id="foreseen"),
        pytest.param("that the decision was right", Act.SUPPORT, True, id="praised"),
        pytest.param("the decision was its own", Act.ASSERT, True, id="said of a decision"),
        pytest.param("the miners would dislike the move", Act.PREDICT, False, id="not of it"),
    ],
)
def test_what_is_foreseen_of_a_deed_answers_it(words: str, act: Act, linked: bool) -> None:
    story = told(f"Belmark announced its decision to shut the mines. Avaria said {words}.")
    deed = story.happen(
        EventType.COERCE, "state:BEL", "Belmark announced its decision to shut the mines"
    )
    answer = story.say(act, "state:AVA", None, words, cue="said", source="Avaria")
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("decisions by Belmark unlawful", True, id="by whom"),
        pytest.param("Belmark’s decision unlawful", True, id="whose"),
        pytest.param("decisions by Cyrland unlawful", False, id="of another"),
    ],
)
def test_decisions_of_somebody_are_what_he_is_told_to_have_decided(
    words: str, linked: bool
) -> None:
    story = told(f"Belmark voted to shut the mines. Avaria called {words}.")
    vote = story.say(
        Act.ASSERT, "state:BEL", None, "shut the mines", cue="voted to", source="Belmark"
    )
    answer = story.say(Act.CRITICISE, "state:AVA", None, words, cue="called", source="Avaria")
    assert (vote in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("act", "linked"), [(Act.CRITICISE, True), (Act.DENY, False), (Act.ASSERT, False)]
)
def test_condemned_deed_may_be_one_that_another_party_told(act: Act, linked: bool) -> None:
    story = told(
        "Tarn said Cyrland began the shelling of Orlen. It rained all day. The harvest was near. "
        "Avaria said the shelling was without cause."
    )
    deed = story.happen(EventType.ASSAULT, "state:CYR", "Cyrland began the shelling of Orlen")
    teller = story.say(
        Act.ACCUSE, "per:tarn", "state:CYR", "Cyrland began the shelling of Orlen", cue="said",
        source="Tarn",
    )  # fmt: skip
    story.tell(deed, teller)
    answer = story.say(
        act, "state:AVA", None, "the shelling was without cause", cue="said", source="Avaria"
    )
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the latest spate of violence", True, id="counted"),
        pytest.param("the dozens of victims", True, id="victims"),
        pytest.param("the high price of coal", False, id="another matter"),
    ],
)
def test_regretted_violence_is_answered(words: str, linked: bool) -> None:
    story = told(f"Gunmen left ten dead in violence at Orlen. Avaria regrets {words}.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Gunmen left ten dead in violence at Orlen")
    answer = story.say(Act.CRITICISE, "state:AVA", None, words, cue="regrets", source="Avaria")
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("told_as", "linked"),
    [
        pytest.param("Belmark took over the harbour at Orlen", True, id="in like words"),
        pytest.param("Belmark shelled the road", False, id="another deed"),
    ],
)
def test_judged_deed_of_nobody_named_is_the_one_that_the_publisher_tells(
    told_as: str, linked: bool
) -> None:
    story = told(
        f"{told_as}. It rained. Coal was dear. The harvest was near. Snow fell. "
        "Avaria condemned the harbour takeover."
    )
    deed = story.happen(EventType.ASSAULT, "state:BEL", told_as)
    judged = story.happen(EventType.ASSAULT, "state:CYR", "the harbour takeover")
    story.events[-1] = replace(story.events[-1], actor=())
    answer = story.say(
        Act.CRITICISE, "state:AVA", None, "the harbour takeover", cue="condemned", source="Avaria"
    )
    story.tell(judged, answer)
    assert [other for other, _ in answered(story, answer)] == [deed if linked else judged]


@pytest.mark.parametrize(
    ("between", "linked"),
    [
        pytest.param("It rained. Coal was dear. ", True, id="a few sentences before"),
        pytest.param("It rained. Coal was dear. Snow fell. The harvest was near. ", False,
                     id="far before"),
    ],
)  # fmt: skip
def test_who_would_retaliate_means_the_last_blow_to_his_side(between: str, linked: bool) -> None:
    story = told(f"Belmark froze the accounts of Avaria. {between}Avaria said it would retaliate.")
    blow = story.happen(EventType.SANCTION, "state:BEL", "Belmark froze the accounts of Avaria")
    answer = story.say(
        Act.WARN, "state:AVA", None, "it would retaliate", cue="said", source="Avaria"
    )
    assert (blow in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the Orlen incident an outrage", True, id="by its place"),
        pytest.param("the Harlow incident an outrage", False, id="another place"),
    ],
)
def test_incident_is_meant_by_the_name_of_its_place(words: str, linked: bool) -> None:
    story = told(
        "Gunmen killed two in Orlen. It rained. Coal was dear. Snow fell. The harvest was near. "
        f"Avaria called {words}."
    )
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Gunmen killed two in Orlen")
    answer = story.say(Act.ACCUSE, "state:AVA", None, words, cue="called", source="Avaria")
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("Cyrland to release a dozen miners", True, id="released"),
        pytest.param("Cyrland to return a call", False, id="another thing"),
    ],
)
def test_who_is_to_be_released_was_taken(words: str, linked: bool) -> None:
    story = told(f"Cyrland detained a dozen miners. Avaria called on {words}.")
    deed = story.happen(EventType.COERCE, "state:CYR", "Cyrland detained a dozen miners")
    answer = story.say(
        Act.DEMAND, "state:AVA", "state:CYR", words, cue="called on", source="Avaria"
    )
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


def test_who_confirms_a_deed_that_another_told_supports_it() -> None:
    story = told("Tarn said Cyrland planned a capture of Orlen. Avaria confirmed the capture.")
    deed = story.happen(EventType.ASSAULT, "state:CYR", "Cyrland planned a capture of Orlen")
    teller = story.say(
        Act.ACCUSE, "per:tarn", "state:CYR", "Cyrland planned a capture of Orlen", cue="said",
        source="Tarn",
    )  # fmt: skip
    story.tell(deed, teller)
    answer = story.say(
        Act.ASSERT, "state:AVA", None, "the capture", cue="confirmed", source="Avaria"
    )
    assert (deed, Relation.SUPPORTS) in answered(story, answer)


@pytest.mark.parametrize(
    ("source", "linked"), [pytest.param("", False, id="nobody"), pytest.param("Avaria", True)]
)
def test_nobody_answers_words_by_naming_them(source: str, linked: bool) -> None:
    story = told(
        "Joren Tarn said the mines would close. Women left as soon as it was made known by Avaria "
        "that Tarn’s announcement was late."
    )
    words = story.say(
        Act.INTEND, "per:tarn", None, "the mines would close", cue="said", source="Joren Tarn"
    )
    answer = story.say(
        Act.ASSERT, "state:AVA" if source else None, None, "Tarn’s announcement was late",
        cue="was made known", source=source,
    )  # fmt: skip
    assert (words in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "act", "linked"),
    [
        pytest.param("the law would muzzle the press", Act.PREDICT, True, id="foreseen"),
        pytest.param("the bill was a disgrace", Act.CRITICISE, True, id="judged"),
        pytest.param("the law is old", Act.ASSERT, False, id="merely told"),
        pytest.param("nobody reads the law", Act.CRITICISE, False, id="not of it"),
        pytest.param("the bill a disgrace", Act.CRITICISE, True, id="judged outright"),
        pytest.param("the measure", Act.REFUSE, True, id="turned down"),
        pytest.param("the measure", Act.INTEND, False, id="neither"),
    ],
)
def test_the_law_is_the_one_that_somebody_passed(words: str, act: Act, linked: bool) -> None:
    story = told(
        "Belmark has passed a law on newspapers. It rained. Coal was dear. Snow fell. "
        f"The harvest was near. Avaria said {words}."
    )
    passed = story.say(
        Act.ASSERT, "state:BEL", None, "on newspapers", cue="has passed a law", source="Belmark"
    )
    answer = story.say(act, "state:AVA", None, words, cue="said", source="Avaria")
    assert (passed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("whose", "linked"),
    [
        pytest.param("Decisions by the council", True, id="of another body"),
        pytest.param("Decisions by the court", False, id="of nobody who decided"),
    ],
)
def test_bodies_of_one_state_may_judge_each_other(whose: str, linked: bool) -> None:
    words = whose[0].lower() + whose[1:]
    story = told(f"The council voted to shut the mines. The chief of Avaria called {words} void.")
    story.actor("gov:AVA-council", "The council", "AVA", "GOV")
    story.actor("per:chief", "The chief", "AVA", "GOV")
    vote = story.say(
        Act.ASSERT, "gov:AVA-council", None, "shut the mines", cue="voted to", source="The council"
    )
    answer = story.say(
        Act.CRITICISE, "per:chief", None, f"{words} void", cue="called", source="The chief"
    )
    assert (vote in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("that the best claim to Orlen was its own", id="that the"),
        pytest.param("its reports came ahead of the visit of Joren Tarn", id="ahead of"),
    ],
)
def test_nouns_that_are_nobodys_words_point_at_none(words: str) -> None:
    story = told(f"Joren Tarn said Orlen was his. Avaria said {words}.")
    story.say(Act.ASSERT, "per:tarn", None, "Orlen was his", cue="said", source="Joren Tarn")
    answer = story.say(Act.PREDICT, "state:AVA", None, words, cue="said", source="Avaria")
    assert answered(story, answer) == []


def test_we_at_the_head_of_a_sentence_speak() -> None:
    story = told("Clashes left ten dead in Orlen. “We deeply regret the deaths,” Avaria said.")
    deed = story.happen(EventType.ASSAULT, "state:BEL", "Clashes left ten dead in Orlen")
    answer = story.say(
        Act.SUPPORT, "state:AVA", None, "We deeply regret the deaths,", cue="said", source="Avaria"
    )
    assert deed in [other for other, _ in answered(story, answer)]


_FILLING = " ".join(f"Pit {number} was quiet." for number in range(20))


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the reversal", True, id="the only one"),
        pytest.param("the shelling", False, id="another deed"),
    ],
)
def test_only_deed_of_a_noun_is_meant_from_afar(words: str, linked: bool) -> None:
    story = told(
        f"Belmark reversed its decision on the mines. {_FILLING} Avaria applauded {words} on "
        "Friday and left."
    )
    deed = story.happen(
        EventType.CONCEDE, "state:BEL", "Belmark reversed its decision on the mines"
    )
    answer = story.say(Act.SUPPORT, "state:AVA", None, words, cue="applauded", source="Avaria")
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        pytest.param("the answer to the robbery of the bank be found", True, id="a known deed"),
        pytest.param("the answer to any robbery of a bank be found", False, id="any deed"),
    ],
)
def test_answer_to_any_deed_is_to_none(words: str, linked: bool) -> None:
    story = told(f"Gunmen took part in the robbery of a bank. Avaria demanded that {words}.")
    deed = story.happen(EventType.COERCE, "state:BEL", "Gunmen took part in the robbery of a bank")
    answer = story.say(Act.DEMAND, "state:AVA", None, words, cue="demanded", source="Avaria")
    assert (deed in [other for other, _ in answered(story, answer)]) is linked


def test_what_refers_to_a_thing_announces_no_answer() -> None:
    story = told(
        "The second question was about the mines of Avaria. The wording was referring to a charter "
        "that gave Avaria the mines."
    )
    asked = story.say(
        Act.ASSERT, None, "state:AVA", "the mines of Avaria", cue="was about",
        source="The second question",
    )  # fmt: skip
    story.say(
        Act.ASSERT, None, "state:AVA", "a charter that gave Avaria the mines",
        cue="was referring to", source="The wording",
    )  # fmt: skip
    assert answered(story, asked) == []


def judged_before(
    speaker: str, source: str, relation_to: str = "deed", inner: str = ""
) -> tuple[Story, list[StatementId | EventId]]:
    """Return what "this" is taken to answer where somebody judged the same just before.

    ``relation_to`` is what the one before answers: a deed, or words of whoever speaks last.
    """
    story = told(
        "Belmark shut the mines. Avaria said it would sell the pits. It rained all day. "
        f"{source} condemned the sale{inner}. Avaria said this was a dark day."
    )
    deed = story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines")
    own = story.say(
        Act.INTEND, "state:AVA", None, "it would sell the pits", cue="said", source="Avaria"
    )
    before = story.say(
        Act.CRITICISE, speaker, None, f"the sale{inner}", cue="condemned", source=source
    )
    if inner:
        words = inner.removeprefix(" that ")
        story.say(Act.ASSERT, "state:CYR", None, words, source="Cyrland", parent=before)
    last = story.say(
        Act.CRITICISE, "state:AVA", None, "this was a dark day", cue="said", source="Avaria"
    )
    meant = EventId(deed) if relation_to == "deed" else own
    link = make_link(before, meant, Relation.ANSWERS, evidence=story.span("condemned"), score=0.6)
    found = round_links(Scene(story.record()), [link])
    return story, [each.answered for each in found if each.answer == last]


@pytest.mark.parametrize(
    ("speaker", "source", "meant", "inner", "linked"),
    [
        pytest.param("per:tarn", "Tarn", "deed", "", True, id="another judged a deed"),
        pytest.param("gov:AVA-defence", "the ministry", "deed", "", False, id="his own ministry"),
        pytest.param("per:tarn", "Tarn", "words", "", False, id="another judged his own words"),
        pytest.param(
            "per:tarn", "Tarn", "deed", " that Cyrland told him of", True, id="telling a third's"
        ),
    ],
)
def test_this_is_not_what_one_s_own_side_said_or_judged(
    speaker: str, source: str, meant: str, inner: str, linked: bool
) -> None:
    story, found = judged_before(speaker, source, meant, inner)
    assert found == ([story.events[0].id] if linked else [])


@pytest.mark.parametrize(
    ("own", "linked"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param("before", True, id="the judge"),
        pytest.param("other", False, id="somebody else"),
    ],
)
def test_who_has_answered_somebody_else_answers_no_round(own: str, linked: bool) -> None:
    story = told(
        "Belmark shut the mines. Cyrland hailed it. Tarn condemned the closing. "
        "Avaria said this was a dark day."
    )
    deed = EventId(story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines"))
    other = story.say(Act.SUPPORT, "state:CYR", None, "it", cue="hailed", source="Cyrland")
    before = story.say(
        Act.CRITICISE, "per:tarn", None, "the closing", cue="condemned", source="Tarn"
    )
    last = story.say(
        Act.CRITICISE, "state:AVA", None, "this was a dark day", cue="said", source="Avaria"
    )
    links = [make_link(before, deed, Relation.ANSWERS, evidence=story.span("closing"), score=0.6)]
    if own:
        meant = before if own == "before" else other
        said = story.span("this was")
        links.append(make_link(last, meant, Relation.ANSWERS, evidence=said, score=0.6))
    found = round_links(Scene(story.record()), links)
    assert [each.answered for each in found if each.answer == last] == ([deed] if linked else [])


@pytest.mark.parametrize(
    ("opening", "speaker", "nested", "linked"),
    [
        pytest.param("state:BEL", "state:AVA", False, True, id="another's step"),
        pytest.param("state:AVA", "state:AVA", False, False, id="one's own step"),
        pytest.param("state:BEL", "state:AVA", True, False, id="told by another"),
    ],
)
def test_a_verdict_is_on_the_step_that_opens(
    opening: str, speaker: str, nested: bool, linked: bool
) -> None:
    name = "Belmark" if opening == "state:BEL" else "Avaria"
    story = told(
        f"{name} vowed to shut the mines. It rained all day. Coal was dear. Snow fell. "
        "Tarn noted that Avaria said this is a blatant attempt to starve the valley."
    )
    step = story.say(Act.INTEND, opening, None, "shut the mines", cue="vowed to", source=name)
    outer = None
    if nested:
        words = "Avaria said this is a blatant attempt to starve the valley"
        outer = story.say(Act.ASSERT, "per:tarn", None, words, cue="noted", source="Tarn")
    last = story.say(
        Act.CRITICISE,
        speaker,
        None,
        "this is a blatant attempt to starve the valley",
        cue="said",
        source="Avaria",
        parent=outer,
    )
    found = round_links(Scene(story.record()), [])
    assert [each.answered for each in found if each.answer == last] == ([step] if linked else [])


@pytest.mark.parametrize("words", ["this was a dark day", "this is a blatant attempt to starve us"])
@pytest.mark.parametrize("has_answered", [False, True])
def test_who_has_answered_a_deed_means_no_other(words: str, has_answered: bool) -> None:
    story = told(
        f"Cyrland burned the ferry. Belmark shut the mines. Avaria said {words}.",
    )
    burned = EventId(story.happen(EventType.ASSAULT, "state:CYR", "Cyrland burned the ferry"))
    shut = EventId(story.happen(EventType.COERCE, "state:BEL", "Belmark shut the mines"))
    last = story.say(Act.CRITICISE, "state:AVA", None, words, cue="said", source="Avaria")
    evidence = story.span("said")
    own = make_link(last, burned, Relation.ANSWERS, evidence=evidence, score=0.6)
    found = round_links(Scene(story.record()), [own] if has_answered else [])
    assert [each.answered for each in found] == ([] if has_answered else [shut])


def test_this_is_whatever_words_of_a_third_the_one_before_judged() -> None:
    story = told("Cyrland hailed the sale. Tarn scorned that. Avaria said this was a dark day.")
    third = story.say(Act.SUPPORT, "state:CYR", None, "the sale", cue="hailed", source="Cyrland")
    before = story.say(Act.CRITICISE, "per:tarn", None, "that", cue="scorned", source="Tarn")
    last = story.say(
        Act.CRITICISE, "state:AVA", None, "this was a dark day", cue="said", source="Avaria"
    )
    evidence = story.span("scorned")
    link = make_link(before, third, Relation.ANSWERS, evidence=evidence, score=0.6)
    found = round_links(Scene(story.record()), [link])
    assert [each.answered for each in found if each.answer == last] == [third]
