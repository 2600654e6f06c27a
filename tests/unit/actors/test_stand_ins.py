"""Which names the parser and the networks never see."""

import pytest
from tests.articles import article

from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.standins import find_stand_ins
from rejoinder.parsing.pipe import Parser, load_parser

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def read(parser: Parser, text: str) -> str:
    """Return the text with the stand-ins in it."""
    cut = parser.cut(article(text))
    found = find_stand_ins(
        [t.text for t in cut], [t.idx for t in cut], load_gazetteer(), parser.is_ordinary
    )
    for one in reversed(found):
        text = text[: one.span.start] + one.word + text[one.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran accused Israel.", "Egypt accused Egypt."),
        ("Saudi Arabia and North Korea met.", "Egypt and Egypt met."),
        ("The U.S. and the United States met.", "The Egypt and the Egypt met."),
        ("An Iranian envoy met Israelis.", "An Egyptian envoy met Egyptians."),
        ("Turkish-Armenian talks began.", "Egyptian-Egyptian talks began."),
        ("Baku answered Tehran.", "Cairo answered Cairo."),
        ("Kosovo and Abkhazia met.", "Egypt and Egypt met."),
        ("Nasser Kanaani said so. Kanaani left.", "Brown said so. Brown left."),
        ("Veld spoke. Later Mr. Veld left.", "Brown spoke. Later Mr. Brown left."),
        ("President Orlin met Prime Minister Moreau.", "President Brown met Prime Minister Brown."),
        ("Recep Tayyip Erdogan came.", "Brown came."),
        ("Costin Raiukov and Vesna Kralj-Tomic came.", "Brown and Brown came."),
        ("Ursula von der Leyen came with Rahim al-Zaidi.", "Brown came with Brown."),
        ("John F. Kelly came.", "Brown came."),
        ("Petra Novak told Petra that all was well.", "Brown told Petra that all was well."),
    ],
)
def test_a_name_is_read_as_one_word(parser: Parser, text: str, expected: str) -> None:
    assert read(parser, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met on Monday.",
        "The Black Sea Fleet left Independence Square.",
        "But On Monday Nobody came.",
        "the Visegrad Group met in the European Union.",
        "USS Taylor and two CF-18 jets came.",
        "He said the Republic of Ulgor was calm.",
        "",
    ],
)
def test_other_words_stay(parser: Parser, text: str) -> None:
    assert read(parser, text) == text


def test_capitals_say_nothing_in_a_headline(parser: Parser) -> None:
    text = "Kremlinov Scoffs At Zuntar Brelk Deal\nNobody came."
    assert read(parser, text) == text


def test_a_surname_is_known_before_its_first_name_is_given(parser: Parser) -> None:
    assert read(parser, "Kanaani spoke.\nIt was Nasser Kanaani.") == "Brown spoke.\nIt was Brown."
