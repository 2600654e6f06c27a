"""What is known of an actor is one row, and blocks are kept by their keys alone.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_identity`. Blocks
of one profile alone are no more.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_OF_IT = "actor_id = p.actor_id AND article_id = p.article_id"
_FACTS = (
    "SELECT json_group_object(fact, json(found)) FROM (SELECT fact, json_group_array(value) AS "
    f"found FROM (SELECT fact, value FROM profile_facts WHERE {_OF_IT} ORDER BY fact, value) "
    "GROUP BY fact ORDER BY fact)"
)
_BLOCKS = (
    f"SELECT json_group_array(key) FROM (SELECT key FROM keys_before WHERE {_OF_IT} "
    "AND key NOT LIKE 'r:%' ORDER BY key)"
)


def upgrade() -> None:
    """Bring facts and keys together, and turn the table of keys round."""
    for before in ("profiles", "profile_keys"):
        op.rename_table(before, f"{before.removeprefix('profile_')}_before")
    op.create_table(
        "profiles",
        *_columns("actor_id", "article_id", key=True),
        *_columns("kind", "facts", "blocks"),
        sqlite_with_rowid=False,
    )
    op.execute(
        sa.text(
            "INSERT INTO profiles (actor_id, article_id, kind, facts, blocks) SELECT actor_id, "
            f"article_id, kind, ({_FACTS}), ({_BLOCKS}) FROM profiles_before AS p "
            "ORDER BY actor_id, article_id"
        )
    )
    op.create_table(
        "profile_keys",
        *_columns("key", "actor_id", "article_id", key=True),
        sqlite_with_rowid=False,
    )
    op.execute(
        sa.text(
            "INSERT INTO profile_keys (key, actor_id, article_id) SELECT key, actor_id, article_id "
            "FROM keys_before WHERE key NOT LIKE 'r:%' ORDER BY key, actor_id, article_id"
        )
    )
    for before in ("keys_before", "profiles_before", "profile_facts"):
        op.drop_table(before)


def _columns(*names: str, key: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, primary_key=key, nullable=False) for name in names]
