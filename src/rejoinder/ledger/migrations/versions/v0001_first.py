"""The first form: everything from provenances to failures, append-only, searchable.

Written out and never changed again, whatever becomes of `rejoinder.ledger.schema`.
"""

import sqlalchemy as sa
from alembic import op

from rejoinder.ledger import fts, sqlite

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables, then what guards them and what searches them."""
    _create_makers()
    _create_articles()
    _create_actors()
    _create_statements()
    _create_casts()
    _create_events()
    _create_links()
    _create_indexes()
    if op.get_bind().dialect.name == "sqlite":
        for table, keys in _KEYS.items():
            for trigger in sqlite.append_only_triggers(table, keys):
                op.execute(sa.text(trigger))
        for virtual in fts.CREATE:
            op.execute(sa.text(virtual))


_INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("articles", ("ref",)),
    ("actors", ("id",)),
    ("statements", ("id",)),
    ("statement_actors", ("actor_id", "role", "extraction_id")),
    ("events", ("id",)),
    ("links", ("answered_id",)),
)

_KEYS: dict[str, tuple[tuple[str, ...], ...]] = {
    **dict.fromkeys(("provenances", "makers", "articles", "failures"), (("id",),)),
    **dict.fromkeys(("actors", "statements", "events", "links"), (("extraction_id", "id"),)),
    "batches": (("seq",),),
    "originals": (("digest",),),
    "extractions": (("id",), ("article_id", "batch_seq")),
    "zones": (("extraction_id", "position"),),
    "mentions": (("extraction_id", "actor_id", "position"),),
    "statement_spans": (("extraction_id", "statement_id", "role", "position"),),
    "statement_actors": (("extraction_id", "statement_id", "role", "position"),),
    "relays": (("extraction_id", "statement_id", "position"),),
    "event_actors": (("extraction_id", "event_id", "role", "position"),),
}


_STAGES = ("articles", "statements", "acts", "actors", "events", "links")


def _text(name: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=null)


def _texts(*names: str, null: bool = False) -> list[sa.Column[str]]:
    return [_text(name, null=null) for name in names]


def _refers(name: str, to: str, *, key: bool = False, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, sa.ForeignKey(to), primary_key=key, nullable=null)


def _integer(name: str, *, key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=False)


def _batch() -> sa.Column[int]:
    return sa.Column("batch_seq", sa.Integer, sa.ForeignKey("batches.seq"), nullable=False)


def _provenance(name: str = "provenance_id") -> sa.Column[str]:
    return _refers(name, "provenances.id")


def _span(prefix: str = "span", *, null: bool = False) -> list[sa.schema.SchemaItem]:
    start, end = f"{prefix}_start", f"{prefix}_end"
    rule = f"0 <= {start} AND {start} < {end}"
    if null:
        absent = f"{start} IS NULL AND {end} IS NULL"
        rule = f"({absent}) OR ({start} IS NOT NULL AND {end} IS NOT NULL AND {rule})"
    return [
        sa.Column(start, sa.Integer, nullable=null),
        sa.Column(end, sa.Integer, nullable=null),
        sa.CheckConstraint(rule, name=prefix),
    ]


def _date(prefix: str) -> list[sa.schema.SchemaItem]:
    start, end, precision = f"{prefix}_start", f"{prefix}_end", f"{prefix}_precision"
    absent = " AND ".join(f"{name} IS NULL" for name in (start, end, precision))
    present = " AND ".join(f"{name} IS NOT NULL" for name in (start, end, precision))
    rule = f"({absent} AND {prefix}_span_start IS NULL) OR ({present} AND {start} <= {end})"
    return [
        sa.Column(start, sa.Date),
        sa.Column(end, sa.Date),
        _text(precision, null=True),
        *_span(f"{prefix}_span", null=True),
        sa.CheckConstraint(rule, name=f"{prefix}_date"),
    ]


def _within(column: str, table: str, *, later: bool = False) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["extraction_id", column],
        [f"{table}.extraction_id", f"{table}.id"],
        deferrable=True if later else None,
        initially="DEFERRED" if later else None,
    )


def _create(name: str, *items: sa.schema.SchemaItem) -> None:
    op.create_table(name, *items, sqlite_with_rowid=False)


def _create_makers() -> None:
    _create(
        "provenances",
        _text("id", key=True),
        *_texts("stage", "version"),
        *_texts("model", "digest", null=True),
    )
    _create(
        "makers",
        _text("id", key=True),
        *[_provenance(f"{stage}_provenance_id") for stage in _STAGES],
    )
    op.create_table("batches", _integer("seq", key=True), _text("recorded_at"), _text("version"))
    _create("failures", _text("id", key=True), *_texts("input", "reason", "detail"), _batch())


def _create_articles() -> None:
    op.create_table(
        "originals",
        _text("digest", key=True),
        _text("media_type"),
        sa.Column("body", sa.LargeBinary, nullable=False),
        _batch(),
    )
    op.create_table(
        "articles",
        _text("id", key=True),
        _text("ref"),
        _text("url", null=True),
        _text("text"),
        _integer("characters"),
        _batch(),
    )
    op.create_table(
        "extractions",
        _text("id", key=True),
        _refers("article_id", "articles.id"),
        _refers("makers_id", "makers.id"),
        *_texts("publisher", "title", "language", null=True),
        *_date("published"),
        _text("retrieved", null=True),
        _refers("original_digest", "originals.digest", null=True),
        _batch(),
        sa.UniqueConstraint("article_id", "batch_seq"),
    )
    _create(
        "zones",
        _refers("extraction_id", "extractions.id", key=True),
        _integer("position", key=True),
        _text("kind"),
        *_span(),
    )


def _create_actors() -> None:
    _create(
        "actors",
        _refers("extraction_id", "extractions.id", key=True),
        _text("id", key=True),
        _integer("position"),
        *_texts("name", "aliases", "folded", "kind"),
        *_texts("country", "sector", "role", null=True),
        _provenance(),
    )
    _create(
        "mentions",
        _refers("extraction_id", "extractions.id", key=True),
        _text("actor_id", key=True),
        _integer("position", key=True),
        _text("kind"),
        *_span(),
        _within("actor_id", "actors"),
    )


def _create_statements() -> None:
    _create(
        "statements",
        _refers("extraction_id", "extractions.id", key=True),
        _text("id", key=True),
        _integer("position"),
        _text("parent_id", null=True),
        *_texts("quotation", "act"),
        *_date("said"),
        sa.Column("score", sa.Double, nullable=False),
        _provenance(),
        _provenance("act_provenance_id"),
        _within("parent_id", "statements", later=True),
    )
    _create(
        "statement_spans",
        _refers("extraction_id", "extractions.id", key=True),
        _text("statement_id", key=True),
        _text("role", key=True),
        _integer("position", key=True),
        *_span(),
        _within("statement_id", "statements"),
    )


def _create_casts() -> None:
    _create(
        "statement_actors",
        _refers("extraction_id", "extractions.id", key=True),
        _text("statement_id", key=True),
        _text("role", key=True),
        _integer("position", key=True),
        _text("actor_id"),
        _provenance(),
        _within("statement_id", "statements"),
        _within("actor_id", "actors"),
    )
    _create(
        "relays",
        _refers("extraction_id", "extractions.id", key=True),
        _text("statement_id", key=True),
        _integer("position", key=True),
        _text("actor_id", null=True),
        *_span(),
        _provenance(),
        _within("statement_id", "statements"),
        _within("actor_id", "actors"),
    )


def _create_events() -> None:
    _create(
        "events",
        _refers("extraction_id", "extractions.id", key=True),
        _text("id", key=True),
        _integer("position"),
        *_texts("event_type", "mode", "context"),
        *_span(),
        *_date("date"),
        _text("asserted_by", null=True),
        _text("modality"),
        sa.Column("score", sa.Double, nullable=False),
        _provenance(),
        _within("asserted_by", "statements"),
    )
    _create(
        "event_actors",
        _refers("extraction_id", "extractions.id", key=True),
        _text("event_id", key=True),
        _text("role", key=True),
        _integer("position", key=True),
        _text("actor_id"),
        _within("event_id", "events"),
        _within("actor_id", "actors"),
    )


def _create_links() -> None:
    _create(
        "links",
        _refers("extraction_id", "extractions.id", key=True),
        _text("id", key=True),
        sa.Column("position", sa.Integer),
        *_texts("answer_id", "answered_id"),
        _refers("answered_article_id", "articles.id"),
        _text("relation"),
        sa.Column("explicit", sa.Boolean, nullable=False),
        *_span("evidence", null=True),
        sa.Column("score", sa.Double, nullable=False),
        _provenance(),
        _batch(),
        _within("answer_id", "statements"),
    )


def _create_indexes() -> None:
    for table, columns in _INDEXES:
        op.create_index(None, table, list(columns))
