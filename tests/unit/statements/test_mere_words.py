"""Words that nobody named says, and words that are not said."""

import pytest
from tests.unit.statements.conftest import Read

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.repair import is_told, mend_source

pytestmark = pytest.mark.model


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("Petrova offered seats, but these were rejected.", "rejected", id="these"),
        pytest.param("Petrova asked for talks. This was refused.", "refused", id="this"),
        pytest.param("Petrova offered seats, but these were sold.", None, id="no words"),
        pytest.param("Petrova offered seats, but these were rejected by Peru.", None, id="by"),
    ],
)
def test_mere_pronoun_is_turned_down_by_nobody_named(
    read: Read, text: str, cue: str | None
) -> None:
    _, _, found = read(text)
    bare = [
        (each.cue[0].text_of(text), each.content[0].text_of(text).lower())
        for each in found
        if not each.source
    ]
    assert [word for word, _ in bare] == ([cue] if cue else [])
    assert all(what in {"these", "this"} for _, what in bare)


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        pytest.param("Peru meddles, using its gas to persuade voters to stay away.", "persuade",
                     False, id="means"),
        pytest.param("Petrova went home, using a speech to criticise the mayor.", "criticise",
                     True, id="speech"),
        pytest.param("Petrova managed to persuade voters to stay away.", "persuade", True,
                     id="done"),
    ],
)  # fmt: skip
def test_what_gas_is_used_for_is_not_told(read: Read, text: str, cue: str, told: bool) -> None:
    _, doc, _ = read(text)
    draft = Draft(
        source=(), cue=(_span(text, cue),), content=(_span(text, text[-10:-1]),), score=0.9
    )
    assert is_told(doc, text, draft) is told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Peru closed the port amid allegations that gunmen fled there.", False,
                     id="amid"),
        pytest.param("Peru closed the port in the wake of allegations that gunmen fled there.",
                     False, id="wake"),
        pytest.param("Peru closed the port amid its allegations that gunmen fled there.", True,
                     id="its own"),
        pytest.param("Peru made allegations that gunmen fled there.", True, id="made"),
    ],
)  # fmt: skip
def test_who_acts_amid_allegations_need_not_have_made_them(
    read: Read, text: str, kept: bool
) -> None:
    _, doc, _ = read(text)
    draft = Draft(
        source=(_span(text, "Peru"),),
        cue=(_span(text, "allegations"),),
        content=(_span(text, "gunmen fled there"),),
        score=0.9,
    )
    assert bool(mend_source(doc, draft).source) is kept


@pytest.mark.parametrize(
    ("text", "cue", "kept"),
    [
        ("It seems that gunmen fled there.", "seems", False),
        ("It appears gunmen fled there.", "appears", False),
        ("It was clear that gunmen fled there.", "was clear", False),
        ("It says that gunmen fled there.", "says", True),
        ("It wants to say gunmen fled there.", "wants to say", True),
    ],
)
def test_it_that_seems_is_nobody(read: Read, text: str, cue: str, *, kept: bool) -> None:
    _, doc, _ = read(text)
    draft = Draft(
        source=(_span(text, "It"),),
        cue=(_span(text, cue),),
        content=(_span(text, "gunmen fled there"),),
        score=0.9,
    )
    assert bool(mend_source(doc, draft).source) is kept


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        ("Before the council in Sarn, Lena Vey outlined his plan.",
         "the council in Sarn", "outlined", "his plan", "Lena Vey"),
        ("Norland waited, and bakers promised to pay.",
         "Norland", "promised", "to pay", "bakers"),
        ("Sudland waited, and bakers promised to pay.",
         "Sudland", "promised", "to pay", "bakers"),
        ("Norland waited and promised to pay.", "Norland", "promised", "to pay", "Norland"),
        ("The mayor and her aide promised to pay.",
         "The mayor and", "promised", "to pay", "The mayor and her aide"),
        ("The port is shut, according to Norland and the mayor.",
         "Norland and", "according to", "The port is shut", "Norland and the mayor"),
        ("The bakers chose Lena Vey. The old mayor, Jon Orlin, promised to pay.",
         "Vey. The old mayor, Jon Orlin,", "promised", "to pay", "The old mayor, Jon Orlin,"),
    ],
)  # fmt: skip
def test_who_is_the_source(
    read: Read, text: str, source: str, cue: str, content: str, wanted: str
) -> None:
    _, doc, _ = read(text)
    draft = Draft(
        source=(_span(text, source),),
        cue=(_span(text, cue),),
        content=(_span(text, content),),
        score=0.9,
    )
    assert [span.text_of(text) for span in mend_source(doc, draft).source] == [wanted]
