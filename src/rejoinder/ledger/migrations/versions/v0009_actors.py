"""Actors: who is there, what they are called where and when, and who speaks about whom.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_actors`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table(
        "casts",
        _text("article_id", key=True),
        sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), nullable=False),
        _text("ids"),
    )
    _table(
        "actor_totals",
        _text("actor_id", key=True),
        *map(_text, ("usual", "called", "kind", "country")),
        *map(_integer, ("articles", "said", "said_of", "said_to", "place")),
    )
    _table("actor_facts", *_keys("actor_id", "fact", "value"), _integer("times"))
    _table("actor_places", *_keys("actor_id", "fact", "value", "place"), _integer("times"))
    _table("actor_pairs", *_keys("speaker_id", "target_id", "act"), _integer("statements"))
    _table(
        "actor_statements",
        *_keys("actor_id", "role"),
        sa.Column("day", sa.Integer, primary_key=True, nullable=False),
        _text("statement_id", key=True),
    )
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)


_INDEXES = (
    ("actor_totals", ["place", "actor_id"]),
    ("actor_totals", ["kind", "place", "actor_id"]),
    ("actor_totals", ["country", "place", "actor_id"]),
    ("actor_totals", ["usual"]),
    ("actor_pairs", ["target_id"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _keys(*names: str) -> list[sa.Column[str]]:
    return [_text(name, key=True) for name in names]


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
