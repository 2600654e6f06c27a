"""Claims: what statements put forward, and which claims there are.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_claims`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    _table(
        "claim_statements",
        _text("statement_id", key=True),
        _text("article_id"),
        _text("body"),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("component", sa.Integer),
    )
    _table(
        "claim_keys",
        sa.Column("key", sa.BigInteger, primary_key=True, nullable=False),
        _integer("block", key=True),
        _text("statement_id", key=True),
        _integer("place", key=True),
    )
    _table("claim_likes", _text("one", key=True), _text("other", key=True))
    _table(
        "claims",
        _integer("seq", key=True),
        _text("id"),
        *map(_integer, ("component", "standing", "origins", "statements", "latest")),
    )
    _table(
        "claim_parts",
        _integer("claim", key=True),
        _text("statement_id", key=True),
        _text("article_id"),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
    )
    _table("claim_parties", _integer("claim", key=True), _text("party", key=True))
    for table, columns in _INDEXES:
        op.create_index(None, table, columns)


_INDEXES = (
    ("claim_statements", ["article_id"]),
    ("claim_statements", ["component"]),
    ("claim_likes", ["other"]),
    ("claims", ["id"]),
    ("claims", ["component"]),
    ("claims", ["standing", "origins", "statements", "latest", "id"]),
    ("claim_parts", ["article_id"]),
    ("claim_parties", ["party"]),
)


def _table(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *columns, sqlite_with_rowid=False)


def _text(name: str, *, key: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=False)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)
