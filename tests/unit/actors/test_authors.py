"""Documents: whose a letter or a statement is, and whose it is not."""

import pytest
from tests.unit.actors.conftest import Resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            "Senator Anna Veld said she was glad. Nearly 90 teachers sent Ms. Veld a letter. "
            "The letter said nobody came.",
            "The letter",
            [],
            id="nameless authors, and never whom it was sent to",
        ),
        pytest.param(
            "Senator Anna Veld criticised the plan. The latest criticism comes in a letter "
            "signed by dozens of teachers. The letter said nobody came.",
            "The letter",
            [],
            id="signed by nobody by name",
        ),
        pytest.param(
            "Dozens of teachers signed a letter from Senator Anna Veld of Ulgor. "
            "The letter said nobody came.",
            "The letter",
            ["per:anna-veld"],
            id="from somebody",
        ),
        pytest.param(
            "Senator Anna Veld (U-Ulgor) and Senator Petros Lamas (U-Orlin) released a "
            "joint statement. The joint statement said nobody came.",
            "The joint statement",
            ["per:anna-veld", "per:petros-lamas"],
            id="released by two",
        ),
        pytest.param(
            "In a letter to Senator Anna Veld, the Republicans wrote that they were angry. "
            "The letter said nobody came.",
            "The letter",
            ["grp:republican-party-usa"],
            id="in a letter somebody wrote",
        ),
        pytest.param(
            "Senator Anna Veld met Petros Lamas. Mr. Lamas's letter to Ms. Veld said nobody came.",
            "Mr. Lamas's letter to Ms. Veld",
            ["per:petros-lamas"],
            id="of the owner and not of the addressee",
        ),
        pytest.param(
            "The letter, which teachers sent with a copy of the Guardian story, said nobody came.",
            "The letter, which teachers sent with a copy of the Guardian story,",
            [],
            id="not of whom else its clause names",
        ),
        pytest.param(
            "Senator Anna Veld left. The letter addressed to Veld said nobody came.",
            "The letter addressed to Veld",
            [],
            id="addressed to somebody",
        ),
        pytest.param(
            "Senator Anna Veld said she was glad. A report in The Guardian said nobody came.",
            "A report in The Guardian",
            ["media:guardian"],
            id="in a newspaper",
        ),
        pytest.param(
            "Senator Anna Veld said she was glad. An essay in a small magazine said nobody came.",
            "An essay in a small magazine",
            [],
            id="what is new is not of the last speaker",
        ),
    ],
)
def test_documents(resolve: Resolve, text: str, source: str, expected: list[str]) -> None:
    assert list(resolve(text, [(source, "said", "nobody came")]).casts[0].speaker) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            "Speaker Anna Veld rejected it, and Senator Petros Lamas denounced the offer.",
            ("Speaker Anna Veld", "denounced", "the offer"),
            ["per:petros-lamas"],
            id="the second verb has a subject of its own",
        ),
        pytest.param(
            "Senator Anna Veld received a letter by all Republicans, which stated nobody came.",
            ("Senator Anna Veld", "stated", "nobody came"),
            ["grp:republican-party-usa"],
            id="what a letter states",
        ),
        pytest.param(
            "Greece is ready to proceed, stressed Anna Veld.",
            ("Greece", "stressed", "ready to proceed"),
            ["per:anna-veld"],
            id="a subject behind the verb",
        ),
        pytest.param(
            "Anna Veld praised the offer and denounced the plan.",
            ("Anna Veld", "denounced", "the plan"),
            ["per:anna-veld"],
            id="one subject of two verbs",
        ),
    ],
)
def test_a_cue_has_its_own_subject(
    resolve: Resolve, text: str, said: tuple[str, str, str], expected: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].speaker) == expected
