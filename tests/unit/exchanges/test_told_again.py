"""Which reports of one speaker in two outlets tell the same again, and which only speak of it."""

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.within import link_within
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Quotation

DAY = date(2031, 5, 4)


class Nothing:
    def records_speaking(self, actors: Collection[str]) -> Iterator[ArticleRecord]:
        return iter(())

    def records_about(self, actors: Collection[str]) -> Iterator[ArticleRecord]:
        return iter(())


def said(
    ref: str,
    *parts: tuple[str, Act],
    about: str | None = "state:AVA",
    quotation: Quotation = Quotation.INDIRECT,
) -> Story:
    """Return a report in which Tarn says so many things."""
    story = told(" ".join(f"Tarn said that {words}." for words, _ in parts), ref=ref, day=DAY)
    story.actor("grp:AVA-people", "Avarians", "AVA")
    for words, act in parts:
        story.say(act, "per:tarn", about, words, cue="said", source="Tarn")
    story.statements = [replace(each, quotation=quotation) for each in story.statements]
    return story


def links(*stories: Story) -> set[tuple[str, str, Relation]]:
    records = [story.record(link_within(story.record())) for story in stories]
    found = {frozenset(link_across(order, Nothing())) for order in itertools.permutations(records)}
    (only,) = found
    return {(link.answer, link.answered, link.relation) for link in only}


def repeats(one: Story, two: Story) -> bool:
    return any(relation is Relation.REPEATS for *_, relation in links(one, two))


@pytest.mark.parametrize(
    ("one", "two", "again"),
    [
        pytest.param(
            ("Avaria shelled the frontier post at Orlen", Act.ACCUSE),
            ("the boundary post near Orlen was bombarded by Avaria", Act.ACCUSE),
            True,
            id="synonyms are one word",
        ),
        pytest.param(
            ("the harbour tax of Avaria is “plain robbery of our fishermen”", Act.CRITICISE),
            ("what the neighbours raise in Orlen is “plain robbery”", Act.ASSERT),
            True,
            id="both quote the same words",
        ),
        pytest.param(
            (
                "the House Majority Leader Olen Pratt should leave his seat this winter",
                Act.DEMAND,
            ),
            ("a bill has parted House Majority Leader Olen Pratt from his bench", Act.ASSERT),
            False,
            id="names stand in a row in whatever is said",
        ),
        pytest.param(
            ("Avaria should change the harbour bill before the winter session", Act.DEMAND),
            ("the harbour bill of Avaria has a long way through the session", Act.ASSERT),
            False,
            id="another act in some of the words",
        ),
        pytest.param(
            ("hired fighters in Avaria", Act.ACCUSE),
            ("Avaria keeps hired fighters in the hills", Act.ACCUSE),
            True,
            id="a charge in few words",
        ),
    ],
)
def test_the_same_is_told_again(one: tuple[str, Act], two: tuple[str, Act], again: bool) -> None:
    assert repeats(said("one", one), said("two", two)) is again


def test_what_is_said_all_over_both_reports_tells_little() -> None:
    all_over = [
        (f"the river treaty has {number} pages on water rights", Act.ASSERT)
        for number in ("eighty", "ninety", "seventy", "sixty")
    ]
    one = ("the river treaty on water rights was signed by candlelight in a tent", Act.ASSERT)
    two = ("the river treaty on water rights helps millers and ferrymen alone", Act.ASSERT)
    assert repeats(said("one", one), said("two", two))
    crowded = said("one", one, *all_over), said("two", two, *all_over)
    firsts = {story.statements[0].id for story in crowded}
    assert not any({answer, answered} == firsts for answer, answered, _ in links(*crowded))


def test_a_people_that_fires_is_its_state() -> None:
    one = said("one", ("Avarians opened fire on the guards", Act.ACCUSE), about="grp:AVA-people")
    two = said("two", ("Avaria had shot at the guards", Act.ACCUSE))
    assert repeats(one, two)


def test_of_one_day_the_report_with_less_of_the_speaker_repeats_the_other() -> None:
    charge = ("Avaria hides hired fighters in the hills", Act.ACCUSE)
    full = said("full", charge, ("the guards of Belmark wait", Act.ASSERT))
    for ref in ("brief", "again", "third"):
        brief = said(ref, charge)
        ends = (brief.statements[0].id, full.statements[0].id, Relation.REPEATS)
        assert ends in links(full, brief)


def answered(ref: str, *, marked: bool = True) -> Story:
    """Return a report of Tarn's demand, which the ministry turns down."""
    story = told(
        "Tarn urged Avaria to open the harbour. The Avarian Defence Ministry rejected the demand "
        "to open the harbour for warships.",
        ref=ref, day=DAY,
    )  # fmt: skip
    story.say(
        Act.DEMAND, "per:tarn", "state:AVA", "Avaria to open the harbour", cue="urged",
        source="Tarn",
    )  # fmt: skip
    story.say(
        Act.REFUSE, "gov:AVA-defence", "per:tarn", "the demand to open the harbour for warships",
        cue="rejected" if marked else "", source="The Avarian Defence Ministry",
    )  # fmt: skip
    return story


def test_a_refusal_told_again_refuses_the_demand_of_which_only_the_first_tells() -> None:
    first = answered("first")
    again = told(
        "The Avarian Defence Ministry would not open the harbour for warships.",
        ref="again", day=date(2031, 5, 6),
    )  # fmt: skip
    again.say(
        Act.REFUSE, "gov:AVA-defence", None, "open the harbour for warships",
        cue="would not", source="The Avarian Defence Ministry",
    )  # fmt: skip
    demand, refusal = first.statements
    (retold,) = again.statements
    assert links(first, again) == {
        (retold.id, refusal.id, Relation.REPEATS),
        (retold.id, demand.id, Relation.REFUSES),
    }
