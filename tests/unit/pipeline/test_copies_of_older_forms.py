"""What a ledger of an older form knows of copies stands in the newer one where it is looked for."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import select
from tests.articles import article
from tests.unit.ledger.ledger_samples import NOW, makers
from tests.unit.ledger.older_forms import (
    count_pairs_twice,
    file_by_ids,
    mix_ages,
    part_profiles,
)

from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.copies import all_copies
from rejoinder.ledger.copy_book import CopyBook
from rejoinder.ledger.schema_copies import copy_keys, fingerprints
from rejoinder.ledger.write import append
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.copying import copies_mark, take_copies

SENTENCES = [" ".join(f"word{n}x{m}" for m in range(40)) for n in range(3)]
STORY = ". ".join(SENTENCES)


def put(ledger: LedgerFile, ref: str, text: str) -> None:
    """Append an article and compare it with the others."""
    record = ArticleRecord(article=article(text, ref))
    append(ledger, records=[record], makers=makers(), now=NOW)
    with ledger.writing() as connection:
        book = CopyBook(connection=connection, stage=copies_mark())
        take_copies(book, {record.article.id})


def bounds(ledger: LedgerFile) -> list[str]:
    with ledger.reading() as connection:
        query = select(fingerprints.c.bounds).order_by(fingerprints.c.seq)
        return list(connection.execute(query).scalars())


def test_where_stretches_end_is_moved_to_their_shingles(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, "first", STORY)
        put(ledger, "short", SENTENCES[0])
        kept = bounds(ledger)
    with closing(sqlite3.connect(tmp_path / "x")) as raw:
        count_pairs_twice(raw)
        file_by_ids(raw)
        part_profiles(raw)
        raw.execute("DROP INDEX ix_identities_article_id_canonical_id")
        raw.execute("CREATE INDEX ix_identities_article_id ON identities (article_id)")
        for end in ("first", "past"):
            raw.execute(f"ALTER TABLE copy_windows ADD COLUMN {end} INTEGER NOT NULL DEFAULT 0")
        for seq, each in enumerate(kept, 1):
            ends = json.loads(each)
            for position in range(-1, len(ends) // 2 - 1):
                raw.execute(
                    "UPDATE copy_windows SET first = ?, past = ? "
                    "WHERE fingerprint_seq = ? AND position = ?",
                    (*ends[2 * position + 2 :][:2], seq, position),
                )
        raw.execute("ALTER TABLE fingerprints DROP COLUMN bounds")
        raw.execute("UPDATE alembic_version SET version_num = '0017'")
        raw.commit()
    with open_ledger(tmp_path / "x") as ledger:
        assert bounds(ledger) == kept
        put(ledger, "again", STORY)
        with ledger.reading() as connection:
            assert {each.ref for each in all_copies(connection)} >= {"first", "again"}
    assert len(json.loads(kept[0])) > 4


def test_keys_of_an_older_form_are_the_oldest(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "x", create=True) as ledger:
        put(ledger, "first", STORY)
        before = filed(ledger)
    with closing(sqlite3.connect(tmp_path / "x")) as raw:
        mix_ages(raw)
        raw.execute("UPDATE alembic_version SET version_num = '0022'")
        raw.commit()
    with open_ledger(tmp_path / "x") as ledger:
        assert filed(ledger) == {(2, *key) for _, *key in before}
        put(ledger, "again", STORY)
        assert {age for age, *_ in filed(ledger)} == {0, 2}
        with ledger.reading() as connection:
            assert {each.ref for each in all_copies(connection)} == {"first", "again"}
    assert before


def filed(ledger: LedgerFile) -> set[tuple[int, ...]]:
    with ledger.reading() as connection:
        return {tuple(row) for row in connection.execute(select(copy_keys))}
