import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.ports import Earlier
from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act


class KeptRecords:
    """A ledger in memory that returns no more than it is asked for."""

    def __init__(self) -> None:
        self.kept: list[ArticleRecord] = []

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        for record in self.kept:
            if any(set(actors) & set(statement.speaker) for statement in record.statements):
                yield record

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        for record in self.kept:
            if any(set(actors) & set(statement.about) for statement in record.statements):
                yield record


def accusation(day: date | None = date(2031, 5, 4)) -> Story:
    story = told(
        "Joren Tarn said that Avaria brought hired mountain fighters to the Orlen valley.",
        ref="accusation", day=day,
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA",
        "Avaria brought hired mountain fighters to the Orlen valley", cue="said",
        source="Joren Tarn",
    )  # fmt: skip
    return story


def denial(day: date | None = date(2031, 5, 5)) -> Story:
    story = told(
        "The ministry rejected Tarn’s accusation that "
        "hired mountain fighters were in the Orlen valley.",
        ref="denial", day=day,
    )  # fmt: skip
    story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn",
        "Tarn’s accusation that hired mountain fighters were in the Orlen valley", cue="rejected",
        source="The ministry",
    )  # fmt: skip
    return story


def mirror() -> Story:
    """Return an accusation the other way, of something else."""
    story = told(
        "Avaria said that Belmark poisons wells upstream of its capital.",
        ref="mirror", day=date(2031, 5, 5),
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "state:AVA", "state:BEL", "Belmark poisons wells upstream of its capital",
        cue="said", source="Avaria",
    )  # fmt: skip
    return story


def retelling(ref: str, day: date | None) -> Story:
    story = told(
        "Tarn: Avaria brought hired mountain fighters to the Orlen valley.", ref=ref, day=day
    )
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA",
        "Avaria brought hired mountain fighters to the Orlen valley", source="Tarn",
    )  # fmt: skip
    return story


def recounted() -> Story:
    """Return a denial that recounts the accusation, which is so answered where it was made."""
    story = told(
        "The ministry denied Tarn’s claim that Avaria keeps hired mountain fighters near Orlen.",
        ref="recounted", day=date(2031, 5, 7),
    )  # fmt: skip
    outer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn",
        "Tarn’s claim that Avaria keeps hired mountain fighters near Orlen", cue="denied",
        source="The ministry",
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "Avaria keeps hired mountain fighters near Orlen",
        cue="claim", source="Tarn", parent=outer,
    )  # fmt: skip
    return story


def ask() -> list[ArticleRecord]:
    stories = [
        accusation(),
        denial(),
        mirror(),
        retelling("again", date(2031, 5, 6)),
        retelling("undated", None),
        recounted(),
    ]
    return [story.record(link_within(story.record())) for story in stories]


def link_all(batches: list[list[ArticleRecord]]) -> set[Link]:
    kept = KeptRecords()
    earlier: Earlier = kept
    links: set[Link] = set()
    for batch in batches:
        links.update(link_across(batch, earlier))
        kept.kept.extend(batch)
    return links


def test_answer_in_another_article_is_explicit_where_its_text_names_the_claim() -> None:
    first, second = accusation(), denial()
    (link,) = link_all([[first.record()], [second.record()]])
    assert link.answer == second.statements[0].id
    assert link.answered == first.statements[0].id
    assert link.relation is Relation.DENIES
    assert link.evidence is not None
    assert link.evidence.text_of(second.text) == "rejected Tarn’s accusation"


def test_a_link_between_articles_is_no_surer_than_that_both_its_ends_are_said() -> None:
    first, second, again = accusation(), denial(), retelling("again", date(2031, 5, 6))
    for story, score in ((first, 0.5), (second, 0.9), (again, 0.8)):
        story.statements = [replace(each, score=score) for each in story.statements]
    links = link_all([[first.record()], [second.record()], [again.record()]])
    scores = {(link.relation, link.score) for link in links}
    assert (Relation.DENIES, 0.45) in scores
    assert (Relation.REPEATS, 1.0) in scores


def test_mirrored_accusations_on_different_matters_stay_apart() -> None:
    assert link_all([[accusation().record(), mirror().record()]]) == set()


