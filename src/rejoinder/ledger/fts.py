"""Full-text search with SQLite's FTS5: its tables, and queries that cannot be malformed."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, column, insert, select, table, text

__all__ = [
    "CREATE",
    "articles_fts",
    "index_articles",
    "index_statements",
    "match_expression",
    "matching_statements",
    "statements_fts",
]

statements_fts = table(
    "statements_fts", column("content"), column("statement_id"), column("extraction_id")
)
articles_fts = table(
    "articles_fts", column("title"), column("text"), column("article_id"), column("extraction_id")
)

_TOKENS = 'tokenize = "unicode61 remove_diacritics 2"'
CREATE = (
    "CREATE VIRTUAL TABLE statements_fts USING fts5"
    f"(content, statement_id UNINDEXED, extraction_id UNINDEXED, {_TOKENS})",
    "CREATE VIRTUAL TABLE articles_fts USING fts5"
    f"(title, text, article_id UNINDEXED, extraction_id UNINDEXED, {_TOKENS})",
)

_LONGEST_QUERY = 64
_PIECE = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')


def match_expression(query: str) -> str | None:
    """Return an FTS5 expression for what a person typed, or None where it holds no word.

    Words must all occur, in any order; ``"..."`` asks for a phrase; ``word*`` and ``"two wor"*``
    ask for a beginning. Everything else, operators and brackets too, is taken as words. Case and
    accents do not count. Only the first 64 words and phrases are used.
    """
    terms = dict.fromkeys(_terms(query))
    return " ".join(list(terms)[:_LONGEST_QUERY]) or None


def _terms(query: str) -> Iterator[str]:
    """Yield each word or phrase as a quoted FTS5 string."""
    clean = "".join(c if unicodedata.category(c) not in ("Cc", "Cs") else " " for c in query)
    for phrase, star, word in _PIECE.findall(clean):
        body = phrase or word.rstrip("*")
        if any(unicodedata.category(c)[0] in "LN" for c in body):
            begins = bool(star) or word.endswith("*")
            yield f'"{body}"' + (" *" if begins else "")


def matching_statements(expression: str) -> Select[Any]:
    """Return the query for extraction and statement ids whose content matches."""
    return select(statements_fts.c.extraction_id, statements_fts.c.statement_id).where(
        text("statements_fts MATCH :expression").bindparams(expression=expression)
    )


def index_statements(connection: Connection, rows: Sequence[dict[str, str]]) -> None:
    """Add the contents of statements: ``content``, ``statement_id``, ``extraction_id``."""
    if rows:
        connection.execute(insert(statements_fts), rows)


def index_articles(connection: Connection, rows: Sequence[dict[str, str]]) -> None:
    """Add articles as one extraction reads them: ``title``, ``text`` and the two ids."""
    if rows:
        connection.execute(insert(articles_fts), rows)
