"""Aims: who of several is blamed, asked or answered; parties exchanged exchange the target."""

import re
from itertools import permutations

import pytest
from tests.articles import article

from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.taggers import RULES

pytestmark = pytest.mark.model

VELD = "Anna Veld, the Greek foreign minister,"
AT_B = (
    "V said that {b} tried to discredit {a}'s position.",
    "V said that while {a} was weak, {b} tried to undermine {a}'s role.",
    "V said that {aa} troops were shelled by {ba} forces.",
    "V said the war in {a} was provoked by {b}.",
    "V said that after talks with {a}, {b} violated the ceasefire.",
    "V said {a} was the victim of {b}'s aggression.",
    "V said that in response to {a}'s appeal {b} bombed the port.",
    "V blamed the attack on {a} on {b}.",
    "V accused {b} of selling arms to {a}.",
    "V said that if {a} agrees, {b} must withdraw.",
    "V said that the shelling of {a} by {b} must stop.",
    "V demanded that {b} stop its attacks on {a}.",
    "V said {b}'s annexation of the islands of {a} was a crime.",
    "V said {a} had suffered under {b}'s occupation.",
    "V said the results of the inquiry into the attack on {a}'s embassy point to {b}.",
    '"We want peace with {a}. We demand an apology from {b}," V said.',
    "V rejected {b}'s accusations that Greece had armed {a}.",
    "V denied claims made by {b} that Greece had shelled {a}.",
    "V rejected {ba} accusations that Greece had broken the treaty.",
    "V refused an offer by {b} to mediate with {a}.",
    "V said the rebels in {a} were financed by {b}.",
    "V said there was more unrest than {a} had seen because {b} fanned the war.",
    '"{a} sent no envoys. {b} has violated the truce," V said.',
)


def about(text: str) -> list[str]:
    """Return whom the first statement of a text is about, by the rules alone."""
    found = build_engine(RULES).extract(article(text))
    return [str(actor) for actor in found.statements[0].about]


def told(frame: str, a: str, b: str) -> str:
    """Return a frame with two lands in it."""
    adjective = {"Iran": "Iranian", "Turkey": "Turkish"}
    filled = frame.format(a=a, b=b, aa=adjective[a], ba=adjective[b])
    return re.sub(r"\bV\b", VELD, filled)


@pytest.mark.parametrize(("a", "b"), [*permutations(["Iran", "Turkey"])])
@pytest.mark.parametrize("frame", AT_B)
def test_who_of_two_is_meant(frame: str, a: str, b: str) -> None:
    land = {"Iran": "IRN", "Turkey": "TUR"}[b]
    assert about(told(frame, a, b)) in ([f"state:{land}"], [f"mil:{land}-army"])


@pytest.mark.parametrize(
    "text",
    [
        f"{VELD} said that guards were tortured in Turkey.",
        f"{VELD} called it a propaganda campaign against Turkey.",
        f'"Nobody met Turkey. The guards were tortured and robbed," {VELD} said.',
    ],
)
def test_who_suffers_or_is_but_named_is_not_accused(text: str) -> None:
    assert about(text) == []


def test_those_who_accuse_each_other_are_all_accused() -> None:
    assert about("Iran and Turkey accused each other of breaking the truce.") == [
        "state:IRN",
        "state:TUR",
    ]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Iran spoke on Monday. Turkey accused it of lying.", "state:IRN"),
        ("Luc Moreau spoke on Monday. Iran urged him to leave.", "per:luc-moreau"),
        ("Iran said Turkey shelled a port. Turkey denied this.", "state:IRN"),
        ("Turkey said Iran shelled a port. Iran denied this.", "state:TUR"),
        ("Luc Moreau spoke of tax. Iran demanded that he prove it.", "per:luc-moreau"),
    ],
)
def test_pronouns_mean_who_was_named_before(text: str, target: str) -> None:
    found = build_engine(RULES).extract(article(text))
    assert target in found.statements[-1].about


def test_a_matter_that_is_praised_is_nobody() -> None:
    text = f"Iran left the talks. {VELD} welcomed it."
    assert build_engine(RULES).extract(article(text)).statements[-1].about == ()


def test_who_is_but_compared_is_not_meant() -> None:
    assert about(f"{VELD} said more grain than Iran sold came from Turkey.") == ["state:TUR"]


def test_they_in_the_words_of_several_are_those() -> None:
    text = (
        "Turkish deputies met Luc Moreau. Iranian deputies said that they believe the war is over."
    )
    found = build_engine(RULES).extract(article(text)).statements
    inner = [one for one in found if one.parent is not None]
    assert [one.speaker for one in inner] == [
        next(o for o in found if o.id == inner[0].parent).speaker
    ]


def test_a_place_before_a_name_does_not_speak() -> None:
    text = "In Iran, Luc Moreau, a deputy, said that winter comes."
    assert "state:IRN" not in build_engine(RULES).extract(article(text)).statements[0].speaker


def test_the_side_of_a_leader_whose_land_only_the_table_tells_is_his_own() -> None:
    text = "President Vladimir Putin denied any part of Russian troops in the war in Turkey."
    found = build_engine(RULES).extract(article(text)).statements
    assert all("RUS" not in actor for one in found for actor in one.about)
