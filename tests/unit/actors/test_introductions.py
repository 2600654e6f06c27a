"""Introductions: who an office means that no name is given in so many words; whose bodies are."""

from collections.abc import Sequence

import pytest
from tests.unit.actors.conftest import Resolve, Said

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            "A Greek analyst said the talks failed. Petros Lamas told ILNA that nobody came.",
            [
                ("A Greek analyst", "said", "the talks failed"),
                ("Petros Lamas", "told", "nobody came"),
            ],
            "per:petros-lamas",
            id="an opener named next",
        ),
        pytest.param(
            "Petros Lamas said the talks failed. The researcher added that nobody came.",
            [
                ("Petros Lamas", "said", "the talks failed"),
                ("The researcher", "added", "nobody came"),
            ],
            "per:petros-lamas",
            id="the researcher is who spoke without a title",
        ),
        pytest.param(
            "Petros Lamas said the talks failed. Anna Veld did not come. But the spokeswoman said "
            "nobody did.",
            [
                ("Petros Lamas", "said", "the talks failed"),
                ("the spokeswoman", "said", "nobody did"),
            ],
            "per:anna-veld",
            id="gender tells whom a title means",
        ),
        pytest.param(
            "The Swiss head of the council said the vote is illegal.\n\nNobody came. Swiss Foreign "
            "Minister Jean Lorrain said so in a statement.",
            [
                ("The Swiss head of the council", "said", "the vote is illegal"),
                ("Swiss Foreign Minister Jean Lorrain", "said", "so"),
            ],
            "per:jean-lorrain",
            id="the only compatriot who speaks",
        ),
        pytest.param(
            "Major General Reza Dal said the talks failed. The general said nobody came.",
            [
                ("Major General Reza Dal", "said", "the talks failed"),
                ("The general", "said", "nobody came"),
            ],
            "per:reza-dal",
            id="a rank is office enough",
        ),
        pytest.param(
            "Reza Dal, who commands the Iranian army, said the talks failed. The general said "
            "nobody came.",
            [
                ("Reza Dal", "said", "the talks failed"),
                ("The general", "said", "nobody came"),
            ],
            "per:reza-dal",
            id="who commands",
        ),
        pytest.param(
            'Petros Lamas said the talks failed. The author of "Iran and the World" said nobody '
            "came.",
            [
                ("Petros Lamas", "said", "the talks failed"),
                ('The author of "Iran and the World"', "said", "nobody came"),
            ],
            "per:petros-lamas",
            id="the author of a book",
        ),
    ],
)
def test_both_statements_are_one_persons(
    resolve: Resolve, text: str, said: Sequence[Said], expected: str
) -> None:
    casts = resolve(text, said).casts
    assert casts[-1].speaker == (expected,)
    if len(casts) == 2 and "Petros Lamas" not in said[0][0]:
        assert casts[0].speaker == (expected,)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            "The governor of the Lumen region said nobody came.",
            ("The governor of the Lumen region", "said", "nobody came"),
            [],
            id="a place is no bearer",
        ),
        pytest.param(
            "A Reuters reporter said nobody came.",
            ("A Reuters reporter", "said", "nobody came"),
            ["media:reuters"],
            id="a reporter speaks for the medium",
        ),
        pytest.param(
            "A senior US State Department official said nobody came.",
            ("A senior US State Department official", "said", "nobody came"),
            ["per:USA-foreign-official"],
            id="an official by whom he speaks for",
        ),
        pytest.param(
            "A senior official said nobody came.",
            ("A senior official", "said", "nobody came"),
            [],
            id="an official of nobody",
        ),
        pytest.param(
            "The head of the Iranian delegation Major General Reza Dal said nobody came.",
            ("The head of the Iranian delegation Major General Reza Dal", "said", "nobody came"),
            ["per:reza-dal"],
            id="an office before a rank",
        ),
    ],
)
def test_speakers_by_their_office(
    resolve: Resolve, text: str, said: Said, expected: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].speaker) == expected


def test_a_vacant_office_goes_by_the_articles_words(resolve: Resolve) -> None:
    found = resolve("An OSCE spokeswoman left early.")
    assert [actor.name for actor in found.actors if actor.id.startswith("per:")] == [
        "OSCE spokeswoman"
    ]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Greece said that Turkish forces had shot at its troops.",
            "its troops",
            "mil:GRC-army",
        ),
        (
            "Greece denied Turkey's claim that Greek forces fired on its troops.",
            "its troops",
            "mil:TUR-army",
        ),
        (
            "Turkish forces shot at Greek troops, Greece said. Its army answered.",
            "Its army",
            "mil:GRC-army",
        ),
        (
            "Iran has asked Greece for help. Foreign Ministry spokesman Reza Dal came.",
            "Foreign Ministry",
            "gov:IRN-foreign",
        ),
        (
            "Greece's foreign ministry spoke.\nMinistry: talks useful\nThe Turkish defence "
            "ministry spoke.",
            "Ministry",
            "gov:TUR-defence",
        ),
        (
            "Turkey's defence ministry and Greece's foreign ministry spoke. Nobody asked the "
            "ministry in Athens.",
            "the ministry in Athens",
            "gov:GRC-foreign",
        ),
        (
            "Crimea is quiet. The region's parliament met.",
            "The region's parliament",
            "gov:crimea-parliament",
        ),
        (
            "Armenian Prime Minister Davit Orlin came. The Orlin government fell.",
            "The Orlin government",
            "gov:ARM-government",
        ),
        (
            "Armenian Prime Minister Davit Orlin came. His government fell.",
            "His government",
            "gov:ARM-government",
        ),
    ],
)
def test_whose_a_body_is_the_text_around_tells(
    resolve: Resolve, text: str, words: str, expected: str
) -> None:
    assert expected in resolve(text).of(words)
