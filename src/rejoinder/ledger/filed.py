"""Under which keys statements are filed, so that what may be alike is found among all.

Blocks of days come first in the key of the table: what is new lies together, however large the
ledger, and is looked for in few blocks. Statements are in it by their short names in this file, so
that it lies on few pages.
"""

import functools
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.schema_claims import claim_keys

__all__ = ["Filed", "file_under", "filed_under", "unfile"]

Filed = Mapping[int, Collection[tuple[int, int, int]]]
"""Key, block and place of each filing of statements, by ``seq`` of ``claim_statements``."""


def file_under(connection: Connection, filed: Filed) -> None:
    """File statements under their keys."""
    rows = [
        {"block": block, "key": key, "statement_seq": statement, "place": place}
        for statement, own in filed.items()
        for key, block, place in own
    ]
    if rows:
        rows.sort(key=lambda row: (row["block"], row["key"]))
        connection.execute(insert(claim_keys), rows)


def unfile(connection: Connection, filed: Filed) -> None:
    """Take statements out from under those keys."""
    own = claim_keys.c
    rows = [
        {"k": key, "b": block, "s": statement, "p": place}
        for statement, each in filed.items()
        for key, block, place in each
    ]
    if rows:
        connection.execute(
            delete(claim_keys).where(
                own.key == bindparam("k"),
                own.block == bindparam("b"),
                own.statement_seq == bindparam("s"),
                own.place == bindparam("p"),
            ),
            rows,
        )


def filed_under(
    connection: Connection, keys: Collection[int], blocks: Collection[int] | None
) -> Iterable[tuple[int, int, int]]:
    """Yield key, statement and place of what is filed under keys, in those blocks or all."""
    if not keys:
        return
    if blocks is None:
        blocks = set(connection.execute(_every_block()).scalars())
    own = claim_keys.c
    among = sorted(blocks)
    for few in chunks(sorted(keys)):
        query = select(own.key, own.statement_seq, own.place).where(
            own.block.in_(among), own.key.in_(few)
        )
        yield from ((row[0], row[1], row[2]) for row in connection.execute(query))


@functools.cache
def _every_block() -> Select[Any]:
    """Return the query for all blocks, which leaps from one to the next."""
    own = claim_keys.c.block
    found = select(func.min(own).label("block")).cte("found", recursive=True)
    after = select(func.min(own)).where(own > found.c.block).correlate(found).scalar_subquery()
    every = found.union_all(select(after).where(found.c.block.is_not(None)))
    return select(every.c.block).where(every.c.block.is_not(None))
