"""Organisations: by the last word of the name, and by initials."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "The Ulgor Lumen Press Institute (ULPI) met. ULPI said nobody came.",
            "ULPI",
            ["ngo:ulgor-lumen-press-institute"],
            id="given in brackets",
        ),
        pytest.param(
            "Anna Veld leads the Meadow Policy Project. The MPP said nobody came.",
            "The MPP",
            ["ngo:meadow-policy-project"],
            id="spelt by the words of a name",
        ),
        pytest.param(
            "The NRA said nobody came. The National Rifle Association is old.",
            "The NRA",
            ["grp:NRA-usa"],
            id="of a name in the tables that comes later",
        ),
        pytest.param(
            "The ULGX said nobody came.",
            "The ULGX",
            ["ngo:ulgx"],
            id="of which no more is known",
        ),
        pytest.param(
            "Anna Veld said the ULGX passed. It said nobody came.",
            "It",
            [],
            id="no organisation that says nothing",
        ),
        pytest.param(
            "The Lumen Fish and Game Service said nobody came.",
            "The Lumen Fish and Game Service",
            ["ngo:lumen-fish-and-game-service"],
            id="and in a name",
        ),
        pytest.param(
            "The Lumen Compensation Board said nobody came.",
            "The Lumen Compensation Board",
            ["ngo:lumen-compensation-board"],
            id="a board is no person",
        ),
        pytest.param(
            "Anna Veld, the president of the Lumen Action Fund, a small group, said nobody came.",
            "Anna Veld, the president of the Lumen Action Fund, a small group,",
            ["per:anna-veld"],
            id="whose president she is does not speak",
        ),
        pytest.param(
            "The Lumen Union-Tribune said nobody came.",
            "The Lumen Union-Tribune",
            ["media:lumen-union-tribune"],
            id="a newspaper with a hyphen",
        ),
    ],
)
def test_organisations(resolve: Resolve, text: str, source: str, expected: list[str]) -> None:
    assert list(resolve(text, [(source, "said", "nobody came")]).casts[0].speaker) == expected
