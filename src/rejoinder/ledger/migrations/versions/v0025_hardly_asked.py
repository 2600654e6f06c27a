"""A batch writes fewer pages: hardly used indexes are gone, what is of a year is filed once.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema` and the modules
beside it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Let go of the indexes, and file what is of many days under blocks of 360.

    One claim, one accusation and a page of actors are found by going through them once. Who speaks
    is found by the articles that name him.
    """
    for table, columns in (
        ("claims", "id"),
        ("accusations", "id"),
        ("actor_totals", "place_actor_id"),
        ("actor_totals", "kind_place_actor_id"),
        ("actor_totals", "country_place_actor_id"),
        ("statement_actors", "actor_id_role_extraction_id"),
    ):
        op.drop_index(f"ix_{table}_{columns}", table)
    for statement in (
        "CREATE TEMP TABLE wide AS SELECT statement_seq, place FROM claim_keys WHERE block >= 0 "
        "GROUP BY statement_seq, place HAVING count(DISTINCT block) > 4",
        "CREATE UNIQUE INDEX temp.ix_wide ON wide (statement_seq, place)",
        "CREATE TEMP TABLE filed AS SELECT DISTINCT -2 - block / 24 AS block, key, statement_seq, "
        "place FROM claim_keys WHERE block >= 0 AND (statement_seq, place) IN wide",
        "DELETE FROM claim_keys WHERE block >= 0 AND (statement_seq, place) IN wide",
        "INSERT INTO claim_keys SELECT block, key, statement_seq, place FROM filed ORDER BY 1, 2",
        "DROP TABLE filed",
        "DROP TABLE wide",
    ):
        op.execute(sa.text(statement))
