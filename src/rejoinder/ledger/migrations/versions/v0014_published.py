"""An index of the days on which articles came out, so that lists of them begin at the latest.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema`.
"""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_extractions_published_start", "extractions", ["published_start"])
