"""The same words in two outlets, what answers them, and links that no longer fit."""

import itertools
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import pytest
from tests.unit.exchanges.stories import Story, told

from rejoinder.exchanges.across import link_across
from rejoinder.exchanges.fitting import still_fits
from rejoinder.exchanges.within import link_within
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act

DAY = date(2031, 5, 4)


class Nothing:
    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        return iter(())

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        return iter(())


def linked(story: Story, publisher: str = "The Courier") -> ArticleRecord:
    record = story.record(link_within(story.record()))
    return replace(record, article=replace(record.article, publisher=publisher))


def across(*records: ArticleRecord) -> list[tuple[StatementId, str, Relation]]:
    found = {frozenset(link_across(order, Nothing())) for order in itertools.permutations(records)}
    (links,) = found
    return sorted((link.answer, link.answered, link.relation) for link in links)


def charge(content: str, *, act: Act = Act.ACCUSE, ref: str = "charge", more: str = "") -> Story:
    story = told(f"Tarn said that {content}.{more}", ref=ref, day=DAY)
    story.say(act, "per:tarn", "state:AVA", content, cue="said", source="Tarn")
    return story


def recounted() -> Story:
    """Return a denial that recounts what it denies."""
    story = told(
        "The Avarian Defence Ministry rejected Tarn’s claim that hired fighters were in Orlen.",
        ref="recounted", day=DAY,
    )  # fmt: skip
    outer = story.say(
        Act.DENY, "gov:AVA-defence", "per:tarn", "Tarn’s claim that hired fighters were in Orlen",
        cue="rejected", source="The Avarian Defence Ministry",
    )  # fmt: skip
    story.say(
        Act.ACCUSE, "per:tarn", "state:AVA", "hired fighters were in Orlen", cue="claim",
        source="Tarn", parent=outer,
    )  # fmt: skip
    return story


FIRST = "Avaria brought hired fighters to Orlen"


@pytest.mark.parametrize(
    ("again", "act", "linked_"),
    [
        pytest.param("Avaria keeps hired fighters near Orlen", Act.ACCUSE, True, id="paraphrase"),
        pytest.param("Avaria pays for hired nurses", Act.ACCUSE, False, id="one word in common"),
        pytest.param("hired fighters left Orlen", Act.SUPPORT, False, id="praise is no repetition"),
        pytest.param("Avaria poisons wells", Act.ACCUSE, False, id="another matter"),
    ],
)
def test_retelling_shares_words_and_does_alike(again: str, act: Act, linked_: bool) -> None:
    one, two = charge(FIRST), charge(again, act=act, ref="other")
    relations = [relation for _, _, relation in across(linked(one), linked(two))]
    assert relations == ([Relation.REPEATS] if linked_ else [])


def test_what_an_adversary_recounts_is_the_retelling_and_his_denial_answers_the_first() -> None:
    one, two = charge(FIRST), recounted()
    (claim,) = one.statements
    denial, inner = two.statements
    assert across(linked(one), linked(two)) == sorted(
        [
            (inner.id, claim.id, Relation.REPEATS),
            (denial.id, claim.id, Relation.DENIES),
        ]
    )


def test_of_two_reports_of_a_day_the_one_that_credits_the_other_repeats_it() -> None:
    origin = charge(FIRST, ref="origin")
    copy = charge(FIRST, ref="copy", more=" Source: Orlen Wire")
    (first,), (second,) = origin.statements, copy.statements
    for publisher in ("Aster", "Zenith"):
        links = across(linked(origin, "Orlen Wire"), linked(copy, publisher))
        assert links == [(second.id, first.id, Relation.REPEATS)]


def turned_down(content: str, denial: str, *, ref: str, told_: bool = True) -> Story:
    """Return a report of a denial, and of the charge that it denies if that is told."""
    before = f"Tarn accused Avaria of {content}. " if told_ else ""
    story = told(f"{before}Avaria denied {denial}.", ref=ref, day=DAY)
    if told_:
        story.say(
            Act.ACCUSE, "per:tarn", "state:AVA", f"Avaria of {content}", cue="accused",
            source="Tarn",
        )  # fmt: skip
    story.say(Act.DENY, "state:AVA", "per:tarn", denial, cue="denied", source="Avaria")
    return story


JAMMING, POISONING = "jamming radios near Orlen", "poisoning the wells"


@pytest.mark.parametrize(
    ("one", "two", "told_", "found"),
    [
        pytest.param(JAMMING, POISONING, True, False, id="each denies another charge"),
        pytest.param(
            JAMMING, JAMMING, True, True, id="the charge is told again, and so its denial"
        ),
        pytest.param(JAMMING, POISONING, False, True, id="one does not tell what is denied"),
    ],
)
@pytest.mark.parametrize("denial", ["the accusation", "these absurd allegations"])
def test_denials_alike_only_in_naming_a_charge_are_one_where_the_charge_is(
    one: str, two: str, told_: bool, found: bool, denial: str
) -> None:
    first = turned_down(one, denial, ref="first")
    second = turned_down(two, denial, ref="second", told_=told_)
    ends = {first.statements[-1].id, second.statements[-1].id}
    links = across(linked(first), linked(second))
    assert (ends in [{*each[:2]} for each in links]) is found


def test_each_statement_is_told_again_once_by_an_article() -> None:
    one = charge(FIRST)
    two = charge(FIRST, ref="two", more=f" Tarn repeated: {FIRST} again.")
    two.say(Act.ACCUSE, "per:tarn", "state:AVA", f"{FIRST} again", cue="repeated", source="Tarn")
    links = across(linked(one), linked(two))
    assert len([link for link in links if link[2] is Relation.REPEATS]) == 1


def _renamed(record: ArticleRecord, old: str, new: str) -> ArticleRecord:
    """Return the record as it is shown once two who were taken for one have been parted."""
    name = {ActorId(old): ActorId(new)}
    return replace(
        record,
        actors=tuple(replace(each, id=name.get(each.id, each.id)) for each in record.actors),
        statements=tuple(
            replace(
                each,
                speaker=tuple(name.get(one, one) for one in each.speaker),
                about=tuple(name.get(one, one) for one in each.about),
            )
            for each in record.statements
        ),
    )


def _links(one: ArticleRecord, two: ArticleRecord) -> tuple[Link, ...]:
    return link_across([one, two], Nothing())


def test_link_fits_until_its_parties_are_parted() -> None:
    claim, denial = linked(charge(FIRST)), linked(recounted())
    links = _links(claim, denial)
    assert links
    assert all(still_fits(link, denial, claim) for link in links)
    other = _renamed(claim, "per:tarn", "per:another-tarn")
    other = replace(
        other,
        actors=tuple(
            replace(each, country=None) if each.id == "per:another-tarn" else each
            for each in other.actors
        ),
    )
    assert not any(still_fits(link, denial, other) for link in links)


def test_link_to_a_statement_that_is_gone_does_not_fit() -> None:
    claim, denial = linked(charge(FIRST)), linked(recounted())
    (link, *_) = _links(claim, denial)
    assert not still_fits(link, denial, replace(claim, statements=()))
