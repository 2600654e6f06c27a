"""Territories and states that are no more: their own actors, with who claims them."""

import pytest
from tests.unit.actors.conftest import Resolve

from rejoinder.actors.lexicon import load_gazetteer


@pytest.mark.parametrize(
    ("text", "actor", "country", "sector", "claimed_by"),
    [
        ("Artsakh rejected the offer.", "grp:nagorno-karabakh", "AZE", "PRE", ["AZE"]),
        ("Abkhazia denied the report.", "grp:abkhazia", "GEO", "PRE", ["GEO"]),
        ("Crimea could not invite observers.", "grp:crimea", "UKR", "PRE", ["RUS", "UKR"]),
        ("Hong Kong criticised the statement.", "grp:hong-kong", "HKG", "GOV", []),
        ("Scotland rejected the plan.", "grp:scotland", "GBR", "GOV", []),
        ("Gaza accepted the truce.", "grp:gaza", "PSE", None, ["PSE"]),
        ("Kashmir rejected the offer.", "grp:kashmir", None, None, ["IND", "PAK"]),
        ("Kosovo accused Serbia of lying.", "state:KOS", "KOS", None, ["SRB"]),
        ("Taiwan accused China of lying.", "state:TWN", "TWN", None, ["CHN"]),
        ("China accused Taiwan of lying.", "state:CHN", "CHN", None, []),
        ("The Soviet Union denied the report.", "state:SUN", "RUS", None, []),
    ],
)
def test_a_territory_is_an_actor_of_its_own(
    resolve: Resolve,
    text: str,
    actor: str,
    country: str | None,
    sector: str | None,
    claimed_by: list[str],
) -> None:
    found = resolve(text).actor(actor)
    assert (found.country, found.sector) == (country, sector)
    assert list(found.claimed_by) == [f"state:{code}" for code in claimed_by]


@pytest.mark.parametrize(
    "text",
    [
        "People gathered in Hong Kong.",
        "Troops marched through the streets of Stepanakert.",
        "A village near Gilgit was flooded.",
        "The former Soviet republics met.",
        "An ex-Soviet republic joined.",
    ],
)
def test_a_place_is_no_actor(resolve: Resolve, text: str) -> None:
    ids = resolve(text).ids()
    assert not ids & {"grp:hong-kong", "grp:nagorno-karabakh", "grp:gilgit-baltistan", "state:SUN"}


@pytest.mark.parametrize(
    ("text", "body", "sector"),
    [
        ("The Scottish parliament met.", "gov:scotland-parliament", "LEG"),
        ("The Abkhaz parliament met.", "gov:abkhazia-parliament", "PRE"),
        ("Soviet troops left.", "mil:SUN-army", "MIL"),
        ("The UN peacekeepers left.", "igo:UN-peacekeepers", "MIL"),
        ("Hong Kong police denied it.", "gov:hong-kong-police", "COP"),
    ],
)
def test_a_land_has_bodies_of_its_own(resolve: Resolve, text: str, body: str, sector: str) -> None:
    assert resolve(text).actor(body).sector == sector


def test_what_a_state_claims_is_told_from_its_side_too() -> None:
    claims = load_gazetteer().claims_of("state:UKR")
    assert {"grp:crimea", "grp:donetsk-peoples-republic"} <= set(claims)
    assert "grp:abkhazia" not in claims


@pytest.mark.parametrize(
    ("text", "armed"),
    [
        ("US and British forces left.", {"mil:USA-army", "mil:GBR-army"}),
        ("French and Egyptian warships left.", {"mil:FRA-navy", "mil:EGY-navy"}),
        ("The US and Iran's army met.", {"mil:IRN-army"}),
    ],
)
def test_two_adjectives_may_share_a_noun(resolve: Resolve, text: str, armed: set[str]) -> None:
    assert {actor for actor in resolve(text).ids() if actor.startswith("mil:")} == armed


def test_people_of_a_territory_are_not_those_of_a_state(resolve: Resolve) -> None:
    assert resolve("Bosnian Serbs rejected it.").ids() == {"grp:republika-srpska-people"}
