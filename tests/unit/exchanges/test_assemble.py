from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.articles import on_day
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.assemble import assemble
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.within import link_within
from rejoinder.model.event import EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act


def quarrel() -> tuple[Story, list[Link]]:
    story = told(
        "Tarn said that Avaria brought mountain fighters to the valley. Avaria denied the claims "
        "about mountain fighters. Tarn demanded that Avaria open the archives.",
        day=date(2031, 5, 4),
    )
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria brought mountain fighters to the valley",
        cue="said", source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.DENY, "state:AVA", "per:tarn", "the claims about mountain fighters", cue="denied",
        source="Avaria",
    )  # fmt: skip
    demand = story.say(
        Act.DEMAND, "per:tarn", "state:AVA", "Avaria open the archives", cue="demanded",
        source="Tarn",
    )  # fmt: skip
    return story, [
        make_link(answer, claim, Relation.DENIES, evidence=None, score=0.5),
        make_link(demand, answer, Relation.ANSWERS, evidence=None, score=0.5),
    ]


def test_turns_follow_what_they_answer() -> None:
    story, links = quarrel()
    (exchange,) = assemble([story.record()], reversed(links))
    assert [turn.statement_id for turn in exchange.turns] == [s.id for s in story.statements]
    assert [len(turn.answers) for turn in exchange.turns] == [0, 1, 1]


def test_what_nobody_answers_is_told() -> None:
    story, links = quarrel()
    (exchange,) = assemble([story.record()], links)
    assert exchange.unanswered == (story.statements[2].id,)


def test_title_names_the_speakers_and_the_matter() -> None:
    story, links = quarrel()
    (exchange,) = assemble([story.record()], links)
    assert exchange.title == "Joren Tarn – Avaria: mountain fighters"
    assert exchange.parties == ("per:tarn", "state:AVA")


@pytest.mark.parametrize(
    ("other", "title"),
    [
        pytest.param("gov:AVA-defence", "Avaria – Joren Tarn: toll roads", id="its own ministry"),
        pytest.param("state:CYR", "Avaria – Cyrland: toll roads", id="another state"),
    ],
)
def test_title_names_parties_of_two_sides(other: str, title: str) -> None:
    story = told("Avaria said the toll roads are shut. The toll roads are open. Tarn lied.")
    said = [
        story.say(Act.ACCUSE, speaker, "per:tarn", words, cue="said")
        for speaker, words in (
            ("state:AVA", "the toll roads are shut"),
            (other, "The toll roads are open"),
            ("state:AVA", "Tarn lied"),
        )
    ]
    links = [
        make_link(one, said[1], Relation.CONTRADICTS, evidence=None, score=0.5)
        for one in (said[0], said[2])
    ]
    (exchange,) = assemble([story.record()], links)
    assert exchange.title == title


def test_the_matter_is_that_of_those_whom_the_title_names() -> None:
    said = (
        ("state:AVA", "per:tarn", "the toll roads are shut"),
        ("per:tarn", "state:AVA", "the toll roads are open"),
        ("state:CYR", "state:BEL", "Belmark burnt the apple orchards"),
        ("state:BEL", "state:CYR", "the apple orchards withered"),
        ("state:CYR", "state:BEL", "the apple orchards are black"),
        ("state:BEL", "state:CYR", "nobody sees the apple orchards"),
        ("per:tarn", "state:AVA", "Avaria invents it"),
        ("state:AVA", "per:tarn", "Tarn knows nothing"),
        ("per:tarn", "state:AVA", "Avaria does"),
        ("state:AVA", "per:tarn", "it is late"),
    )
    story = told(". ".join(f"It said {words}" for _, _, words in said) + ".")
    turns = [story.say(Act.ACCUSE, one, other, words, cue="said") for one, other, words in said]
    links = [
        make_link(one, other, Relation.ANSWERS, evidence=None, score=0.5)
        for other, one in pairwise(turns)
    ]
    (exchange,) = assemble([story.record()], links)
    assert exchange.parties[:2] == ("per:tarn", "state:AVA")
    assert "roads" in exchange.title
    assert "orchards" not in exchange.title


