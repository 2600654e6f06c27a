"""What the summary of claims keeps of statements."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy import Row as SqlRow

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema_claims import claim_statements
from rejoinder.model.ids import ArticleId, StatementId

__all__ = ["Kept", "kept_of", "kept_row", "kept_with"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What is kept of a statement.

    Attributes:
        body: who makes it and what it puts forward, as text.
        first: first possible day, of the article's date where it has none; None: unknown.
        last: last possible day of the same.
    """

    article: ArticleId
    body: str
    first: date | None
    last: date | None


def kept_of(connection: Connection, ids: Collection[StatementId]) -> dict[StatementId, Kept]:
    """Return what the summary keeps of those statements."""
    own = claim_statements.c
    found: dict[StatementId, Kept] = {}
    for few in chunks(sorted(ids)):
        query = select(claim_statements).where(own.statement_id.in_(few))
        found.update(map(kept_row, connection.execute(query)))
    return found


def kept_with(connection: Connection, ids: Collection[StatementId]) -> dict[StatementId, Kept]:
    """Return what the summary keeps of the statements of the articles that hold those."""
    own, given = claim_statements.c, claim_statements.alias()
    found: dict[StatementId, Kept] = {}
    for few in chunks(sorted(ids)):
        there = select(given.c.article_id).where(given.c.statement_id.in_(few))
        query = select(claim_statements).where(own.article_id.in_(there))
        found.update(map(kept_row, connection.execute(query)))
    return found


def kept_row(row: SqlRow[Any]) -> tuple[StatementId, Kept]:
    """Return the statement of a row of the summary and what is kept of it."""
    kept = Kept(
        article=ArticleId(row.article_id), body=row.body, first=row.first_day, last=row.last_day
    )
    return StatementId(row.statement_id), kept
