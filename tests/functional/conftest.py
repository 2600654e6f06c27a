"""What the functional tests share: runners of commands and a ledger of the samples."""

from pathlib import Path

import pytest
from tests.functional.running import Run, Spawn, run_apart, run_here


@pytest.fixture(scope="session")
def run() -> Run:
    """Return a function that runs a command in this process."""
    return run_here


@pytest.fixture(scope="session")
def spawn() -> Spawn:
    """Return a function that runs a command in a process of its own."""
    return run_apart


@pytest.fixture(scope="session")
def ledger(sample_ledger: Path) -> Path:
    """Return a ledger that holds the samples; only to be read."""
    return sample_ledger