def test_whom_a_party_speaks_for_is_no_matter() -> None:
    story = told("Tarn said the drills hurt no Belmarkers. Avaria said Belmarkers fear the drills.")
    claim = story.say(Act.ASSERT, "per:tarn", None, "the drills hurt no Belmarkers", cue="said")
    answer = story.say(
        Act.CRITICISE, "state:AVA", "per:tarn", "Belmarkers fear the drills", cue="said"
    )
    links = [make_link(answer, claim, Relation.ANSWERS, evidence=None, score=0.5)]
    (exchange,) = assemble([story.record()], links)
    assert exchange.title == "Joren Tarn – Avaria: drills"


def test_nested_claim_is_a_turn_that_knows_where_it_survives() -> None:
    story = told("The ministry said that in his fabrications Tarn claims that Avaria hides spies.")
    outer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn",
        "in his fabrications Tarn claims that Avaria hides spies", cue="said",
        source="The ministry",
    )  # fmt: skip
    inner = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="claims", source="Tarn",
        parent=outer,
    )  # fmt: skip
    (exchange,) = assemble([story.record()], link_within(story.record()))
    assert [(turn.statement_id, turn.nested) for turn in exchange.turns] == [
        (inner, outer),
        (outer, None),
    ]
    assert exchange.unanswered == ()


def test_repetition_alone_is_no_exchange() -> None:
    story, _ = quarrel()
    first, _, last = (statement.id for statement in story.statements)
    alone = [make_link(last, first, Relation.REPEATS, evidence=None, score=1.0)]
    assert assemble([story.record()], alone) == ()


@pytest.mark.parametrize(
    ("about", "turns"),
    [
        pytest.param("state:AVA", 3, id="the same adversary"),
        pytest.param("state:CYR", 1, id="somebody else"),
        pytest.param(None, 3, id="nobody named"),
    ],
)
def test_what_a_speaker_goes_on_to_say_far_from_others_is_no_turn(
    about: str | None, turns: int
) -> None:
    story, links = quarrel()
    told_before = [statement.id for statement in story.statements]
    before, more = told_before[-1], list[StatementId]()
    for words in ("Avaria open", "the archives", "open", "archives", "Avaria"):
        one = story.say(Act.DEMAND, "per:tarn", about, words, cue="demanded", source="Tarn")
        links.append(make_link(one, before, Relation.SUPPORTS, evidence=None, score=0.5))
        more.append(before := one)
    (exchange,) = assemble([story.record()], links)
    found = {turn.statement_id for turn in exchange.turns}
    assert found == {*told_before, *more[:turns]}


@pytest.mark.parametrize(
    ("relation", "marked", "turns"),
    [
        pytest.param(Relation.SUPPORTS, True, 2, id="he added"),
        pytest.param(Relation.REPEATS, False, 2, id="said again"),
        pytest.param(Relation.SUPPORTS, False, 1, id="by mere nearness"),
    ],
)
def test_who_says_that_he_goes_on_is_near_whomever_it_is_about(
    relation: Relation, marked: bool, turns: int
) -> None:
    story, links = quarrel()
    before, more = story.statements[-1].id, list[StatementId]()
    for words in ("Avaria open", "the archives"):
        one = story.say(Act.ASSERT, "per:tarn", "state:CYR", words, cue="said", source="Tarn")
        links.append(
            make_link(
                one, before, relation, evidence=story.span("Tarn") if marked else None, score=0.5
            )
        )
        more.append(before := one)
    (exchange,) = assemble([story.record()], links)
    found = {turn.statement_id for turn in exchange.turns}
    assert [one for one in more if one in found] == more[:turns]


