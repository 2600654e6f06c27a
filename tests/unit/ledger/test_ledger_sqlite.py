import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.ledger_samples import ORIGINAL, fresh, quarrel, write_all, write_rulings

from rejoinder.ledger.schema import DERIVED, metadata

TABLES = sorted(metadata.tables.keys() - DERIVED)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Return a ledger with a row in every table, opened as any other program would."""
    folder: Path = tmp_path_factory.mktemp("raw")
    one, two = quarrel("1", original=ORIGINAL.digest), quarrel("2")
    with fresh(folder) as ledger:
        write_all(ledger, one, two)
        write_rulings(ledger)
    connection = sqlite3.connect(folder / "x.sqlite")
    yield connection
    connection.close()


@pytest.mark.parametrize("table", TABLES)
def test_no_program_can_change_remove_or_replace_a_row(raw: sqlite3.Connection, table: str) -> None:
    before = raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
    column = metadata.tables[table].columns.keys()[-1]
    assert before
    for statement, what in (
        (f"UPDATE {table} SET {column} = {column}", "changed"),
        (f"DELETE FROM {table}", "removed"),
        (f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}", "replaced"),
        (f"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1", "replaced"),
    ):
        with pytest.raises(
            sqlite3.IntegrityError, match=f"append-only: a row of {table} is never {what}"
        ):
            raw.execute(statement)
        raw.rollback()
    assert raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() == before


def test_replacing_through_another_unique_key_is_refused_too(raw: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never replaced"):
        raw.execute(
            "INSERT OR REPLACE INTO extractions (id, article_id, makers_id, batch_seq) "
            "SELECT 'x-new', article_id, makers_id, batch_seq FROM extractions"
        )


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 2), (2, 2), (3, 2), (None, 2), (2, None), (None, None)]
)
def test_the_file_itself_refuses_what_is_no_span(
    raw: sqlite3.Connection, start: int | None, end: int | None
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"CHECK|NOT NULL"):
        raw.execute(
            "INSERT INTO zones SELECT id, 99, 'body', ?, ? FROM extractions LIMIT 1", (start, end)
        )


@pytest.mark.parametrize(
    ("first", "last", "precision", "start", "end"),
    [
        ("2024-01-02", "2024-01-01", "day", None, None),
        ("2024-01-02", None, "day", None, None),
        (None, "2024-01-02", "day", None, None),
        ("2024-01-02", "2024-01-02", None, None, None),
        (None, None, None, 1, 2),
        ("2024-01-02", "2024-01-02", "day", 2, None),
        ("2024-01-02", "2024-01-02", "day", None, 2),
    ],
)
def test_the_file_itself_refuses_half_a_date(
    raw: sqlite3.Connection,
    first: str | None,
    last: str | None,
    precision: str | None,
    start: int | None,
    end: int | None,
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        raw.execute(
            "INSERT INTO extractions (id, article_id, makers_id, batch_seq, published_start, "
            "published_end, published_precision, published_span_start, published_span_end) "
            "SELECT 'x-new', article_id, makers_id, 77, ?, ?, ?, ?, ? FROM extractions LIMIT 1",
            (first, last, precision, start, end),
        )
