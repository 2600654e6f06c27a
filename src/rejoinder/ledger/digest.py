"""Whether two ledgers say the same."""

import hashlib
from datetime import date

from sqlalchemy import Connection, LargeBinary, Table, select

from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.latest import is_latest_of_judge
from rejoinder.ledger.schema import DERIVED, batches, metadata, saved_queries
from rejoinder.ledger.schema_identity import judgements

__all__ = ["content_digest"]


def content_digest(ledger: LedgerFile) -> str:
    """Return the SHA-256 over everything but when and in which batch it was written.

    Rows are taken table by table by name, in the order of their keys; each value with its type and
    length. Compressed bytes are left out, because another zlib may compress otherwise; their own
    digest stands for them. So are derived tables, saved queries, and what a stage judged and then
    judged anew, because how often it did depends on the order of the batches.
    """
    total = hashlib.sha256()
    with ledger.reading() as connection:
        for name in sorted(metadata.tables.keys() - DERIVED - {batches.name, saved_queries.name}):
            _add(total, metadata.tables[name], connection)
    return total.hexdigest()


def _add(total: "hashlib._Hash", table: Table, connection: Connection) -> None:
    """Add the rows of a table."""
    columns = [
        column
        for column in table.columns
        if column.name not in ("batch_seq", "seq") and not isinstance(column.type, LargeBinary)
    ]
    total.update(f"{table.name}({','.join(column.name for column in columns)})".encode())
    query = select(*columns).order_by(*table.primary_key.columns)
    if table is judgements:
        query = select(*columns).where(is_latest_of_judge()).order_by(table.c.id)
    for row in connection.execute(query.execution_options(yield_per=1000)):
        for value in row:
            body = value.isoformat() if isinstance(value, date) else repr(value)
            total.update(f"{type(value).__name__}:{len(body)}:{body};".encode())
