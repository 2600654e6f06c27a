"""Where the ends of links lie: the latest extraction that holds a statement or an event."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, Table, literal, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import articles, events, extractions, statements
from rejoinder.model.ids import ArticleId

__all__ = ["Place", "find_places"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a statement or an event lies.

    Attributes:
        ref: what the input called the article.
        characters: length of the article's text.
        is_event: it is an event, not a statement.
    """

    extraction_id: str
    article_id: ArticleId
    ref: str
    characters: int
    is_event: bool


def find_places(connection: Connection, ids: Collection[str]) -> dict[str, Place]:
    """Return where those statements and events lie, in the latest extraction that holds them."""
    places: dict[str, Place] = {}
    for chunk in chunks(sorted(set(ids))):
        for found in (events, statements):
            for row in connection.execute(_query(found, chunk)):
                places[row.id] = Place(
                    extraction_id=row.extraction_id,
                    article_id=ArticleId(row.article_id),
                    ref=row.ref,
                    characters=row.characters,
                    is_event=bool(row.is_event),
                )
    return places


def _query(found: Table, ids: Collection[str]) -> Select[Any]:
    """Return the query for places, the latest last."""
    return (
        select(
            found.c.id,
            found.c.extraction_id,
            extractions.c.article_id,
            articles.c.ref,
            articles.c.characters,
            literal(found is events).label("is_event"),
        )
        .join(extractions, extractions.c.id == found.c.extraction_id)
        .join(articles, articles.c.id == extractions.c.article_id)
        .where(found.c.id.in_(ids))
        .order_by(extractions.c.batch_seq)
    )
