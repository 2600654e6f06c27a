"""What is looked up is what spaCy's own ruler sets."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from rejoinder.parsing.attributes import Attributes, attributes_of
from rejoinder.parsing.models import load_pipeline
from rejoinder.parsing.pipe import load_parser

pytestmark = pytest.mark.model

_SET: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser().nlp


def marked(nlp: Language, words: str, tags: str, deps: str) -> Doc:
    split = [one.replace("_", "\n") for one in words.split()]
    heads = [0] * len(split)
    return Doc(nlp.vocab, words=split, tags=tags.split(), deps=deps.split(), heads=heads)


@pytest.mark.parametrize(
    ("words", "tags", "deps"),
    [
        ("She did not lie", "PRP VBD RB VB", "nsubj aux neg ROOT"),
        ("She did it , it did", "PRP VBD PRP , PRP VBD", "nsubj ROOT dobj punct nsubj ROOT"),
        ("There are two There are", "EX VBP CD EX VBP", "expl ROOT attr advmod ROOT"),
        ("there there 's", "EX EX VBZ", "expl expl ROOT"),
        ("let 's go let go 's", "VB PRP VB VB VB POS", "ROOT nsubj ccomp ROOT ccomp case"),
        ("gon na gon na na gon", "VBG TO VBG TO TO VBG", "ROOT aux xcomp aux aux ROOT"),
        ("They ai n't That is that", "PRP VBP RB DT VBZ DT", "nsubj ROOT neg nsubj ROOT det"),
        ("That was _ _ whether", "DT VBD _SP NN IN", "det ROOT dep ROOT mark"),
        ("gon", "VBG", "ROOT"),
    ],
)
def test_words_get_what_the_ruler_sets(nlp: Language, words: str, tags: str, deps: str) -> None:
    attributes = attributes_of(nlp)
    assert isinstance(attributes, Attributes)
    ruled = nlp.get_pipe("attribute_ruler")(marked(nlp, words, tags, deps))
    # A second time everything is known already.
    for _ in range(2):
        found = attributes(marked(nlp, words, tags, deps))
        assert (found.to_array(_SET) == ruled.to_array(_SET)).all()


def test_no_words_get_nothing(nlp: Language) -> None:
    assert len(attributes_of(nlp)(Doc(nlp.vocab))) == 0


def test_what_looks_at_more_than_is_looked_up_by_is_asked_each_time() -> None:
    nlp = load_pipeline()
    ruler = nlp.get_pipe("attribute_ruler")
    ruler.add([[{"LENGTH": 4}]], {"LEMMA": "four"})  # type: ignore[attr-defined]
    assert attributes_of(nlp) is ruler
