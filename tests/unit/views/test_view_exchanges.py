import dataclasses
from collections.abc import Iterator
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act
from rejoinder.views.exchanges import find_exchanges


class Shelf:
    def __init__(self, *stories: Story) -> None:
        self._records = [story.record(link_within(story.record())) for story in stories]

    def hold(self, *records: ArticleRecord) -> None:
        self._records = list(records)

    def records(self) -> Iterator[ArticleRecord]:
        return iter(self._records)


def denied(ref: str, day: date | None) -> Story:
    story = told(
        "Tarn said that Avaria hides spies. Avaria denied Tarn’s claims about spies.",
        ref=ref,
        day=day,
    )
    story.say(Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="said", source="Tarn")
    story.say(
        Act.DENY, "state:AVA", "per:tarn", "Tarn’s claims about spies", cue="denied",
        source="Avaria",
    )  # fmt: skip
    return story


def rebuffed(ref: str, day: date | None) -> Story:
    """Return a story in which an accusation stays open beside a refused demand."""
    story = told(
        "Cyrland demanded that Belmark pay. Belmark rejected the demand that it pay. "
        "In response to Belmark’s statement, Cyrland accused Belmark of theft.",
        ref=ref, day=day,
    )  # fmt: skip
    story.say(Act.DEMAND, "state:CYR", "state:BEL", "Belmark pay", cue="demanded", source="Cyrland")
    story.say(
        Act.REFUSE, "state:BEL", "state:CYR", "the demand that it pay", cue="rejected",
        source="Belmark",
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "state:CYR", "state:BEL", "Belmark of theft", cue="accused", source="Cyrland"
    )
    return story


SHELF = (denied("early", date(2031, 5, 4)), rebuffed("late", date(2031, 6, 1)))


def test_turns_carry_all_that_is_printed() -> None:
    (view,) = find_exchanges(Shelf(SHELF[0]))
    claim, answer = view.turns
    assert (view.opened_by, view.last_word) == ("Joren Tarn", "Avaria")
    assert (view.calls, view.unanswered) == (1, 0)
    assert (claim.number, claim.speaker, claim.act) == (1, "Joren Tarn", Act.ACCUSE)
    assert (claim.words, claim.publisher, claim.article_ref) == (
        "Avaria hides spies",
        "The Courier",
        "early",
    )
    assert claim.date is not None
    assert claim.date.start == date(2031, 5, 4)
    assert claim.answers == ()
    (made,) = answer.answers
    assert (made.turn, made.relation, made.explicit) == (1, Relation.DENIES, True)
    assert made.evidence == "denied Tarn’s claims"


def test_latest_exchange_comes_first_and_undated_last() -> None:
    views = find_exchanges(Shelf(denied("undated", None), *SHELF))
    assert [view.turns[0].article_ref for view in views] == ["late", "early", "undated"]


@pytest.mark.parametrize(
    ("party", "found"),
    [
        pytest.param("tarn", ["early"], id="part of a name"),
        pytest.param("STATE:cyr", ["late"], id="id in any case"),
        pytest.param("nobody", [], id="unknown"),
        pytest.param(None, ["late", "early"], id="everybody"),
    ],
)
def test_party_chooses_exchanges(party: str | None, found: list[str]) -> None:
    views = find_exchanges(Shelf(*SHELF), party=party)
    assert [view.turns[0].article_ref for view in views] == found


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        pytest.param(date(2031, 6, 1), None, ["late"], id="since"),
        pytest.param(None, date(2031, 5, 31), ["early"], id="until"),
        pytest.param(date(2031, 5, 5), date(2031, 5, 31), [], id="between"),
    ],
)
def test_days_choose_exchanges(since: date | None, until: date | None, found: list[str]) -> None:
    views = find_exchanges(Shelf(denied("undated", None), *SHELF), since=since, until=until)
    assert [view.turns[0].article_ref for view in views] == found


def test_a_call_that_is_told_again_counts_once() -> None:
    story = rebuffed("late", date(2031, 6, 1))
    again = told("Cyrland blamed Belmark for theft.", ref="later", day=date(2031, 6, 2))
    again.say(Act.ACCUSE, "state:CYR", "state:BEL", "Belmark for theft", cue="blamed")
    shelf = Shelf(story, again)
    before, after = shelf.records()
    (charge,) = (each for each in before.statements if each.act is Act.ACCUSE)
    told_again = make_link(
        after.statements[0].id, charge.id, Relation.REPEATS, evidence=None, score=0.5
    )
    shelf.hold(before, dataclasses.replace(after, links=(told_again,)))
    (view,) = find_exchanges(shelf)
    assert [turn.unanswered for turn in view.turns] == [False, False, True, True]
    assert (view.calls, view.unanswered) == (2, 1)


