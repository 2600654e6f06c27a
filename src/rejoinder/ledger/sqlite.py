"""What is SQLite's own: how a file is opened, locked, guarded, and what its errors mean."""

import os
import sqlite3
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine import ExceptionContext

from rejoinder.errors import LedgerError, LedgerForeign, LedgerLocked

__all__ = [
    "APPLICATION_ID",
    "BEGINS",
    "WRITES",
    "access_mode",
    "append_only_triggers",
    "build_engine",
    "mark_new",
    "may_write",
    "refuse_foreign",
    "use_wal",
]

APPLICATION_ID = 0x524A4E44
"""What ``PRAGMA application_id`` of a ledger says: RJND."""

BEGINS = "rejoinder_begins"
"""Execution option: what a connection says when a transaction begins; empty for nothing."""

WRITES = "BEGIN IMMEDIATE"
"""How a transaction begins that takes the write lock at once."""

_PATIENCE = 20
"""Milliseconds after which SQLite is asked for the lock anew."""

_CACHE_KIB = 64 * 1024
_WRITING_KIB = 256 * 1024
_LOG_PAGES = 32 * 1024
# A batch says some three hundred things, many of them to lists of several lengths; with the
# driver's own 128 they push each other out and are read anew.
_STATEMENTS = 512
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CURES = {
    sqlite3.SQLITE_READONLY: "cannot be written; make the file and its folder writable",
    sqlite3.SQLITE_PERM: "may not be opened; ask its owner",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; make the file readable and its folder writable",
    sqlite3.SQLITE_FULL: "has no room: the disk is full; nothing of this batch was written",
    sqlite3.SQLITE_IOERR: "cannot be read or written; see to the disk, then run again",
    sqlite3.SQLITE_TOOBIG: "cannot hold a value of that size; leave that article out",
}


def build_engine(path: Path, *, mode: str, query_only: bool, wait: float) -> Engine:
    """Return an engine for an existing file.

    Args:
        path: the file.
        mode: the query of the SQLite address, such as ``mode=rw``.
        query_only: refuse every change.
        wait: seconds to wait for another's lock before `LedgerLocked`.
    """
    address = f"file:{quote(os.fsencode(path))}?{mode}"

    connect = partial(_connect, path, address, query_only=query_only, wait=wait)
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    def begin(connection: Connection) -> None:
        words = connection.get_execution_options().get(BEGINS, "BEGIN")
        if words == WRITES:
            _take_turn(connection, wait)
        elif words:
            connection.exec_driver_sql(words)

    event.listen(engine, "begin", begin)

    def translate(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite3.Error) and _primary_code(error) in _LOCKED | _DAMAGED | set(
            _CURES
        ):
            raise _translated(error, path, wait) from error

    event.listen(engine, "handle_error", translate)
    return engine


def _connect(path: Path, address: str, *, query_only: bool, wait: float) -> sqlite3.Connection:
    try:
        # isolation_level None: the driver begins nothing by itself; `build_engine` does.
        connection = sqlite3.connect(
            address,
            uri=True,
            timeout=wait,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENTS,
        )
    except sqlite3.Error as error:
        raise _translated(error, path, wait) from error
    try:
        for pragma in _pragmas(query_only=query_only):
            connection.execute(pragma)
    except sqlite3.Error as error:
        connection.close()
        raise _translated(error, path, wait) from error
    return connection


def _pragmas(*, query_only: bool) -> tuple[str, ...]:
    """Return what every connection is told.

    synchronous FULL: in WAL mode NORMAL may lose the last commits when power fails, and a commit
    that was reported must stay. trusted_schema OFF: a ledger that somebody sends cannot make our
    functions run from its own triggers and views. cache_size: the inner pages of a ledger of a
    hundred thousand articles; SQLite's own two MiB would have every search read them again. Who
    writes has what a batch touches beside them, some 16,000 pages of such a ledger: with less,
    pages are let go that the next stage of the same batch reads again. wal_autocheckpoint: after
    how many pages the log is written back to the file. A batch has ten times SQLite's own thousand,
    and what several batches change is written back once for all of them.
    """
    cache = _CACHE_KIB if query_only else _WRITING_KIB
    return (
        "PRAGMA foreign_keys = ON",
        "PRAGMA synchronous = FULL",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
        f"PRAGMA cache_size = -{cache}",
        f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}",
        f"PRAGMA query_only = {'ON' if query_only else 'OFF'}",
    )


