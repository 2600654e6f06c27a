"""The tables of copies: what articles are compared by, and which carry the same words.

All of them are derived: made from the texts and zones of the latest extractions, and made again
where another stage is to make them. They are not guarded, and left out of the content digest.
"""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, LargeBinary, Table
from sqlalchemy import Text as TextType

from rejoinder.ledger.columns import (
    metadata,
    number_column,
    position_column,
    small_table,
    span_columns,
    text_column,
)

__all__ = ["DERIVED_COPIES", "copy_filters", "copy_keys", "copy_windows", "credits", "fingerprints"]


def _fingerprint_column() -> Column[int]:
    return Column(
        "fingerprint_seq",
        Integer,
        ForeignKey("fingerprints.seq"),
        primary_key=True,
        comment="the article's fingerprint",
    )


fingerprints = Table(
    "fingerprints",
    metadata,
    Column("seq", Integer, primary_key=True, comment="a short name for the article in this file"),
    Column(
        "article_id",
        TextType,
        ForeignKey("articles.id"),
        nullable=False,
        comment="the article, as its latest extraction reads it",
    ),
    text_column("stage", "the stage that made it, with its tables"),
    text_column("digest", "stands for all that the article is compared by"),
    text_column("agency", "who is credited with the whole text", null=True),
    Column("words", Integer, nullable=False, comment="how many words the body has"),
    Column(
        "shingles",
        LargeBinary,
        nullable=False,
        comment="a 32-bit hash for each run of four words, in text order",
    ),
    text_column(
        "bounds",
        "first shingle of each stretch and one past its last, a JSON list, the whole body first",
        default="[]",
    ),
    Index(None, "article_id", unique=True),
    Index(None, "stage"),
    comment="Derived: what articles are compared by.",
)

credits = small_table(
    "credits",
    "Derived: the words by which articles say whose text they are.",
    _fingerprint_column(),
    position_column("0, 1, 2 ... in text order"),
    text_column("agency", "by its usual name; empty: none is named", null=True),
    text_column("kind", "dateline, byline or closing"),
    Column(
        "whole",
        Boolean,
        nullable=False,
        comment="1: the text is the agency's; 0: an outlet's own report used it",
    ),
    *span_columns(what="the credit"),
)

copy_windows = small_table(
    "copy_windows",
    "Derived: stretches of articles that are compared, and which of them carry the same words.",
    _fingerprint_column(),
    position_column("-1: the whole body; 0, 1, 2 ... its passages"),
    *span_columns(what="the stretch"),
    Column("node", BigInteger, nullable=False, comment="a number for fingerprint and position"),
    Column("root", BigInteger, nullable=False, comment="shared by copies: the node of one of them"),
    Index(None, "root"),
    Index(None, "node", unique=True),
)

copy_keys = small_table(
    "copy_keys",
    "Derived: MinHash keys; only stretches that share one are compared in full.",
    number_column("age", "0: come of late; 1, 2: longer there, in larger parts", key=True),
    Column("key", BigInteger, primary_key=True, comment="hash of a band's number and least hashes"),
    Column("root", BigInteger, primary_key=True, comment="of the stretch, as in copy_windows"),
    Column("node", BigInteger, primary_key=True, comment="the stretch"),
)

copy_filters = Table(
    "copy_filters",
    metadata,
    Column("slice", Integer, primary_key=True, comment="by size the keys' 1024ths, from 0"),
    Column("filed", Integer, nullable=False, comment="keys of age 2 for which bits are set"),
    Column(
        "bits",
        LargeBinary,
        nullable=False,
        comment="three for each key; a key of which one is not set is not there",
    ),
    comment="Derived: tells of most keys that they are not among those of age 2 in copy_keys.",
)

DERIVED_COPIES = frozenset(
    table.name for table in (fingerprints, credits, copy_windows, copy_keys, copy_filters)
)
