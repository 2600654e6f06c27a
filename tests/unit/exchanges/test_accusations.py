"""What is told of accusations: who answers, who carried it, how long after; all made by hand."""

from datetime import date, timedelta

import pytest

from rejoinder.exchanges.accusations import (
    Accusation,
    Answering,
    accusations_of,
    heard_with,
    may_answer,
)
from rejoinder.exchanges.carrying import Carrying, Days, carried_by, days_between
from rejoinder.exchanges.claims.cluster import Teller
from rejoinder.exchanges.claims.group import Put
from rejoinder.exchanges.relate import make_link
from rejoinder.model.claim import Voices
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

DAY = date(2031, 5, 4)


def voices(*names: str, serving: str = "") -> Voices:
    speakers = frozenset(map(ActorId, names))
    return Voices(speakers=speakers, parties=speakers | ({ActorId(serving)} if serving else set()))


TARN, AVARIA, NOBODY = voices("per:tarn"), voices("state:AVA"), voices()
ARMY = voices("mil:AVA-army", serving="state:AVA")


def put(
    who: Voices,
    act: Act = Act.ACCUSE,
    *about: Voices,
    at: str = "one",
    publisher: str | None = "Courier",
    silent: tuple[Span, ...] = (),
) -> Put:
    teller = Teller(article=ArticleId(at), act=act, voices=who, parent=None)
    return Put(teller=teller, propositions=(), about=about, publisher=publisher, silent=silent)


def tie(answer: str, answered: str, relation: Relation = Relation.DENIES) -> Link:
    ends = StatementId(answer), StatementId(answered)
    return make_link(*ends, relation, evidence=None, score=0.5)


def found(puts: dict[str, Put], *links: Link) -> tuple[Accusation, ...]:
    known = {StatementId(key): each for key, each in puts.items()}
    return accusations_of(known, links, (), demands=False)


CHARGE = put(TARN, Act.ACCUSE, AVARIA)


def test_a_denial_that_is_told_again_answers_too_and_one_of_nobody_does_not() -> None:
    puts = {
        "charge": CHARGE,
        "denial": put(AVARIA, Act.DENY),
        "again": put(AVARIA, Act.DENY, at="two"),
        "other": put(voices("state:CYR"), Act.DENY, at="two"),
        "unnamed": put(NOBODY, Act.DENY),
    }
    (accusation,) = found(
        puts,
        tie("denial", "charge"),
        tie("again", "denial", Relation.REPEATS),
        tie("other", "denial", Relation.REPEATS),
        tie("unnamed", "charge"),
    )
    assert [each.statement for each in accusation.answers] == ["again", "denial"]
    assert accusation.answered is True


def test_what_answers_the_charge_is_not_beside_it_as_well() -> None:
    puts = {"charge": CHARGE, "more": CHARGE, "denial": put(AVARIA, Act.DENY)}
    with_it = tie("more", "charge", Relation.SUPPORTS)
    both = found(puts, with_it, tie("denial", "charge"), tie("denial", "more"))
    assert [(len(each.answers), len(each.beside)) for each in both] == [(1, 0), (1, 0)]
    first, second = found(puts, with_it, tie("denial", "charge"))
    assert (len(first.answers), len(first.beside)) == (1, 0)
    assert (len(second.answers), len(second.beside)) == (0, 1)


@pytest.mark.parametrize(
    ("where", "charges"),
    [
        pytest.param("one", 2, id="one article charges two"),
        pytest.param("two", 1, id="another article calls the accused otherwise"),
    ],
)
def test_charges_that_repeat_each_other_are_one_unless_one_article_makes_two(
    where: str, charges: int
) -> None:
    puts = {"charge": CHARGE, "again": put(TARN, Act.ACCUSE, voices("per:vey"), at=where)}
    assert len(found(puts, tie("again", "charge", Relation.REPEATS))) == charges


def test_silence_is_told_of_who_is_accused_by_somebody_else() -> None:
    silence = (Span(3, 9),)
    puts = {
        "charge": put(TARN, Act.ACCUSE, AVARIA, silent=silence),
        "own": put(TARN, Act.ACCUSE, TARN, silent=silence),
    }
    assert [each.silent for each in found(puts)] == [(("charge", Span(3, 9)),), ()]


