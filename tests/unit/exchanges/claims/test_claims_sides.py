"""Which claims an answer is on: all that was said, where its own words pick out nothing."""

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.claims.group import group_claims
from rejoinder.exchanges.relate import make_link
from rejoinder.model.claim import Claim, ClaimStatus, Side
from rejoinder.model.event import EventType
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span, words_of
from rejoinder.model.statement import Act

CHARGE = "Avaria shelled the harbour and Avaria keeps hired divers near the wells"


def charged(reply: str) -> tuple[Story, StatementId, StatementId]:
    """Return a charge that tells two deeds, and what the ministry says to it."""
    story = told(
        f"Tarn said that {CHARGE}. The Avarian Defence Ministry dismissed {reply}.",
        day=date(2031, 5, 4),
    )
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", CHARGE, cue="said", source="Tarn")
    answer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn", reply, cue="dismissed",
        source="The Avarian Defence Ministry",
    )  # fmt: skip
    story.happen(EventType.ASSAULT, "state:AVA", "Avaria shelled the harbour")
    story.happen(EventType.MOBILIZE, "state:AVA", "Avaria keeps hired divers near the wells")
    return story, charge, answer


@pytest.mark.parametrize(
    ("reply", "words", "left"),
    [
        pytest.param("this as slander", None, [], id="all that was said"),
        pytest.param(
            "the claim that it shelled the harbour",
            "Avaria shelled the harbour",
            ["Avaria keeps hired divers near the wells"],
            id="one of two deeds",
        ),
    ],
)
def test_a_mere_verdict_turns_down_every_deed_of_a_charge(
    reply: str, words: str | None, left: list[str]
) -> None:
    story, charge, answer = charged(reply)
    story.events = [replace(each, asserted_by=charge) for each in story.events]
    link = make_link(answer, charge, Relation.DENIES, evidence=None, score=0.9)
    record = story.record()
    every = group_claims([record], [link])

    def said(claim: Claim) -> str | None:
        (part,) = (each for each in claim.parts if each.statement_id == charge)
        return words_of(part.words, record.article.text) or None

    (claim,) = (each for each in every if each.status is ClaimStatus.CONTESTED)
    sides = {(part.statement_id, part.side) for part in claim.parts}
    assert sides == {(charge, Side.ASSERTS), (answer, Side.DENIES)}
    assert said(claim) == words
    assert [said(each) for each in every if each is not claim] == left


def test_deeds_of_one_statement_that_nobody_else_takes_up_are_one_claim() -> None:
    story, charge, _ = charged("this as slander")
    story.events = [replace(each, asserted_by=charge) for each in story.events]
    story.statements = [each for each in story.statements if each.id == charge]
    (claim,) = group_claims([story.record()], [])
    assert [(part.statement_id, part.words) for part in claim.parts] == [(charge, ())]


def contested(story: Story, *links: Link) -> list[dict[StatementId, Side]]:
    """Return the sides of each contested claim."""
    return [
        {part.statement_id: part.side for part in claim.parts}
        for claim in group_claims([story.record()], links)
        if claim.status is ClaimStatus.CONTESTED
    ]


@pytest.mark.parametrize(
    ("act", "reply", "relation", "is_contested"),
    [
        pytest.param(
            Act.ASSERT, "no diver was ever kept near the wells", Relation.CONTRADICTS, True,
            id="the same, negated",
        ),
        pytest.param(
            Act.ASSERT, "divers like the water near the wells", Relation.CONTRADICTS, False,
            id="the same, not negated",
        ),
        pytest.param(
            Act.ASSERT, "the harvest was never so good", Relation.CONTRADICTS, False,
            id="something else",
        ),
        pytest.param(
            Act.DENY, "that it pays bakers too little", Relation.DENIES, False,
            id="a denial of something else",
        ),
        pytest.param(
            Act.DENY, "any wrongdoing in the village", Relation.DENIES, True,
            id="a denial of whatever is charged",
        ),
        pytest.param(
            Act.DENY, "that it keeps divers", Relation.DENIES, True, id="a denial in like words",
        ),
    ],
)  # fmt: skip
def test_an_answer_that_is_only_marked_has_to_be_about_the_same(
    act: Act, reply: str, relation: Relation, is_contested: bool
) -> None:
    words = "Avaria keeps hired divers near the wells"
    story = told(f"Tarn said that {words}. The ministry said {reply}.", day=date(2031, 5, 4))
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", words, cue="said", source="Tarn")
    answer = story.say(act, "gov:AVA-defence", "per:tarn", reply, cue="said", source="The ministry")
    link = make_link(answer, charge, relation, evidence=story.span("said"), score=0.6)
    sides = {charge: Side.ASSERTS, answer: Side.DENIES}
    assert contested(story, link) == ([sides] if is_contested else [])


