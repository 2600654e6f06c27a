"""Deeds: who does what to whom, how many statements one makes about another, who parties are.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_deeds`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table(
        "deed_articles",
        _text("article_id", key=True),
        *map(_text, ("extraction_id", "publisher", "origin", "text_group", "goes")),
    )
    _table(
        "deeds",
        *(_text(name, key=True) for name in ("article_id", "record_id")),
        *(_text(name, key=True) for name in ("actor_id", "recipient_id")),
        *map(_text, ("deed", "mode")),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("about", sa.Boolean, nullable=False),
        *map(_integer, ("first_day", "last_day")),
    )
    _table(
        "pair_counts",
        _text("publisher", key=True),
        *(_integer(name, key=True) for name in ("grain", "first_day", "last_day")),
        *(_text(name, key=True) for name in ("actor_id", "recipient_id")),
        *map(_integer, ("statements", "addressed", "events", *_ACTS)),
    )
    _table(
        "party_forms",
        *(_text(name, key=True) for name in ("actor_id", "name", "role", "kind")),
        *(_text(name, key=True) for name in ("country", "sector")),
        _integer("articles"),
    )
    _table(
        "parties",
        _text("actor_id", key=True),
        *map(_text, ("name", "role", "kind", "country", "sector", "acts_for")),
    )
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)


_ACTS = (
    *("accuse", "criticise", "deny", "refuse", "demand", "warn", "support"),
    *("offer", "agree", "admit", "intend", "predict", "assert"),
)

_INDEXES = (
    ("deed_articles", ["text_group"]),
    ("deeds", ["actor_id", "recipient_id", "first_day"]),
    ("deeds", ["first_day"]),
    ("pair_counts", ["publisher", "grain", "first_day", "last_day", "statements"]),
    ("parties", ["acts_for"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)
