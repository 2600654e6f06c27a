"""By what statements and articles are found, and what publishers carry.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_found`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_FTS = (
    "CREATE VIRTUAL TABLE found_fts USING fts5"
    "(words, facets, content = '', tokenize = 'unicode61 remove_diacritics 2')"
)


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table(
        "found_statements",
        _integer("seq", key=True),
        *map(_text, ("statement_id", "article_id", "publisher", "act", "quotation", "month")),
        _integer("day"),
        _flag("contested"),
        _flag("unanswered"),
        _text("facets"),
    )
    _table(
        "found_cast",
        _integer("seq", key=True),
        _text("role", key=True),
        _text("actor_id", key=True),
    )
    _table(
        "found_articles",
        _integer("seq", key=True),
        _text("article_id"),
        _text("extraction_id"),
        _flag("current"),
        _text("publisher"),
        _text("origin"),
        _flag("copied"),
        _text("month"),
    )
    _table(
        "publisher_statements",
        *(_text(name, key=True) for name in ("publisher", "act", "quotation")),
        _integer("statements"),
    )
    _table(
        "publisher_voices",
        _text("publisher", key=True),
        _text("actor_id", key=True),
        *map(_integer, ("statements", "direct", "mixed")),
    )
    _table(
        "publisher_articles",
        _text("publisher", key=True),
        _text("origin", key=True),
        *map(_integer, ("articles", "copied")),
    )
    op.create_index(None, "found_statements", ["statement_id"], unique=True)
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(sa.text(_FTS))


_INDEXES = (
    ("found_statements", ["article_id"]),
    ("found_articles", ["article_id"]),
    ("publisher_voices", ["publisher", "statements"]),
    ("publisher_voices", ["actor_id"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)
