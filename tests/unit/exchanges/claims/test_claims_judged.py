"""The hundred pairs of outlets judged by reading, kept without a word of the articles."""

import json
from pathlib import Path

PAIRS = Path(__file__).resolve().parents[4] / "evals" / "claims-basil-pairs.jsonl"
ROWS = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]


def test_a_hundred_pairs_of_different_outlets_are_judged_with_a_reason() -> None:
    assert [row["n"] for row in ROWS] == list(range(1, 101))
    for row in ROWS:
        assert row["first"]["publisher"] != row["second"]["publisher"]
        assert isinstance(row["same"], bool)
        assert 20 < len(row["reason"]) < 120


def test_the_precision_is_what_the_document_says() -> None:
    page = (PAIRS.parents[1] / "docs" / "claims.md").read_text(encoding="utf-8")
    assert f"{sum(row['same'] for row in ROWS)} of 100" in page
