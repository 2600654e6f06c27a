from dataclasses import replace

import pytest
from tests.unit.actors.across.people import article, organisation, person, vacancy

from rejoinder.actors.across.profiles import profiles_of, ref_of
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef
from rejoinder.model.profile import Fact, Profile
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span


def profile_of(record: ArticleRecord, actor: Actor) -> Profile:
    ref = ref_of(actor, record.article)
    return next(profile for profile in profiles_of(record) if profile.ref == ref)


def test_a_profile_holds_what_the_article_tells() -> None:
    vey = person("Ilona Vey", "foreign minister", "MDA", "GOV", "Vey")
    found = profile_of(article("a", vey, states=["MDA", "SVK"], year=2014), vey)
    assert found.ref == ActorRef(actor=vey.id)
    assert found.values(Fact.NAME) == {"Ilona Vey", "Vey"}
    assert found.values(Fact.COUNTRY) == {"MDA"}
    assert found.values(Fact.SECTOR) == {"GOV"}
    assert found.values(Fact.OFFICE) == {"MDA/foreign-minister/2014"}
    assert found.values(Fact.STATE) == {"MDA", "SVK"}
    assert found.values(Fact.YEAR) == {"2014"}
    assert found.values(Fact.BESIDE) == frozenset()


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Ivan Dorn", {"given"}),
        ("Republican Ivan Dorn", set()),
        ("Crooked Anna Dorn", set()),
        ("Xi Dorn", {"family"}),
        ("Amir-Dornian", set()),
    ],
)
def test_a_plain_name_begins_with_one_that_is_known(name: str, begins: set[str]) -> None:
    dorn = person(name)
    assert profile_of(article("a", dorn), dorn).values(Fact.PLAIN) == begins


def test_an_office_given_up_is_kept_as_such() -> None:
    vey = person("Ilona Vey", "former foreign minister", "MDA", "ELI")
    found = profile_of(article("a", vey), vey)
    assert found.values(Fact.FORMER) == {"MDA/foreign-minister/"}
    assert found.values(Fact.OFFICE) == frozenset()


def test_a_territory_is_not_judged_by_its_name() -> None:
    land = replace(
        organisation(ActorKind.GROUP, "Orlen", "MDA"), claimed_by=(ActorId("state:MDA"),)
    )
    assert profiles_of(article("a", land)) == ()


def test_a_role_that_stands_with_the_surname_alone_is_not_the_relatives() -> None:
    husband = person("Orrin Vey", "president", "MDA", "GOV", "Vey")
    text = "President Vey came with Orrin Vey."
    record = article("a", husband)
    mentions = (
        Mention(span=Span(0, 13), kind=MentionKind.NAME),
        Mention(span=Span(24, 33), kind=MentionKind.NAME),
    )
    told = replace(husband, role="President", mentions=mentions)
    record = replace(record, article=replace(record.article, text=text), actors=(told,))
    assert profile_of(record, told).values(Fact.OFFICE) == frozenset()


@pytest.mark.parametrize(
    ("text", "gender"), [("Mr. Vey", "m"), ("Mrs Vey", "f"), ("Lady Vey", "f"), ("Vey", "")]
)
def test_titles_of_address_tell_the_gender(text: str, gender: str) -> None:
    vey = person("Vey")
    record = article("a", vey)
    named = replace(vey, mentions=(Mention(span=Span(0, len(text)), kind=MentionKind.NAME),))
    record = replace(record, article=replace(record.article, text=text), actors=(named,))
    assert profile_of(record, vey).values(Fact.GENDER) == ({gender} if gender else frozenset())


def test_like_names_in_one_article_know_of_each_other() -> None:
    ilham, heydar, vey = person("Ilham Aliyev"), person("Heydar Aliyev"), person("Ilona Vey")
    record = article("a", ilham, heydar, vey)
    assert profile_of(record, ilham).values(Fact.BESIDE) == {heydar.id}
    assert profile_of(record, heydar).values(Fact.BESIDE) == {ilham.id}
    assert profile_of(record, vey).values(Fact.BESIDE) == frozenset()


@pytest.mark.parametrize("name", ["Vey", "K. Vey", "al-Vey", "Van Vey"])
def test_a_surname_is_judged_article_by_article(name: str) -> None:
    bare = person(name)
    record = article("a", bare)
    assert ref_of(bare, record.article).article == record.article.id
    assert {profile.ref.article for profile in profiles_of(record)} == {"", record.article.id}


@pytest.mark.parametrize("name", ["Ilona Vey", "Pope Francis", "Al Gore", "Xi Jinping"])
def test_a_full_name_is_one_everywhere(name: str) -> None:
    whole = person(name)
    assert ref_of(whole, article("a", whole).article) == ActorRef(actor=whole.id)


def test_what_needs_no_judging_has_no_profile() -> None:
    side = replace(
        organisation(ActorKind.GROUP, "opposition", "MDA"), id=ActorId("grp:MDA-opposition")
    )
    land = replace(organisation(ActorKind.GROUP, "Orlen", "MDA"), sector="PRE")
    ulgor = organisation(ActorKind.MEDIA, "Ulgor")
    record = article("a", side, land, ulgor, states=["MDA"])
    assert [profile.ref.actor for profile in profiles_of(record)] == [ulgor.id]


def test_an_office_without_a_name_is_looked_for_among_its_holders() -> None:
    office = vacancy("MDA", "foreign-minister", "MDA")
    found = profile_of(article("a", office, year=2014), office)
    assert found.values(Fact.OFFICE) == {"MDA/foreign-minister/2014"}
    holder = person("Joren Tarn", "foreign minister", "MDA")
    held = profile_of(article("b", holder), holder)
    assert "v:MDA/foreign-minister" in found.keys
    assert "o:MDA/foreign-minister" in held.keys


def test_profiles_of_one_actor_join_and_others_do_not() -> None:
    vey = person("Ilona Vey")
    one = profile_of(article("a", vey, year=2013), vey)
    other = profile_of(article("b", vey, year=2014), vey)
    assert one.joined(other) == other.joined(one)
    assert one.joined(other).values(Fact.YEAR) == {"2013", "2014"}
    tarn = person("Joren Tarn")
    with pytest.raises(ValueError, match="not profiles of one actor"):
        one.joined(profile_of(article("c", tarn), tarn))
