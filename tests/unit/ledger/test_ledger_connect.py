import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event, text
from tests.unit.ledger.ledger_samples import fresh, put, quarrel

from rejoinder.errors import (
    LedgerError,
    LedgerForeign,
    LedgerLocked,
    LedgerNotFound,
    LedgerVersionError,
)
from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.migrate import OURS, Migrations
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.sqlite import APPLICATION_ID


def files(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """Return the path of a closed ledger with one article."""
    with fresh(tmp_path) as ledger:
        put(ledger, quarrel())
    return tmp_path / "x.sqlite"


def test_a_new_ledger_is_one_file_when_closed(written: Path) -> None:
    assert files(written.parent) == ["x.sqlite"]


def test_a_ledger_carries_our_mark_and_its_version(written: Path) -> None:
    with sqlite3.connect(written) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (OURS.head,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    raw.close()


def test_connections_keep_commits_through_power_loss_and_check_keys(written: Path) -> None:
    with open_ledger(written) as ledger, ledger.reading() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("synchronous", "foreign_keys", "trusted_schema", "query_only")
        }
    assert pragmas == {
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "query_only": 0,
    }


def test_reading_leaves_one_file_and_the_same_bytes(written: Path) -> None:
    before = written.read_bytes()
    with open_ledger(written, read_only=True) as ledger, open_reader(ledger) as reader:
        assert len(list(reader.records())) == 1

    assert files(written.parent) == ["x.sqlite"]
    assert written.read_bytes() == before


def test_who_writes_keeps_more_pages_than_who_reads(written: Path) -> None:
    kept = []
    for read_only in (True, False):
        with open_ledger(written, read_only=read_only) as ledger, ledger.reading() as connection:
            kept.append(-connection.exec_driver_sql("PRAGMA cache_size").scalar_one() // 1024)

    assert kept == [64, 256]


def test_several_batches_are_written_back_together(written: Path) -> None:
    with open_ledger(written) as ledger, ledger.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar_one() == 32768


def test_a_missing_ledger_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound, match="rejoinder ingest INPUT --ledger"):
        open_ledger(tmp_path / "x.sqlite")
    with pytest.raises(LedgerNotFound):
        open_ledger(tmp_path / "x.sqlite", create=True, read_only=True)
    assert files(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerNotFound, match="no folder"):
        open_ledger(tmp_path / "no" / "x.sqlite", create=True)


def test_a_ledger_is_found_through_a_link_and_under_an_odd_name(tmp_path: Path) -> None:
    odd = tmp_path / "a?b#c%20 d'é.sqlite"
    open_ledger(odd, create=True).close()
    (tmp_path / "link").symlink_to(odd)

    with open_ledger(tmp_path / "link") as ledger:
        assert ledger.path == odd
        put(ledger, quarrel())
    assert files(tmp_path) == sorted([odd.name, "link"])


def foreign_database(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE articles (id)")
    raw.close()


def marked_only(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.close()


REFUSED = {
    "empty": (lambda path: path.write_bytes(b""), LedgerForeign, "is empty"),
    "text": (lambda path: path.write_text("id,text\n" * 500), LedgerForeign, "not a SQLite file"),
    "a few bytes": (lambda path: path.write_bytes(b"SQLite format 3\0"), LedgerForeign, "not a"),
    "folder": (lambda path: path.mkdir(), LedgerForeign, "is not a file"),
    "pipe": (os.mkfifo, LedgerForeign, "is not a file"),
    "other program's": (foreign_database, LedgerForeign, r"another program \(application_id 0\)"),
    "marked but empty": (marked_only, LedgerForeign, "does not say of which version"),
}


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(("make", "error", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_ledger_is_refused_and_left_as_it_is(
    tmp_path: Path,
    make: "object",
    error: type[LedgerError],
    message: str,
    create: bool,
) -> None:
    path = tmp_path / "x.sqlite"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(error, match=message):
        open_ledger(path, create=create)

    assert (path.read_bytes() if path.is_file() else None) == before
    assert files(tmp_path) == ["x.sqlite"]


def test_a_truncated_ledger_is_refused(written: Path) -> None:
    whole = written.read_bytes()
    written.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(LedgerError, match=r"damaged.*take a copy"):
        open_ledger(written)


def test_damage_found_while_reading_is_told_as_damage(written: Path) -> None:
    whole = bytearray(written.read_bytes())
    whole[4096 : 4096 * 40] = b"\xff" * (4096 * 39)
    written.write_bytes(whole)

    def read() -> None:
        with open_ledger(written) as ledger, open_reader(ledger) as reader:
            list(reader.records())

    with pytest.raises(LedgerError, match="damaged"):
        read()


@contextmanager
def unprivileged() -> Iterator[Path]:
    """Give a folder and, where the tests run as root, the rights of nobody."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    try:
        fresh(folder).close()
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def become_nobody() -> None:
    if os.geteuid() == 0:
        os.seteuid(65534)


def test_an_unreadable_file_is_refused() -> None:
    with unprivileged() as folder:
        (folder / "x.sqlite").chmod(0)
        become_nobody()
        with pytest.raises(LedgerError, match=r"x\.sqlite'.*(readable|rights)"):
            open_ledger(folder / "x.sqlite", read_only=True)


def test_a_file_that_may_not_be_written_can_only_be_read() -> None:
    with unprivileged() as folder:
        (folder / "x.sqlite").chmod(0o444)
        folder.chmod(0o555)
        become_nobody()
        with pytest.raises(LedgerError, match="may not be written"):
            open_ledger(folder / "x.sqlite")
        with open_ledger(folder / "x.sqlite", read_only=True) as ledger:
            with open_reader(ledger) as reader:
                assert list(reader.records()) == []
            assert files(folder) == ["x.sqlite"]


def test_a_newer_ledger_is_refused_with_the_cure(written: Path) -> None:
    with sqlite3.connect(written) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '0999'")
    raw.close()

    for read_only in (False, True):
        with pytest.raises(
            LedgerVersionError, match=rf"0999.*up to {OURS.head}.*pip install --upgrade"
        ):
            open_ledger(written, read_only=read_only)


@pytest.fixture
def newer(tmp_path_factory: pytest.TempPathFactory) -> Migrations:
    """Return our migrations with one more, which adds a table."""
    folder = tmp_path_factory.mktemp("migrations") / "100% new"
    shutil.copytree(OURS.folder, folder)
    (folder / "versions" / "v0999_more.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision = '0999', '{OURS.head}'\n"
        "def upgrade() -> None:\n    op.execute('CREATE TABLE more (id)')\n"
    )
    return replace(OURS, folder=folder, revisions=(*OURS.revisions, "0999"))


def test_an_older_ledger_is_brought_up_to_date_when_it_may_be_written(
    written: Path, newer: Migrations
) -> None:
    with pytest.raises(LedgerVersionError, match=f"older .* {OURS.head} .* rebuild --ledger"):
        open_ledger(written, read_only=True, migrations=newer)
    with open_ledger(written, migrations=newer) as ledger, ledger.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM more")).scalar() == 0
        assert connection.execute(text("SELECT count(*) FROM articles")).scalar() == 1
    with pytest.raises(LedgerVersionError, match="newer"):
        open_ledger(written)


def test_a_migration_that_fails_changes_nothing(written: Path, newer: Migrations) -> None:
    bad = newer.folder / "versions" / "v0999_more.py"
    bad.write_text(bad.read_text() + "    raise ZeroDivisionError\n")

    with pytest.raises(ZeroDivisionError):
        open_ledger(written, migrations=newer)

    open_ledger(written).close()
    with sqlite3.connect(written) as raw:
        assert raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'more'").fetchall() == []
    raw.close()


def test_a_failed_creation_leaves_nothing(tmp_path: Path, newer: Migrations) -> None:
    bad = newer.folder / "versions" / "v0999_more.py"
    bad.write_text(bad.read_text() + "    raise ZeroDivisionError\n")

    with pytest.raises(ZeroDivisionError):
        open_ledger(tmp_path / "x.sqlite", create=True, migrations=newer)

    assert files(tmp_path) == []


def test_a_disk_without_hard_links_gets_a_ledger_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with fresh(tmp_path) as ledger:
        assert put(ledger, quarrel()).articles == 1
    assert files(tmp_path) == ["x.sqlite"]


def test_a_disk_too_full_for_a_new_ledger_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(LedgerError, match="No space left on device; free some room there"):
        open_ledger(tmp_path / "x.sqlite", create=True)


def test_a_full_disk_leaves_the_ledger_as_it_was(written: Path) -> None:
    with open_ledger(written) as ledger:
        with ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        ledger.engine.dispose()
        event.listen(
            ledger.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count={pages}")
        )
        with pytest.raises(LedgerError, match="disk is full; nothing of this batch was written"):
            put(ledger, *(quarrel(str(n)) for n in range(300)))
        with open_reader(ledger) as reader:
            assert [article.ref for article in reader.articles()] == ["001"]

    with open_ledger(written) as ledger:
        assert put(ledger, quarrel("2")).articles == 1


def test_who_waits_too_long_for_another_writer_is_told(written: Path) -> None:
    with open_ledger(written) as one, open_ledger(written, wait=0.05) as two:
        with one.writing(), pytest.raises(LedgerLocked, match=r"more than 0\.05 s; wait until"):
            put(two, quarrel("2"))
        assert put(two, quarrel("2")).articles == 1


def test_readers_are_not_kept_waiting_by_a_writer(written: Path) -> None:
    with (
        open_ledger(written) as one,
        open_ledger(written, read_only=True, wait=0) as two,
        one.writing(),
        open_reader(two) as reader,
    ):
        assert len(list(reader.records())) == 1


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="looks at Linux's list of locks")
def test_opening_a_second_time_keeps_the_locks_of_the_first(written: Path) -> None:
    def held() -> int:
        inode = f":{written.stat().st_ino} "
        mine = f" {os.getpid()} "
        lines = Path("/proc/locks").read_text().splitlines()
        return sum(inode in line and mine in line for line in lines)

    with open_ledger(written) as ledger, ledger.reading() as connection:
        connection.execute(text("SELECT count(*) FROM articles")).scalar()
        before = held()
        open_ledger(written).close()
        with pytest.raises(LedgerNotFound):
            open_ledger(written.parent / "y")

        assert held() == before > 0


CREATE = """
import sys, pathlib
from rejoinder.ledger.connect import open_ledger
from tests.unit.ledger.ledger_samples import put, quarrel
sys.stdin.readline()
for n in range(8):
    with open_ledger(pathlib.Path(sys.argv[1]), create=True, wait=60) as ledger:
        put(ledger, quarrel(f"{sys.argv[2]}-{n}"), quarrel("both"))
"""


def test_processes_that_create_and_write_at_once_all_end_well(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", CREATE, path, str(n)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for n in range(3)
    ]
    results = [(writer.stdin, writer) for writer in writers]
    for stdin, _ in results:
        assert stdin is not None
        stdin.write("go\n")
        stdin.flush()
    for _, writer in results:
        _, complaints = writer.communicate(timeout=60)
        assert (complaints, writer.returncode) == ("", 0)

    with open_ledger(path) as ledger, open_reader(ledger) as reader:
        refs = [article.ref for article in reader.articles()]
        assert sorted(refs) == sorted([*(f"{w}-{n}" for w in range(3) for n in range(8)), "both"])
        assert reader.connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert files(tmp_path) == ["x.sqlite"]
