"""Two reviewers and one ingest write at once, in processes of their own."""

import os
from pathlib import Path

from benchmarks.writing import write_at_once

SECONDS = float(os.environ.get("REJOINDER_WRITING_SECONDS", "3"))
"""How long they write; set it to 300 for the five minutes of docs/review.md."""


def test_nothing_is_lost_and_nobody_is_locked_out(tmp_path: Path) -> None:
    found = write_at_once(tmp_path / "writing.sqlite", SECONDS)
    assert not found.errors
    assert found.is_whole
    assert found.articles > 0
    assert min(found.decided.values()) > 0
    assert found.kept == sum(found.decided.values())
