"""Speakers without a name are nobody who is named beside them, and "he" in a quotation is another.

A wrong name is worse than none: an analyst files the words under it.
"""

from collections.abc import Sequence

import pytest
from tests.unit.actors.conftest import Resolve, Said

pytestmark = pytest.mark.model

_OPENING = "The talks begin in the capital. " * 5
_LAMAS = "The committee is led by Representative Petros Lamas, who left on Monday. "
_VELD = "Anna Veld said she was glad. "


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param(
            f"{_OPENING}{_LAMAS}A senior State Department official said nobody came.",
            "A senior State Department official",
            "per:USA-foreign-official",
            id="an official is not the deputy named before",
        ),
        pytest.param(
            f"{_OPENING}{_LAMAS}One Russian deputy said nobody came.",
            "One Russian deputy",
            "",
            id="one of several is nobody named before",
        ),
        pytest.param(
            f"{_OPENING}One Greek deputy said nobody came. Senator Petros Lamas of Greece "
            "said he was glad.",
            "One Greek deputy",
            "",
            id="nor whoever is named behind",
        ),
        pytest.param(
            f"{_OPENING}A spokeswoman for the State Department said nobody came. The "
            "spokeswoman, Anna Veld, was asked. Ms. Veld said he was glad.",
            "A spokeswoman for the State Department",
            "per:anna-veld",
            id="a spokeswoman who is named as the spokeswoman",
        ),
        pytest.param(
            f"{_OPENING}The chairman of the Reform Committee, Representative Petros Lamas, said "
            "nobody came.",
            "The chairman of the Reform Committee, Representative Petros Lamas,",
            "per:petros-lamas",
            id="an office beside the name",
        ),
        pytest.param(
            "A Greek envoy said nobody came. Petros Lamas said he was glad.",
            "A Greek envoy",
            "per:petros-lamas",
            id="a report that opens with an envoy",
        ),
    ],
)
def test_one_more_official(resolve: Resolve, text: str, source: str, expected: str) -> None:
    said: list[Said] = [(source, "said", "nobody came")]
    for name in ("Ms. Veld", "Senator Petros Lamas of Greece", "Petros Lamas"):
        if f"{name} said" in text:
            said.append((name, "said", "he was glad"))
    assert list(resolve(text, said).casts[0].speaker) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("crowd", "expected"),
    [
        ("Critics", []),
        ("Republican lawmakers", []),
        ("EU sources", []),
        ("Greece", ["state:GRC"]),
    ],
)
def test_they_are_those_who_spoke_last_also_where_these_have_no_name(
    resolve: Resolve, crowd: str, expected: Sequence[str]
) -> None:
    text = f"Russia said it rained. {crowd} said nobody came. They also said the road was shut."
    said = [
        ("Russia", "said", "it rained"),
        (crowd, "said", "nobody came"),
        ("They", "said", "the road was shut"),
    ]
    assert list(resolve(text, said).casts[2].speaker) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            '"President Petros Lamas left us. He wanted to rule alone," Anna Veld said.',
            [("Anna Veld", "said", "President Petros Lamas left us. He wanted to rule alone"),
             ("He", "wanted", "to rule alone", 0)],
            ["per:petros-lamas"],
            id="he, named in the quotation",
        ),
        pytest.param(
            'President Petros Lamas wept. "He wanted to rule alone," Anna Veld said.',
            [("Anna Veld", "said", "He wanted to rule alone"),
             ("He", "wanted", "to rule alone", 0)],
            ["per:petros-lamas"],
            id="he, named before the quotation",
        ),
        pytest.param(
            '"His words showed this: he wanted to rule alone," Anna Veld said of Petros Lamas.',
            [("Anna Veld", "said", "His words showed this: he wanted to rule alone"),
             ("His words", "showed", "he wanted to rule alone", 0),
             ("he", "wanted", "to rule alone", 1)],
            [],
            id="he is never who is quoted, however deep",
        ),
        pytest.param(
            "Anna Veld said that she wanted to rule alone.",
            [("Anna Veld", "said", "she wanted to rule alone"),
             ("she", "wanted", "to rule alone", 0)],
            ["per:anna-veld"],
            id="in indirect speech she may be",
        ),
        pytest.param(
            'Anna Veld said. Petros Lamas told reporters he saw "a great crowd of voters".',
            [("Petros Lamas", "told", 'he saw "a great crowd of voters"'),
             ("he", "saw", "a great crowd of voters", 0)],
            ["per:petros-lamas"],
            id="he, where the quotation begins behind him",
        ),
        pytest.param(
            'Russia wept. "It showed me that the road is shut," Anna Veld said.',
            [("Anna Veld", "said", "It showed me that the road is shut"),
             ("It", "showed", "the road is shut", 0)],
            [],
            id="it, of which the quotation names nothing",
        ),
        pytest.param(
            'Russia and Greece said it rained. "I asked them. They want the road," Anna Veld said.',
            [("Anna Veld", "said", "I asked them. They want the road"),
             ("Russia and Greece", "said", "it rained"),
             ("They", "want", "the road", 0)],
            [],
            id="they, of whom the quotation names none",
        ),
    ],
)  # fmt: skip
def test_whoever_is_quoted_speaks_of_others(
    resolve: Resolve, text: str, said: Sequence[Said], expected: Sequence[str]
) -> None:
    assert list(resolve(text, said).casts[-1].speaker) == expected


