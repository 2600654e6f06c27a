"""Descriptions: who speaks on as "the 43-year-old", and who speaks without a name."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model

VELD = "Senator Anna Veld said she was glad. "
LAMAS = "Senator Petros Lamas said he was sad. "


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        (f"{VELD}The 43-year-old said nobody came.", "The 43-year-old", "per:anna-veld"),
        (f"{VELD}The television star said nobody came.", "The television star", "per:anna-veld"),
        (f"{VELD}The communications pro said nobody came.", "The communications pro",
         "per:anna-veld"),
        (f"{VELD}The Ulgor Republican said nobody came.", "The Ulgor Republican", "per:anna-veld"),
        (f"{VELD}The actor said nobody came.", "The actor", ""),
        (f"{VELD}A television star said nobody came.", "A television star", ""),
        (f"{VELD}The stars said nobody came.", "The stars", ""),
        (f"{LAMAS}{VELD}The official said nobody came.", "The official", ""),
        (f"{LAMAS}{VELD}The former president said nobody came.", "The former president", ""),
        (
            "Gov. Anna Veld left. Senator Petros Lamas wept. The governor said nobody came.",
            "The governor",
            "per:anna-veld",
        ),
        (
            "Presidential candidate Anna Veld wept. The Texas governor said nobody came.",
            "The Texas governor",
            "per:anna-veld",
        ),
    ],
)  # fmt: skip
def test_a_description(resolve: Resolve, text: str, source: str, expected: str) -> None:
    said = [(source, "said", "nobody came")]
    if VELD in text:
        said.append(("Senator Anna Veld", "said", "she was glad"))
    if LAMAS in text:
        said.append(("Senator Petros Lamas", "said", "he was sad"))
    found = resolve(text, said)
    assert list(found.casts[0].speaker) == ([expected] if expected else [])


@pytest.mark.parametrize("source", ["An aide", "Orlin's lawyer", "A resident"])
def test_he_is_a_nameless_speaker_before_whoever_spoke_earlier(
    resolve: Resolve, source: str
) -> None:
    text = f"Senator Petros Lamas said he was glad. {source} said nobody came. He added it rained."
    said = [
        ("Senator Petros Lamas", "said", "he was glad"),
        (source, "said", "nobody came"),
        ("He", "added", "it rained"),
    ]
    assert [list(cast.speaker) for cast in resolve(text, said).casts] == [
        ["per:petros-lamas"],
        [],
        [],
    ]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Michael Bloomberg left. Bloomberg said nobody came.",
            "Bloomberg",
            "per:michael-bloomberg",
            id="a person who bears the name of a medium",
        ),
        pytest.param(
            "Michael R. Bloomberg left. Bloomberg said nobody came.",
            "Bloomberg",
            "per:michael-r-bloomberg",
            id="a person with an initial who bears the name of a medium",
        ),
        pytest.param(
            "Anna Veld left. Bloomberg said nobody came.",
            "Bloomberg",
            "media:bloomberg",
            id="the medium where nobody bears it",
        ),
        pytest.param(
            "Ulgor Campaign President Chad Veld said nobody came.",
            "Ulgor Campaign President Chad Veld",
            "per:chad-veld",
            id="a state's name behind a title is a given name",
        ),
        pytest.param(
            "Chad Veld, the president of a club, said nobody came.",
            "Chad Veld, the president of a club,",
            "per:chad-veld",
            id="and before an apposition",
        ),
        pytest.param(
            "President Orlin left. Anna Veld, the president's chief adviser, said nobody came.",
            "Anna Veld, the president's chief adviser,",
            "per:anna-veld",
            id="who serves somebody",
        ),
        pytest.param(
            "President Orlin left. Senator Anna Veld of Ulgor, the Democratic leader, said "
            "nobody came.",
            "Senator Anna Veld of Ulgor, the Democratic leader,",
            "per:anna-veld",
            id="a second title",
        ),
    ],
)
def test_names_and_titles(resolve: Resolve, text: str, source: str, expected: str) -> None:
    assert list(resolve(text, [(source, "said", "nobody came")]).casts[0].speaker) == [expected]
