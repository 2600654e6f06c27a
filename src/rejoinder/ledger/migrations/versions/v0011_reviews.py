"""Review: what persons decide of statements, and what follows from it.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_reviews`.
"""

import sqlalchemy as sa
from alembic import op

from rejoinder.ledger import sqlite

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, then what guards the one that is not derived."""
    op.create_table(
        "reviews",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        *map(_text, ("id", "article_id", "statement_id", "decision", "reading")),
        *(_text(name, null=True) for name in ("reason", "other_id", "relation")),
        *map(_text, ("note", "reviewer")),
        _flag("adjudicates"),
        _text("decided"),
        _text("undoes", null=True),
        sa.Column("batch_seq", sa.Integer, sa.ForeignKey("batches.seq"), nullable=False),
    )
    _table(
        "reviewed_statements",
        _text("article_id", key=True),
        _text("root_id", key=True),
        _text("current_id", null=True),
        _text("state"),
        sa.Column("reviewers", sa.Integer, nullable=False),
        *map(_flag, ("differs", "adjudicated", "carried")),
    )
    _table(
        "reviewer_readings",
        *(_text(name, key=True) for name in ("article_id", "root_id", "reviewer")),
        _flag("adjudicates", key=True),
        _text("current_id", null=True),
        _flag("rejected"),
        *map(_text, ("reading", "decided")),
        _flag("carried"),
    )
    _table(
        "unlinked",
        *(_text(name, key=True) for name in ("answer_id", "answered_id", "relation")),
        _text("article_id"),
    )
    for table, columns in _INDEXES:
        op.create_index(None, table, list(columns))
    if op.get_bind().dialect.name == "sqlite":
        for trigger in sqlite.append_only_triggers("reviews", (("seq",),)):
            op.execute(sa.text(trigger))


_INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("statements", ("score",)),
    ("reviews", ("id",)),
    ("reviews", ("article_id",)),
    ("reviews", ("statement_id",)),
    ("reviews", ("other_id",)),
    ("reviews", ("decided",)),
    ("reviews", ("reviewer", "decided")),
    ("reviewed_statements", ("current_id",)),
    ("reviewed_statements", ("state",)),
    ("reviewed_statements", ("differs", "adjudicated")),
    ("reviewer_readings", ("reviewer", "current_id")),
    ("unlinked", ("article_id",)),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def _flag(name: str, *, key: bool = False) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, primary_key=key, nullable=False)
