"""Ledgers of older forms: what later ones changed, undone."""

import json
import sqlite3

from rejoinder.exchanges.claims.blocks import blocks_of
from rejoinder.exchanges.claims.kept import read_put

__all__ = [
    "count_pairs_twice",
    "file_by_ids",
    "index_more",
    "mix_ages",
    "part_places",
    "part_profiles",
]

_OLD = "actor_id TEXT NOT NULL, article_id TEXT NOT NULL"
_EACH = "SELECT actor_id, article_id"


_PAIRS = ("publisher", "grain", "first_day", "last_day", "statements")


def file_by_ids(raw: sqlite3.Connection) -> None:
    """Give statements no short names and indexes more to hold, as it was before form 0021."""
    held = "statement_id, article_id, body, first_day, last_day, component"
    raw.execute("ALTER TABLE claim_keys RENAME TO keys_now")
    raw.execute("ALTER TABLE claim_statements RENAME TO statements_now")
    raw.execute(
        "CREATE TABLE claim_keys (block INTEGER NOT NULL, key BIGINT NOT NULL, statement_id TEXT "
        "NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (block, key, statement_id, place)) "
        "WITHOUT ROWID"
    )
    raw.execute(
        "INSERT INTO claim_keys SELECT block, key, statement_id, place FROM keys_now "
        "JOIN statements_now ON seq = statement_seq"
    )
    raw.execute(
        "CREATE TABLE claim_statements (statement_id TEXT PRIMARY KEY, article_id TEXT NOT NULL, "
        "body TEXT NOT NULL, first_day DATE, last_day DATE, component INTEGER)"
    )
    raw.execute(f"INSERT INTO claim_statements SELECT {held} FROM statements_now")
    for table in ("keys_now", "statements_now"):
        raw.execute(f"DROP TABLE {table}")
    pairs = f"ix_pair_counts_{'_'.join(_PAIRS)}"
    for index in (pairs, "ix_found_statements_article_id_statement_id"):
        raw.execute(f"DROP INDEX {index}")
    raw.execute(f"CREATE INDEX {pairs} ON pair_counts ({', '.join(_PAIRS)})")
    for table, column in (
        ("claim_statements", "article_id"),
        ("claim_statements", "component"),
        ("found_statements", "article_id"),
        ("found_statements", "statement_id"),
    ):
        raw.execute(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")


def index_more(raw: sqlite3.Connection) -> None:
    """Make the indexes that there were before form 0025, and file under each block of days."""
    raw.create_function("blocks", 2, _blocks)
    raw.execute(
        "CREATE TEMP TABLE filed AS SELECT DISTINCT each.value AS block, claim_keys.key, seq, "
        "place FROM claim_keys JOIN claim_statements ON seq = statement_seq, "
        "json_each(blocks(body, place)) AS each WHERE block < -1"
    )
    raw.execute("DELETE FROM claim_keys WHERE block < -1")
    raw.execute("INSERT INTO claim_keys SELECT * FROM filed")
    for table, columns in (
        ("claims", "id"),
        ("accusations", "id"),
        ("actor_totals", "place, actor_id"),
        ("actor_totals", "kind, place, actor_id"),
        ("actor_totals", "country, place, actor_id"),
        ("statement_actors", "actor_id, role, extraction_id"),
    ):
        name = f"ix_{table}_{columns.replace(', ', '_')}"
        raw.execute(f"CREATE INDEX {name} ON {table} ({columns})")


def _blocks(body: str, place: int) -> str:
    found = blocks_of(read_put(body).propositions[place])
    return json.dumps([each for each in found if each is not None])


def part_places(raw: sqlite3.Connection) -> None:
    """Put where actors are called so into a table, and more into indexes, as before form 0024."""
    index_more(raw)
    key = "actor_id, fact, value"
    raw.execute(
        "CREATE TABLE actor_places (actor_id TEXT NOT NULL, fact TEXT NOT NULL, value TEXT NOT "
        f"NULL, place TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY ({key}, place)) "
        "WITHOUT ROWID"
    )
    raw.execute(
        "INSERT INTO actor_places SELECT actor_id, substr(fact, 2), value ->> 0, value ->> 1, "
        "times FROM actor_facts WHERE fact >= '~'"
    )
    raw.execute("DELETE FROM actor_facts WHERE fact >= '~'")
    raw.execute("DROP TABLE copy_filters")
    pairs = f"ix_pair_counts_{'_'.join(_PAIRS)}"
    for index in (pairs, "ix_claim_statements_article_id_statement_id"):
        raw.execute(f"DROP INDEX {index}")
    some = "WHERE grain = 0 OR grain = 4"
    raw.execute(f"CREATE INDEX {pairs} ON pair_counts ({', '.join(_PAIRS)}) {some}")
    for columns in ("publisher, statements", "actor_id"):
        name = f"ix_publisher_voices_{columns.replace(', ', '_')}"
        raw.execute(f"CREATE INDEX {name} ON publisher_voices ({columns})")
    for kind, column in (("UNIQUE INDEX", "statement_id"), ("INDEX", "article_id")):
        raw.execute(f"CREATE {kind} ix_claim_statements_{column} ON claim_statements ({column})")


def mix_ages(raw: sqlite3.Connection) -> None:
    """Put all keys of copies into one part, as it was before form 0023."""
    part_places(raw)
    raw.execute("ALTER TABLE copy_keys RENAME TO keys_now")
    raw.execute(
        "CREATE TABLE copy_keys (key BIGINT NOT NULL, root BIGINT NOT NULL, node BIGINT NOT NULL, "
        "PRIMARY KEY (key, root, node)) WITHOUT ROWID"
    )
    raw.execute("INSERT INTO copy_keys SELECT key, root, node FROM keys_now")
    raw.execute("DROP TABLE keys_now")


def count_pairs_twice(raw: sqlite3.Connection) -> None:
    """Put the totals of pairs into a table of their own too, as it was before form 0022."""
    mix_ages(raw)
    raw.execute("DROP INDEX ix_pair_counts_recipient_id")
    raw.execute(
        "CREATE TABLE actor_pairs (speaker_id TEXT NOT NULL, target_id TEXT NOT NULL, act TEXT "
        "NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (speaker_id, target_id, act)) "
        "WITHOUT ROWID"
    )
    raw.execute("CREATE INDEX ix_actor_pairs_target_id ON actor_pairs (target_id)")


def part_profiles(raw: sqlite3.Connection) -> None:
    """Put what is known of actors into three tables, as it was before form 0020."""
    raw.execute("ALTER TABLE profiles RENAME TO whole")
    raw.execute("DROP TABLE profile_keys")
    for table, more in (("profiles", ""), ("profile_facts", "fact value"), ("profile_keys", "key")):
        columns = "".join(f", {name} TEXT NOT NULL" for name in more.split())
        kind = ", kind TEXT NOT NULL" if table == "profiles" else ""
        key = ", ".join(["actor_id", "article_id", *more.split()])
        raw.execute(
            f"CREATE TABLE {table} ({_OLD}{columns}{kind}, PRIMARY KEY ({key})) WITHOUT ROWID"
        )
    raw.execute("CREATE INDEX ix_profile_keys_key ON profile_keys (key)")
    raw.execute(f"INSERT INTO profiles {_EACH}, kind FROM whole")
    raw.execute(
        f"INSERT INTO profile_facts {_EACH}, sort.key, told.value "
        "FROM whole, json_each(facts) AS sort, json_each(sort.value) AS told"
    )
    raw.execute(
        f"INSERT INTO profile_keys {_EACH}, each.value FROM whole, json_each(blocks) AS each"
    )
    raw.execute(
        f"INSERT INTO profile_keys {_EACH}, 'r:' || actor_id || '@' || article_id FROM whole"
    )
    raw.execute("DROP TABLE whole")
