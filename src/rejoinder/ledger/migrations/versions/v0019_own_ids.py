"""By which ids the actors of an article go is read from the index alone.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_identity`.
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index of articles hold the id that leads on."""
    op.drop_index("ix_identities_article_id", "identities")
    op.create_index(None, "identities", ["article_id", "canonical_id"])
