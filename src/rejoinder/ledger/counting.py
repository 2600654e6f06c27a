"""Tables of counts: what comes is added, what goes is taken away, what comes to nothing goes."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, delete, insert, select, tuple_

from rejoinder.ledger.chunks import chunks

__all__ = ["add_counts"]

_FEW = 100


def add_counts(
    connection: Connection, table: Table, counts: Mapping[tuple[str, ...], Mapping[str, int]]
) -> None:
    """Add to the counts of a table, which are the columns that are not in its key.

    Args:
        connection: within one transaction of writing.
        table: its key is of texts.
        counts: by key, in the order of its columns; may be negative, and name what is added to.
    """
    keys = list(table.primary_key.columns)
    names = [column.name for column in table.columns if not column.primary_key]
    wanted = sorted(key for key, each in counts.items() if any(each.values()))
    for few in chunks(wanted, _FEW):
        # SQLite takes tuples from a list without its index; the first column leads it there.
        among = keys[0].in_({key[0] for key in few}) & tuple_(*keys).in_(few)
        rows = connection.execute(select(*keys, *(table.c[name] for name in names)).where(among))
        held = {tuple(row)[: len(keys)]: tuple(row)[len(keys) :] for row in rows}
        connection.execute(delete(table).where(among))
        added = []
        for key in few:
            before = dict(zip(names, held.get(key, (0,) * len(names)), strict=True))
            after = {name: before[name] + counts[key].get(name, 0) for name in names}
            if any(after.values()):
                columns = zip((column.name for column in keys), key, strict=True)
                added.append({**dict(columns), **after})
        if added:
            connection.execute(insert(table), added)