def test_unanswered_keeps_exchanges_with_an_open_accusation() -> None:
    (view,) = find_exchanges(Shelf(*SHELF), unanswered=True)
    assert view.unanswered == 1 < view.calls
    assert [(turn.words, turn.unanswered) for turn in view.turns if turn.unanswered] == [
        ("Belmark of theft", True)
    ]


def test_limit_cuts_the_list() -> None:
    assert len(find_exchanges(Shelf(*SHELF), limit=1)) == 1


def test_nested_turn_tells_its_depth() -> None:
    story = told("The ministry said that in his fabrications Tarn claims that Avaria hides spies.")
    outer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn",
        "in his fabrications Tarn claims that Avaria hides spies", cue="said",
        source="The ministry",
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies", cue="claims", source="Tarn",
        parent=outer,
    )  # fmt: skip
    (view,) = find_exchanges(Shelf(story))
    assert [turn.depth for turn in view.turns] == [1, 0]


def test_record_without_links_has_no_exchange() -> None:
    story = SHELF[0]
    bare = dataclasses.replace(story.record(), links=())

    class Bare:
        def records(self) -> Iterator[ArticleRecord]:
            yield bare

    assert find_exchanges(Bare()) == []


class Linked:
    """Records with the links between them."""

    def __init__(self, *records: ArticleRecord) -> None:
        self._records = records

    def records(self) -> Iterator[ArticleRecord]:
        return iter(self._records)


def _claimed_and_denied() -> tuple[ArticleRecord, ArticleRecord]:
    claim = told("Tarn said that Avaria hides spies at Orlen.", ref="claim", day=date(2031, 5, 4))
    said = claim.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria hides spies at Orlen", cue="said",
        source="Tarn",
    )  # fmt: skip
    denial = told("Avaria denied Tarn’s claim.", ref="denial", day=date(2031, 5, 5))
    denied_it = denial.say(
        Act.DENY, "state:AVA", "per:tarn", "Tarn’s claim", cue="denied", source="Avaria"
    )
    link = make_link(denied_it, said, Relation.DENIES, evidence=None, score=0.5)
    return claim.record(), denial.record((link,))


def test_link_between_articles_is_shown_while_its_parties_are_who_they_were() -> None:
    claim, denial = _claimed_and_denied()
    (view,) = find_exchanges(Linked(claim, denial))
    assert [turn.speaker for turn in view.turns] == ["Joren Tarn", "Avaria"]
    parted = dataclasses.replace(
        claim,
        actors=tuple(
            dataclasses.replace(actor, id=ActorId("per:tarn@claim"), country=None)
            if actor.id == "per:tarn"
            else actor
            for actor in claim.actors
        ),
        statements=tuple(
            dataclasses.replace(statement, speaker=(ActorId("per:tarn@claim"),))
            for statement in claim.statements
        ),
    )
    assert find_exchanges(Linked(parted, denial)) == []


def test_who_offers_to_mediate_is_named() -> None:
    story = told(
        "Avaria said that Belmark robs drivers. Cyrland offered to mediate between Avaria and "
        "Belmark.",
        day=date(2031, 5, 4),
    )
    story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark robs drivers", cue="said", source="Avaria"
    )
    story.say(
        Act.OFFER, "state:CYR", None, "to mediate between Avaria and Belmark", cue="offered",
        source="Cyrland",
    )  # fmt: skip
    (view,) = find_exchanges(Shelf(story))
    assert view.mediators == ("Cyrland",)
    assert find_exchanges(Shelf(SHELF[0]))[0].mediators == ()


@pytest.mark.parametrize(
    ("least", "turns"),
    [
        pytest.param(None, 4, id="any link"),
        pytest.param(0.5, 4, id="as sure as that"),
        pytest.param(0.51, 3, id="surer: what is told again stays"),
        pytest.param(0.9, 0, id="surer than all"),
    ],
)
def test_only_links_of_a_score_make_exchanges_and_repetitions_have_another(
    least: float | None, turns: int
) -> None:
    story = rebuffed("late", date(2031, 6, 1))
    again = told("Cyrland demanded that Belmark pay up.", ref="later", day=date(2031, 6, 2))
    again.say(Act.DEMAND, "state:CYR", "state:BEL", "Belmark pay up", cue="demanded")
    shelf = Shelf(story, again)
    before, after = shelf.records()
    demand, refusal, charge = before.statements
    links = (
        make_link(refusal.id, demand.id, Relation.REFUSES, evidence=None, score=0.8),
        make_link(charge.id, refusal.id, Relation.ANSWERS, evidence=None, score=0.5),
    )
    same = make_link(after.statements[0].id, demand.id, Relation.REPEATS, evidence=None, score=0.3)
    shelf.hold(dataclasses.replace(before, links=links), dataclasses.replace(after, links=(same,)))
    found = find_exchanges(shelf, least=least)
    assert [len(view.turns) for view in found] == ([turns] if turns else [])
