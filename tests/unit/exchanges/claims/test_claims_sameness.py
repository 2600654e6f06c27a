"""Whether two propositions, made by hand, are one; and on which side a link puts an answer."""

from datetime import date, timedelta

import pytest

from rejoinder.exchanges.claims.propositions import Proposition
from rejoinder.exchanges.claims.sameness import can_be_one, likeness
from rejoinder.exchanges.claims.sides import base_sides, side_of_answer
from rejoinder.exchanges.claims.wording import read_wording
from rejoinder.exchanges.relate import REJECTING
from rejoinder.model.claim import Side, Voices
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Relation
from rejoinder.model.statement import Act


def on(day: int) -> DateInterval:
    """Return a day of May."""
    when = date(2031, 5, 1) + timedelta(days=day - 1)
    return DateInterval(start=when, end=when, precision=Precision.DAY)


def put(
    words: str, act: Act = Act.ASSERT, *, who: str = "per:tarn", day: int | None = None
) -> Proposition:
    speaker = frozenset([ActorId(who)])
    nobody = frozenset[ActorId]()
    wording = read_wording(words, frozenset(), frozenset(), rejecting=act in REJECTING)
    return Proposition(
        statement=StatementId(f"s-{words}-{act}-{who}"),
        article=ArticleId("one"),
        place=0,
        act=act,
        voices=Voices(speakers=speaker, parties=speaker),
        doers=nobody,
        blamed=nobody,
        others=nobody,
        named=(frozenset([ActorId("state:AVA")]),),
        around=nobody,
        names=frozenset(),
        kinds=wording.deeds,
        wording=wording,
        negated=wording.negated,
        days=None if day is None else on(day),
        told=on(9),
        heading=False,
        takes_up=False,
    )


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        pytest.param(4, 4, True, id="one day"),
        pytest.param(4, 5, False, id="two days"),
        pytest.param(None, 5, True, id="of one the day is not known"),
    ],
)
def test_a_deed_is_of_one_day(first: int | None, second: int | None, one: bool) -> None:
    words = "the millers opened the sluice"
    assert can_be_one(put(words, day=first), put(words, day=second)) is one


def test_a_night_belongs_to_two_days() -> None:
    words = "the millers opened the sluice at night"
    assert can_be_one(put(words, day=4), put(words, day=5))
    assert not can_be_one(put(words, day=4), put(words, day=6))


@pytest.mark.parametrize(
    ("one", "two", "fit"),
    [
        (Act.ASSERT, Act.ASSERT, True),
        (Act.ASSERT, Act.ACCUSE, True),
        (Act.ASSERT, Act.DEMAND, False),
        (Act.ACCUSE, Act.DEMAND, False),
        (Act.DENY, Act.DEMAND, True),
    ],
)
def test_what_is_asked_for_is_not_said_to_be_so(one: Act, two: Act, fit: bool) -> None:
    words = "the millers open the sluice"
    assert can_be_one(put(words, one), put(words, two)) is fit
    assert can_be_one(put(words, two), put(words, one)) is fit


@pytest.mark.parametrize(
    ("who", "act", "like"),
    [
        pytest.param("per:tarn", Act.ASSERT, True, id="he says it again"),
        pytest.param("per:tarn", Act.DENY, False, id="who also says no means something else"),
        pytest.param("per:vey", Act.DENY, True, id="another denies it"),
    ],
)
def test_who_says_yes_and_no_in_like_words_speaks_of_two_things(
    who: str, act: Act, like: bool
) -> None:
    mine = put("millers opened sluices, drained ponds, sank barges")
    other = put("millers opened sluices, drained ponds, felled willows", act, who=who)
    assert (likeness(mine, other) > 0) is like


def test_one_mouth_says_the_same_again_with_much_more() -> None:
    brief = put("millers opened sluices, drained ponds, sank barges")
    more = "millers opened sluices, drained ponds, felled willows, burnt looms, stole anchors"
    more += ", broke lanterns, sold herring, hid ledgers, dug wells"
    assert likeness(brief, put(more)) > 0
    assert likeness(brief, put(more, who="per:vey")) == 0


def test_of_one_voice_half_of_whose_words_are_contrary_only_who_denies_is() -> None:
    yes, other = put("the sluice was opened"), put("the sluice was opened", who="per:vey")
    no = put("the sluice was not opened")
    denied = put("opening the sluice", Act.DENY)
    assert base_sides([yes, no, other]) == dict.fromkeys(
        (yes.statement, no.statement, other.statement), Side.ASSERTS
    )
    sides = base_sides([yes, denied, other])
    assert [sides[each.statement] for each in (yes, denied)] == [Side.DENIES, Side.DENIES]
    assert sides[other.statement] is Side.ASSERTS


@pytest.mark.parametrize("answered", [Side.ASSERTS, Side.DENIES])
@pytest.mark.parametrize(
    ("relation", "act", "own", "same"),
    [
        (Relation.DENIES, Act.DENY, True, False),
        (Relation.CONTRADICTS, Act.ASSERT, True, False),
        (Relation.REFUSES, Act.REFUSE, False, False),
        (Relation.REPEATS, Act.ASSERT, False, True),
        (Relation.REPEATS, Act.ASSERT, True, None),
        (Relation.SUPPORTS, Act.SUPPORT, False, True),
        (Relation.SUPPORTS, Act.SUPPORT, True, None),
        (Relation.ACCEPTS, Act.AGREE, False, True),
        (Relation.ANSWERS, Act.ASSERT, False, None),
        (Relation.COUNTERS, Act.ACCUSE, False, None),
    ],
)
def test_a_link_puts_the_answer_on_a_side(
    relation: Relation, act: Act, own: bool, same: bool | None, answered: Side
) -> None:
    found = side_of_answer(relation, act, answered, has_own_words=own)
    assert found is (None if same is None else answered if same else _across(answered))


def _across(side: Side) -> Side:
    return Side.ASSERTS if side is Side.DENIES else Side.DENIES


def test_who_admits_what_is_asserted_concedes_it() -> None:
    for relation in (Relation.SUPPORTS, Relation.ACCEPTS, Relation.ANSWERS):
        assert (
            side_of_answer(relation, Act.ADMIT, Side.ASSERTS, has_own_words=True) is Side.CONCEDES
        )
    assert side_of_answer(Relation.ANSWERS, Act.ADMIT, Side.DENIES, has_own_words=True) is None
