"""A ledger for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.ledger.ledger_samples import fresh

from rejoinder.ledger.connect import LedgerFile


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerFile]:
    """Return a new, empty ledger."""
    with fresh(tmp_path) as opened:
        yield opened
