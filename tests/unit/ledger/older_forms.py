"""Ledgers of older forms: what later ones changed, undone."""

import sqlite3

__all__ = ["part_profiles"]

_OLD = "actor_id TEXT NOT NULL, article_id TEXT NOT NULL"
_EACH = "SELECT actor_id, article_id"


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
