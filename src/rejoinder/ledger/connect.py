"""Opening a ledger: created whole or not at all, refused unless it is ours, migrated if older."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from rejoinder.errors import LedgerError, LedgerForeign, LedgerNotFound, LedgerVersionError
from rejoinder.ledger.migrate import OURS, Migrations, revision_of, upgrade
from rejoinder.ledger.sqlite import (
    BEGINS,
    WRITES,
    access_mode,
    build_engine,
    mark_new,
    may_write,
    refuse_foreign,
    use_wal,
)

__all__ = ["LedgerFile", "open_ledger"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerFile:
    """An open ledger; close it, or use it in a ``with`` statement.

    Attributes:
        path: the file, with symbolic links followed.
        read_only: nothing can be written through it.
    """

    path: Path
    engine: Engine
    read_only: bool

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger until it is left."""
        with self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that holds the write lock; commits when left without an exception.

        Raises:
            LedgerLocked: another program held the lock for too long.
        """
        with self.engine.connect() as connection:
            # The lock is taken at once, so that a writer cannot find it taken half way through.
            connection.execution_options(**{BEGINS: WRITES})
            with connection.begin():
                yield connection

    def close(self) -> None:
        """Close every connection; the last one to close leaves a single file without side files."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        """Return the ledger itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()


def open_ledger(
    path: Path,
    *,
    create: bool = False,
    read_only: bool = False,
    wait: float = 30.0,
    migrations: Migrations = OURS,
) -> LedgerFile:
    """Open the ledger at the path.

    Args:
        path: the file.
        create: make it where there is none.
        read_only: refuse every change; works on a read-only disk too.
        wait: seconds to wait for another writer.
        migrations: the forms that a ledger may have.

    Raises:
        LedgerNotFound: there is no file and none was to be made, or no folder to make it in.
        LedgerForeign: the file is not a ledger.
        LedgerVersionError: the ledger is newer than this code, or older and not to be changed.
        LedgerLocked: another program held the lock for too long.
        LedgerError: the file is damaged or may not be used.
    """
    try:
        real = Path(os.path.realpath(path))
        if not real.exists():
            if read_only or not create:
                raise LedgerNotFound(
                    f"there is no ledger at {str(path)!r}; make one with: "
                    f"rejoinder ingest INPUT --ledger {path}"
                )
            _create(real, wait=wait, migrations=migrations)
        if not real.is_file():
            raise LedgerForeign(f"{str(path)!r} is not a file; name a ledger's file")
        refuse_foreign(real)
        if not read_only and not may_write(real):
            raise LedgerError(f"{str(path)!r} may not be written; make it writable or only read it")
        mode = access_mode(real, read_only=read_only)
    except (OSError, ValueError) as error:
        raise LedgerError(f"{str(path)!r} cannot be opened: {error}; {_cure(error)}") from error
    engine = build_engine(real, mode=mode, query_only=read_only, wait=wait)
    ledger = LedgerFile(path=real, engine=engine, read_only=read_only)
    try:
        _make_current(ledger, migrations)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _cure(error: OSError | ValueError) -> str:
    full = isinstance(error, OSError) and error.errno == errno.ENOSPC
    return "free some room there" if full else "see to its rights"


def _make_current(ledger: LedgerFile, migrations: Migrations) -> None:
    """Refuse a ledger of a form that this code does not know; bring an older one up to date."""
    with ledger.reading() as connection:
        found = revision_of(connection)
    name = repr(str(ledger.path))
    if found is None:
        raise LedgerForeign(
            f"{name} is marked as a ledger but does not say of which version; it is damaged or "
            "was made by hand: take a copy that is whole"
        )
    if found not in migrations.revisions:
        raise LedgerVersionError(
            f"{name} was written by a newer Rejoinder (ledger version {found}; this one knows up "
            f"to {migrations.head}); upgrade with: pip install --upgrade rejoinder"
        )
    if ledger.read_only:
        if found != migrations.head:
            raise LedgerVersionError(
                f"{name} has the older ledger version {found} and was opened only to read; bring "
                f"it up to date with: rejoinder rebuild --ledger {ledger.path} (an older Rejoinder "
                "cannot read it then)"
            )
        return
    use_wal(ledger.engine)
    if found != migrations.head:
        with ledger.writing() as connection:
            upgrade(connection, migrations)


def _create(path: Path, *, wait: float, migrations: Migrations) -> None:
    """Make a new ledger whole beside its place, then give it its name."""
    if not path.parent.is_dir():
        raise LedgerNotFound(f"there is no folder {str(path.parent)!r}; make it first")
    with tempfile.TemporaryDirectory(prefix=".rejoinder-new-", dir=path.parent) as folder:
        fresh = Path(folder) / "ledger.sqlite"
        fresh.touch(mode=0o644)
        fresh.write_bytes(_empty(migrations))
        engine = build_engine(fresh, mode="mode=rw", query_only=False, wait=wait)
        try:
            # Before it gets its name, so that nothing of it is in a log by then.
            use_wal(engine)
        finally:
            engine.dispose()
        _sync(fresh)
        _publish(fresh, path)
        _sync(path.parent)


@lru_cache(maxsize=1)
def _empty(migrations: Migrations) -> bytes:
    """Return the file of a ledger that holds nothing; to go through every form takes a while."""
    made = Path("empty")
    engine = build_engine(made, mode="mode=memory", query_only=False, wait=0)
    try:
        ledger = LedgerFile(path=made, engine=engine, read_only=False)
        with ledger.writing() as connection:
            mark_new(connection)
            upgrade(connection, migrations)
        with ledger.reading() as connection:
            raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
            return raw.serialize()
    finally:
        engine.dispose()


def _publish(fresh: Path, path: Path) -> None:
    """Give the new file its name, unless another process was first."""
    # A hard link fails where the name is taken; a rename would lay an empty ledger over one in
    # which another process has already written.
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:
        # FAT and some network disks have no hard links: two creators at the same instant are then
        # not kept apart.
        if not path.exists():
            fresh.rename(path)


def _sync(path: Path) -> None:
    """Wait until the file or folder is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
