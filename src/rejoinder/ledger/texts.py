"""Texts and zones of articles, without what was found in them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.schema import articles, extractions, zones
from rejoinder.ledger.wanted import wanted_values
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.ids import ArticleId
from rejoinder.model.span import Span

__all__ = ["ZonedText", "latest_texts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonedText:
    """The text of an article as its latest extraction reads it."""

    article: ArticleId
    publisher: str | None
    text: str
    zones: tuple[Zone, ...]


def latest_texts(
    connection: Connection, ids: Collection[ArticleId] | None = None
) -> Iterator[ZonedText]:
    """Yield the texts of those articles, or of all for None, in the order of their ids."""
    own = extractions.c
    query = select(own.id, own.article_id, own.publisher).where(is_latest())
    if ids is not None:
        query = query.where(own.article_id.in_(wanted_values(ids)))
    heads = connection.execute(query.order_by(own.article_id)).all()
    for chunk in chunks(heads, 100):
        yield from _texts(connection, chunk)


def _texts(connection: Connection, heads: Sequence[Row[*tuple[str, ...]]]) -> Iterator[ZonedText]:
    wanted = [head.article_id for head in heads]
    query = select(articles.c.id, articles.c.text).where(articles.c.id.in_(wanted))
    texts = {row.id: row.text for row in connection.execute(query)}
    found: dict[str, list[Zone]] = defaultdict(list)
    of_them = zones.c.extraction_id.in_([head.id for head in heads])
    order = (zones.c.extraction_id, zones.c.position)
    for row in connection.execute(select(zones).where(of_them).order_by(*order)):
        zone = Zone(kind=ZoneKind(row.kind), span=Span(row.span_start, row.span_end))
        found[row.extraction_id].append(zone)
    for head in heads:
        yield ZonedText(
            article=ArticleId(head.article_id),
            publisher=head.publisher,
            text=texts[head.article_id],
            zones=tuple(found[head.id]),
        )
