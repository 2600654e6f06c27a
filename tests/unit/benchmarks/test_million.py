"""The ledgers on which pages are timed are made once, and anew where they are out of date."""

import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.million import make
from tests.unit.ledger.ledger_samples import makers
from tests.unit.web.web_ledgers import write_quarrels

from rejoinder import Ledger


def test_the_ledgers_are_made_and_kept(tmp_path: Path) -> None:
    with Ledger(write_quarrels(tmp_path), read_only=True) as quarrels:
        records = list(quarrels.records())
    small, large = make(tmp_path, records, makers(), 4, 5)
    with Ledger(small, read_only=True) as one, Ledger(large, read_only=True) as other:
        assert sum(1 for _ in one.records()) == 4
        assert sum(1 for _ in other.records()) == 20
    made = large.stat().st_mtime_ns
    assert make(tmp_path, records, makers(), 4, 5) == (small, large)
    assert large.stat().st_mtime_ns == made
    with closing(sqlite3.connect(large)) as connection, connection:
        connection.execute("UPDATE summaries SET stage = 'older'")
    make(tmp_path, records, makers(), 4, 2)
    with Ledger(large, read_only=True) as other:
        assert sum(1 for _ in other.records()) == 8