@pytest.mark.parametrize(
    ("relation", "turns"), [(Relation.REPEATS, 4), (Relation.SUPPORTS, 1)], ids=["again", "on"]
)
def test_what_is_told_again_is_as_near_as_what_it_repeats(relation: Relation, turns: int) -> None:
    story, links = quarrel()
    before, more = story.statements[-1].id, list[StatementId]()
    for words in ("Avaria open", "the archives", "open the", "archives"):
        one = story.say(Act.ASSERT, "per:tarn", "state:CYR", words, cue="said", source="Tarn")
        links.append(make_link(one, before, relation, evidence=None, score=0.5))
        more.append(before := one)
    (exchange,) = assemble([story.record()], links)
    found = {turn.statement_id for turn in exchange.turns}
    assert [one for one in more if one in found] == more[:turns]


@pytest.mark.parametrize("is_retold", [True, False])
def test_what_is_told_again_stands_where_it_is_told_again(is_retold: bool) -> None:
    early, late = (
        told("Tarn said that Avaria lied. Avaria denied it.", ref=ref, day=date(2031, 5, day))
        for ref, day in (("early", 6), ("late", 9))
    )
    claim = early.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said", source="Tarn")
    answer = early.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied", source="Avaria")
    again = late.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said", source="Tarn")
    late.statements[-1] = replace(late.statements[-1], said=on_day(date(2031, 5, 5)))
    relation = Relation.REPEATS if is_retold else Relation.SUPPORTS
    links = [
        make_link(answer, claim, Relation.DENIES, evidence=None, score=0.5),
        make_link(again, claim, relation, evidence=None, score=0.5),
    ]
    (exchange,) = assemble([early.record(), late.record()], links)
    turns = [claim, answer, again] if is_retold else [claim, again, answer]
    assert [turn.statement_id for turn in exchange.turns] == turns


def test_what_an_article_without_a_day_tells_again_stands_where_it_was_said() -> None:
    early = told("Tarn said that Avaria lied. Avaria denied it.", ref="e", day=date(2031, 5, 6))
    undated = told("Tarn said that Avaria lied.", ref="u")
    claim = early.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said", source="Tarn")
    answer = early.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied", source="Avaria")
    again = undated.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said")
    undated.statements[-1] = replace(undated.statements[-1], said=on_day(date(2031, 5, 5)))
    links = [
        make_link(answer, claim, Relation.DENIES, evidence=None, score=0.5),
        make_link(again, claim, Relation.REPEATS, evidence=None, score=0.5),
    ]
    (exchange,) = assemble([early.record(), undated.record()], links)
    assert [turn.statement_id for turn in exchange.turns] == [claim, again, answer]


