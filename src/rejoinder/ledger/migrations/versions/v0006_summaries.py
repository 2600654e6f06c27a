"""Summaries: which exchanges there are, what actors are called, and how many there are of what.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_summaries`. The
tables stay empty until the ledger is next opened for writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table("stale_articles", _text("article_id", key=True))
    _table("summaries", _text("name", key=True), _text("stage"))
    _table(
        "exchange_links",
        _text("link_id", key=True),
        _extraction(),
        *map(_text, ("answer_id", "answered_id", "answer_article_id", "answered_article_id")),
    )
    _table(
        "turns",
        _text("statement_id", key=True),
        _extraction(),
        _text("article_id"),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("component", sa.Integer),
        sa.Column("exchange", sa.Integer),
    )
    _table(
        "exchanges",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        _text("id"),
        *map(_integer, ("component", "latest", "turns", "unanswered")),
    )
    _table("counted_articles", _text("article_id", key=True), _extraction())
    _table("publisher_counts", _text("publisher", key=True), _integer("articles"))
    _table(
        "day_counts",
        *(_text(name, key=True) for name in ("first_day", "last_day", "act")),
        _integer("statements"),
    )
    _table(
        "actor_forms",
        _text("actor_id", key=True),
        _text("form", key=True),
        sa.Column("is_role", sa.Boolean, primary_key=True, nullable=False),
    )
    _table("stem_counts", _text("stem", key=True), _integer("statements"))
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)


_INDEXES = (
    ("exchange_links", ["answer_id"]),
    ("exchange_links", ["answered_id"]),
    ("exchange_links", ["answer_article_id"]),
    ("exchange_links", ["answered_article_id"]),
    ("turns", ["article_id"]),
    ("turns", ["component"]),
    ("turns", ["exchange"]),
    ("exchanges", ["id"]),
    ("exchanges", ["component"]),
    ("exchanges", ["latest", "turns", "id"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _extraction() -> sa.Column[str]:
    return sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), nullable=False)
