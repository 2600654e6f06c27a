"""What finds attributions, rules or learned."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from rejoinder.model.article import Article
from rejoinder.model.standin import StandIn
from rejoinder.model.statement import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Tagger"]


class Tagger(Protocol):
    """Finds attributions in a parsed article.

    Attributes:
        stage: the registered name, such as ``attribution.rules.v1``.
    """

    @property
    def stage(self) -> str:
        """Return the registered name, whose behaviour never changes."""
        ...

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the weights or tables that decide."""
        ...

    def tag(
        self, article: Article, doc: "Doc", stand_ins: Sequence[StandIn] = ()
    ) -> tuple[Attribution, ...]:
        """Return the attributions in text order; ``parent`` is a place in this same tuple."""
        ...
