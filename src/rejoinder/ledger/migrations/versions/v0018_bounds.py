"""Where the stretches of an article begin and end stands beside its shingles.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_copies`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Move the ends of stretches to the fingerprints."""
    op.add_column("fingerprints", sa.Column("bounds", sa.Text, nullable=False, server_default="[]"))
    op.execute(
        sa.text(
            "UPDATE fingerprints SET bounds = (SELECT json_group_array(bound) FROM "
            "(SELECT position, 0 AS side, first AS bound FROM copy_windows "
            "WHERE fingerprint_seq = fingerprints.seq UNION ALL "
            "SELECT position, 1, past FROM copy_windows "
            "WHERE fingerprint_seq = fingerprints.seq ORDER BY 1, 2))"
        )
    )
    for column in ("first", "past"):
        op.execute(sa.text(f"ALTER TABLE copy_windows DROP COLUMN {column}"))
