"""An article to a spaCy Doc whose offsets are the article's."""

from typing import TYPE_CHECKING

from rejoinder.model.article import Article
from rejoinder.text.offsets import plain_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parse"]


def parse(nlp: "Language", article: Article) -> "Doc":
    """Return the article's Doc.

    The Doc is made from the text with its typography made plain, character for character, because
    the parser was trained on straight marks; ``token.idx`` counts in ``Article.text`` all the same.
    A line break always ends a sentence, so that titles and headings do not run into the body.
    """
    doc = nlp.make_doc(plain_marks(article.text))
    broken = False
    for token in doc:
        if broken:
            token.is_sent_start = True
        broken = "\n" in token.text
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