@pytest.mark.parametrize(
    ("reply", "more", "denying"),
    [
        pytest.param("the offer", "", 0, id="merely turned down"),
        pytest.param("the idea of a mediator", "", 0, id="turned down by name"),
        pytest.param("the two need no mediator", "", 1, id="said to be needless"),
        pytest.param("the offer", "the two need no mediator", 2, id="said to be needless then"),
        pytest.param("the offer", "the grain is ripe", 0, id="something else said then"),
        pytest.param("the offer", "no grain is ripe", 0, id="something else denied then"),
    ],
)
def test_an_offer_is_contested_by_who_says_that_something_of_it_is_not_so(
    reply: str, more: str, denying: int
) -> None:
    story = told(
        f"Cyrland offered to mediate. Tarn turned down {reply}. He added {more or 'nothing'}.",
        day=date(2031, 5, 4),
    )
    offer = story.say(
        Act.OFFER, "state:CYR", "state:BEL", "to mediate", cue="offered", source="Cyrland"
    )
    answer = story.say(Act.REFUSE, "per:tarn", "state:CYR", reply, cue="turned down", source="Tarn")
    links = [make_link(answer, offer, Relation.REFUSES, evidence=None, score=1.0)]
    if more:
        act = Act.REFUSE if "no" in more else Act.ASSERT
        added = story.say(act, "per:tarn", None, more, cue="added", source="He")
        links.append(
            make_link(added, answer, Relation.SUPPORTS, evidence=story.span("added"), score=0.6)
        )
    found = contested(story, *links)
    assert [sum(each is Side.DENIES for each in sides.values()) for sides in found] == (
        [denying] if denying else []
    )


@pytest.mark.parametrize(
    ("act", "more", "goes_on"),
    [
        pytest.param(Act.ASSERT, "These men never slept", True, id="more of it"),
        pytest.param(Act.DEMAND, "These men must sleep", False, id="a demand"),
        pytest.param(Act.ASSERT, "Millers never sleep", False, id="nothing taken up"),
        pytest.param(Act.ASSERT, "These men love Cyrland", False, id="somebody else"),
    ],
)
def test_who_takes_up_his_own_charge_says_more_of_it(act: Act, more: str, goes_on: bool) -> None:
    words = "Avaria keeps hired divers near the wells"
    story = told(
        f"Tarn said that {words}. {more}, Tarn said. The ministry denied it.", day=date(2031, 5, 4)
    )
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", words, cue="said", source="Tarn")
    after = story.say(act, "per:tarn", None, more, cue="said", source="Tarn")
    answer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn", "it", cue="denied", source="The ministry"
    )
    (sides,) = contested(
        story,
        make_link(answer, charge, Relation.DENIES, evidence=None, score=0.9),
        make_link(after, charge, Relation.SUPPORTS, evidence=None, score=0.45),
    )
    assert sides.get(after) is (Side.ASSERTS if goes_on else None)


