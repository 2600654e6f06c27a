"""Who is meant alone: nobody else is a target where the words name somebody without a name."""

import pytest
from tests.articles import article
from tests.unit.actors.conftest import Resolve, Said

from rejoinder.pipeline.stages import Engine

pytestmark = pytest.mark.model

VELD = "Anna Veld, the Greek foreign minister,"


def last(engine: Engine, text: str) -> tuple[list[str], list[str]]:
    """Return who speaks in the last statement of a text, and about whom."""
    found = engine.extract(article(text)).statements[-1]
    return [str(actor) for actor in found.speaker], [str(actor) for actor in found.about]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(
            f"{VELD} accused a baker who had worked with Luc Moreau of theft.",
            [],
            id="whom a clause tells more of",
        ),
        pytest.param(
            "The former cook, who had a shop with his father Luc Moreau, was accused of theft.",
            [],
            id="who is accused, far from the verb",
        ),
        pytest.param(
            "Luc Moreau met Anna Veld. Mr. Moreau, who is accused of passing letters to her, left.",
            ["per:luc-moreau"],
            id="who is accused, by a relative pronoun",
        ),
        pytest.param(
            f"{VELD} accused Luc Moreau of theft.", ["per:luc-moreau"], id="who has a name"
        ),
        pytest.param(
            f"{VELD} accused a cook of Luc Moreau of theft.", [], id="who serves one with a name"
        ),
        pytest.param(
            f"{VELD} spoke of Iran. Veld told Luc Moreau lies to please Turkey.",
            ["per:luc-moreau"],
            id="who is told something to an end is not bidden",
        ),
        pytest.param(f"{VELD} urged hunters to write to Luc Moreau.", [], id="who is urged"),
        pytest.param(f"{VELD} encouraged sailors to stop Turkey.", [], id="who is encouraged"),
        pytest.param(
            f"{VELD} urged Luc Moreau to stop Turkey.",
            ["per:luc-moreau"],
            id="who has a name, asked",
        ),
        pytest.param(
            f"{VELD} said hackers had stolen letters from Iran.", [], id="who does a wrong, unnamed"
        ),
        pytest.param(
            f"{VELD} said the hackers of Iran had stolen letters from Turkey.",
            ["grp:IRN-criminals"],
            id="who does a wrong, by his land",
        ),
        pytest.param(
            f"{VELD} said that the party should yield to Luc Moreau.", [], id="who ought to act"
        ),
    ],
)
def test_nobody_else_is_meant(engine: Engine, text: str, about: list[str]) -> None:
    assert last(engine, text)[1] == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(f"{VELD} said it was a power grab for Iran.", [], id="who gains"),
        pytest.param(
            "Anna Veld said the guards had filed charges against Luc Moreau illegally.",
            [],
            id="against whom others act",
        ),
        pytest.param(
            f"{VELD} said the ban was deeply troubling to Turkey.", [], id="whom it troubles"
        ),
        pytest.param(
            f"{VELD} said that the mayor conspired with Luc Moreau.", [], id="who takes part"
        ),
        pytest.param(
            f"{VELD} said that if Turkey agrees, the envoys of Iran have no excuse.",
            ["grp:IRN-envoys"],
            id="who stands in a condition",
        ),
        pytest.param(
            f"{VELD} said that if Turkey agrees, nothing excuses the envoys of Iran.",
            ["grp:IRN-envoys"],
            id="whom nothing excuses, behind a condition",
        ),
        pytest.param(
            f"{VELD} said that if Turkey opens a wider road, pays its debts, and guards the harvest"
            " of Peru and Chile, the millers would have no excuse to shut the door.",
            [],
            id="who stands in the second of two conditions",
        ),
        pytest.param(
            f"{VELD} said if Turkey thinks that Iran may stay, they are wrong.",
            ["state:TUR"],
            id="who is taken up by they",
        ),
        pytest.param(
            f"{VELD} said the fair would be a failure if Turkey can't rally the guilds of Iran.",
            [],
            id="of two in a condition none",
        ),
        pytest.param(
            f"{VELD} said Iran had nothing but contempt for Turkey's laws.",
            ["state:IRN"],
            id="who holds others in contempt",
        ),
    ],
)
def test_who_has_but_a_part_in_it_is_not_blamed(
    engine: Engine, text: str, about: list[str]
) -> None:
    assert [str(actor) for actor in engine.extract(article(text)).statements[0].about] == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(
            "Senator Luc Moreau of Turkey criticised President Anna Veld of Turkey.",
            ["per:anna-veld"],
            id="who sits in parliament, on who governs",
        ),
        pytest.param(
            "Senator Luc Moreau of Turkey said President Anna Veld of Turkey should resign.",
            ["per:anna-veld"],
            id="what she should do",
        ),
        pytest.param(
            "Defence Minister Luc Moreau of Turkey said Turkey had been shelled by Iran.",
            ["state:IRN"],
            id="a minister and his state",
        ),
        pytest.param(
            "Luc Moreau, Anna Veld's lawyer, said the inquiry into Ms. Veld's letters was a farce.",
            [],
            id="a lawyer and his client",
        ),
        pytest.param(
            "Luc Moreau, a spokesman for Anna Veld, said that Ms. Veld had been betrayed by Iran.",
            ["state:IRN"],
            id="a spokesman and whom he speaks for",
        ),
    ],
)
def test_whose_side_somebody_is_on(engine: Engine, text: str, about: list[str]) -> None:
    assert last(engine, text)[1] == about


@pytest.mark.parametrize(
    "text",
    [
        "Luc Moreau left the house after being accused of fraud.",
        "Luc Moreau, a baker, was indicted on fraud charges.",
    ],
)
def test_who_is_charged_says_nothing(engine: Engine, text: str) -> None:
    assert last(engine, text) == ([], ["per:luc-moreau"])


@pytest.mark.parametrize(
    ("source", "about"),
    [("", []), ("some", ["per:luc-moreau"])],
)
def test_we_are_spoken_of_by_others_alone(resolve: Resolve, source: str, about: list[str]) -> None:
    text = f"Luc Moreau said that {source} doubt that we will win."
    whole = text[text.index(source or "doubt") : -1]
    said: list[Said] = [
        ("Luc Moreau", "said", whole),
        (source, "doubt", "that we will win", 0),
    ]
    assert list(resolve(text, said).casts[1].about) == about


def test_a_title_in_a_phrase_before_the_subject_is_somebody_elses(engine: Engine) -> None:
    text = "In a note to the president, Luc Moreau said that winter comes."
    found = engine.extract(article(text)).actors
    assert [one.role for one in found if one.id == "per:luc-moreau"] == [None]
