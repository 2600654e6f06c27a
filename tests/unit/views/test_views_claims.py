"""Claims and replies from hand-made stories: filters, sides, who answers, what outlets carried."""

import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.within import link_within
from rejoinder.model.claim import ClaimStatus, Side
from rejoinder.model.copies import Report
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.views.claims import ClaimFilter, ClaimView, find_claims
from rejoinder.views.replies import ReplyFilter, Shown, find_replies
from rejoinder.views.reply import RepliesView


class Shelf:
    def __init__(self, *records: ArticleRecord) -> None:
        self._records = records

    def records(self) -> Iterator[ArticleRecord]:
        return iter(self._records)


def article(story: Story, publisher: str | None) -> ArticleRecord:
    record = story.record(link_within(story.record()))
    return dataclasses.replace(
        record, article=dataclasses.replace(record.article, publisher=publisher)
    )


def accused(ref: str, publisher: str | None, day: date) -> ArticleRecord:
    story = told("Tarn said that Avaria hides spies in its ports.", ref=ref, day=day)
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies in its ports", source="Tarn")
    return article(story, publisher)


def both(ref: str, publisher: str | None, day: date) -> ArticleRecord:
    story = told(
        "Tarn said that Avaria hides spies in its ports. Avaria denied Tarn’s claims about spies.",
        ref=ref,
        day=day,
    )
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies in its ports", source="Tarn")
    story.say(
        Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims about spies", cue="denied",
        source="Avaria",
    )  # fmt: skip
    return article(story, publisher)


def asked(ref: str, publisher: str | None, day: date) -> ArticleRecord:
    story = told("Cyrland demanded that Belmark pay for grain.", ref=ref, day=day)
    story.say(Act.DEMAND, "state:CYR", "state:BEL", "Belmark pay for grain", source="Cyrland")
    return article(story, publisher)


RECORDS = (
    accused("early", "Courier", date(2031, 5, 4)),
    both("late", "Herald", date(2031, 5, 6)),
    asked("demand", "Courier", date(2031, 6, 1)),
)


NO_COPIES: tuple[Report, ...] = ()


def claims(*records: ArticleRecord, **wanted: object) -> list[ClaimView]:
    return find_claims(Shelf(*records), NO_COPIES, ClaimFilter(**wanted))  # type: ignore[arg-type]


def replies(*records: ArticleRecord, **wanted: object) -> RepliesView:
    return find_replies(Shelf(*records), NO_COPIES, ReplyFilter(**wanted))  # type: ignore[arg-type]


def test_a_claim_of_two_outlets_is_one_and_says_who_denies_it() -> None:
    (claim,) = claims(*RECORDS)
    assert claim.status is ClaimStatus.CONTESTED
    assert [(voice.side, voice.speaker, len(voice.statements)) for voice in claim.voices] == [
        (Side.ASSERTS, "Joren Tarn", 2),
        (Side.DENIES, "Avaria", 1),
    ]
    assert [(row.publisher, row.asserts, row.denies) for row in claim.outlets] == [
        ("Courier", 1, 0),
        ("Herald", 1, 1),
    ]
    assert claim.origins == 2
    assert claim.words == "Avaria hides spies in its ports"


def test_one_publisher_is_one_origin_and_so_is_a_copy() -> None:
    reports = tuple(
        Report(
            article=record.article.id,
            ref=record.article.ref,
            group="one",
            publisher=record.article.publisher,
            published=record.article.published,
            agency=None,
        )
        for record in RECORDS
    )
    (claim,) = find_claims(Shelf(*RECORDS), reports, ClaimFilter())
    assert claim.origins == 1


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        pytest.param({"contested": True}, 1, id="contested"),
        pytest.param({"party": "tarn"}, 1, id="part of a name"),
        pytest.param({"party": "STATE:ava"}, 1, id="id in any case"),
        pytest.param({"party": "cyrland"}, 0, id="no side of it"),
        pytest.param({"matter": "harbouring spies"}, 1, id="words in any form, and synonyms"),
        pytest.param({"matter": "spies grain"}, 0, id="not all words"),
        pytest.param({"matter": "the"}, 0, id="no word that says anything"),
        pytest.param({"since": date(2031, 5, 7)}, 0, id="since"),
        pytest.param({"until": date(2031, 5, 4)}, 1, id="until"),
        pytest.param({"limit": 0}, 0, id="limit"),
    ],
)
def test_filters_choose_claims(wanted: dict[str, object], count: int) -> None:
    assert len(claims(*RECORDS, **wanted)) == count


