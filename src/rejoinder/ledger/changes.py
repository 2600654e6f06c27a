"""Which articles have changed since the summaries were made."""

from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, insert, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_summaries import stale_articles
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = ["changed", "mark_articles", "mark_refs"]


def mark_articles(connection: Connection, ids: Iterable[str]) -> None:
    """Put down that what those articles hold, or are linked with, has changed."""
    key = stale_articles.c.article_id
    for chunk in chunks(sorted(set(ids))):
        held = set(connection.execute(select(key).where(key.in_(chunk))).scalars())
        fresh = [{"article_id": each} for each in chunk if each not in held]
        if fresh:
            connection.execute(insert(stale_articles), fresh)


def mark_refs(connection: Connection, refs: Collection[ActorRef]) -> None:
    """Put down that those actors go by other ids than before."""
    mark_articles(connection, (ref.article for ref in refs if ref.article))
    everywhere = sorted({ref.actor for ref in refs if not ref.article})
    for chunk in chunks(everywhere):
        query = (
            select(extractions.c.article_id)
            .join(actors, actors.c.extraction_id == extractions.c.id)
            .where(actors.c.id.in_(chunk))
            .distinct()
        )
        mark_articles(connection, connection.execute(query).scalars())


def changed(before: Mapping[ActorRef, ActorId], after: Mapping[ActorRef, ActorId]) -> set[ActorRef]:
    """Return the refs that go by another id, given by which they went and go.

    What is missing goes by its own id, or is none of its own in its article.
    """
    return {
        ref
        for ref in (*before, *after)
        if before.get(ref, canonical_id(ref)) != after.get(ref, canonical_id(ref))
        or (ref.article and (ref in before) != (ref in after))
    }
