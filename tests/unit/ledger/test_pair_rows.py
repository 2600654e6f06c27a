"""Pairs by how many statements there are: a page of them is that of all, wherever it lies."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.pair_rows import PairsWanted, find_pairs
from rejoinder.ledger.schema_deeds import GRAINS, SELDOM, pair_counts
from rejoinder.model.statement import Act

NUMBERS = [9, 1, 4, 3, SELDOM + 1, SELDOM, 2, 7, 1, 4]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    rows = [
        {
            "publisher": "",
            "grain": GRAINS["whole"],
            "first_day": 0,
            "last_day": 0,
            "actor_id": f"state:{n:03}",
            "recipient_id": "state:ABC",
            "statements": count,
            "addressed": 0,
            "events": 0,
            **{act.value: 0 for act in Act},
            "accuse": count,
        }
        for n, count in enumerate(NUMBERS)
    ]
    with open_ledger(tmp_path / "x", create=True) as ledger, ledger.writing() as connection:
        connection.execute(insert(pair_counts), rows)
        yield connection


@pytest.mark.parametrize("acts", [(), (Act.ACCUSE,)])
@pytest.mark.parametrize("limit", [1, 3, 5, 6, 100])
def test_pages_follow_each_other(connection: Connection, limit: int, acts: tuple[Act, ...]) -> None:
    wanted = PairsWanted(acts=acts)
    every, total = find_pairs(connection, wanted, limit=None)
    found = []
    for skip in range(0, len(NUMBERS), limit):
        page, count = find_pairs(connection, wanted, limit=limit, skip=skip)
        assert count == total == len(NUMBERS)
        found += page
    assert found == every
    assert [sum(each.acts.values()) for each in every] == sorted(NUMBERS, reverse=True)
