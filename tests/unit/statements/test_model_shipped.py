"""What the shipped weights find: plain cases that no training may lose."""

import pytest
from tests.articles import article, whole

from rejoinder.model.article import ZoneKind
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution, Quotation
from rejoinder.pipeline.stages import Engine, build_engine
from rejoinder.statements.manifest import MODEL_FOLDER, is_installed
from rejoinder.statements.taggers import LEARNED

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not is_installed(MODEL_FOLDER), reason=f"no weights in {MODEL_FOLDER.name}"),
]

# text -> (source, cue, content, parts joined by " | ")
CASES = {
    "clause": (
        "The minister said that the border would stay closed.",
        ("The minister", "said", "that the border would stay closed"),
    ),
    "direct": (
        "“We will not sign the agreement,” the minister said on Monday.",
        ("the minister", "said", "We will not sign the agreement,"),
    ),
    "broken by the cue": (
        "“The road is open,” Petrova said, “but nobody has come.”",
        ("Petrova", "said", "The road is open, | but nobody has come."),
    ),
    "a name that the networks know less": (
        "Iran said that it would answer Azerbaijan.",
        ("Iran", "said", "that it would answer Azerbaijan"),
    ),
    "according to": (
        "Three soldiers were killed, according to the defence ministry.",
        ("the defence ministry", "according to", "Three soldiers were killed"),
    ),
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return build_engine(LEARNED)


def tagged(engine: Engine, text: str, kind: ZoneKind = ZoneKind.BODY) -> list[Attribution]:
    told = article(text, zones=whole(text, kind))
    parse = engine.read(told)
    return list(engine.tagger.tag(told, parse.doc, parse.stand_ins))


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(s.text_of(text) for s in spans)


@pytest.mark.parametrize("case", CASES)
def test_plain_statements_are_found(engine: Engine, case: str) -> None:
    text, wanted = CASES[case]
    (found,) = tagged(engine, text)
    assert (words(text, found.source), words(text, found.cue), words(text, found.content)) == wanted


def test_what_is_told_within_a_statement_is_its_child(engine: Engine) -> None:
    text = "The minister said that the rebels had claimed that they had taken the bridge on Friday."
    outer, inner = tagged(engine, text)
    assert (outer.parent, inner.parent) == (None, 0)
    assert words(text, inner.content) == "they had taken the bridge on Friday"
    assert inner.quotation is Quotation.INDIRECT


def test_furniture_says_nothing(engine: Engine) -> None:
    assert tagged(engine, CASES["clause"][0], ZoneKind.FURNITURE) == []


def test_plain_news_without_speech_has_no_statements(engine: Engine) -> None:
    assert tagged(engine, "Rain fell on the capital on Sunday. The bridge was closed.") == []


@pytest.mark.parametrize("deed", ["has fired first at", "seeks to close", "plans to cross"])
def test_titles_are_read_by_the_rules_too(engine: Engine, deed: str) -> None:
    text = f"Sudland {deed} the border: Norland minister"
    outer = [a for a in tagged(engine, text, ZoneKind.TITLE) if a.parent is None]
    assert [words(text, a.source) for a in outer] == ["Norland minister"]
    assert [words(text, a.content) for a in outer] == [f"Sudland {deed} the border"]


FRAMES = [
    "{a} accused {b} of firing on its posts, and {b} denied it.",
    "“{b} must withdraw,” the foreign ministry of {a} said in a statement.",
    "According to {a}, {b} has closed the border.",
    "{a} rejected the offer made by {b}.",
    "In response, {a} warned {b} that it would not remain silent.",
    "The spokesman of {a} claimed that {b} had fired first.",
]
PAIRS = [("Armenia", "Azerbaijan"), ("Iran", "Israel"), ("Russia", "Ukraine"), ("Turkey", "France")]


@pytest.mark.parametrize("frame", FRAMES)
def test_parties_exchanged_change_only_the_names(engine: Engine, frame: str) -> None:
    shapes = set()
    for left, right in [*PAIRS, *((b, a) for a, b in PAIRS)]:
        text = frame.format(a=left, b=right)
        shapes.add(
            tuple(
                words(text, spans).replace(left, "A").replace(right, "B")
                for one in tagged(engine, text)
                for spans in (one.source, one.cue, one.content)
            )
        )
    assert len(shapes) == 1


def test_whom_the_words_are_told_is_no_part_of_them(engine: Engine) -> None:
    text = "In response, Ukraine warned Russia that it would not remain silent."
    (found,) = tagged(engine, text)
    assert words(text, found.content) == "that it would not remain silent"
