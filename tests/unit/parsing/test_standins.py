import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.articles import article

from rejoinder.model.span import Span
from rejoinder.model.standin import StandIn
from rejoinder.parsing.pipe import Parser, load_parser
from rejoinder.parsing.standins import put_in

pytestmark = pytest.mark.model


def signs(text: str, **words: str) -> list[StandIn]:
    """Return a stand-in for each name, whose blanks are written as low lines."""
    found = [(text.index(name.replace("_", " ")), name, word) for name, word in words.items()]
    return [StandIn(span=Span(at, at + len(name)), word=word) for at, name, word in sorted(found)]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


def test_a_name_of_several_words_is_read_as_one(parser: Parser) -> None:
    text = "Anna Veld met Saudi Arabia's envoy."
    reading = put_in(
        parser.cut(article(text)), signs(text, Anna_Veld="Brown", Saudi_Arabia="Egypt")
    )
    assert reading.doc.text == "Brown met Egypt's envoy."
    assert reading.place.tolist() == [0, 0, 1, 2, 2, 3, 4, 5]


def test_the_tree_is_that_of_what_was_read(parser: Parser) -> None:
    text, plain = "Anna Veld accused Saudi Arabia of lying.", "Brown accused Egypt of lying."
    doc = parser.parse(article(text), signs(text, Anna_Veld="Brown", Saudi_Arabia="Egypt"))
    read = parser.parse(article(plain))
    assert [token.text for token in doc] == "Anna Veld accused Saudi Arabia of lying .".split()
    kept = [token for token in doc if token.text not in {"Anna", "Saudi"}]
    assert [t.dep_ for t in kept] == [t.dep_ for t in read]
    assert [t.head.text for t in kept] == [
        {"Brown": "Veld", "Egypt": "Arabia"}.get(t.head.text, t.head.text) for t in read
    ]
    assert [(t.dep_, t.head.text, t.pos_) for t in doc if t not in kept] == [
        ("compound", "Veld", "PROPN"),
        ("compound", "Arabia", "PROPN"),
    ]
    assert [t.lemma_ for t in doc][:2] == ["Anna", "Veld"]


def test_who_it_is_does_not_change_the_parse(parser: Parser) -> None:
    frame, shapes = "{} said {} had fired first, which {} denied.", set()
    for left, right in [("Iran", "Israel"), ("Israel", "Iran"), ("Ulgor", "Qatar")]:
        text = frame.format(left, right, right)
        one = signs(text, **{left: "Egypt", right: "Egypt"})
        last = StandIn(span=Span(text.rindex(right), text.rindex(right) + len(right)), word="Egypt")
        doc = parser.parse(article(text), [*one, last])
        shapes.add(tuple((t.dep_, t.head.i, t.tag_, t.is_sent_start) for t in doc))
    assert len(shapes) == 1


def test_without_stand_ins_nothing_changes(parser: Parser) -> None:
    text = "Talks fail\nAnna Veld said so. Nobody came."
    doc = parser.parse(article(text))
    assert [sent.text.strip() for sent in doc.sents] == [
        "Talks fail",
        "Anna Veld said so.",
        "Nobody came.",
    ]


def test_a_name_that_ends_inside_a_word_is_left(parser: Parser) -> None:
    text = "Anna Veldkamp came."
    reading = put_in(parser.cut(article(text)), [StandIn(span=Span(0, 9), word="Brown")])
    assert reading.doc.text == text
    assert not reading.named.any()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(["Anna", "Veld", "said", "so", ".", "\n", "Iran", ","]), max_size=30)
)
def test_the_words_stay_as_they_were(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    cut = parser.cut(article(text))
    names = [
        StandIn(span=Span(t.idx, t.idx + len(t)), word="Egypt") for t in cut if t.text == "Iran"
    ]
    doc = parser.annotate(cut, names)
    assert [(t.text, t.idx, t.whitespace_) for t in doc] == [
        (t.text, t.idx, t.whitespace_) for t in cut
    ]
    assert all(t.head.sent == t.sent for t in doc)
