"""Who is one actor: judgements, rulings on names, users' lists, and what follows from them.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema_identity`.
"""

import sqlalchemy as sa
from alembic import op

from rejoinder.ledger import sqlite

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, then what guards those that are not derived."""
    _create_judgements()
    _create_rulings()
    _create_claims()
    _create_days()
    _create_profiles()
    _create_identities()
    for table, columns in _INDEXES:
        op.create_index(None, table, list(columns))
    if op.get_bind().dialect.name == "sqlite":
        for guarded, keys in _KEYS.items():
            for trigger in sqlite.append_only_triggers(guarded, keys):
                op.execute(sa.text(trigger))


_INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("judgements", ("id",)),
    ("judgements", ("left_actor", "left_article", "right_actor", "right_article")),
    ("judgements", ("right_actor", "right_article")),
    ("judgements", ("person",)),
    ("namings", ("actor_id", "article_id")),
    ("listed_actors", ("actor_id",)),
    ("profile_keys", ("key",)),
    ("identities", ("canonical_id",)),
)

_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "judgements": (("seq",),),
    "namings": (("id",),),
    "listings": (("id",),),
    "listed_actors": (("listing_id", "position"),),
    "speech_days": (("first_day", "extraction_id"),),
    "territory_claims": (("extraction_id", "actor_id", "position"),),
}


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [_text(name, null=null) for name in names]


def _keys(*names: str) -> list[sa.Column[str]]:
    return [_text(name, key=True) for name in names]


def _batch() -> sa.Column[int]:
    return sa.Column("batch_seq", sa.Integer, sa.ForeignKey("batches.seq"), nullable=False)


def _create(name: str, *items: sa.schema.SchemaItem) -> None:
    op.create_table(name, *items, sqlite_with_rowid=False)


def _create_judgements() -> None:
    op.create_table(
        "judgements",
        sa.Column("seq", sa.Integer, primary_key=True, nullable=False),
        *_texts("id", "left_actor", "left_article", "right_actor", "right_article", "verdict"),
        sa.Column("score", sa.Double),
        *_texts("features", "judge"),
        sa.Column("person", sa.Boolean, nullable=False),
        _text("note"),
        *_texts("decided", "undoes", null=True),
        _batch(),
    )


def _create_rulings() -> None:
    signature = ("judge", "note", "decided")
    _create(
        "namings",
        _text("id", key=True),
        *_texts("actor_id", "article_id", "name", *signature),
        _text("undoes", null=True),
        _batch(),
    )
    _create(
        "listings",
        _text("id", key=True),
        *_texts("files", *signature),
        _text("undoes", null=True),
        _batch(),
    )
    _create(
        "listed_actors",
        sa.Column("listing_id", sa.Text, sa.ForeignKey("listings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        *_texts("actor_id", "name", "aliases", "kind"),
        *_texts("country", "sector", null=True),
        _text("roles"),
    )


def _create_claims() -> None:
    _create(
        "territory_claims",
        sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), primary_key=True),
        _text("actor_id", key=True),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        _text("claimant_id"),
        sa.ForeignKeyConstraint(
            ["extraction_id", "actor_id"], ["actors.extraction_id", "actors.id"]
        ),
    )


def _create_days() -> None:
    _create(
        "speech_days",
        _text("first_day", key=True),
        sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), primary_key=True),
    )
    op.execute(sa.text(_DAYS_SO_FAR))


_DAYS_SO_FAR = """
INSERT INTO speech_days (first_day, extraction_id)
SELECT DISTINCT
    CASE WHEN julianday(coalesce(s.said_end, e.published_end))
              - julianday(coalesce(s.said_start, e.published_start)) < 366
         THEN coalesce(s.said_start, e.published_start) ELSE '' END,
    e.id
FROM extractions AS e JOIN statements AS s ON s.extraction_id = e.id
"""


def _create_profiles() -> None:
    _create("profiles", *_keys("actor_id", "article_id"), _text("kind"))
    _create("profile_facts", *_keys("actor_id", "article_id", "fact", "value"))
    _create("profile_keys", *_keys("actor_id", "article_id", "key"))
    _create(
        "profiled",
        sa.Column("extraction_id", sa.Text, sa.ForeignKey("extractions.id"), primary_key=True),
        _text("stage"),
    )


def _create_identities() -> None:
    _create("identities", *_keys("actor_id", "article_id"), _text("canonical_id"))
