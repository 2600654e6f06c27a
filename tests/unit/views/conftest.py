"""A ledger with a few quarrels, read by the tests of every view."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from tests.unit.ledger.ledger_samples import fresh, put, quarrel

from rejoinder.ledger.connect import open_ledger
from rejoinder.model.actor import Actor
from rejoinder.model.record import ArticleRecord


def renamed(record: ArticleRecord, actor: str, **changes: str | None) -> ArticleRecord:
    """Return the record with one actor shown otherwise."""

    def change(each: Actor) -> Actor:
        return dataclasses.replace(each, **changes) if each.id == actor else each  # type: ignore[arg-type]

    return dataclasses.replace(record, actors=tuple(change(each) for each in record.actors))


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """Return a connection to a ledger of three articles, one of them extracted twice."""
    first = quarrel("000", published="2024-03-09", publisher="Ostrava Times")
    dated = quarrel("001", published="2024-03-05")
    undated = renamed(
        quarrel("002", published=None, publisher=None),
        "per:ilir-ost",
        name="Ilir Ost",
        role="deputy minister",
    )
    outdated = renamed(dated, "per:mara-venn", name="Nobody At All")
    with fresh(tmp_path_factory.mktemp("views")) as ledger:
        put(ledger, outdated, version="1")
        put(ledger, undated, first, dated, version="2")
        with ledger.reading() as opened:
            yield opened


@pytest.fixture
def opened(path: Path) -> Iterator[Connection]:
    """Return a connection to the ledger of a module that has one at its ``path``."""
    with open_ledger(path, read_only=True) as ledger, ledger.reading() as reading:
        yield reading
