"""What a speaker does, sentence by sentence, on attributions marked by hand."""

import re
from collections.abc import Callable

import pytest
from tests.unit.statements.act_sentences import SENTENCES

from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution, Quotation
from rejoinder.parsing.models import load_pipeline
from rejoinder.statements.acts import code_acts

pytestmark = pytest.mark.model

Code = Callable[[str], Act]

MARKS = {"[": "source", "<": "cue", "{": "content"}
PART = re.compile(r"\[([^\]]*)\]|<([^>]*)>|\{([^}]*)\}")
PAIRS = (
    ("Iran", "Israel"),
    ("Armenia", "Azerbaijan"),
    ("France", "Germany"),
)
CASES = [(sentence, act) for act, every in SENTENCES.items() for sentence in every]


def marked(sentence: str) -> tuple[str, Attribution]:
    """Return the text of a marked sentence and the attribution that its marks make."""
    text, at = "", 0
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for part in PART.finditer(sentence):
        text += sentence[at : part.start()]
        inside = part[0][1:-1]
        spans[MARKS[part[0][0]]].append(Span(len(text), len(text) + len(inside)))
        text, at = text + inside, part.end()
    text += sentence[at:]
    direct = '"{' in sentence
    return text, Attribution(
        source=tuple(spans["source"]),
        cue=tuple(spans["cue"]),
        content=tuple(spans["content"]),
        quotation=Quotation.DIRECT if direct else Quotation.INDIRECT,
    )


@pytest.fixture(scope="module")
def code() -> Code:
    nlp = load_pipeline()

    def run(sentence: str) -> Act:
        text, attribution = marked(sentence)
        return code_acts(text, nlp(text), [attribution])[0]

    return run


@pytest.fixture(scope="module")
def swapped(code: Code) -> list[tuple[str, Act, Act]]:
    """Return the sentences with parties, coded with two names and with the names exchanged."""
    found: list[tuple[str, Act, Act]] = []
    for sentence, _ in CASES:
        if "Norland" in sentence or "Sudland" in sentence:
            for one, other in PAIRS:
                there = sentence.replace("Norland", one).replace("Sudland", other)
                back = sentence.replace("Norland", other).replace("Sudland", one)
                found.append((there, code(there), code(back)))
    return found


def test_parties_exchanged_give_the_same_act(swapped: list[tuple[str, Act, Act]]) -> None:
    unlike = [there for there, act, other in swapped if act is not other]
    assert len(swapped) > 200
    assert len(unlike) <= len(swapped) * 0.02, unlike


def test_every_act_has_sentences() -> None:
    assert set(SENTENCES) == {act.value for act in Act}
    assert len(CASES) >= 150


@pytest.mark.parametrize(("sentence", "act"), CASES, ids=[sentence for sentence, _ in CASES])
def test_sentence(code: Code, sentence: str, act: str) -> None:
    assert code(sentence) == act