def test_an_uncontested_claim_says_so() -> None:
    (claim,) = claims(RECORDS[0])
    assert claim.status is ClaimStatus.UNCONTESTED
    assert claims(RECORDS[0], contested=True) == []


def test_an_answer_in_another_outlet_counts_with_its_delay() -> None:
    (view,) = replies(*RECORDS).accusations
    assert view.answered is True
    assert view.publishers == ("Courier", "Herald")
    (reply,) = view.replies
    assert (reply.speaker, reply.by_target, reply.days_after) == ("Avaria", True, 2)
    assert "denies" in reply.how
    assert reply.publishers == ("Herald",)


def test_the_table_counts_what_each_outlet_carried_of_both() -> None:
    table = {row.publisher: row for row in replies(*RECORDS).outlets}
    assert {name: (r.carried, r.answered, r.answer_carried) for name, r in table.items()} == {
        "Courier": (1, 1, 0),
        "Herald": (1, 1, 1),
    }


def test_articles_of_unknown_publishers_do_not_answer_for_each_other() -> None:
    unknown = (
        accused("early", None, date(2031, 5, 4)),
        both("late", None, date(2031, 5, 6)),
    )
    (row,) = replies(*unknown).outlets
    assert (row.publisher, row.carried, row.answered, row.answer_carried) == (None, 1, 1, 1)
    (view,) = replies(*unknown).accusations
    assert view.publishers == ()


def test_no_answer_here_is_said_and_kept_apart() -> None:
    (view,) = replies(RECORDS[0], shown=Shown.UNANSWERED).accusations
    assert view.answered is False
    assert view.replies == ()
    assert replies(*RECORDS, shown=Shown.UNANSWERED).accusations == ()
    assert replies(*RECORDS, shown=Shown.UNANSWERED).outlets == ()


@pytest.mark.parametrize(
    ("answerer", "joined", "beside"),
    [
        pytest.param("state:AVA", True, 1, id="the accused, on something else of one telling"),
        pytest.param("state:AVA", False, 0, id="on something apart"),
        pytest.param("state:CYR", True, 0, id="somebody else"),
    ],
)
def test_what_the_accused_answers_beside_is_told_and_is_no_answer(
    answerer: str, joined: bool, beside: int
) -> None:
    story = told("Tarn said Avaria hides spies. He urged all to shun its ports. It refused that.")
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="said")
    urged = story.say(Act.DEMAND, "per:tarn", None, "all to shun its ports", cue="urged")
    refused = story.say(Act.REFUSE, answerer, "per:tarn", "that", cue="refused")
    links = [make_link(refused, urged, Relation.REFUSES, evidence=None, score=0.5)]
    if joined:
        links.append(make_link(urged, charge, Relation.SUPPORTS, evidence=None, score=0.5))
    (view,) = replies(story.record(tuple(links))).accusations
    assert view.answered is False
    assert view.replies == ()
    assert [each.statements[0].statement_id for each in view.beside] == [refused] * beside


@pytest.mark.parametrize(
    ("speaker", "heard"),
    [
        pytest.param("state:AVA", True, id="the accused"),
        pytest.param("gov:AVA-defence", True, id="who speaks for it"),
        pytest.param("state:CYR", False, id="somebody else"),
        pytest.param("per:tarn", False, id="the accuser"),
    ],
)
def test_what_else_the_accused_says_in_the_article_is_told(speaker: str, heard: bool) -> None:
    story = told("Snow fell early. Tarn said Avaria hides spies. A bridge fell. He said it is so.")
    before = story.say(Act.ASSERT, speaker, None, "Snow fell early")
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="said")
    after = story.say(Act.ASSERT, speaker, None, "A bridge fell")
    outer = story.say(Act.ASSERT, "per:tarn", None, "it is so", cue="said")
    story.say(Act.ADMIT, speaker, None, "so", parent=outer)
    elsewhere = told("Avaria hides nothing.", ref="elsewhere")
    elsewhere.say(Act.ASSERT, "state:AVA", None, "Avaria hides nothing")
    (view,) = replies(story.record(), elsewhere.record()).accusations
    assert [each.statement_id for each in view.heard] == [after, before] * heard
    assert view.answered is False