@pytest.mark.parametrize("refs", [("one", "two"), ("two", "one")])
def test_of_what_was_said_on_one_day_the_article_that_came_out_first_comes_first(
    refs: tuple[str, str],
) -> None:
    stories = [
        told("Tarn said that Avaria lied.", ref=ref, day=date(2031, 5, day))
        for ref, day in zip(refs, (6, 7), strict=True)
    ]
    claims = []
    for each in stories:
        claims.append(each.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said"))
        each.statements[-1] = replace(each.statements[-1], said=on_day(date(2031, 5, 5)))
    last = told("Avaria denied it.", ref="last", day=date(2031, 5, 9))
    answer = last.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied", source="Avaria")
    links = [make_link(answer, x, Relation.DENIES, evidence=None, score=0.5) for x in claims]
    (exchange,) = assemble([each.record() for each in (*stories, last)], links)
    assert [turn.statement_id for turn in exchange.turns] == [*claims, answer]


def test_of_one_day_the_article_that_answers_less_comes_first() -> None:
    stories = [
        told("Tarn said that Avaria lied. Avaria denied it.", ref=ref, day=date(2031, 5, 6))
        for ref in ("one", "two", "three")
    ]
    claims = [
        each.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria lied", cue="said", source="Tarn")
        for each in stories
    ]
    answers = [
        each.say(Act.DENY, "state:AVA", "per:tarn", "it", cue="denied", source="Avaria")
        for each in stories
    ]
    # The second answers the first more often than the third does, but is answered as well.
    pairs = [
        (answers[1], claims[0]), (claims[1], claims[0]), (claims[1], answers[0]),
        (answers[1], answers[0]), (answers[2], claims[0]), (answers[2], claims[1]),
    ]  # fmt: skip
    links = [make_link(one, two, Relation.ANSWERS, evidence=None, score=0.5) for one, two in pairs]
    (exchange,) = assemble([each.record() for each in stories], links)
    turns = [turn.statement_id for turn in exchange.turns]
    assert turns == [claims[0], answers[0], claims[1], answers[1], answers[2]]


def test_more_that_is_said_beside_an_answer_to_a_deed_is_of_one_exchange() -> None:
    story, _ = quarrel()
    first, _, last = story.statements
    deed = story.happen(EventType.ASSAULT, "state:AVA", "Avaria")
    links = [
        make_link(first.id, EventId(deed), Relation.ANSWERS, evidence=None, score=0.6),
        make_link(last.id, first.id, Relation.SUPPORTS, evidence=None, score=0.5),
    ]
    (exchange,) = assemble([story.record()], links)
    assert {turn.statement_id for turn in exchange.turns} == {first.id, last.id}


def test_answer_to_a_repetition_answers_what_it_repeats() -> None:
    story, links = quarrel()
    claim, answer, again = (statement.id for statement in story.statements)
    links = [links[0], make_link(again, claim, Relation.REPEATS, evidence=None, score=1.0)]
    (exchange,) = assemble([story.record()], links)
    assert len(exchange.turns) == 3
    assert exchange.unanswered == ()
    assert answer in {turn.statement_id for turn in exchange.turns}


def test_link_to_what_is_not_there_is_left_out() -> None:
    story, links = quarrel()
    other = told("Cyrland said no.", ref="other")
    gone = other.say(Act.DENY, "state:CYR", None, "no", cue="said", source="Cyrland")
    links.append(make_link(gone, story.statements[0].id, Relation.DENIES, evidence=None, score=1.0))
    (exchange,) = assemble([story.record()], links)
    assert gone not in {turn.statement_id for turn in exchange.turns}


def test_offer_to_mediate_stands_where_it_is_told() -> None:
    story = told("Cyrland offered to mediate. Tarn turned that down. Avaria had blamed him for it.")
    offer = story.say(Act.OFFER, "state:CYR", "per:tarn", "to mediate", cue="offered")
    refusal = story.say(Act.REFUSE, "per:tarn", "state:CYR", "that", cue="turned", source="Tarn")
    charge = story.say(Act.ACCUSE, "state:AVA", "per:tarn", "him for it", cue="blamed")
    links = [
        make_link(offer, charge, Relation.MEDIATES, evidence=None, score=0.5),
        make_link(refusal, offer, Relation.REFUSES, evidence=None, score=0.5),
    ]
    (exchange,) = assemble([story.record()], links)
    assert [turn.statement_id for turn in exchange.turns] == [offer, refusal, charge]


def test_circle_of_answers_is_put_in_the_order_of_telling() -> None:
    story, _ = quarrel()
    one, two, three = (statement.id for statement in story.statements)
    circle = [
        make_link(one, three, Relation.ANSWERS, evidence=None, score=0.5),
        make_link(two, one, Relation.DENIES, evidence=None, score=0.5),
        make_link(three, two, Relation.ANSWERS, evidence=None, score=0.5),
    ]
    (exchange,) = assemble([story.record()], circle)
    assert [turn.statement_id for turn in exchange.turns] == [one, two, three]


@given(st.randoms(use_true_random=False), st.lists(st.booleans(), min_size=2, max_size=2))
def test_exchanges_do_not_depend_on_the_order_of_links(order: Random, twice: list[bool]) -> None:
    story, links = quarrel()
    given_links = [*links, *(link for link, again in zip(links, twice, strict=True) if again)]
    order.shuffle(given_links)
    assert assemble([story.record()], given_links) == assemble([story.record()], links)


def test_third_voice_in_support_is_no_answer() -> None:
    story, _ = quarrel()
    claim, other, _ = (statement.id for statement in story.statements)
    links = [make_link(other, claim, Relation.SUPPORTS, evidence=None, score=0.5)]
    (exchange,) = assemble([story.record()], links)
    assert exchange.unanswered == (claim,)
