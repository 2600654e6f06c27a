"""Keys of copies lie in parts by age, so that those that come late lie on few pages.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_copies`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put every key into the part of the oldest.

    They go in as they once came, not in the order of keys: pages that are filled to the brim would
    all be divided by the first that come after.
    """
    op.rename_table("copy_keys", "keys_before")
    op.create_table(
        "copy_keys",
        sa.Column("age", sa.Integer, primary_key=True, nullable=False),
        *(
            sa.Column(name, sa.BigInteger, primary_key=True, nullable=False)
            for name in ("key", "root", "node")
        ),
        sqlite_with_rowid=False,
    )
    op.execute(
        sa.text(
            "INSERT INTO copy_keys (age, key, root, node) "
            "SELECT 2, key, root, node FROM keys_before ORDER BY node"
        )
    )
    op.drop_table("keys_before")
