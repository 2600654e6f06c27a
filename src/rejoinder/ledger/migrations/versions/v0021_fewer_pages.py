"""What a batch writes lies on fewer pages: short names for statements, and indexes that are used.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_claims`,
`rejoinder.ledger.schema_deeds` and `rejoinder.ledger.schema_found`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_NUMBERS = ("publisher", "grain", "first_day", "last_day", "statements")


def upgrade() -> None:
    """Give statements short names, file them under these, and make indexes smaller.

    Rows go in as they once came, not in the order of keys: pages that are filled to the brim would
    all be divided by the first rows that come after.
    """
    _name_statements()
    _file_again()
    _find_again()
    numbers = "ix_pair_counts_" + "_".join(_NUMBERS)
    op.drop_index(numbers, "pair_counts")
    op.create_index(
        numbers, "pair_counts", _NUMBERS, sqlite_where=sa.text("grain = 0 OR grain = 4")
    )


def _name_statements() -> None:
    for column in ("article_id", "component"):
        op.drop_index(f"ix_claim_statements_{column}", "claim_statements")
    op.rename_table("claim_statements", "statements_before")
    op.create_table(
        "claim_statements",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        *_texts("statement_id", "article_id", "body"),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("component", sa.Integer),
    )
    op.create_index(
        "ix_claim_statements_statement_id", "claim_statements", ["statement_id"], unique=True
    )
    for column in ("article_id", "component"):
        op.create_index(f"ix_claim_statements_{column}", "claim_statements", [column])
    names = "statement_id, article_id, body, first_day, last_day, component"
    op.execute(
        sa.text(
            f"INSERT INTO claim_statements (seq, {names}) SELECT rowid, {names} "
            "FROM statements_before ORDER BY rowid"
        )
    )
    op.drop_table("statements_before")


def _file_again() -> None:
    op.rename_table("claim_keys", "keys_before")
    op.create_table(
        "claim_keys",
        sa.Column("block", sa.Integer, primary_key=True, nullable=False),
        sa.Column("key", sa.BigInteger, primary_key=True, nullable=False),
        sa.Column("statement_seq", sa.Integer, primary_key=True, nullable=False),
        sa.Column("place", sa.Integer, primary_key=True, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute(
        sa.text(
            "INSERT INTO claim_keys (block, key, statement_seq, place) SELECT block, key, seq, "
            "place FROM keys_before CROSS JOIN claim_statements USING (statement_id) ORDER BY seq"
        )
    )
    op.drop_table("keys_before")


def _find_again() -> None:
    for column in ("statement_id", "article_id"):
        op.drop_index(f"ix_found_statements_{column}", "found_statements")
    op.rename_table("found_statements", "found_before")
    op.create_table(
        "found_statements",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        *_texts("statement_id", "article_id", "publisher", "act", "quotation", "month"),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.Column("unanswered", sa.Boolean, nullable=False),
        *_texts("facets"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_found_statements_article_id_statement_id",
        "found_statements",
        ["article_id", "statement_id"],
        unique=True,
    )
    op.execute(sa.text("INSERT INTO found_statements SELECT * FROM found_before ORDER BY seq"))
    op.drop_table("found_before")


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]
