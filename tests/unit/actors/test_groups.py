"""Groups without a name: of a land, of a side, named again; peoples and blocs."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Gunmen manning a roadblock in Crimea opened fire on the convoy.",
            "Gunmen manning a roadblock in Crimea",
            {"grp:crimea-gunmen"},
        ),
        ("The people of Greece are tired.", "The people of Greece", {"grp:GRC-residents"}),
        ("Greek residents left the island.", "Greek residents", {"grp:GRC-residents"}),
        ("Western countries condemned the vote.", "Western countries", {"grp:western-countries"}),
        (
            "Some major Western countries condemned it.",
            "Some major Western countries",
            {"grp:western-countries"},
        ),
        ("Turkish lobbies are at work.", "Turkish lobbies", {"grp:TUR-lobbies"}),
        ("Efforts by Turkish circles failed.", "Turkish circles", {"grp:TUR-critics"}),
        (
            "The international community called for calm.",
            "The international community",
            {"grp:international-community"},
        ),
        ("Pro-Russian activists marched.", "Pro-Russian activists", {"grp:pro-russian-activists"}),
        ("He met EU envoys in May.", "EU envoys", {"grp:EU-envoys"}),
        ("Iranian officials left early.", "Iranian officials", {"grp:IRN-officials"}),
        ("ISIS fighters fled.", "ISIS fighters", {"grp:ISIS"}),
        ("He called on Poles to light candles.", "Poles", {"grp:POL-people"}),
        ("Several Ukrainians were asked.", "Several Ukrainians", {"grp:UKR-people"}),
        ("The Ukrainians were asked.", "The Ukrainians", {"state:UKR"}),
        ("The West condemned it.", "The West", {"grp:western-countries"}),
        ("He lives in the West Bank now.", "the West", set()),
        ("Officials declined to comment.", "Officials", set()),
        ("Several experts declined to comment.", "Several experts", set()),
        ("Many people were hurt.", "Many people", set()),
        ("The Armed Forces were praised.", "The Armed Forces", set()),
        (
            "He said Greek and Turkish officials met.",
            "Greek and Turkish officials",
            {"grp:GRC-officials", "grp:TUR-officials"},
        ),
    ],
)
def test_groups_are_known_by_their_land_or_side(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("EU envoys met him. The envoys left at noon.", "The envoys", {"grp:EU-envoys"}),
        (
            "Crimea gunmen stopped the bus. The gunmen fired.",
            "The gunmen",
            {"grp:crimea-gunmen"},
        ),
        (
            "Ukraine is at war. Ukraine says the warring parties met. All the sides agreed.",
            "All the sides",
            {"grp:UKR-parties"},
        ),
        (
            "Ukraine, Ukraine and Ukraine again. He wrote to the parties to the conflict.",
            "the parties to the conflict",
            {"grp:UKR-parties"},
        ),
        ("Nobody had seen the envoys.", "the envoys", set()),
        ("Nobody had seen the political parties.", "the political parties", set()),
    ],
)
def test_a_group_is_named_again_by_its_noun(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The foreign ministers of France, Germany and Poland met.",
            "The foreign ministers of France, Germany and Poland",
            {"grp:DEU-FRA-POL-foreign-ministers"},
        ),
        (
            "The leaders of France, Germany and Poland met.",
            "The leaders of France, Germany and Poland",
            {"state:FRA", "state:DEU", "state:POL"},
        ),
        (
            "The presidents of Greece and Turkey met.",
            "The presidents of Greece and Turkey",
            {"per:GRC-president", "per:TUR-president"},
        ),
        (
            "Greek President Anna Veld met Turkish President Kerem Sar. The presidents agreed.",
            "The presidents",
            {"per:anna-veld", "per:kerem-sar"},
        ),
        (
            "Greek opposition leaders met.",
            "Greek opposition leaders",
            {"grp:GRC-opposition-leaders"},
        ),
    ],
)
def test_who_bears_an_office_together(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


def test_allies_are_those_that_are_named_behind(resolve: Resolve) -> None:
    text = "Russia's allies, Armenia and Belarus, came."
    assert resolve(text).of("Russia's allies") == {"state:ARM", "state:BLR"}


def test_a_group_has_the_country_of_its_land_and_no_other(resolve: Resolve) -> None:
    found = resolve("Greek lobbies met. Western countries met. Zionist forces met in Syria.")
    countries = {str(actor.id): actor.country for actor in found.actors}
    assert countries["grp:GRC-lobbies"] == "GRC"
    assert countries["grp:western-countries"] is None
    assert countries["grp:zionist-forces"] is None


def test_rebels_for_one_land_are_of_another(resolve: Resolve) -> None:
    text = "Ukraine fights on. Ukraine and Russia talk. The pro-Russian rebels fled from Ukraine."
    assert resolve(text).of("The pro-Russian rebels") == {"grp:UKR-separatists"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Officials of Greece and Bulgaria met at the border.",
            {
                "grp:GRC-officials": "officials of Greece",
                "grp:BGR-officials": "officials of Bulgaria",
            },
        ),
        (
            "The presidents of Chad and Niger said that the talks had failed.",
            {"per:TCD-president": "President of Chad", "per:NER-president": "President of Niger"},
        ),
    ],
)
def test_who_is_only_named_with_others_has_a_name_of_its_own(
    resolve: Resolve, text: str, names: dict[str, str]
) -> None:
    found = {actor.id: actor.name for actor in resolve(text).actors if actor.id in names}
    assert found == names


def test_of_two_ministers_named_together_each_holds_one_office(resolve: Resolve) -> None:
    found = resolve("Greek and Bulgarian foreign ministers Alexis Dor and Ivan Petkov met at noon.")
    roles = {actor.country: actor.role for actor in found.actors if actor.id.startswith("per:")}
    assert roles == {"GRC": "foreign minister", "BGR": "foreign minister"}