@pytest.mark.parametrize(
    ("told_on", "answered_on", "linked"),
    [
        pytest.param(date(2031, 5, 4), date(2031, 5, 18), True, id="two weeks"),
        pytest.param(date(2031, 5, 4), date(2031, 5, 19), False, id="too late"),
        pytest.param(date(2031, 5, 4), date(2031, 5, 3), False, id="before it was said"),
        pytest.param(date(2031, 5, 4), None, True, id="open date"),
        pytest.param(None, None, True, id="no dates"),
    ],
)
def test_answer_comes_within_two_weeks(
    told_on: date | None, answered_on: date | None, linked: bool
) -> None:
    links = link_all([[accusation(told_on).record(), denial(answered_on).record()]])
    assert bool(links) is linked


def test_same_words_in_another_outlet_repeat_the_earlier() -> None:
    first, again = accusation(), retelling("again", date(2031, 5, 6))
    (link,) = link_all([[again.record()], [first.record()]])
    assert (link.answer, link.answered) == (again.statements[0].id, first.statements[0].id)
    assert link.relation is Relation.REPEATS
    assert not link.explicit


def test_every_order_of_arrival_gives_the_same_links() -> None:
    orders = itertools.islice(itertools.permutations(ask()), 0, None, 7)
    found = [link_all([[record] for record in order]) for order in orders]
    assert {Relation.DENIES, Relation.REPEATS} <= {link.relation for link in found[0]}
    assert all(links == found[0] for links in found)


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_every_batching_gives_the_same_links(order: list[int], into: list[int]) -> None:
    records = ask()
    batches = [
        [records[place] for place, batch in zip(order, into, strict=True) if batch == number]
        for number in range(6)
    ]
    assert link_all(batches) == link_all([records])


def test_linking_again_what_is_already_kept_changes_nothing() -> None:
    records = ask()
    assert link_all([records, records]) == link_all([records])


def test_article_is_not_linked_to_itself() -> None:
    record = accusation().record()
    assert link_all([[record], [record]]) == set()


def army_denial() -> Story:
    """Return a denial by one colleague of what another body's officer said: found one way only."""
    story = told(
        "Minister Olm denied to the Belmark Army that "
        "hired mountain fighters were in the Orlen valley.",
        ref="army", day=date(2031, 5, 5),
    )  # fmt: skip
    story.actor("per:olm", "Minister Olm", "AVA", "GOV")
    story.actor("mil:BEL", "Belmark Army", "BEL", "MIL")
    story.say(
        Act.DENY, "per:olm", "mil:BEL", "hired mountain fighters were in the Orlen valley",
        cue="denied", source="Minister Olm",
    )  # fmt: skip
    return story


def charge(
    ref: str, speaker: str, about: str, names: tuple[str, str], day: date | None = date(2031, 5, 4)
) -> Story:
    story = told(
        f"{names[0]} said that {names[1]} burned orchards and barns beside the Orlen river.",
        ref=ref, day=day,
    )  # fmt: skip
    story.say(
        Act.ACCUSE, speaker, about,
        f"{names[1]} burned orchards and barns beside the Orlen river", cue="said",
        source=names[0],
    )  # fmt: skip
    return story


def test_pair_that_could_be_missed_in_one_order_is_linked_in_neither() -> None:
    claim, answer = accusation().record(), army_denial().record()
    orders = [[[claim], [answer]], [[answer], [claim]], [[claim, answer]]]
    assert [link_all(order) for order in orders] == [set()] * 3


def test_of_two_that_accuse_each_other_one_counters_whatever_came_first() -> None:
    one = charge("one", "state:AVA", "state:BEL", ("Avaria", "Belmark")).record()
    two = charge("two", "state:BEL", "state:AVA", ("Belmark", "Avaria")).record()
    (link,) = link_all([[one], [two]])
    assert link.relation is Relation.COUNTERS
    assert link_all([[two], [one]]) == link_all([[two, one]]) == {link}


def test_without_a_date_a_state_alone_connects_nothing() -> None:
    one = charge("one", "state:AVA", "state:BEL", ("Avaria", "Belmark"), None).record()
    two = charge("two", "state:BEL", "state:AVA", ("Belmark", "Avaria")).record()
    again = charge("again", "state:AVA", "state:BEL", ("Avaria", "Belmark")).record()
    assert link_all([[one], [two]]) == link_all([[two, one]]) == set()
    assert link_all([[one], [again]]) == set()
