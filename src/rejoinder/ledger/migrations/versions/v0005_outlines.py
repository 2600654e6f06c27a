"""Outlines: what articles are compared by before they are loaded to be linked.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_outlines`. The
tables stay empty until the next writing, which fills them from the records.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, which are derived and not guarded, and an index to identities."""
    op.create_table(
        "outlines",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        sa.Column("article_id", sa.Text, sa.ForeignKey("articles.id"), nullable=False),
        sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("mixed", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("heads", "hashes", "cast")),
        sa.Column("actors", sa.Text, nullable=False),
    )
    op.create_table(
        "outline_days",
        sa.Column("actor_id", sa.Text, primary_key=True, nullable=False),
        *(
            sa.Column(name, sa.Integer, primary_key=True, nullable=False)
            for name in ("longest", "first_day", "outline_seq")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(None, "outlines", ["article_id"], unique=True)
    op.create_index(None, "outlines", ["extraction_id"], unique=True)
    op.create_index(None, "outlines", ["stage"])
    op.create_index(None, "identities", ["article_id"])
