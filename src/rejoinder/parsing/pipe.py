"""An article to a spaCy Doc whose offsets are the article's."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.errors import ArticleError
from rejoinder.model.article import Article
from rejoinder.model.failure import Reason
from rejoinder.parsing.models import load_pipeline, pipeline_digest
from rejoinder.text.offsets import plain_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Parser", "load_parser"]


@dataclass(frozen=True, slots=True)
class Parser:
    """The loaded language pipeline.

    Attributes:
        model: its name and version.
        digest: SHA-256 of what identifies its weights.
    """

    nlp: "Language"
    model: str
    digest: str

    def parse(self, article: Article) -> "Doc":
        """Return the article's Doc.

        The Doc is made from the text with its typography made plain, character for character,
        because the parser was trained on straight marks; ``token.idx`` counts in ``Article.text``
        all the same. A line break always ends a sentence, so that titles and headings do not run
        into the body.

        Raises:
            ArticleError: the text is longer than the pipeline takes in one piece.
        """
        if len(article.text) > self.nlp.max_length:
            raise ArticleError(
                Reason.TOO_LARGE,
                f"the text has {len(article.text):,} characters and {self.nlp.max_length:,} is the "
                "most that is parsed as one article; split it into articles",
            )
        doc = self.nlp.make_doc(plain_marks(article.text))
        broken = False
        for token in doc:
            if broken:
                token.is_sent_start = True
            broken = "\n" in token.text
        for _, component in self.nlp.pipeline:
            doc = component(doc)
        return doc


def load_parser() -> Parser:
    """Return the parser with the installed pipeline.

    Raises:
        ModelNotInstalled: the package that carries the pipeline is missing.
    """
    nlp = load_pipeline()
    model, digest = pipeline_digest()
    return Parser(nlp=nlp, model=model, digest=digest)
