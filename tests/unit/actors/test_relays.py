"""Relays: which carriers the text states, and how far each one reaches."""

from collections.abc import Sequence

import pytest
from tests.unit.actors.conftest import Resolve, Said

pytestmark = pytest.mark.model

VELD = "Greek Foreign Minister Anna Veld"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            f"In an interview with TRT {VELD} said nobody came. Turkey is calm. Veld said it was "
            "over.",
            [(VELD, "said", "nobody came"), ("Veld", "said", "it was over")],
            [["media:TRT"], ["media:TRT"]],
            id="an interview goes on",
        ),
        pytest.param(
            f"ILNA wrote that {VELD} claims nobody came; Turkey denies it.",
            [(VELD, "claims", "nobody came"), ("Turkey", "denies", "it")],
            [["media:ILNA"], []],
            id="what stands behind a semicolon the teller tells",
        ),
        pytest.param(
            f"{VELD} gave a long interview to TRT. She said nobody came.",
            [("She", "said", "nobody came")],
            [["media:TRT"]],
            id="an interview told of by itself",
        ),
        pytest.param(
            f"{VELD} gave an interview to TRT. She said in a statement that nobody came.",
            [("She", "said", "nobody came")],
            [[]],
            id="unless it was said elsewhere",
        ),
        pytest.param(
            f"In an interview with TRT {VELD} said nobody came. Turkey said it was over.",
            [(VELD, "said", "nobody came"), ("Turkey", "said", "it was over")],
            [["media:TRT"], []],
            id="an interview is its guest's",
        ),
        pytest.param(
            f"{VELD} told ILNA that nobody came. The minister added that it was over.",
            [(VELD, "told", "nobody came"), ("The minister", "added", "it was over")],
            [["media:ILNA"], ["media:ILNA"]],
            id="what was told goes on",
        ),
        pytest.param(
            f"{VELD} told ILNA that nobody came. Veld said it was over.",
            [(VELD, "told", "nobody came"), ("Veld", "said", "it was over")],
            [["media:ILNA"], []],
            id="until the speaker is named anew",
        ),
        pytest.param(
            "Petros Lamas, an analyst, told the Lumen Institute that nobody came.",
            [("Petros Lamas, an analyst,", "told", "nobody came")],
            [["ngo:lumen-institute"]],
            id="an institute publishes what experts tell it",
        ),
        pytest.param(
            f"{VELD} told the Lumen Institute that nobody came.",
            [(VELD, "told", "nobody came")],
            [[]],
            id="but hears what officials say",
        ),
        pytest.param(
            "Reuters reported that Iran had said nobody came.",
            [
                ("Reuters", "reported", "Iran had said nobody came"),
                ("Iran", "said", "nobody came", 0),
            ],
            [[], ["media:reuters"]],
            id="a medium carries what it tells of others",
        ),
        pytest.param(
            "Iran said Turkey had told Reuters that nobody came.",
            [
                ("Iran", "said", "Turkey had told Reuters that nobody came"),
                ("Turkey", "told", "nobody came", 0),
            ],
            [[], ["media:reuters"]],
            id="a carrier inside is the inner one's",
        ),
    ],
)
def test_how_far_a_relay_reaches(
    resolve: Resolve, text: str, said: Sequence[Said], expected: list[list[str]]
) -> None:
    casts = resolve(text, said).casts
    assert [[relay.actor for relay in cast.relay] for cast in casts] == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Anna Veld admitted to the newspaper La Repubblica that nobody came.",
            ("Anna Veld", "admitted", "nobody came"),
            ["media:la-repubblica"],
        ),
        (
            "Anna Veld admitted to the newspaper La Repubblica that nobody came.",
            ("Anna Veld", "admitted to", "the newspaper La Repubblica that nobody came"),
            ["media:la-repubblica"],
        ),
        (
            "NATO was told by Greece that nobody came.",
            ("Greece", "was told", "nobody came"),
            ["igo:NATO"],
        ),
        (
            "Crimea invited the OSCE to send a mission.",
            ("Crimea", "invited", "the OSCE to send a mission"),
            ["igo:OSCE"],
        ),
        (
            "Iran asked Turkey to explain itself.",
            ("Iran", "asked", "Turkey to explain itself"),
            [],
        ),
    ],
)
def test_whom_the_speaker_told(
    resolve: Resolve, text: str, said: Said, expected: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].addressee) == expected
