"""Parsed: a parsed article as the rules look at it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rejoinder.text.quotes import Quote, find_quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Parsed", "look_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A Doc, the article's own characters, and the quotations in them.

    ``text`` is held because ``Doc.text`` joins every token again at each access, and because the
    Doc's marks were made plain.
    """

    doc: "Doc"
    text: str
    quotes: tuple[Quote, ...]


def look_at(doc: "Doc", text: str) -> Parsed:
    """Return the parsed article with its quotations found."""
    return Parsed(doc=doc, text=text, quotes=find_quotes(text))
