"""Accusations: which there are, who makes them against whom, and who carries their answers.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_replies`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table(
        "accusations",
        _integer("seq", key=True),
        _text("id"),
        *map(_integer, ("component", "lists", "answered", "latest")),
    )
    _table(
        "accusation_parts",
        _integer("accusation", key=True),
        _text("statement_id", key=True),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
    )
    _table(
        "accusation_parties",
        _integer("accusation", key=True),
        _text("role", key=True),
        _text("party", key=True),
    )
    _table(
        "accusation_outlets",
        _integer("accusation", key=True),
        _text("publisher", key=True),
        _text("delay"),
    )
    _table("reply_counts", _text("publisher", key=True), *map(_integer, _COUNTS))
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)


_COUNTS = (
    "carried",
    "answered",
    "answer_carried",
    "same_day",
    "within_week",
    "later",
    "unnamed",
)
_INDEXES = (
    ("accusations", ["id"]),
    ("accusations", ["component"]),
    ("accusations", ["latest", "id", "lists"]),
    ("accusations", ["answered", "latest", "id", "lists"]),
    ("accusation_parts", ["statement_id"]),
    ("accusation_parties", ["party", "role"]),
    ("accusation_outlets", ["publisher", "accusation", "delay"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)
