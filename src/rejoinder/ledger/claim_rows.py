"""What the summary of claims keeps of statements."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, select
from sqlalchemy import Row as SqlRow

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import extractions, statements
from rejoinder.ledger.schema_claims import claim_statements
from rejoinder.model.ids import ArticleId, StatementId

__all__ = ["Kept", "among_claimed", "kept_of", "kept_row", "kept_with"]


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
    found: dict[StatementId, Kept] = {}
    for few in chunks(sorted(ids)):
        query = among_claimed(few).with_only_columns(claim_statements)
        found.update(map(kept_row, connection.execute(query)))
    return found


def kept_with(connection: Connection, ids: Collection[StatementId]) -> dict[StatementId, Kept]:
    """Return what the summary keeps of the statements of the articles that hold those."""
    own, given = claim_statements.c, statements.c
    found: dict[StatementId, Kept] = {}
    for few in chunks(sorted(ids)):
        there = (
            select(extractions.c.article_id)
            .join(statements, given.extraction_id == extractions.c.id)
            .where(given.id.in_(few))
        )
        query = select(claim_statements).where(own.article_id.in_(there))
        found.update(map(kept_row, connection.execute(query)))
    return found


def among_claimed(ids: Collection[str]) -> Select[Any]:
    """Return the query for the short names of those statements, as far as something is kept.

    They are found by their articles: an index of their own would be hashes, a page for each.
    """
    own, given = claim_statements.c, statements.c
    return (
        select(own.seq)
        .join_from(statements, extractions, extractions.c.id == given.extraction_id)
        .join(
            claim_statements,
            and_(own.article_id == extractions.c.article_id, own.statement_id == given.id),
        )
        .where(given.id.in_(ids))
        .distinct()
    )


def kept_row(row: SqlRow[Any]) -> tuple[StatementId, Kept]:
    """Return the statement of a row of the summary and what is kept of it."""
    kept = Kept(
        article=ArticleId(row.article_id), body=row.body, first=row.first_day, last=row.last_day
    )
    return StatementId(row.statement_id), kept
