"""The latest extraction of each article: what views show."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, select

from rejoinder.ledger.schema import events, extractions, links, statements

__all__ = ["is_current_link", "is_latest"]


def is_latest(extraction: FromClause = extractions) -> ColumnElement[bool]:
    """Return the condition that no later batch extracted the same article."""
    later = extractions.alias()
    return ~exists(
        select(1).where(
            later.c.article_id == extraction.c.article_id,
            later.c.batch_seq > extraction.c.batch_seq,
        )
    )


def is_current_link() -> ColumnElement[bool]:
    """Return the condition that the latest extraction of its article still holds the answered.

    The answer's side is for the caller: it chooses the extraction.
    """
    other = extractions.alias()
    held = [
        exists(select(1).where(found.c.extraction_id == other.c.id, _same(found)))
        for found in (statements, events)
    ]
    elsewhere = exists(
        select(1).where(
            other.c.article_id == links.c.answered_article_id,
            is_latest(other),
            held[0] | held[1],
        )
    )
    return links.c.position.is_not(None) | elsewhere


def _same(found: FromClause) -> ColumnElement[Any]:
    """Return the condition that a statement or an event is the one that is answered."""
    return and_(found.c.id == links.c.answered_id)
