"""The tables of outlines: what articles are compared by before they are loaded to be linked."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from rejoinder.ledger.columns import metadata, small_table, text_column

__all__ = ["DERIVED_OUTLINES", "outline_days", "outlines"]

outlines = Table(
    "outlines",
    metadata,
    Column("seq", Integer, primary_key=True, comment="a short name for the outline in this file"),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False, comment="the article"),
    Column(
        "extraction_id",
        Text,
        ForeignKey("extractions.id"),
        nullable=False,
        comment="its latest extraction, which was outlined",
    ),
    text_column("stage", "the stage that made it, with its tables"),
    Column(
        "mixed",
        Boolean,
        nullable=False,
        comment="1: two of the article's actors are or were one in the ledger",
    ),
    Column("heads", LargeBinary, nullable=False, comment="of each statement act, days and counts"),
    Column("hashes", LargeBinary, nullable=False, comment="of each statement 32-bit word hashes"),
    Column("cast", LargeBinary, nullable=False, comment="of each statement who speaks of whom"),
    text_column("actors", "ids as extraction gave them, a JSON list, = before a state spoken for"),
    Index(None, "article_id", unique=True),
    Index(None, "extraction_id", unique=True),
    Index(None, "stage"),
    comment="Derived: what statements are compared by before an article is loaded to be linked.",
)

outline_days = small_table(
    "outline_days",
    "Derived: on which days somebody speaks, or somebody for a state; may name outlines gone.",
    text_column("actor_id", "as in outlines.actors; ~ before who is spoken of", key=True),
    Column(
        "longest",
        Integer,
        primary_key=True,
        comment="the last possible day comes no more days later: 0, 7, 31, 366; -1: no date",
    ),
    Column("first_day", Integer, primary_key=True, comment="first possible day, 1 is 0001-01-01"),
    Column("outline_seq", Integer, primary_key=True, comment="the outline"),
)

DERIVED_OUTLINES = frozenset({outlines.name, outline_days.name})
