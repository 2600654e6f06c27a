"""Bits before the oldest keys: nothing that is there is missed, and little else is looked for."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.copy_filters import OLDEST, filter_in, may_be_old
from rejoinder.ledger.schema_copies import copy_filters, copy_keys

ENDS = [-(1 << 63), -1, 0, 1, (1 << 63) - 1]


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with open_ledger(tmp_path / "x", create=True) as ledger, ledger.writing() as connection:
        yield connection


def drawn(count: int, seed: int) -> list[int]:
    pick = random.Random(seed)
    return [pick.randrange(-(1 << 63), 1 << 63) for _ in range(count)]


def grow_old(connection: Connection, keys: list[int]) -> None:
    rows = [{"age": OLDEST, "key": key, "root": 1, "node": 1} for key in keys]
    connection.execute(insert(copy_keys), rows)
    filter_in(connection, keys)


def test_in_a_ledger_without_old_keys_none_is_looked_for(connection: Connection) -> None:
    assert list(may_be_old(connection, ENDS)) == []


@pytest.mark.parametrize("rounds", [1, 7, 40])
def test_every_old_key_passes_and_few_others_do(connection: Connection, rounds: int) -> None:
    old = [*ENDS, *drawn(20_000, seed=1)]
    for n in range(rounds):
        grow_old(connection, old[n::rounds])
    others = drawn(5_000, seed=2)
    assert sorted(may_be_old(connection, old)) == sorted(old)
    assert len(list(may_be_old(connection, others))) < len(others) / 8


def test_bits_are_told_anew_before_they_are_too_few(connection: Connection) -> None:
    slice_of_zero = select(copy_filters).where(copy_filters.c.slice == 512)
    sizes = []
    for n in range(60):
        grow_old(connection, [n * 1000 + each for each in range(1, 20)])
        row = connection.execute(slice_of_zero).one()
        assert row.filed == 19 * (n + 1)
        assert 8 * len(row.bits) >= 5 * row.filed
        sizes.append(len(row.bits))
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 3
