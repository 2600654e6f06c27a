"""Which statements and articles hold the words of a matter, from the indexes of their words."""

import json
from collections.abc import Collection

from sqlalchemy import Connection, select, text

from rejoinder.ledger.found_fts import facet, find_expression
from rejoinder.ledger.fts import articles_fts, match_expression, matching_statements
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.ids import ActorId

__all__ = ["extractions_on", "statements_matching", "statements_on"]

_SPEAKERS = 64
"""Of more of them it is not asked who speaks, but what is said."""
_STATEMENTS = """
SELECT statement_id FROM json_each(:met) JOIN found_statements ON seq = value
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
    query = text(f"SELECT rowid FROM {index} WHERE {index} MATCH :asked")
    met = list(connection.execute(query, {"asked": asked}).scalars())
    return set(connection.execute(text(named), {"met": json.dumps(met)}).scalars())