def test_the_accuser_is_not_heard_as_one_of_whom_he_accuses() -> None:
    minister = voices("per:vey", serving="state:AVA")
    puts = {
        StatementId(key): each
        for key, each in {
            "charge": put(minister, Act.ACCUSE, ARMY, AVARIA),
            "mine": put(minister, Act.ASSERT),
            "theirs": put(ARMY, Act.ASSERT),
        }.items()
    }
    (accusation,) = accusations_of(puts, (), (), demands=False)
    assert heard_with(accusation, puts) == ("theirs",)


@pytest.mark.parametrize(
    ("accused", "answers"),
    [
        ("mil:AVA-army", True),
        ("gov:AVA-defence", True),
        ("gov:AVA-court", False),
        ("gov:AVA-parliament", False),
        ("gov:AVA-justice", False),
        ("per:vey", False),
    ],
)
def test_who_serves_a_state_answers_for_what_acts_for_it(accused: str, answers: bool) -> None:
    of_state = voices(accused, serving="state:AVA")
    spokesman = voices("per:ost", serving="state:AVA")
    assert may_answer(of_state, spokesman, TARN) is answers
    assert not may_answer(of_state, spokesman, voices("per:una", serving="state:AVA"))


def _days(first: int | None, last: int | None = None) -> Days:
    if first is None:
        return None, None
    days = [DAY + timedelta(days=each) for each in (first, first if last is None else last)]
    return days[0], days[1]


@pytest.mark.parametrize(
    ("told", "answered", "waited"),
    [
        pytest.param([_days(0)], [_days(0)], 0, id="the same day"),
        pytest.param([_days(3), _days(0)], [_days(9), _days(7)], 7, id="as first told"),
        pytest.param([_days(0)], [_days(-1)], None, id="the answer came first"),
        pytest.param([_days(0)], [_days(2, 9)], None, id="some day of a week"),
        pytest.param([_days(0)], [_days(None), _days(5)], 5, id="what has no day does not count"),
        pytest.param([_days(None)], [_days(5)], None, id="the accusation has no day"),
    ],
)
def test_days_between_are_those_of_both_as_first_told(
    told: list[Days], answered: list[Days], waited: int | None
) -> None:
    assert days_between(told, answered) == waited


@pytest.mark.parametrize(
    ("carrying", "delay"),
    [
        (Carrying(answer=False, days=None), ""),
        (Carrying(answer=True, days=None), "undated"),
        (Carrying(answer=True, days=0), "same_day"),
        (Carrying(answer=True, days=1), "within_week"),
        (Carrying(answer=True, days=7), "within_week"),
        (Carrying(answer=True, days=8), "later"),
    ],
)
def test_a_week_is_seven_days(carrying: Carrying, delay: str) -> None:
    assert carrying.delay == delay


@pytest.mark.parametrize(
    ("publisher", "at", "carried"),
    [
        pytest.param("Courier", "two", True, id="one publisher, two articles"),
        pytest.param("Herald", "two", False, id="another publisher"),
        pytest.param(None, "one", True, id="nobody knows who published the one article"),
        pytest.param(None, "two", False, id="nor of two whether one did"),
    ],
)
def test_a_publisher_carries_an_answer_and_an_unknown_one_only_in_the_same_article(
    publisher: str | None, at: str, carried: bool
) -> None:
    known = "Courier" if publisher else None
    puts = {
        StatementId("charge"): put(TARN, Act.ACCUSE, AVARIA, publisher=known),
        StatementId("denial"): put(AVARIA, Act.DENY, at=at, publisher=publisher),
    }
    accusation = Accusation(
        statements=(StatementId("charge"),),
        targets=(ActorId("state:AVA"),),
        answers=(
            Answering(
                statement=StatementId("denial"), how=("denies",), by_target=True, explicit=True
            ),
        ),
        beside=(),
    )
    days = {StatementId("charge"): _days(0), StatementId("denial"): _days(2)}
    expected = Carrying(answer=True, days=2) if carried else Carrying(answer=False, days=None)
    assert carried_by(accusation, puts, days) == {known: expected}
