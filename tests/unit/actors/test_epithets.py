"""Epithets: the country, both sides, the watchdog, the Frenchman, this newspaper."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Ukraine is at war. It tears the country apart.", "the country", {"state:UKR"}),
        (
            "Russia agreed to buy Ukrainian bonds and slash the price of what it sells to "
            "the country.",
            "the country",
            {"state:UKR"},
        ),
        (
            "Guards are present in Greece and men brought from Syria have stayed in the country.",
            "the country",
            {"state:GRC"},
        ),
        (
            "Moscow warned Ukraine. It criticised the former Soviet republic.",
            "the former Soviet republic",
            {"state:UKR"},
        ),
        (
            "Ukrainian Prime Minister Petro Lam praised his country.",
            "his country",
            {"state:UKR"},
        ),
        (
            "Iran accused Turkey. Iran's army saw troops in the neighbouring country.",
            "the neighbouring country",
            {"state:TUR"},
        ),
        ("Nobody knows the country.", "the country", set()),
        ("He spoke of the state of affairs.", "the state", set()),
    ],
)
def test_the_country_is_the_land_that_stands_out_before(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Iran helps Greece and Turkey. It thanked both countries.", "both countries", "GRC TUR"),
        ("Greece met Turkey. The two sides agreed.", "The two sides", "GRC TUR"),
        ("Greece and Turkey met. The two must act.", "The two", "GRC TUR"),
        ("Greece, Turkey and Iran met. Both countries agreed.", "Both countries", ""),
        ("Greece and Turkey met. Our two countries agreed.", "two countries", ""),
    ],
)
def test_two_are_those_named_together(
    resolve: Resolve, text: str, words: str, expected: str
) -> None:
    assert resolve(text).of(words) == {f"state:{code}" for code in expected.split()}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "The OSCE came. The 57-member organisation left.",
            "The 57-member organisation",
            {"igo:OSCE"},
        ),
        (
            "The OSCE came. Nobody saw Europe's security and democracy watchdog.",
            "Europe's security and democracy watchdog",
            {"igo:OSCE"},
        ),
        ("NATO came. The alliance left.", "The alliance", {"igo:NATO"}),
        ("Anna told Turkish television. She was on TRT.", "Turkish television", {"media:TRT"}),
        (
            "The European Commission met. The Commission agreed.",
            "The Commission",
            {"igo:EU-commission"},
        ),
        (
            "The Lumen Foundation met. The foundation agreed.",
            "The foundation",
            {"ngo:lumen-foundation"},
        ),
        ("The Commission agreed.", "The Commission", set()),
        ("Greek lobbies met. The group of friends left.", "The group", set()),
        ("Poles met. The party went on.", "The party", set()),
    ],
)
def test_organisations_are_named_again_by_what_they_are(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "French President Luc Moreau came. The Frenchman left.",
            "The Frenchman",
            {"per:luc-moreau"},
        ),
        (
            "Iranian Foreign Minister Reza Dal came. The Iranian declined.",
            "The Iranian",
            {"per:reza-dal"},
        ),
        ("The Iranian army came.", "The Iranian", set()),
        ("The Iranian-Turkish border is long.", "The Iranian", set()),
    ],
)
def test_compatriots_are_persons_by_country(
    resolve: Resolve, text: str, words: str, expected: set[str]
) -> None:
    assert resolve(text).of(words) == expected


def test_this_newspaper_is_the_publisher(resolve: Resolve) -> None:
    found = resolve("Nobody told this newspaper.", publisher="Lumen Review")
    assert found.of("this newspaper") == {"media:lumen-review"}
    assert resolve("Nobody told this newspaper.").of("this newspaper") == set()


def test_initials_stand_for_the_name_that_they_are_given_with(resolve: Resolve) -> None:
    found = resolve("The Lumen Press Institute (LPI) met. According to the LPI nobody came.")
    assert found.of("the LPI") == {"ngo:lumen-press-institute"}


def test_in_a_quotation_our_is_the_speakers(resolve: Resolve) -> None:
    text = 'Greek President Anna Veld said: "Our government cannot accept it." Greece is calm.'
    said = ("Greek President Anna Veld", "said", "Our government cannot accept it.")
    assert resolve(text, [said]).of("Our government") == {"gov:GRC-government"}
