"""The index by which statements are found by words and by what they are, both at once.

It holds no text. What is taken out of it must be given as it was put in.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from sqlalchemy import Connection, text

__all__ = ["CREATE", "EMPTY", "facet", "find_expression", "index_found", "unindex_found"]

CREATE: Final = (
    "CREATE VIRTUAL TABLE found_fts USING fts5"
    "(words, facets, content = '', tokenize = 'unicode61 remove_diacritics 2')"
)
EMPTY: Final = "INSERT INTO found_fts(found_fts) VALUES ('delete-all')"
_PUT: Final = "INSERT INTO found_fts(rowid, words, facets) VALUES (:seq, :words, :facets)"
_TAKE: Final = (
    "INSERT INTO found_fts(found_fts, rowid, words, facets) "
    "VALUES ('delete', :seq, :words, :facets)"
)
Row = Mapping[str, int | str]


def facet(kind: str, value: str) -> str:
    """Return the word that stands for a value of that kind, the same in every ledger."""
    return kind[:1] + hashlib.blake2b(f"{kind}:{value}".encode(), digest_size=6).hexdigest()


def find_expression(words: str | None, facets: Collection[str]) -> str | None:
    """Return an FTS5 expression for what has all those words and facets; None: for nothing asked.

    Args:
        words: as `rejoinder.ledger.fts.match_expression` makes them.
        facets: as `facet` does.
    """
    parts = [f"words : ({words})"] if words else []
    parts += [f"facets : {each}" for each in facets]
    return " AND ".join(parts) or None


def index_found(connection: Connection, rows: Iterable[Row]) -> None:
    """Put rows in: ``seq``, ``words`` and ``facets``."""
    _run(connection, _PUT, rows)


def unindex_found(connection: Connection, rows: Iterable[Row]) -> None:
    """Take the same rows out."""
    _run(connection, _TAKE, rows)


def _run(connection: Connection, command: str, rows: Iterable[Row]) -> None:
    given = [dict(row) for row in rows]
    if given:
        connection.execute(text(command), given)
