"""How many statements were made in which month, so that a timeline need not add up all days.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_summaries`. What
the table holds follows from ``day_counts``, so that no summary need be made again for it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table and fill it."""
    op.create_table(
        "month_counts",
        sa.Column("month", sa.Text, primary_key=True, nullable=False),
        sa.Column("act", sa.Text, primary_key=True, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    dated = "first_day <> '' AND first_day = last_day"
    for month, chosen in (
        ("''", f"NOT ({dated})"),
        ("substr(first_day, 1, 4)", dated),
        ("substr(first_day, 1, 7)", dated),
    ):
        op.execute(
            sa.text(
                "INSERT INTO month_counts (month, act, statements) "
                f"SELECT {month}, act, sum(statements) FROM day_counts WHERE {chosen} GROUP BY 1, 2"
            )
        )
