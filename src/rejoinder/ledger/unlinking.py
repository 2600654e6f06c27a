"""Links that persons took away: nobody is to put them back."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema_reviews import unlinked
from rejoinder.model.link import Link

__all__ = ["without_unlinked"]


def without_unlinked(connection: Connection, links: Sequence[Link]) -> Sequence[Link]:
    """Return the links but for those that persons took away."""
    own = unlinked.c
    if connection.execute(select(own.answer_id).limit(1)).first() is None:
        return links
    gone: set[tuple[str, str, str]] = set()
    for few in chunks(sorted({link.answer for link in links})):
        query = select(own.answer_id, own.answered_id, own.relation).where(own.answer_id.in_(few))
        gone.update((row[0], row[1], row[2]) for row in connection.execute(query))
    return [link for link in links if (link.answer, link.answered, link.relation.value) not in gone]