def test_what_the_accused_says_of_the_accuser_is_told_first() -> None:
    story = told("Snow fell early. Tarn said Avaria hides spies. A bridge fell. Tarn is old.")
    before = story.say(Act.ASSERT, "state:AVA", "per:tarn", "Snow fell early")
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="said")
    after = story.say(Act.ASSERT, "state:AVA", None, "A bridge fell")
    last = story.say(Act.ASSERT, "state:AVA", "per:tarn", "Tarn is old")
    (view,) = replies(story.record()).accusations
    assert [each.statement_id for each in view.heard] == [last, before, after]


@pytest.mark.parametrize(
    ("accuser", "target", "answerer", "answered"),
    [
        pytest.param("per:tarn", "gov:AVA-defence", "per:vey", True, id="who serves its state"),
        pytest.param("per:tarn", "gov:AVA-court", "per:vey", False, id="a court is no ministry"),
        pytest.param("gov:AVA-justice", "gov:AVA-defence", "per:vey", False, id="of one state"),
        pytest.param("per:tarn", "per:ilmar", "per:vey", False, id="another official"),
        pytest.param("per:tarn", "gov:AVA-defence", "per:dorn", False, id="of another state"),
    ],
)
def test_who_serves_a_state_answers_for_what_acts_for_it(
    accuser: str, target: str, answerer: str, answered: bool
) -> None:
    story = told("Tarn said that they shell villages. Vey said that they hit only barracks.")
    story.actor("gov:AVA-court", "the court", "AVA", "JUD")
    story.actor("gov:AVA-justice", "the ministry of justice", "AVA", "GOV")
    story.actor("per:vey", "Vey", "AVA", "GOV")
    story.actor("per:ilmar", "Ilmar", "AVA", "GOV")
    story.actor("per:dorn", "Dorn", "CYR", "GOV")
    charge = story.say(Act.ACCUSE, accuser, target, "they shell villages", cue="said")
    answer = story.say(Act.ASSERT, answerer, accuser, "they hit only barracks")
    links = (make_link(answer, charge, Relation.ANSWERS, evidence=None, score=0.9),)
    (view,) = replies(story.record(links)).accusations
    assert view.answered is answered


@pytest.mark.parametrize(
    ("speaker", "target", "answered"),
    [
        pytest.param("per:orlin", "per:vey", None, id="the lawyer's client"),
        pytest.param("per:dorn", "state:AVA", False, id="the state that he serves"),
        pytest.param("per:tarn", "per:vey", False, id="somebody else's"),
    ],
)
def test_nobody_accuses_whom_he_speaks_for(
    speaker: str, target: str, answered: bool | None
) -> None:
    story = told("Vey’s lawyer Orlin said that Vey faces a plot. Dorn and Tarn did too.")
    story.actor("per:vey", "Vey")
    story.actor("per:orlin", "Vey’s lawyer Orlin|Orlin")
    story.actor("per:dorn", "Dorn", "AVA", "LEG")
    story.say(Act.ACCUSE, speaker, target, "Vey faces a plot", cue="said")
    (view,) = replies(story.record()).accusations
    assert view.answered is answered


@pytest.mark.parametrize(
    ("target", "more", "silent"),
    [
        pytest.param("state:AVA", "", ["Avaria declined to comment."], id="the accused"),
        pytest.param("state:BEL", "", [], id="somebody else"),
        pytest.param("state:AVA", " Avaria denied it.", [], id="who answers"),
    ],
)
def test_that_the_accused_said_nothing_is_told(target: str, more: str, silent: list[str]) -> None:
    story = told(f"Cyrland said that spies hide here. Avaria declined to comment.{more}")
    charge = story.say(Act.ACCUSE, "state:CYR", target, "spies hide here", cue="said")
    links: tuple[Link, ...] = ()
    if more:
        answer = story.say(Act.DENY, "state:AVA", None, "it", cue="denied")
        links = (make_link(answer, charge, Relation.DENIES, evidence=None, score=0.9),)
    (view,) = replies(story.record(links)).accusations
    assert [each.words for each in view.silent] == silent
    assert view.answered is bool(more)


