"""Owners: of which state somebody with a bare title is."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model

ABOUT = "Greece met. Greece voted. Greece left the talks. "


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Greece said President Veld agreed.", "GRC"),
        ("Greece heard that a decree of President Veld against Greece is in force.", None),
    ],
)
def test_a_president_without_a_country(resolve: Resolve, last: str, expected: str | None) -> None:
    assert resolve(ABOUT + last).actor("per:veld").country == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Republicans met at the White House. Democrats and Republicans left the US. "
            "The Justice Department said nobody came.",
            {"gov:USA-justice"},
            id="written as a name it is of home",
        ),
        pytest.param(
            "Republicans flew to Greece. Democrats stayed in Greece. The Justice Department said "
            "nobody came.",
            set(),
            id="not where two are named alike",
        ),
        pytest.param(
            "Anna Veld flew to the US. The Justice Department said nobody came.",
            set(),
            id="nor where hardly anything tells",
        ),
    ],
)
def test_whose_body_a_name_means(resolve: Resolve, text: str, expected: set[str]) -> None:
    found = resolve(text, [("The Justice Department", "said", "nobody came")])
    assert set(found.casts[0].speaker) == expected


def test_a_dateline_with_a_dash_names_nobody(resolve: Resolve) -> None:
    text = "LUMEN HEIGHTS, N.J. — President Veld said nobody came. He added it rained."
    said = [("President Veld", "said", "nobody came"), ("He", "added", "it rained")]
    found = resolve(text, said)
    assert [cast.speaker for cast in found.casts] == [("per:veld",), ("per:veld",)]
    assert found.of("President Veld") == {"per:veld"}


def test_what_bears_a_name_is_not_its_bearer(resolve: Resolve) -> None:
    text = "President Veld wept. He said the Veld administration came."
    found = resolve(text, [("He", "said", "the Veld administration came")])
    assert found.casts[0].speaker == ("per:veld",)


@pytest.mark.parametrize(
    ("before", "body"),
    [
        pytest.param("Greek peacekeepers reached the pass.", "mil:GRC-peacekeepers", id="soldiers"),
        pytest.param("The Greek observer mission met.", "gov:GRC-mission", id="observers"),
        pytest.param(
            "The Greek observer mission met. Turkish peacekeepers reached the pass.",
            "gov:GRC-mission", id="observers before soldiers",
        ),
    ],
)  # fmt: skip
def test_the_mission_is_the_one_named_before(resolve: Resolve, before: str, body: str) -> None:
    text = f"{before} Anna Veld said the mission was in danger."
    found = resolve(text, [("Anna Veld", "said", "the mission was in danger")])
    start = text.index("the mission was")
    assert any(mention.span.start == start for mention in found.actor(body).mentions)


@pytest.mark.parametrize(
    ("leaders", "group"),
    [
        pytest.param("leaders of French-speaking Belgium", {"grp:BEL-leaders"}, id="tied on"),
        pytest.param(
            "leaders of the three lands (meaning Belgium, Peru and Chile)", set(), id="in brackets"
        ),
        pytest.param("leaders of Turkish-held areas", set(), id="tied on, nobody else"),
        pytest.param("leaders of France", {"grp:FRA-leaders"}, id="free"),
    ],
)
def test_a_nation_that_is_tied_to_a_word_or_in_brackets_owns_nobody(
    resolve: Resolve, leaders: str, group: set[str]
) -> None:
    found = resolve(f"The {leaders} said nobody came.").ids()
    assert {each for each in found if each.endswith("-leaders")} == group
