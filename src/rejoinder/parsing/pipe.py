"""An article to a spaCy Doc whose offsets are the article's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rejoinder.errors import ArticleError
from rejoinder.model.article import Article
from rejoinder.model.failure import Reason
from rejoinder.model.standin import StandIn
from rejoinder.parsing.attributes import attributes_of
from rejoinder.parsing.models import load_pipeline, ordinary_words, pipeline_digest
from rejoinder.parsing.standins import put_in, take_out
from rejoinder.text.offsets import plain_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parse", "Parser", "load_parser"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parse:
    """A parsed article, and what was read in the places of its names."""

    doc: "Doc"
    stand_ins: tuple[StandIn, ...]


@dataclass(frozen=True, slots=True)
class Parser:
    """The loaded language pipeline.

    Attributes:
        steps: what a Doc goes through, one after another.
        model: its name and version.
        digest: SHA-256 of what identifies its weights.
        ordinary: hashes of the language's words, in small letters.
    """

    nlp: "Language"
    steps: tuple[Callable[["Doc"], "Doc"], ...]
    model: str
    digest: str
    ordinary: frozenset[int]

    def is_ordinary(self, word: str) -> bool:
        """Say whether a word in small letters is one of the language's, and hardly a name."""
        hashed = self.nlp.vocab.strings.as_int(word)
        return hashed in self.ordinary

    def parse(self, article: Article, stand_ins: Sequence[StandIn] = ()) -> "Doc":
        """Return the article's Doc; the parser reads the stand-ins in the names' places.

        Raises:
            ArticleError: the text is longer than the pipeline takes in one piece.
        """
        return self.annotate(self.cut(article), stand_ins)

    def cut(self, article: Article) -> "Doc":
        """Return the article's words as a Doc with nothing said of them.

        The Doc is made from the text with its typography made plain, character for character,
        because the parser was trained on straight marks; ``token.idx`` counts in ``Article.text``
        all the same.

        Raises:
            ArticleError: the text is longer than the pipeline takes in one piece.
        """
        if len(article.text) > self.nlp.max_length:
            raise ArticleError(
                Reason.TOO_LARGE,
                f"the text has {len(article.text):,} characters and {self.nlp.max_length:,} is the "
                "most that is parsed as one article; split it into articles",
            )
        return self.nlp.make_doc(plain_marks(article.text))

    def annotate(self, cut: "Doc", stand_ins: Sequence[StandIn] = ()) -> "Doc":
        """Return the words parsed, the stand-ins read in the names' places.

        A line break always ends a sentence, so that titles and headings do not run into the body.
        """
        reading = put_in(cut, stand_ins)
        doc = reading.doc
        broken = False
        for token in doc:
            if broken:
                token.is_sent_start = True
            broken = "\n" in token.text
        for step in self.steps:
            doc = step(doc)
        return take_out(cut, reading, doc)


@cache
def load_parser() -> Parser:
    """Return the parser with the installed pipeline, the same one for all engines of a process.

    Raises:
        ModelNotInstalled: the package that carries the pipeline is missing.
    """
    nlp = load_pipeline()
    model, digest = pipeline_digest()
    attributes = attributes_of(nlp)
    return Parser(
        nlp=nlp,
        steps=tuple(attributes if n == "attribute_ruler" else part for n, part in nlp.pipeline),
        model=model,
        digest=digest,
        ordinary=ordinary_words(nlp),
    )
