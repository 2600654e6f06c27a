"""What a speaker does, sentence by sentence, on attributions marked by hand."""

import re
from collections.abc import Callable, Sequence

import pytest
from tests.unit.statements.act_sentences import SENTENCES

from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Attribution, Quotation
from rejoinder.parsing.pipe import load_parser
from rejoinder.statements.acts import code_acts

pytestmark = pytest.mark.model

Code = Callable[[Sequence[str]], list[Act]]

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
    nlp = load_parser().nlp

    def run(sentences: Sequence[str]) -> list[Act]:
        every = [marked(sentence) for sentence in sentences]
        docs = nlp.pipe(text for text, _ in every)
        return [
            code_acts(text, doc, [attribution])[0]
            for doc, (text, attribution) in zip(docs, every, strict=True)
        ]

    return run


@pytest.fixture(scope="module")
def found(code: Code) -> dict[str, Act]:
    sentences = [sentence for sentence, _ in CASES]
    return dict(zip(sentences, code(sentences), strict=True))


def test_every_act_has_sentences() -> None:
    assert set(SENTENCES) == {act.value for act in Act}
    assert len(CASES) >= 150


@pytest.mark.parametrize(("sentence", "act"), CASES, ids=[sentence for sentence, _ in CASES])
def test_sentence(found: dict[str, Act], sentence: str, act: str) -> None:
    assert found[sentence] == act


def test_parties_exchanged_give_the_same_act(code: Code) -> None:
    frames = [s for s, _ in CASES if "Norland" in s or "Sudland" in s]
    there, back = (
        [
            s.replace("Norland", one).replace("Sudland", other)
            for s in frames
            for one, other in pairs
        ]
        for pairs in (PAIRS, [(other, one) for one, other in PAIRS])
    )
    coded = zip(there, code(there), code(back), strict=True)
    unlike = [sentence for sentence, act, other in coded if act is not other]
    assert len(there) > 200
    assert len(unlike) <= len(there) * 0.02, unlike
