"""What a batch looks up and writes lies on fewer pages of a large ledger.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema` and the modules
beside it.
"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_FILTERS = 1024
_WIDTH = (1 << 64) // _FILTERS
_NUMBERS = ("publisher", "grain", "first_day", "last_day", "statements")


def upgrade() -> None:
    """Put bits before the oldest keys of copies, and let go of what is hardly asked for.

    Where and when actors are called so goes to what else is counted of them. Pairs are counted by
    month, hardly more rows than by year, and so no more by year. The index of pairs
    holds what comes first alone; what statements put forward is found by their articles.
    """
    _filter_keys()
    op.execute(
        sa.text(
            "INSERT INTO actor_facts (actor_id, fact, value, times) "
            "SELECT actor_id, '~' || fact, json_array(value, place), times "
            "FROM actor_places ORDER BY actor_id"
        )
    )
    op.drop_table("actor_places")
    op.execute(sa.text("DELETE FROM pair_counts WHERE grain = 1"))
    numbers = "ix_pair_counts_" + "_".join(_NUMBERS)
    op.drop_index(numbers, "pair_counts")
    often = sa.text("statements > 3 AND (grain = 0 OR grain = 4)")
    op.create_index(numbers, "pair_counts", _NUMBERS, sqlite_where=often)
    for columns in ("publisher_statements", "actor_id"):
        op.drop_index(f"ix_publisher_voices_{columns}", "publisher_voices")
    for column in ("statement_id", "article_id"):
        op.drop_index(f"ix_claim_statements_{column}", "claim_statements")
    op.create_index(
        "ix_claim_statements_article_id_statement_id",
        "claim_statements",
        ["article_id", "statement_id"],
        unique=True,
    )


def _filter_keys() -> None:
    op.create_table(
        "copy_filters",
        sa.Column("slice", sa.Integer, primary_key=True, nullable=False),
        sa.Column("filed", sa.Integer, nullable=False),
        sa.Column("bits", sa.LargeBinary, nullable=False),
    )
    connection = op.get_bind()
    query = sa.text(
        "SELECT DISTINCT key FROM copy_keys WHERE age = 2 AND key BETWEEN :first AND :last"
    )
    put = sa.text("INSERT INTO copy_filters (slice, filed, bits) VALUES (:slice, :filed, :bits)")
    for number in range(_FILTERS):
        first = number * _WIDTH - (1 << 63)
        here = {"first": first, "last": first + _WIDTH - 1}
        keys = connection.execute(query, here).scalars().all()
        if keys:
            row = {"slice": number, "filed": len(keys), "bits": _bits(keys)}
            connection.execute(put, row)


def _bits(keys: Sequence[int]) -> bytes:
    made = bytearray(1 << len(keys).bit_length())
    mask = 8 * len(made) - 1
    for key in keys:
        for first in (0, 18, 36):
            place = key >> first & mask
            made[place >> 3] |= 1 << (place & 7)
    return bytes(made)