def test_it_is_the_paper_that_spoke_last(resolve: Resolve) -> None:
    text = "Anna Veld's statement told of a war in Greece. But it also spoke of peace."
    said = [
        ("Anna Veld's statement", "told of", "a war in Greece"),
        ("it", "spoke of", "peace"),
    ]
    assert list(resolve(text, said).casts[1].speaker) == ["per:anna-veld"]


def test_who_is_the_senator_whose_party_stands_between(resolve: Resolve) -> None:
    text = "Sen. Anna Veld, R-Texas, who on Thursday told of a plan, wept."
    assert list(resolve(text, [("who", "told of", "a plan")]).casts[0].speaker) == ["per:anna-veld"]


def test_a_ministry_statement_is_that_of_the_ministry_told_of(resolve: Resolve) -> None:
    text = (
        "Russian border guards wept. They saw Greece's defence ministry. A defence ministry "
        "statement said so."
    )
    said = [("A defence ministry statement", "said", "so")]
    assert list(resolve(text, said).casts[0].speaker) == ["gov:GRC-defence"]


@pytest.mark.parametrize(
    ("text", "source", "cue", "about"),
    [
        ("Russia faced accusations of meddling.", "", "faced accusations of", ["state:RUS"]),
        ("Russia faced a wave of accusations of meddling.", "Russia", "accusations of",
         ["state:RUS"]),
        ("Russia, which drew criticism for meddling, wept.", "", "drew criticism for",
         ["state:RUS"]),
        ("Russia's plan drew criticism for meddling.", "", "drew criticism for", ["state:RUS"]),
        ("Russia was met with harsh criticism for meddling.", "", "met with harsh criticism for",
         ["state:RUS"]),
        ("Russia took criticism for meddling.", "Russia", "took criticism for", ["state:RUS"]),
    ],
)  # fmt: skip
def test_who_faces_a_charge_says_nothing_and_is_whom_it_is_about(
    resolve: Resolve, text: str, source: str, cue: str, about: Sequence[str]
) -> None:
    (cast,) = resolve(text, [(source, cue, "meddling")]).casts
    assert (list(cast.speaker), list(cast.about)) == ([], about)


def test_who_gives_what_somebody_faces_does_speak(resolve: Resolve) -> None:
    text = "Russia drew criticism from Greece for meddling."
    (cast,) = resolve(text, [("Greece", "drew criticism", "meddling")]).casts
    assert (list(cast.speaker), list(cast.about)) == (["state:GRC"], ["state:RUS"])


def test_the_statement_is_theirs_who_said_something_in_one(resolve: Resolve) -> None:
    text = (
        "Anna Veld said it rained. The road was shut, the tech giant said in a statement. "
        "Nobody came, the statement said."
    )
    said = [
        ("Anna Veld", "said", "it rained"),
        ("the tech giant", "said in a statement", "The road was shut"),
        ("the statement", "said", "Nobody came"),
    ]
    assert [list(cast.speaker) for cast in resolve(text, said).casts] == [["per:anna-veld"], [], []]


def test_military_experts_are_no_military(resolve: Resolve) -> None:
    text = "Russia sent soldiers. Military and political experts said that nobody came."
    said = [("Military and political experts", "said", "nobody came")]
    assert list(resolve(text, said).casts[0].speaker) == []


def test_a_charge_that_is_echoed_is_against_whom_it_was_made(resolve: Resolve) -> None:
    text = "Ukraine has accused Russia of shelling the port, a charge echoed by Greece."
    said = [
        ("Ukraine", "has accused", "Russia of shelling the port"),
        ("Greece", "echoed by", "a charge"),
    ]
    assert list(resolve(text, said).casts[1].about) == ["state:RUS"]
