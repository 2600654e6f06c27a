"""Which statements, articles and exchanges hold the words of a matter, from their indexes."""

import json
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, select, text

from rejoinder.ledger.found_fts import facet, find_expression
from rejoinder.ledger.fts import articles_fts, match_expression, matching_statements
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId

__all__ = ["exchanges_on", "extractions_on", "statements_matching", "statements_on"]

_SPEAKERS = 64
"""Of more of them it is not asked who speaks, but what is said."""
_STATEMENTS = """
SELECT statement_id FROM json_each(:met) JOIN found_statements ON seq = value
"""
_FEW: Final = 5_000
"""Of so many statements it is asked whose turns they are; of more, all turns are gone through."""
_EXCHANGES = """
SELECT DISTINCT exchange FROM json_each(:met) JOIN found_statements ON seq = value
JOIN turns USING (statement_id) WHERE exchange IS NOT NULL
"""
_TURNS = """
SELECT DISTINCT exchange FROM turns JOIN found_statements USING (article_id, statement_id)
WHERE exchange IS NOT NULL AND +seq IN (SELECT rowid FROM found_fts WHERE found_fts MATCH :asked)
"""
_EXTRACTIONS = """
SELECT extraction_id FROM json_each(:met) JOIN found_articles ON seq = value
"""


def statements_on(
    connection: Connection, query: str, *, speakers: Collection[ActorId] | None = None
) -> set[str]:
    """Return the ids of the statements whose content holds the words.

    Args:
        connection: of the ledger.
        query: as `rejoinder.ledger.fts.match_expression` reads it; what has no word finds nothing.
        speakers: no others need be found, by the ledger's ids; others may be found all the same.
    """
    expression = match_expression(query)
    if expression is None or (speakers is not None and not speakers):
        return set()
    if not SummaryBook(connection=connection).is_current():
        rows = connection.execute(matching_statements(expression))
        return {row.statement_id for row in rows}
    asked = find_expression(expression, ())
    if speakers is not None and len(speakers) <= _SPEAKERS:
        voices = " OR ".join(facet("speaker", each) for each in sorted(speakers))
        asked = f"{asked} AND facets : ({voices})"
    return _met(connection, "found_fts", str(asked), _STATEMENTS)


def statements_matching(connection: Connection, expression: str) -> set[str]:
    """Return the ids of the statements whose content meets an expression of FTS5.

    The summaries must be up to date.
    """
    return _met(connection, "found_fts", str(find_expression(expression, ())), _STATEMENTS)


def exchanges_on(connection: Connection, query: str, *, few: int = _FEW) -> set[int]:
    """Return the numbers of the exchanges of which a turn holds the words.

    The summaries must be up to date.

    Args:
        connection: of the ledger.
        query: as `statements_on` takes it.
        few: of more statements that hold them all turns are gone through, with the same outcome.
    """
    expression = match_expression(query)
    if expression is None:
        return set()
    asked = str(find_expression(expression, ()))
    met = _rows(connection, "found_fts", asked, limit=few + 1)
    if len(met) > few:
        return set(connection.execute(text(_TURNS), {"asked": asked}).scalars())
    return set(connection.execute(text(_EXCHANGES), {"met": json.dumps(met)}).scalars())


def extractions_on(connection: Connection, query: str) -> set[str]:
    """Return the ids of the extractions that read the words in the title or text of an article."""
    expression = match_expression(query)
    if expression is None:
        return set()
    if SummaryBook(connection=connection).is_current():
        return _met(connection, articles_fts.name, expression, _EXTRACTIONS)
    met = text("articles_fts MATCH :expression").bindparams(expression=expression)
    return set(connection.execute(select(articles_fts.c.extraction_id).where(met)).scalars())


def _met(connection: Connection, index: str, asked: str, named: str) -> set[str]:
    """Return the ids of what the index has; of its rows none is read but what finds them."""
    met = _rows(connection, index, asked)
    return set(connection.execute(text(named), {"met": json.dumps(met)}).scalars())


def _rows(connection: Connection, index: str, asked: str, *, limit: int = -1) -> list[int]:
    query = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :asked LIMIT :limit")
    return list(connection.execute(query, {"asked": asked, "limit": limit}).scalars())