@pytest.mark.parametrize("inner", ["Avaria keeps hired divers near the wells", "the valley"])
def test_whoever_tells_another_s_words_and_denies_them_denies_what_they_say(inner: str) -> None:
    outer = f"Tarn spreads lies when he speaks of {inner}"
    story = told(f"The ministry said {outer}.", day=date(2031, 5, 4))
    teller = story.say(
        Act.ACCUSE, "gov:AVA-defence", "per:tarn", outer, cue="said", source="The ministry"
    )
    claim = story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", inner, cue="speaks of", source="he", parent=teller
    )
    link = make_link(teller, claim, Relation.DENIES, evidence=story.span("lies"), score=0.8)
    told_something = inner != "the valley"
    assert bool(contested(story, link)) is told_something


@pytest.mark.parametrize(
    ("words", "is_contested"),
    [
        pytest.param("Avaria keeps hired divers near the wells", True, id="a charge"),
        pytest.param("Avaria never kept divers near the wells", False, id="what clears it"),
    ],
)
def test_nobody_denies_what_clears_him(words: str, is_contested: bool) -> None:
    story = told(f"Tarn said that {words}. Avaria denied it.", day=date(2031, 5, 4))
    first = story.say(Act.ASSERT, "per:tarn", "state:AVA", words, cue="said", source="Tarn")
    answer = story.say(Act.DENY, "state:AVA", None, "it", cue="denied", source="Avaria")
    link = make_link(answer, first, Relation.DENIES, evidence=None, score=0.6)
    assert bool(contested(story, link)) is is_contested


@pytest.mark.parametrize(
    ("target", "drawn", "is_contested"),
    [
        pytest.param("state:AVA", False, True, id="of whoever is blamed"),
        pytest.param("state:CYR", False, False, id="of another"),
        pytest.param("state:CYR", True, True, id="of another, drawn by hand"),
    ],
)
def test_an_unmarked_denial_is_the_blamed_one_s(
    target: str, drawn: bool, is_contested: bool
) -> None:
    words = "hired divers were kept near the wells"
    reply = "that anybody kept divers near the wells"
    story = told(f"Tarn said that {words}. Avaria denied {reply}.", day=date(2031, 5, 4))
    charge = story.say(Act.ACCUSE, "per:tarn", target, words, cue="said", source="Tarn")
    answer = story.say(Act.DENY, "state:AVA", None, reply, cue="denied", source="Avaria")
    link = make_link(answer, charge, Relation.DENIES, evidence=None, score=0.5)
    assert bool(contested(story, replace(link, drawn=drawn))) is is_contested


def test_contrary_words_need_no_mark_and_may_be_about_a_third() -> None:
    story = told(
        "Tarn said that the guild of Cyrland had sold forty old barges. Avaria said that the guild "
        "never parted with any of its forty old barges.",
        day=date(2031, 5, 4),
    )
    charge = story.say(
        Act.ASSERT, "per:tarn", "state:CYR", "the guild of Cyrland had sold forty old barges",
        cue="said", source="Tarn",
    )  # fmt: skip
    answer = story.say(
        Act.ASSERT, "state:AVA", None, "the guild never parted with any of its forty old barges",
        cue="said", source="Avaria",
    )  # fmt: skip
    link = make_link(answer, charge, Relation.CONTRADICTS, evidence=None, score=0.5)
    assert not contested(story)
    assert contested(story, link)


def test_a_people_that_fires_is_its_state_s_side() -> None:
    story = told(
        "Belmark said that Avarians opened fire on Sunday. Belmark said that Avarian forces fired "
        "at its soldiers on Sunday. Avaria denied the charge.",
        day=date(2031, 5, 6),
    )
    story.actor("grp:AVA-people", "Avarians", "AVA")
    story.actor("mil:AVA-army", "Avarian forces", "AVA", "MIL")
    first = story.say(
        Act.ACCUSE, "state:BEL", "grp:AVA-people", "Avarians opened fire on Sunday", cue="said",
        source="Belmark",
    )  # fmt: skip
    second = story.say(
        Act.ACCUSE, "state:BEL", "mil:AVA-army", "Avarian forces fired at its soldiers on Sunday",
        cue="said", source="Belmark",
    )  # fmt: skip
    answer = story.say(
        Act.DENY, "state:AVA", "state:BEL", "the charge", cue="denied", source="Avaria"
    )
    link = make_link(answer, second, Relation.DENIES, evidence=story.span("denied"), score=0.9)
    assert contested(story, link) == [
        {first: Side.ASSERTS, second: Side.ASSERTS, answer: Side.DENIES}
    ]


