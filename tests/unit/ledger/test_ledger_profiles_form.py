"""What an older ledger knows of actors is known in the newer form."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select
from tests.unit.ledger.ledger_samples import NOW, STAGE, fresh, profile
from tests.unit.ledger.older_forms import count_pairs_twice, file_by_ids, part_profiles

from rejoinder.ledger.actor_book import ActorBook, Judged
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.registry import LedgerRegistry
from rejoinder.ledger.schema_identity import profile_keys, profiles
from rejoinder.model.profile import Fact, Profile, facts_of

ARTICLE = "a-0123456789abcdef"


def rows(ledger: LedgerFile) -> list[tuple[object, ...]]:
    with ledger.reading() as connection:
        found = (connection.execute(select(table)) for table in (profiles, profile_keys))
        return [tuple(row) for result in found for row in result]


def known() -> list[Profile]:
    vey = profile("per:anna-vey", 'Anna "Ann" Vey', "n:v|a", "s:v")
    told = facts_of(
        [
            (Fact.STATE, "MOR"),
            (Fact.STATE, "AZE"),
            (Fact.OFFICE, "AZE/größe/2031"),
            (Fact.YEAR, "2"),
        ]
    )
    more = Profile(ref=vey.ref, kind=vey.kind, facts=told, keys=vey.keys)
    return [vey.joined(more), profile("per:vey", "Vey", "b:v", "h:per:vey", article=ARTICLE)]


def test_a_profile_in_several_rows_becomes_one(tmp_path: Path) -> None:
    bare = profile("grp:none", "None")
    every = [*known(), Profile(ref=bare.ref, kind=bare.kind, facts={}, keys=frozenset())]
    with fresh(tmp_path, "x") as ledger, ledger.writing() as connection:
        book = ActorBook(connection=connection, number=BatchNumber(connection, NOW, "1"))
        book.take(Judged(articles=[], profiles=every, judgements=[], mark=STAGE))
    with open_ledger(tmp_path / "x") as ledger:
        kept = rows(ledger)
    with closing(sqlite3.connect(tmp_path / "x")) as raw:
        count_pairs_twice(raw)
        file_by_ids(raw)
        part_profiles(raw)
        raw.execute("UPDATE alembic_version SET version_num = '0019'")
        raw.commit()
    with open_ledger(tmp_path / "x") as ledger:
        assert rows(ledger) == kept
        with ledger.reading() as connection:
            registry = LedgerRegistry(connection=connection, stage=STAGE)
            found = registry.known([each.ref for each in every])
            assert sorted(found, key=lambda each: each.ref) == sorted(
                every, key=lambda each: each.ref
            )
    assert len(kept) == 3 + 4
