"""Which articles have changed since the summaries were made."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Connection, insert, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema import actors, extractions
from rejoinder.ledger.schema_summaries import stale_articles
from rejoinder.model.identity import canonical_id
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = ["mark_articles", "mark_refs", "parted_or_joined"]


def mark_articles(connection: Connection, ids: Iterable[str]) -> None:
    """Put down that what those articles hold, or are linked with, has changed."""
    key = stale_articles.c.article_id
    for chunk in chunks(sorted(set(ids))):
        held = set(connection.execute(select(key).where(key.in_(chunk))).scalars())
        fresh = [{"article_id": each} for each in chunk if each not in held]
        if fresh:
            connection.execute(insert(stale_articles), fresh)


def mark_refs(connection: Connection, refs: Collection[ActorRef]) -> None:
    """Put down that those actors have come to others, or have left others."""
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


def parted_or_joined(
    before: Mapping[ActorRef, ActorId], after: Mapping[ActorRef, ActorId]
) -> set[ActorRef]:
    """Return refs so that of every two who are newly one, or no longer, one at least is among them.

    Where only the id changes by which all of them go, there are none.

    Args:
        before: by which id each went; what is missing went by its own, or was none of its own in
            its article.
        after: by which it goes, likewise.
    """
    then = {ref: before.get(ref, canonical_id(ref)) for ref in (*before, *after)}
    now = {ref: after.get(ref, canonical_id(ref)) for ref in then}
    apart = {ref for ref in before.keys() ^ after.keys() if ref.article}
    return apart | _but_largest(then, now) | _but_largest(now, then)


def _but_largest(
    parts: Mapping[ActorRef, ActorId], wholes: Mapping[ActorRef, ActorId]
) -> set[ActorRef]:
    """Return of each whole everything but its largest part."""
    found: defaultdict[ActorId, defaultdict[ActorId, set[ActorRef]]] = defaultdict(
        lambda: defaultdict(set)
    )
    for ref, whole in wholes.items():
        found[whole][parts[ref]].add(ref)
    rest: set[ActorRef] = set()
    for own in found.values():
        largest = min(own, key=lambda part: (-len(own[part]), part))
        rest.update(*(refs for part, refs in own.items() if part != largest))
    return rest
