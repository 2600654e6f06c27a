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
def ledger(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a ledger that holds the samples; only to be read."""
    path = tmp_path_factory.mktemp("ledger") / "samples.sqlite"
    done = run_here("ingest", samples, "--ledger", path)
    assert done.exit_code == 0, done.output
    return path
