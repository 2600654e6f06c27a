"""Saved queries: searches and lists that persons have given a name.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_saved`.
"""

import sqlalchemy as sa
from alembic import op

from rejoinder.ledger import sqlite

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table, then what guards it."""
    op.create_table(
        "saved_queries",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "name", "address")),
        sa.Column("removed", sa.Boolean, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("person", "saved_at")),
    )
    op.create_index(None, "saved_queries", ["id", "seq"])
    if op.get_bind().dialect.name == "sqlite":
        for trigger in sqlite.append_only_triggers("saved_queries", (("seq",),)):
            op.execute(sa.text(trigger))