@pytest.mark.parametrize(
    ("words", "target", "answered"),
    [
        pytest.param("the violence in Avaria", "state:AVA", None, id="where it happens"),
        pytest.param("the state of northern Avaria", "state:AVA", False, id="what is its own"),
        pytest.param(
            "efforts in Avaria to spread lies", "state:AVA", False, id="who does it there"
        ),
        pytest.param("the death of Tarn", "per:tarn", None, id="who died"),
        pytest.param("the death that Tarn caused", "per:tarn", False, id="who did it"),
    ],
)
def test_criticism_means_nobody_who_is_only_where_it_happens(
    words: str, target: str, answered: bool | None
) -> None:
    story = told(f"Cyrland was shocked by {words}.")
    story.say(Act.CRITICISE, "state:CYR", target, words, cue="was shocked by", source="Cyrland")
    (view,) = replies(story.record()).accusations
    assert view.answered is answered


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        pytest.param("state:AVA", "state:CYR", 2, id="two whom he charges"),
        pytest.param("state:AVA", "gov:AVA-defence", 1, id="one side"),
        pytest.param("state:AVA", None, 1, id="once nobody is named"),
    ],
)
def test_charges_of_one_article_against_two_are_two(
    first: str, second: str | None, count: int
) -> None:
    story = told("Tarn said that they poison wells. He said that others poison wells too.")
    one = story.say(Act.ACCUSE, "per:tarn", first, "they poison wells", cue="said")
    two = story.say(Act.ACCUSE, "per:tarn", second, "others poison wells too", cue="said")
    links = (make_link(two, one, Relation.REPEATS, evidence=None, score=0.9),)
    assert len(replies(story.record(links)).accusations) == count


def test_who_answered_is_not_told_as_heard() -> None:
    (view,) = replies(both("herald", "Herald", date(2031, 5, 6))).accusations
    assert (view.answered, view.heard) == (True, ())


def test_who_answers_the_charge_is_not_told_again_beside_it() -> None:
    story = told("Tarn said Avaria hides spies. He urged all to shun it. Avaria refused that.")
    charge = story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="said")
    urged = story.say(Act.DEMAND, "per:tarn", None, "all to shun it", cue="urged")
    refused = story.say(Act.REFUSE, "state:AVA", "per:tarn", "that", cue="refused")
    links = [
        make_link(refused, urged, Relation.REFUSES, evidence=None, score=0.5),
        make_link(refused, charge, Relation.ANSWERS, evidence=None, score=0.5),
        make_link(urged, charge, Relation.SUPPORTS, evidence=None, score=0.5),
    ]
    (view,) = replies(story.record(tuple(links))).accusations
    assert (view.answered, len(view.replies), view.beside) == (True, 1, ())


def test_demands_are_asked_for() -> None:
    found = replies(*RECORDS, demands=True).accusations
    assert [(each.act, each.answered) for each in found] == [
        (Act.DEMAND, False),
        (Act.ACCUSE, True),
    ]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        pytest.param({"publisher": "cour"}, 1, id="who carried it"),
        pytest.param({"publisher": "nobody"}, 0, id="nobody did"),
        pytest.param({"party": "avaria"}, 1, id="the accused"),
        pytest.param({"party": "tarn"}, 1, id="the accuser"),
        pytest.param({"party": "cyrland"}, 0, id="neither"),
        pytest.param({"since": date(2031, 6, 1)}, 0, id="since"),
        pytest.param({"limit": 0}, 0, id="limit"),
    ],
)
def test_filters_choose_accusations(wanted: dict[str, object], count: int) -> None:
    assert len(replies(*RECORDS, **wanted).accusations) == count
