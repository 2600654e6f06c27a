"""The number of a batch, which is written when its first row needs it."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert

from rejoinder.ledger.schema import batches

__all__ = ["BatchNumber"]


class BatchNumber:
    """Gives one number to everything that one transaction writes."""

    def __init__(self, connection: Connection, now: datetime, version: str) -> None:
        self._connection = connection
        self._row = {
            "recorded_at": now.astimezone(UTC).isoformat(timespec="seconds"),
            "version": version,
        }
        self._seq: int | None = None

    def __call__(self) -> int:
        """Return the number of this batch."""
        if self._seq is None:
            result = self._connection.execute(insert(batches).values(self._row))
            (self._seq,) = result.inserted_primary_key or (0,)
        return int(self._seq)
