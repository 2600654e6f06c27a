"""Copies: what articles are compared by, and which carry the same words.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_copies`. The
tables stay empty until the next writing, which fills them from the texts.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; all of them are derived, so that nothing guards them."""
    op.create_table(
        "fingerprints",
        _integer("seq", key=True),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        _text("stage"),
        _text("digest"),
        _text("agency", null=True),
        _integer("words"),
        sa.Column("shingles", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "credits",
        _owner(),
        _integer("position", key=True),
        _text("agency", null=True),
        _text("kind"),
        sa.Column("whole", sa.Boolean, nullable=False),
        *_span(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_windows",
        _owner(),
        _integer("position", key=True),
        *_span(),
        _integer("first"),
        _integer("past"),
        sa.Column("node", sa.BigInteger, nullable=False),
        sa.Column("root", sa.BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_keys",
        *(
            sa.Column(name, sa.BigInteger, primary_key=True, nullable=False)
            for name in ("key", "root", "node")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "fingerprints", ["article_id"], unique=True)
    op.create_index(None, "fingerprints", ["stage"])
    op.create_index(None, "copy_windows", ["root"])
    op.create_index(None, "copy_windows", ["node"], unique=True)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)


def _owner() -> sa.Column[int]:
    return sa.Column(
        "fingerprint_seq", sa.Integer, sa.ForeignKey("fingerprints.seq"), primary_key=True
    )


def _span() -> tuple[sa.schema.SchemaItem, ...]:
    return (
        _integer("span_start"),
        _integer("span_end"),
        sa.CheckConstraint("0 <= span_start AND span_start < span_end", name="span"),
    )
