"""What the tests of the rules share: a reader of one sentence, and its pieces as strings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.span import Span
from rejoinder.model.statement import Attribution
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.rules import RulesTagger
from rejoinder.statements.taggers import RULES

if TYPE_CHECKING:
    from spacy.tokens import Doc

Read = Callable[..., "tuple[Article, Doc, tuple[Attribution, ...]]"]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return a function from a text to its article, its Doc and its attributions."""
    engine = build_engine(RULES)
    tagger = RulesTagger()

    def run(
        text: str, kind: ZoneKind = ZoneKind.BODY
    ) -> "tuple[Article, Doc, tuple[Attribution, ...]]":
        article = Article(
            id=article_id("t", None, text),
            ref="t",
            url=None,
            publisher=None,
            title=None,
            language="en",
            published=None,
            retrieved=None,
            text=text,
            zones=(Zone(kind=kind, span=Span(0, len(text))),),
        )
        doc = engine.read(article).doc
        return article, doc, tagger.tag(article, doc)

    return run