def _take_turn(connection: Connection, wait: float) -> None:
    """Begin with the write lock, as soon as whoever holds it lets go.

    SQLite itself asks ten times a second in the end, so that one who writes again and again, as
    ingest does, is nearly always there first. Who asks more often gets a turn.

    Raises:
        LedgerLocked: it was held for all of ``wait`` seconds.
    """
    end = time.monotonic() + wait
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {min(_PATIENCE, int(1000 * wait))}")
    try:
        while True:
            try:
                connection.exec_driver_sql(WRITES)
            except LedgerLocked:
                if time.monotonic() >= end:
                    raise
            else:
                return
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(1000 * wait)}")


def _primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's primary result code; 0 where the driver itself complains."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def _translated(error: sqlite3.Error, path: Path, wait: float) -> LedgerError:
    """Return what an error of SQLite means to the person who asked."""
    code = _primary_code(error)
    if code in _LOCKED:
        return LedgerLocked(
            f"{str(path)!r} has been locked by another program for more than {wait:g} s; "
            "wait until it is done, then run again: nothing of this batch was written"
        )
    if code in _DAMAGED:
        return LedgerError(
            f"{str(path)!r} is damaged ({error}); take a copy that is whole, "
            f"or save what can be saved with: sqlite3 FILE .recover"
        )
    cure = _CURES.get(code, "could not be used")
    return LedgerError(f"{str(path)!r} {cure} ({error})")


def refuse_foreign(path: Path) -> None:
    """Refuse a file that is not a ledger, without touching it.

    SQLite looks, not we: closing a descriptor of our own would drop the locks that another
    connection of this process holds on the same file (sqlite.org/howtocorrupt.html, 2.2).

    Raises:
        LedgerForeign: the file is empty, not SQLite, or SQLite without our mark.
        LedgerError: the file may not be read.
    """
    cure = "name a ledger, or a new file for ingest to create"
    if path.stat().st_size == 0:
        raise LedgerForeign(f"{str(path)!r} is empty and so no ledger; remove it, or {cure}")
    address = f"file:{quote(os.fsencode(path))}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        code = _primary_code(error)
        if code == sqlite3.SQLITE_NOTADB:
            raise LedgerForeign(f"{str(path)!r} is not a SQLite file; {cure}") from error
        if code == sqlite3.SQLITE_CORRUPT:
            # Too short, or looked at while somebody writes it back: opening it under locks tells.
            return
        raise _translated(error, path, 0) from error
    if mark != APPLICATION_ID:
        raise LedgerForeign(
            f"{str(path)!r} is a SQLite file of another program (application_id {mark}); {cure}"
        )


def access_mode(path: Path, *, read_only: bool) -> str:
    """Return how to open the file.

    A reader of a file with a write-ahead log makes side files, and clears them away only with the
    right to write; so it takes that right where it may, and ``query_only`` keeps it from writing.
    On a read-only disk or in another's folder the file is taken as one that nobody changes.
    """
    if not read_only or (may_write(path) and may_write(path.parent)):
        return "mode=rw"
    if path.with_name(path.name + "-wal").exists() or may_write(path.parent):
        return "mode=ro"
    return "mode=ro&immutable=1"


def may_write(path: Path) -> bool:
    """Say whether this user may write there."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def mark_new(connection: Connection) -> None:
    """Mark a file that is being created as a ledger, in its first transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def use_wal(engine: Engine) -> None:
    """Keep a write-ahead log, so that readers and one writer do not wait for each other."""
    with engine.connect().execution_options(**{BEGINS: ""}) as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        if mode != "wal":
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def append_only_triggers(table: str, keys: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the triggers that keep rows from being changed, removed or replaced.

    Args:
        table: its name.
        keys: its unique keys; INSERT OR REPLACE would remove a row that shares one of them
            without firing a delete trigger.
    """
    held = " OR ".join(
        "(" + " AND ".join(f"{column} = NEW.{column}" for column in key) + ")" for key in keys
    )
    refusal = f"the ledger is append-only: a row of {table} is never"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{refusal} changed'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{refusal} removed'); END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {held}) "
        f"BEGIN SELECT RAISE(ABORT, '{refusal} replaced'); END",
    )