@pytest.mark.parametrize(
    ("more", "is_contested"),
    [
        pytest.param(
            "This should trouble all. The inquiry never found a shred of bias in the audit", False,
            id="who negates it behind another sentence",
        ),
        pytest.param(
            "This should trouble all. The inquiry found a shred of bias in the audit", True,
            id="who does not",
        ),
    ],
)  # fmt: skip
def test_one_sentence_more_puts_nobody_on_the_other_side(more: str, is_contested: bool) -> None:
    short = "The inquiry never found a shred of bias in the audit of Avaria"
    story = told(f"Tarn said: {more} of Avaria. Orlin said: {short}.", day=date(2031, 5, 4))
    story.actor("per:orlin", "Orlin")
    story.say(Act.ASSERT, "per:tarn", None, f"{more} of Avaria", cue="said", source="Tarn")
    story.statements.append(
        replace(
            story.statements[0],
            id=StatementId("s-orlin"),
            speaker=("per:orlin",),  # type: ignore[arg-type]
            content=(Span(story.text.rindex(short), len(story.text) - 1),),
        )
    )
    assert bool(contested(story)) is is_contested


@pytest.mark.parametrize(
    ("act", "found"),
    [pytest.param(Act.REFUSE, 0, id="a refusal"), pytest.param(Act.DENY, 1, id="a denial")],
)
def test_what_somebody_only_refuses_is_no_claim(act: Act, found: int) -> None:
    story = told("Tarn refused to leave the harbour of Orlen to hired divers.")
    story.say(
        act, "per:tarn", None, "to leave the harbour of Orlen to hired divers", cue="refused",
        source="Tarn",
    )  # fmt: skip
    assert len(group_claims([story.record()], [])) == found


@pytest.mark.parametrize(
    ("relation", "act", "reply", "opens"),
    [
        pytest.param(Relation.DENIES, Act.DENY, "it", True, id="denied"),
        pytest.param(
            Relation.DENIES, Act.DENY, "that it sold the forty barges", True, id="denied in words"
        ),
        pytest.param(Relation.SUPPORTS, Act.SUPPORT, "it", False, id="supported"),
        pytest.param(
            Relation.CONTRADICTS, Act.ASSERT, "it sold the forty barges", False, id="set against it"
        ),
    ],
)
def test_words_that_put_nothing_forward_are_a_claim_where_they_are_denied(
    relation: Relation, act: Act, reply: str, opens: bool
) -> None:
    story = told(f"Tarn said this of Avaria. Avaria said {reply}.", day=date(2031, 5, 4))
    words = story.say(Act.ASSERT, "per:tarn", None, "this", cue="said", source="Tarn")
    answer = story.say(act, "state:AVA", "per:tarn", reply, cue="said", source="Avaria")
    link = make_link(answer, words, relation, evidence=story.span("said"), score=0.9)
    claims = group_claims([story.record()], [link])
    assert (words in {part.statement_id for claim in claims for part in claim.parts}) is opens


@pytest.mark.parametrize(
    ("reply", "is_contested"),
    [
        pytest.param("that hired divers were kept", True, id="in like words"),
        pytest.param("that the bakers of Orlen are paid too little", False, id="of something else"),
    ],
)
def test_an_unmarked_denial_has_to_be_about_the_same(reply: str, is_contested: bool) -> None:
    words = "hired divers were kept near the wells"
    story = told(f"Tarn said that {words}. Avaria denied {reply}.", day=date(2031, 5, 4))
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", words, cue="said", source="Tarn")
    answer = story.say(Act.DENY, "state:AVA", None, reply, cue="denied", source="Avaria")
    link = make_link(answer, charge, Relation.DENIES, evidence=None, score=0.5)
    assert bool(contested(story, link)) is is_contested
