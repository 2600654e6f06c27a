"""Asserters: the further statements that claim an event.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema`. Events written
before have one asserter each.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column, empty in the rows that there are."""
    op.add_column(
        "events", sa.Column("also_asserted_by", sa.Text, nullable=False, server_default="[]")
    )
