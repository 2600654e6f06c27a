"""Speakers: what the source's words and the grammar around them tell."""

from collections.abc import Sequence

import pytest
from tests.unit.actors.conftest import Resolve, Said

pytestmark = pytest.mark.model

VELD = "Greek Foreign Minister Anna Veld"
ORLIN = "Russian President Sergei Orlin"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            f"{VELD} left. The talks, in Veld's words, failed.",
            ("Veld's words", "", "failed"),
            ["per:anna-veld"],
            id="in somebody's words",
        ),
        pytest.param(
            "The pundit Petros Lamas said nobody came.",
            ("The pundit Petros Lamas", "said", "nobody came"),
            ["per:petros-lamas"],
            id="a name behind a noun",
        ),
        pytest.param(
            "One of them, Anna Veld, who lives in Greece, told reporters that nobody came.",
            ("One of them, Anna Veld, who lives in Greece,", "told", "nobody came"),
            ["per:anna-veld"],
            id="a name in apposition",
        ),
        pytest.param(
            "In spring the Greeks, who said that nobody came, went home.",
            ("who", "said", "nobody came"),
            ["state:GRC"],
            id="a people that stands for its state",
        ),
        pytest.param(
            "Petros Lamas ran. Lamas won. Voters like Lamas. An ad showed Lamas and Anna Lamas. "
            "Mrs. Lamas left. Lamas said nobody came.",
            ("Lamas", "said", "nobody came"),
            ["per:petros-lamas"],
            id="one Mrs. is not whoever goes by the bare name",
        ),
        pytest.param(
            "As neighbours of Ukraine, Poland and Romania voice their concern.",
            ("neighbours of Ukraine", "voice", "their concern"),
            ["state:POL", "state:ROU"],
            id="what they are is not who they are",
        ),
        pytest.param(
            "Azerbaijan points at Iran.",
            ("Azerbaijan points", "points at", "Iran"),
            ["state:AZE"],
            id="a source that runs into the cue",
        ),
        pytest.param(
            "Nobody came, said Anna Veld, a lawyer with the Lumen Institute.",
            ("Anna Veld, a lawyer with the Lumen Institute", "said", "Nobody came"),
            ["per:anna-veld"],
            id="whom somebody works with does not speak",
        ),
        pytest.param(
            "Two speakers met Greece and Turkey. The two speakers said nobody came.",
            ("The two speakers", "said", "nobody came"),
            [],
            id="two of whom nothing is known",
        ),
    ],
)
def test_one_speaker(resolve: Resolve, text: str, said: Said, expected: list[str]) -> None:
    assert list(resolve(text, [said]).casts[0].speaker) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            f"{VELD} said {ORLIN} accused Greece, and she demanded that Orlin prove it.",
            [
                (VELD, "said", f"{ORLIN} accused Greece"),
                ("she", "demanded", "Orlin prove it"),
            ],
            ["per:anna-veld", "per:anna-veld"],
            id="gender",
        ),
        pytest.param(
            f"{ORLIN} said that Davit Lum accused Russia and he demanded that Lum prove it.",
            [
                (ORLIN, "said", "Davit Lum accused Russia and he demanded that Lum prove it"),
                ("he", "demanded", "Lum prove it", 0),
            ],
            ["per:sergei-orlin", "per:sergei-orlin"],
            id="he is nobody named in his own words",
        ),
        pytest.param(
            f"{ORLIN} said the talks failed. Davit Lum, he went on, lied.",
            [(ORLIN, "said", "the talks failed"), ("he", "went on", "lied")],
            ["per:sergei-orlin", "per:sergei-orlin"],
            id="nor whom the words go on from",
        ),
        pytest.param(
            "Turkey's foreign ministry recalled the embargo, although NATO has criticised it. The "
            "talks, it noted, failed.",
            [
                ("Turkey's foreign ministry", "recalled", "the embargo"),
                ("NATO", "criticised", "it"),
                ("it", "noted", "failed"),
            ],
            ["gov:TUR-foreign", "igo:NATO", "gov:TUR-foreign"],
            id="an aside does not change the speaker",
        ),
        pytest.param(
            "The foreign ministers of Greece, Poland and Iran met. We condemn the attack.",
            [("We", "condemn", "the attack")],
            ["grp:GRC-IRN-POL-foreign-ministers"],
            id="we of a joint statement",
        ),
    ],
)
def test_pronouns(resolve: Resolve, text: str, said: Sequence[Said], expected: list[str]) -> None:
    assert [cast.speaker for cast in resolve(text, said).casts] == [(one,) for one in expected]


def test_they_are_the_group_that_acted_and_not_the_medium_that_told(resolve: Resolve) -> None:
    found = resolve(
        "Turkey has signed, the Guardian has learned. All 42 members of the Republican Party are "
        "sending a letter. They wrote that nobody came.",
        [
            ("the Guardian", "learned", "Turkey has signed"),
            ("They", "wrote", "nobody came"),
        ],
    )
    assert found.casts[1].speaker == ("grp:republican-party-usa",)


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "Greece, which denies it, says nobody came.",
            ("", "says", "nobody came"),
            ["state:GRC"],
        ),
        (
            "Greece was shocked by the news.",
            ("", "was shocked by", "the news"),
            ["state:GRC"],
        ),
        ("It was agreed that nobody came.", ("", "was agreed", "nobody came"), []),
        (
            "Reuters quoted Anna Veld as saying nobody came.",
            ("Reuters", "quoted", "nobody came"),
            ["per:anna-veld"],
        ),
        (
            "The Russian agency RIA Novosti said nobody came.",
            ("The Russian agency RIA Novosti", "said", "nobody came"),
            ["media:ria-novosti"],
        ),
        (
            "A spokesman for Russian President Sergei Orlin said nobody came.",
            ("A spokesman for Russian President Sergei Orlin", "said", "nobody came"),
            ["per:sergei-orlin-spokesperson"],
        ),
    ],
)
def test_the_cue_tells_who_speaks(
    resolve: Resolve, text: str, said: Said, expected: list[str]
) -> None:
    assert list(resolve(text, [said]).casts[0].speaker) == expected
