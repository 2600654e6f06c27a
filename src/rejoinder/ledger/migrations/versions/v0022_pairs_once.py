"""Who says how much about whom is counted once: what actor_pairs held is in pair_counts too.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_deeds`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find the totals of pairs by whom they are about, and drop the table that had them too."""
    op.create_index(
        "ix_pair_counts_recipient_id",
        "pair_counts",
        ["recipient_id"],
        sqlite_where=sa.text("grain = 0 AND publisher = ''"),
    )
    op.drop_table("actor_pairs")
