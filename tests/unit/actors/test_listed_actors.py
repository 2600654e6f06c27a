"""A user's list: joined to the gazetteer, found in articles, with the role of the day."""

from datetime import date
from functools import cache

import pytest
from tests.articles import article

from rejoinder.actors.gazetteer import Gazetteer
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.overlay import listed_digest, standing_at, with_listed
from rejoinder.actors.resolve import resolve_actors
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import DatedRole, ListedActor
from rejoinder.parsing.pipe import load_parser

QORBANI = ListedActor(
    id=ActorId("per:ilyas-qorbani"),
    name="Ilyas Qorbani",
    aliases=("Elias Ghorbani", "Qorbani"),
    kind=ActorKind.PERSON,
    country="IRN",
    sector="ELI",
    roles=(
        DatedRole(role="ambassador to Baku", start=date(2016, 2, 1), end=date(2021, 4, 30)),
        DatedRole(role="analyst", sector="EDU", start=date(2021, 5, 1), end=date(2022, 12, 31)),
    ),
)
WATCH = ListedActor(
    id=ActorId("ngo:harbour-watch"),
    name="Harbour Watch",
    aliases=("HW",),
    kind=ActorKind.NGO,
    country="NGO",
    sector="NGO",
)


@cache
def joined(*listed: ListedActor) -> Gazetteer:
    """Return the gazetteer with these actors."""
    return with_listed(load_gazetteer(), listed)


def actors_of(text: str, *listed: ListedActor, published: date | None = None) -> dict[str, Actor]:
    read = article(text, published=published)
    actors, _ = resolve_actors(load_parser().parse(read), read, (), joined(*listed))
    return {actor.id: actor for actor in actors}


@pytest.mark.parametrize(
    ("published", "sector", "role"),
    [
        (None, "ELI", None),
        (date(2010, 1, 1), "ELI", None),
        (date(2016, 2, 1), "GOV", "ambassador to Baku"),
        (date(2021, 4, 30), "GOV", "ambassador to Baku"),
        (date(2021, 5, 1), "EDU", "analyst"),
        (date(2023, 1, 1), "ELI", None),
    ],
)
def test_the_role_of_the_day_of_publication_applies(
    published: date | None, sector: str, role: str | None
) -> None:
    text = "Reporters met Elias Ghorbani in the harbour on Monday."
    actor = actors_of(text, QORBANI, published=published)["per:ilyas-qorbani"]
    assert (actor.name, actor.aliases) == ("Ilyas Qorbani", ("Elias Ghorbani",))
    assert (actor.country, actor.sector, actor.role) == ("IRN", sector, role)


def test_a_role_holds_only_if_it_does_on_every_day_the_article_may_be_of() -> None:
    april = DateInterval(start=date(2021, 4, 1), end=date(2021, 5, 31), precision=Precision.MONTH)
    assert standing_at(QORBANI, april).sector == "ELI"


def test_what_the_article_says_of_his_office_stays() -> None:
    text = "Iran's former ambassador Ilyas Qorbani said the talks had failed."
    actor = actors_of(text, QORBANI, published=date(2020, 1, 1))["per:ilyas-qorbani"]
    assert actor.sector == "ELI"
    assert actor.role is not None
    assert "former ambassador" in actor.role


def test_a_namesake_from_another_country_is_somebody_else() -> None:
    text = "The Romanian foreign minister, Ilyas Qorbani, said the talks had failed."
    other = ListedActor(
        id=ActorId("per:ilyas-qorbani-q7"),
        name="Ilyas Qorbani",
        kind=ActorKind.PERSON,
        country="IRN",
    )
    actor = actors_of(text, other)["per:ilyas-qorbani"]
    assert (actor.country, actor.sector) == ("ROU", "GOV")


def test_a_name_that_two_listed_persons_share_is_nobodys() -> None:
    first = ListedActor(id=ActorId("per:a"), name="Ada Lorn", kind=ActorKind.PERSON)
    second = ListedActor(id=ActorId("per:b"), name="Ada Lorn", kind=ActorKind.PERSON)
    gazetteer = with_listed(load_gazetteer(), [first, second])
    assert not gazetteer.persons


def test_a_surname_that_is_listed_alone_joins_the_fullest_name_only() -> None:
    text = "Behrouz Qorbani said it. Qorbani said it again."
    assert "per:ilyas-qorbani" not in actors_of(text, QORBANI)
    assert "per:ilyas-qorbani" in actors_of("Qorbani said it.", QORBANI)


def test_a_listed_organisation_is_found_by_its_names() -> None:
    found = actors_of("Talks with HW failed. Harbour Watch regretted it.", WATCH)
    assert found["ngo:harbour-watch"].kind is ActorKind.NGO
    assert len(found["ngo:harbour-watch"].mentions) == 2
    assert "ngo:harbour-watch" not in actors_of("Talks with Harbour Watch failed.")


def test_an_id_of_the_tables_extends_their_entry() -> None:
    nato = ListedActor(
        id=ActorId("igo:NATO"), name="NATO", aliases=("Iron Shield",), kind=ActorKind.IGO
    )
    found = actors_of("Iron Shield and the North Atlantic Alliance regretted it.", nato)
    assert len(found["igo:NATO"].mentions) == 2
    assert found["igo:NATO"].country == "IGO"


def test_other_names_of_a_state_are_read_as_its_capital_is() -> None:
    iran = ListedActor(
        id=ActorId("state:IRN"),
        name="Iran",
        aliases=("Old Ironfoot",),
        kind=ActorKind.STATE,
        country="IRN",
        sector="GOV",
    )
    assert "state:IRN" not in actors_of("People met in Old Ironfoot.", iran)
    assert actors_of("Old Ironfoot rejected the offer.", iran)["state:IRN"].sector is None


def test_a_list_leaves_the_gazetteer_as_it_was() -> None:
    tables = load_gazetteer()
    before = tables.phrases, dict(tables.entries)
    joined = with_listed(tables, [QORBANI, WATCH])
    assert (tables.phrases, dict(tables.entries)) == before
    assert set(joined.entries) - set(tables.entries) == {"ngo:harbour-watch"}
    assert with_listed(tables, []) is tables


def test_the_digest_of_a_list_does_not_depend_on_its_order() -> None:
    assert listed_digest([QORBANI, WATCH]) == listed_digest([WATCH, QORBANI])
    assert listed_digest([QORBANI]) != listed_digest([QORBANI, WATCH])
    assert listed_digest([]) is None
