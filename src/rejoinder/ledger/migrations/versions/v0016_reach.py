"""From which day exchanges, claims and accusations reach, and who takes part in exchanges.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_summaries`. All of
it follows from what the summaries hold, so that none of them need be made again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_WHOLES = (
    ("exchanges", "turns", "exchange"),
    ("claims", "claim_parts", "claim"),
    ("accusations", "accusation_parts", "accusation"),
)
_INDEXES = (
    ("exchanges", ("latest", "turns", "id"), ("latest", "turns", "id", "earliest")),
    ("claims", (), ("latest", "earliest")),
    ("accusations", ("latest", "id", "lists"), ("latest", "id", "lists", "earliest")),
    (
        "accusations",
        ("answered", "latest", "id", "lists"),
        ("answered", "latest", "id", "lists", "earliest"),
    ),
)


def upgrade() -> None:
    """Add the columns and the table, fill them, and make the indexes that lists go through."""
    for table, parts, owner in _WHOLES:
        op.add_column(
            table, sa.Column("earliest", sa.Integer, nullable=False, server_default=sa.text("0"))
        )
        # Julian days begin at noon; 0001-01-01 is day 1.
        _run(
            f"UPDATE {table} SET earliest = coalesce((SELECT "
            f"CAST(julianday(min(part.first_day)) - 1721424.5 AS INTEGER) "
            f"FROM {parts} AS part WHERE part.{owner} = {table}.seq), 0)"
        )
    for table, before, now in _INDEXES:
        if before:
            op.drop_index(f"ix_{table}_{'_'.join(before)}", table)
        op.create_index(f"ix_{table}_{'_'.join(now)}", table, list(now))
    op.create_table(
        "exchange_parties",
        sa.Column("exchange", sa.Integer, primary_key=True, nullable=False),
        sa.Column("party", sa.Text, primary_key=True, nullable=False),
        sqlite_with_rowid=False,
    )
    _run(
        "INSERT INTO exchange_parties (exchange, party) "
        "SELECT DISTINCT turns.exchange, coalesce("
        "(SELECT canonical_id FROM identities AS own "
        "WHERE own.actor_id = part.actor_id AND own.article_id = turns.article_id), "
        "(SELECT canonical_id FROM identities AS every "
        "WHERE every.actor_id = part.actor_id AND every.article_id = ''), part.actor_id) "
        "FROM turns JOIN statement_actors AS part ON part.extraction_id = turns.extraction_id "
        "AND part.statement_id = turns.statement_id "
        "WHERE turns.exchange IS NOT NULL AND part.role IN ('speaker', 'about')"
    )
    op.create_index("ix_exchange_parties_party", "exchange_parties", ["party"])


def _run(words: str) -> None:
    op.execute(sa.text(words))
