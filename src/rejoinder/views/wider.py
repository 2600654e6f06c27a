"""Matters asked for by the beginnings of their words: "mediat*" finds mediators too."""

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from rejoinder.exchanges.matter import stem
from rejoinder.views.on_matter import statements_on

__all__ = ["WiderMatter", "wider_matter"]

_PIECE = re.compile(r'"[^"]*"\*?|[^\s"]+')
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Of fewer letters the beginning is that of too many words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WiderMatter:
    """A matter by the beginnings of its words, and how many statements hold them.

    Attributes:
        statements: that hold the beginnings.
        asked: that hold the words themselves.
    """

    query: str
    statements: int
    asked: int


def wider_matter(connection: Connection, query: str) -> WiderMatter | None:
    """Return the matter by the beginnings of its words, or None where that finds no more.

    Phrases and beginnings in it stay as they are.
    """
    wider = " ".join(_begun(piece) for piece in _PIECE.findall(query))
    asked, found = (len(statements_on(connection, each)) for each in (query, wider))
    if found <= asked:
        return None
    return WiderMatter(query=wider, statements=found, asked=asked)


def _begun(piece: str) -> str:
    begins = stem(piece)
    if not _WORD.fullmatch(piece) or len(begins) < _SHORTEST:
        return piece
    # The stem of "policy" and "policies" is no beginning of both.
    return f"{begins.removesuffix('y')}*"
