import re
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Table, create_engine, text
from tests.unit.ledger.ledger_samples import VENN, ÖST, judged, judging, put, quarrel

from rejoinder.ledger import schema
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.dictionary import data_dictionary, update_dictionary
from rejoinder.ledger.folding import fold
from rejoinder.ledger.latest import is_current_link
from rejoinder.ledger.migrate import OURS

DOCS = Path(__file__).parents[3] / "docs" / "ledger.md"


def definitions(rows: list[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the parts of each CREATE, sorted, without what belongs to search and versions."""
    return {
        # A column that a later migration added stands on the line of the one before it.
        name: sorted(re.split(r",\s*\n\s*|, (?=[a-z_]+ [A-Z]+ )", sql))
        for name, sql in rows
        if "_fts" not in name and name != "alembic_version"
    }


def test_migrations_build_what_the_schema_says(ledger: LedgerFile) -> None:
    query = text(
        "SELECT name, sql FROM sqlite_master WHERE type IN ('table','index') AND sql <> ''"
    )
    described = create_engine("sqlite://")
    schema.metadata.create_all(described)
    with ledger.reading() as migrated, described.connect() as direct:
        assert definitions([(r.name, r.sql) for r in migrated.execute(query)]) == definitions(
            [(r.name, r.sql) for r in direct.execute(query)]
        )
        found = compare_metadata(
            MigrationContext.configure(
                migrated,
                opts={"include_name": lambda name, kind, _: kind != "table" or "_fts" not in name},
            ),
            schema.metadata,
        )
    described.dispose()
    assert found == []


def test_the_list_of_revisions_is_that_of_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(OURS.folder))
    config.set_main_option("path_separator", "newline")
    walked = [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()]

    assert tuple(reversed(walked)) == OURS.revisions


def test_opening_a_ledger_does_not_load_alembic(ledger: LedgerFile) -> None:
    script = (
        "import sys, pathlib\n"
        "from rejoinder.ledger.connect import open_ledger\n"
        "open_ledger(pathlib.Path(sys.argv[1])).close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script, ledger.path], check=True)


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_and_column_says_what_it_holds(table: Table) -> None:
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


@pytest.mark.parametrize("table", schema.metadata.sorted_tables, ids=lambda table: table.name)
def test_every_table_is_guarded_but_the_derived(ledger: LedgerFile, table: Table) -> None:
    query = text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name")
    with ledger.reading() as connection:
        names = set(connection.execute(query, {"name": table.name}).scalars())
    guards = {f"{table.name}_no_{what}" for what in ("update", "delete", "replace")}
    assert names == (set() if table.name in schema.DERIVED else guards)


def test_the_data_dictionary_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8").endswith(data_dictionary()), (
        "run: python -c 'import pathlib, rejoinder.ledger.dictionary as d; "
        'd.update_dictionary(pathlib.Path("docs/ledger.md"))\''
    )


def test_the_queries_in_the_documentation_run(ledger: LedgerFile) -> None:
    record = quarrel()
    put(ledger, record, actors=judging(record, said=[judged(ÖST, VENN)]))
    statements, speakers = re.findall(
        r"```sql\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL
    )
    with ledger.reading() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(statements)]
        said = [tuple(row) for row in connection.exec_driver_sql(speakers)]
    assert rows == [
        ("001", "deny", "the claim by Mara Venn that Ostrava shelled the bridge"),
        ("001", "accuse", "Ostrava shelled the bridge"),
        ("001", "accuse", "Venn, "),
        ("001", "accuse", "is lying about Ostrava"),
    ]
    assert said == [("per:mara-venn", 3)]


def test_updating_the_dictionary_keeps_the_words_above_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger.md"
    path.write_text("# Words\n", encoding="utf-8")

    assert update_dictionary(path)
    assert not update_dictionary(path)
    assert path.read_text(encoding="utf-8").startswith("# Words\n")


LOOKUPS = {
    "extraction by id": "SELECT 1 FROM extractions WHERE id IN ('a', 'b')",
    "article by ref": "SELECT 1 FROM articles WHERE ref = 'a'",
    "article by beginning of id": "SELECT 1 FROM articles WHERE id >= 'a-1' AND id < 'a-1g'",
    "statement by id": "SELECT extraction_id FROM statements WHERE id IN ('a', 'b')",
    "event by id": "SELECT extraction_id FROM events WHERE id IN ('a', 'b')",
    "actor by id": "SELECT extraction_id FROM actors WHERE id = 'a'",
    "who speaks": (
        "SELECT s.extraction_id FROM statement_actors AS s JOIN actors AS a ON a.extraction_id = "
        "s.extraction_id AND a.id = s.actor_id WHERE a.id IN ('a', 'b') AND s.role = 'speaker'"
    ),
    "spans of statements": (
        "SELECT 1 FROM statement_spans WHERE extraction_id IN ('a', 'c') AND "
        "(extraction_id, statement_id) IN (VALUES ('a', 'b'), ('c', 'd'))"
    ),
    "links of extractions": "SELECT 1 FROM links WHERE extraction_id IN ('a', 'b')",
    "identity of a ref": (
        "SELECT canonical_id FROM identities WHERE actor_id = 'a' AND article_id = 'b'"
    ),
    "members": "SELECT actor_id, article_id FROM identities WHERE canonical_id IN ('a', 'b')",
    "judgements on one": (
        "SELECT 1 FROM judgements WHERE right_actor = 'a' AND right_article = 'b'"
    ),
    "block": "SELECT actor_id, article_id FROM profile_keys WHERE key IN ('a', 'b')",
    "who shares a key": ("SELECT min(root) FROM copy_keys WHERE age = 0 AND key = 1 AND root > 2"),
    "keys of a stretch": (
        "SELECT 1 FROM copy_keys WHERE age IN (0, 1, 2) AND key IN (1, 2) AND root = 3 AND node = 4"
    ),
    "stretch": "SELECT root FROM copy_windows WHERE node IN (1, 2)",
    "fingerprint of an article": "SELECT seq FROM fingerprints WHERE article_id IN ('a', 'b')",
    "copies": "SELECT fingerprint_seq FROM copy_windows WHERE root IN (1, 2)",
    "days": "SELECT extraction_id FROM speech_days WHERE first_day BETWEEN 'a' AND 'b'",
    "links of the summary": (
        "SELECT 1 FROM exchange_links WHERE answer_article_id IN ('a', 'b') UNION ALL "
        "SELECT 1 FROM exchange_links WHERE answered_article_id IN ('a', 'b')"
    ),
    "what links connect": (
        "SELECT answered_id FROM exchange_links WHERE answer_id IN ('a', 'b') UNION ALL "
        "SELECT answer_id FROM exchange_links WHERE answered_id IN ('a', 'b')"
    ),
    "turns not placed": "SELECT statement_id FROM turns WHERE component IS NULL LIMIT 5",
    "turns of an exchange": "SELECT 1 FROM turns WHERE exchange = 1 AND last_day >= 'a'",
    "exchange by id": "SELECT component FROM exchanges WHERE id = 'a'",
    "what a key has": "SELECT 1 FROM claim_keys WHERE key IN (1, 2) AND block IN (3, 4)",
    "claims of articles": "SELECT claim FROM claim_parts WHERE article_id IN ('a', 'b')",
    "claims of a party": "SELECT claim FROM claim_parties WHERE party IN ('a', 'b')",
    "what is alike": "SELECT one FROM claim_likes WHERE other IN ('a', 'b')",
    "claims not placed": "SELECT statement_id FROM claim_statements WHERE component IS NULL",
    "the least sure": (
        "SELECT id FROM statements WHERE (score, extraction_id, id) > (0.1, 'a', 'b') "
        "ORDER BY score, extraction_id, id LIMIT 1"
    ),
    "what statements put forward": (
        "SELECT c.seq FROM statements AS s JOIN extractions AS e ON e.id = s.extraction_id "
        "JOIN claim_statements AS c ON c.article_id = e.article_id AND c.statement_id = s.id "
        "WHERE s.id IN ('a', 'b')"
    ),
    "who says most about whom": (
        "SELECT actor_id FROM pair_counts WHERE publisher = '' AND grain = 0 AND first_day = 0 "
        "AND last_day = 0 AND statements > 3 ORDER BY statements DESC LIMIT 9"
    ),
    "bits before keys": "SELECT bits FROM copy_filters WHERE slice IN (1, 2)",
    "numbers of a day": (
        "SELECT * FROM day_counts WHERE first_day IN ('a', 'b') AND "
        "(first_day, last_day, act) IN (VALUES ('a', 'b', 'c'))"
    ),
    "latest": (
        "SELECT 1 FROM extractions AS e WHERE e.id = 'a' AND NOT EXISTS (SELECT 1 FROM extractions "
        "AS l WHERE l.article_id = e.article_id AND l.batch_seq > e.batch_seq)"
    ),
    "current links": str(
        schema.links.select()
        .where(schema.links.c.extraction_id == "x", is_current_link())
        .compile(compile_kwargs={"literal_binds": True})
    ),
}


@pytest.mark.parametrize("query", LOOKUPS.values(), ids=LOOKUPS.keys())
def test_lookups_use_an_index(ledger: LedgerFile, query: str) -> None:
    with ledger.reading() as connection:
        plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]

    scans = [
        line
        for line in plan
        if line.startswith("SCAN") and "CONSTANT ROW" not in line and "(" not in line
    ]
    assert scans == []
    assert any(("SEARCH" in line and "INDEX" in line) or "PRIMARY KEY" in line for line in plan)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("İlham Əliyev", "ilham eliyev"),
        ("  Erdoğan\n Çelik ", "erdogan celik"),
        ("Straße", "strasse"),
        ("ÅNGSTRÖM", "angstrom"),
        ("Kanaʿani", "kanaʿani"),
        ("Łukasz Øster", "lukasz oster"),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
