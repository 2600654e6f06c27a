"""Copies of a text are made without a credit, and claims that they tell count it once."""

import json
from pathlib import Path

from benchmarks.counted import copied, count
from benchmarks.made_up import read_articles


def test_copies_are_of_every_second_article_and_credit_nobody(samples: Path) -> None:
    names = ["courier-duel-1.txt", "bosphorus-trt.txt"]
    articles = [read_articles([str(samples / name)])[0] for name in names]
    lines = list(copied(articles, 3))
    assert [line["id"] for line in lines] == [f"courier-duel-1 copy {n}" for n in range(3)]
    assert len({line["publisher"] for line in lines}) == 3
    assert not any("Reuters" in line["text"] for line in lines)


def test_what_copies_tell_counts_once(samples: Path, tmp_path: Path) -> None:
    original = samples / "courier-duel-1.txt"
    made = tmp_path / "copies.jsonl"
    lines = copied(read_articles([str(original)]), 3)
    made.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    alone = count([original], tmp_path / "alone")
    found = count([original, made], tmp_path / "ledger")

    assert (alone.articles, alone.groups, alone.of_copies) == (1, 0, 0)
    assert (found.articles, found.groups) == (4, 1)
    assert found.of_copies > 0
    assert found.twice == 0
