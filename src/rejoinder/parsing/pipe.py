"""Articles to spaCy Docs whose offsets are the article's."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rejoinder.model.article import Article
from rejoinder.text.offsets import plain_marks

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["parse"]


def parse(nlp: "Language", articles: Iterable[Article]) -> "Iterator[tuple[Article, Doc]]":
    """Yield each article with its Doc, in order.

    The Doc is made from the text with its typography made plain, character for character, because
    the parser was trained on straight marks; ``token.idx`` counts in ``Article.text`` all the same.
    A line break always ends a sentence, so that titles and headings do not run into the body.
    """
    for article in articles:
        doc = nlp.make_doc(plain_marks(article.text))
        for left, right in zip(doc, list(doc)[1:], strict=False):
            if "\n" in left.text:
                right.is_sent_start = True
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield article, doc
