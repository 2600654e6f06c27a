"""Tables of counts: what comes is added, what goes is taken away, what comes to nothing goes."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, and_, bindparam, delete
from sqlalchemy.dialects.sqlite import insert as upsert

__all__ = ["add_counts"]


def add_counts(
    connection: Connection, table: Table, counts: Mapping[tuple[str, ...], Mapping[str, int]]
) -> None:
    """Add to the counts of a table, which are the columns that are not in its key.

    Args:
        connection: within one transaction of writing.
        table: its key is of texts.
        counts: by key, in the order of its columns; may be negative, and name what is added to.
    """
    keys = [column.name for column in table.primary_key]
    names = [column.name for column in table.columns if not column.primary_key]
    rows: list[dict[str, str | int]] = [
        {**dict(zip(keys, key, strict=True)), **{name: each.get(name, 0) for name in names}}
        for key, each in sorted(counts.items())
        if any(each.values())
    ]
    if not rows:
        return
    put = upsert(table)
    more = {name: table.c[name] + put.excluded[name] for name in names}
    connection.execute(put.on_conflict_do_update(index_elements=keys, set_=more), rows)
    fewer = [
        {f"k_{key}": row[key] for key in keys}
        for row in rows
        if any(int(row[name]) < 0 for name in names)
    ]
    if fewer:
        here = [table.c[key] == bindparam(f"k_{key}") for key in keys]
        none = [table.c[name] == 0 for name in names]
        connection.execute(delete(table).where(and_(*here, *none)), fewer)
