"""Made-up news keeps its length and shape, and names nobody whom its sources name."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from benchmarks.made_up import A_DAY, Names, day_of, make_articles, person_names
from benchmarks.remade import remake
from tests.articles import article, on_day
from tests.records import actor, link, statement

from rejoinder.ledger.verify import verify_record
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation

TEXT = (
    "Minister warns Bevia\n\n"
    "Michael Korvath warned Bevia on Monday.\n\n"
    "“We will answer,” KORVATH said.\n\n"
    "Bevia denied it.\n\n"
    "The house of the House stands in the Market Street since 2015, and since 3015."
)
DAY = date(2019, 5, 6)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def record() -> ArticleRecord:
    """One article in which a person warns a state and is answered."""
    news = article(TEXT, "one", publisher="Gazette", title="Minister warns Bevia", published=DAY)
    michael = "Michael Korvath"
    korvath = actor("per:michael-korvath", michael, named_at=[_span(michael)])
    house = actor("per:market-house", "Market House", named_at=[_span("House")])
    bevia = actor("state:BEV", "Bevia", named_at=[_span("Bevia")])
    warned, denied = (
        statement(
            news.id, (_span(words),), act,
            speaker=[speaker.id], quotation=Quotation.DIRECT, said=on_day(DAY),
        )
        for words, speaker, act in (
            ("We will answer", korvath, Act.WARN),
            ("denied it", bevia, Act.DENY),
        )
    )  # fmt: skip
    return ArticleRecord(
        article=news,
        actors=(house, korvath, bevia),
        statements=(warned, denied),
        links=(link(denied.id, warned.id, Relation.DENIES),),
    )


def test_family_names_are_found_and_given_names_states_and_common_words_are_not(
    record: ArticleRecord,
) -> None:
    names = person_names([record])
    assert set(names.parts.values()) == {"Korvath", "Market"}


def test_every_form_of_a_name_becomes_the_same_name_of_the_same_length(
    record: ArticleRecord,
) -> None:
    names = person_names([record])
    made = names.text("Korvath met KORVATH's friend, Mr. Korvath-Lim of Bevia", 1)
    first = made.split()[0]
    assert first != "Korvath"
    assert len(first) == len("Korvath")
    assert made == f"{first} met {first.upper()}'s friend, Mr. {first}-Lim of Bevia"
    assert names.actor(ActorId("per:michael-korvath"), 1) == f"per:michael-{first.lower()}"
    assert names.actor(ActorId("state:BEV"), 1) == "state:BEV"
    assert names.actor(ActorId("per:AZE-foreign-minister"), 1) == "per:AZE-foreign-minister"


def test_worlds_differ_but_for_the_famous() -> None:
    names = Names(
        parts={"korvath": "Korvath", "linde": "Linde"}, famous=frozenset({"Linde"}), seed=1
    )
    assert names.part("Korvath", 0) != names.part("Korvath", 1)
    assert names.part("Linde", 0) == names.part("Linde", 1) != "Linde"
    assert names.without_famous().part("Linde", 1) == "Linde"
    assert replace(names, seed=2).part("Linde", 0) != names.part("Linde", 0)


def test_some_articles_spell_a_name_in_their_own_way() -> None:
    names = Names(parts={"korvath": "Korvath"}, famous=frozenset(), seed=1)
    spelt = [names.part("Korvath", 0, f"a-{n}") for n in range(200)]
    assert len(set(spelt)) == 2
    assert 5 < sum(name != names.part("Korvath", 0) for name in spelt) < 40


def test_articles_are_made_for_the_asking_and_alike_for_the_same_seed(
    record: ArticleRecord,
) -> None:
    names = person_names([record])
    made = list(make_articles([record.article], names, 2 * A_DAY + 1))
    assert made == list(make_articles([record.article], names, 2 * A_DAY + 1))
    assert made != list(make_articles([record.article], names, 2 * A_DAY + 1, seed=5))
    assert len({one["id"] for one in made}) == len(made)
    assert day_of(2 * A_DAY) - day_of(0) == timedelta(days=2)
    assert made[-1]["published"] == day_of(2 * A_DAY).isoformat()
    for one in made:
        assert "Korvath" not in one["text"]
        assert "KORVATH" not in one["text"]
        assert len(one["text"]) == len(TEXT)
        assert one["text"].split("\n\n")[1].startswith("Michael ")
        assert "since 2027, and since 3015" in one["text"]
    assert len({one["text"].split("\n\n")[2] for one in made}) > 2


def test_a_remade_record_is_sound_and_stands_on_the_same_characters(
    record: ArticleRecord,
) -> None:
    names = person_names([record])
    made = remake(record, names, 3, "again", date(2031, 2, 3))
    verify_record(made)
    assert made.article.id != record.article.id
    assert made.article.text == names.text(TEXT, 3, "again")
    assert [a.mentions for a in made.actors] == [a.mentions for a in record.actors]
    assert made.actors[1].name == made.actors[1].mentions[0].span.text_of(made.article.text)
    assert made.statements[0].speaker == (made.actors[1].id,)
    assert made.statements[0].said == on_day(date(2031, 2, 3))
    assert made.links[0].answer == made.statements[1].id
    assert made.links[0].answered == made.statements[0].id


def test_two_actors_who_come_to_one_name_become_one(record: ArticleRecord) -> None:
    double = replace(record.actors[1], id=ActorId("per:other"), mentions=())
    names = Names(parts={"other": "Other"}, famous=frozenset(), seed=1)
    target = names.actor(ActorId("per:other"), 1, "again")
    twin = replace(record.actors[0], id=target)
    both = replace(record, actors=(twin, double, *record.actors[1:]))
    made = remake(both, names, 1, "again", date(2031, 2, 3))
    assert [actor.id for actor in made.actors].count(target) == 1
    assert made.actors[0].mentions == twin.mentions
