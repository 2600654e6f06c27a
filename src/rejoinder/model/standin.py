"""StandIn: the word that parser and networks read in a name's place."""

from dataclasses import dataclass

from rejoinder.model.span import Span

__all__ = ["StandIn"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class StandIn:
    """A name in an article and the one word that parser and networks read for it.

    Attributes:
        span: the whole name, of one word or several.
    """

    span: Span
    word: str
