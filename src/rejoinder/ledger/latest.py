"""The latest extraction of each article: what views show."""

import functools

from sqlalchemy import ColumnElement, FromClause, exists, or_, select

from rejoinder.ledger.schema import events, extractions, links, statements
from rejoinder.ledger.schema_identity import judgements

__all__ = ["is_current_link", "is_latest", "is_latest_of_judge"]


def is_latest(extraction: FromClause = extractions) -> ColumnElement[bool]:
    """Return the condition that no later batch extracted the same article."""
    return _is_latest() if extraction is extractions else _no_later(extraction)


@functools.cache
def _is_latest() -> ColumnElement[bool]:
    """Return it for the table itself: nearly every query asks for that, and it takes a while."""
    return _no_later(extractions)


def _no_later(extraction: FromClause) -> ColumnElement[bool]:
    later = extractions.alias()
    query = select(1).where(
        later.c.article_id == extraction.c.article_id,
        later.c.batch_seq > extraction.c.batch_seq,
    )
    return ~exists(query.correlate(extraction))


@functools.cache
def is_current_link() -> ColumnElement[bool]:
    """Return the condition that the latest extraction of its article still holds the answered.

    The answer's side is for the caller: it chooses the extraction.
    """
    other = extractions.alias()
    held = [
        exists(
            select(1)
            .where(found.c.extraction_id == other.c.id, found.c.id == links.c.answered_id)
            .correlate(other, links)
        )
        for found in (statements, events)
    ]
    query = select(1).where(
        other.c.article_id == links.c.answered_article_id, is_latest(other), or_(*held)
    )
    return links.c.position.is_not(None) | exists(query.correlate(links))


def is_latest_of_judge() -> ColumnElement[bool]:
    """Return the condition that a judgement is a person's, or its stage's last on its pair."""
    later = judgements.alias()
    pair = ("left_actor", "left_article", "right_actor", "right_article", "judge")
    query = select(1).where(
        *(later.c[name] == judgements.c[name] for name in pair),
        later.c.person.is_(False),
        later.c.seq > judgements.c.seq,
    )
    return judgements.c.person | ~exists(query.correlate(judgements))
