"""What is new in the summaries lies together, so that a large ledger is written to in few places.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_claims` and
`rejoinder.ledger.schema_deeds`. All of it follows from what the summaries hold, so that none of
them need be made again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables again: keys by days first, bodies by age, forms without names."""
    _again(
        "claim_statements",
        "statement_id, article_id, body, first_day, last_day, component",
        "SELECT {columns} FROM {before} ORDER BY first_day, article_id",
        sa.Column("statement_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("article_id", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("component", sa.Integer),
        with_rowid=True,
    )
    for column in ("article_id", "component"):
        op.create_index(None, "claim_statements", [column])
    _again(
        "claim_keys",
        "block, key, statement_id, place",
        "SELECT {columns} FROM {before} ORDER BY {columns}",
        sa.Column("block", sa.Integer, primary_key=True, nullable=False),
        sa.Column("key", sa.BigInteger, primary_key=True, nullable=False),
        sa.Column("statement_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("place", sa.Integer, primary_key=True, nullable=False),
    )
    _again(
        "party_forms",
        "actor_id, country, sector, articles",
        "SELECT actor_id, country, sector, sum(articles) FROM {before} "
        "GROUP BY actor_id, country, sector",
        sa.Column("actor_id", sa.Text, primary_key=True, nullable=False),
        sa.Column("country", sa.Text, primary_key=True, nullable=False),
        sa.Column("sector", sa.Text, primary_key=True, nullable=False),
        sa.Column("articles", sa.Integer, nullable=False),
    )


def _again(
    table: str, columns: str, query: str, *made: sa.schema.SchemaItem, with_rowid: bool = False
) -> None:
    before = f"{table}_before"
    op.rename_table(table, before)
    op.create_table(table, *made, sqlite_with_rowid=with_rowid)
    found = query.format(columns=columns, before=before)
    op.execute(sa.text(f"INSERT INTO {table} ({columns}) {found}"))
    op.drop_table(before)
