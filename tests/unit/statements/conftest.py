"""What the tests of the rules share: a reader of one sentence, and its pieces as strings."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from tests.articles import article, whole

from rejoinder.model.article import Article, ZoneKind
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
        told = article(text, zones=whole(text, kind))
        doc = engine.read(told).doc
        return told, doc, tagger.tag(told, doc)

    return run
