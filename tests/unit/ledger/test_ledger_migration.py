"""A ledger of an older form is brought up to date with everything that it holds."""

import shutil
import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.unit.ledger.ledger_samples import (
    FAILURE,
    ORIGINAL,
    STAGE,
    fresh,
    link,
    put,
    quarrel,
)

from rejoinder.ledger.connect import open_ledger
from rejoinder.ledger.digest import content_digest
from rejoinder.ledger.migrate import OURS, Migrations
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.registry import needs_judging
from rejoinder.ledger.schema import speech_days
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.link import Relation
from rejoinder.model.record import ArticleRecord


@pytest.fixture
def first_form(tmp_path: Path) -> Migrations:
    """Return the migrations as they were with the first form alone."""
    folder = tmp_path / "migrations"
    shutil.copytree(OURS.folder, folder)
    for later in (folder / "versions").glob("v*.py"):
        if not later.name.startswith("v0001"):
            later.unlink()
    return Migrations(folder=folder, revisions=("0001",))


def unclaimed(record: ArticleRecord) -> ArticleRecord:
    """Return the record as it could be then."""
    return replace(record, actors=tuple(replace(each, claimed_by=()) for each in record.actors))


def test_a_ledger_of_the_first_form_becomes_what_it_would_be_now(
    tmp_path: Path, first_form: Migrations
) -> None:
    whole = quarrel("1", original=ORIGINAL.digest)
    years = DateInterval(start=date(2020, 1, 1), end=date(2023, 12, 31), precision=Precision.YEAR)
    other = quarrel("2", published=None)
    vague = replace(other.statements[2], said=years)
    other = replace(other, statements=(*other.statements[:2], vague))
    records = [unclaimed(each) for each in (whole, other, quarrel("3", published=None))]
    across = (link(other.statements[0].id, whole.statements[1].id, Relation.DENIES),)
    with fresh(tmp_path, "new") as new:
        put(new, *records, originals=(ORIGINAL,), failures=(FAILURE,), links=across)
    open_ledger(tmp_path / "old", create=True, migrations=first_form).close()
    raw = sqlite3.connect(tmp_path / "old")
    raw.execute("ATTACH ? AS new", (str(tmp_path / "new"),))
    query = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
    tables = [name for (name,) in raw.execute(query) if "_fts" not in name]
    for table in set(tables) - {"alembic_version"}:
        # The first form has not every column that its tables have now.
        columns = ", ".join(row[1] for row in raw.execute(f"PRAGMA main.table_info({table})"))
        raw.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
    raw.commit()
    raw.close()

    with open_ledger(tmp_path / "old") as old, open_ledger(tmp_path / "new") as new:
        assert content_digest(old) == content_digest(new)
        with open_reader(old) as reader:
            assert {record.article.ref for record in reader.records()} == {"1", "2", "3"}
            days = reader.connection.execute(select(speech_days.c.first_day).distinct())
            assert set(days.scalars()) == {"2024-03-04", "2024-03-05", ""}
            assert needs_judging(reader.connection, STAGE)
