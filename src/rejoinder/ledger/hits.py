"""Where the words of a query stand in a text, by the same rules as the full-text index."""

import sqlite3
from collections.abc import Sequence
from typing import Final

__all__ = ["Piece", "mark_hits", "pieces_of"]

BEGIN: Final = "\ue000"
END: Final = "\ue001"
"""Signs for private use; a text that holds them is marked at the wrong place, and no worse."""

Piece = tuple[str, bool]
"""Some of a text, and whether it is a hit."""

_TABLE = "CREATE VIRTUAL TABLE shown USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')"
_MARKED = "SELECT rowid, highlight(shown, 0, ?, ?) FROM shown WHERE shown MATCH ?"


def mark_hits(expression: str, texts: Sequence[str]) -> list[tuple[Piece, ...]]:
    """Return each text in pieces, those that the expression asks for marked.

    Args:
        expression: as `rejoinder.ledger.fts.match_expression` makes it.
        texts: some, as on one page.
    """
    scratch = sqlite3.connect(":memory:")
    try:
        scratch.execute(_TABLE)
        scratch.executemany("INSERT INTO shown(rowid, words) VALUES (?, ?)", list(enumerate(texts)))
        marked = dict(scratch.execute(_MARKED, (BEGIN, END, expression)).fetchall())
    finally:
        scratch.close()
    return [pieces_of(marked.get(n, each)) for n, each in enumerate(texts)]


def pieces_of(marked: str) -> tuple[Piece, ...]:
    """Return a text in which hits are between `BEGIN` and `END` in pieces."""
    found: list[Piece] = []
    for n, part in enumerate(marked.split(BEGIN)):
        hit, end, rest = part.partition(END) if n else ("", "", part)
        found += [(hit if end else "", True), (rest if end or not n else hit, False)]
    return tuple((words, is_hit) for words, is_hit in found if words)
