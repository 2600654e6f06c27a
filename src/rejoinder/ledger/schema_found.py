"""The tables by which statements and articles are found by words and by what they are.

Derived like those of `rejoinder.ledger.schema_claims`. Actors are in the ledger's ids here, because
what is counted by them is counted out again as it was counted in.
"""

from sqlalchemy import Boolean, Column, Index, Integer

from rejoinder.ledger.columns import small_table, text_column

__all__ = [
    "DERIVED_FOUND",
    "found_articles",
    "found_cast",
    "found_statements",
    "publisher_articles",
    "publisher_statements",
    "publisher_voices",
]

found_statements = small_table(
    "found_statements",
    "Derived: what statements of the latest extractions are found by, beside their words.",
    Column("seq", Integer, primary_key=True, comment="the row of found_fts"),
    text_column("statement_id", "the statement"),
    text_column("article_id", "its article"),
    text_column("publisher", "of its article; empty: unknown"),
    text_column("act", "as in statements"),
    text_column("quotation", "as in statements"),
    text_column("month", "in which it was made, else published: 2024-03 or 2024; empty: unknown"),
    Column("day", Integer, nullable=False, comment="its last possible day, 1 is 0001-01-01; 0: ?"),
    Column("contested", Boolean, nullable=False, comment="1: it has part in a contested claim"),
    Column(
        "unanswered",
        Boolean,
        nullable=False,
        comment="1: it accuses somebody of whom this ledger has no answer",
    ),
    text_column("facets", "all of that, and who speaks about whom, as words of found_fts"),
    Index(None, "article_id", "statement_id", unique=True),
)

found_cast = small_table(
    "found_cast",
    "Derived: who speaks in such a statement, and about whom.",
    Column("seq", Integer, primary_key=True, comment="as in found_statements"),
    text_column("role", "speaker or about", key=True),
    text_column("actor_id", "by the ledger's id", key=True),
)

found_articles = small_table(
    "found_articles",
    "Derived: what articles are found by, beside their words.",
    Column("seq", Integer, primary_key=True, comment="the row of articles_fts"),
    text_column("article_id", "the article"),
    text_column("extraction_id", "the extraction whose words the row has"),
    Column("current", Boolean, nullable=False, comment="1: it is the latest of its article"),
    text_column("publisher", "its name; empty: unknown"),
    text_column("origin", "who is credited with its text; empty: nobody"),
    Column("copied", Boolean, nullable=False, comment="1: another had its text before"),
    text_column("month", "in which it came out: 2024-03 or 2024; empty: unknown"),
    Index(None, "article_id"),
)

publisher_statements = small_table(
    "publisher_statements",
    "Derived: how many statements publishers carry.",
    text_column("publisher", "its name; empty: unknown", key=True),
    text_column("act", "as in statements", key=True),
    text_column("quotation", "as in statements", key=True),
    Column("statements", Integer, nullable=False, comment="how many"),
)

publisher_voices = small_table(
    "publisher_voices",
    "Derived: whose statements publishers carry; one of two speakers counts for both.",
    text_column("publisher", "its name; empty: unknown", key=True),
    text_column("actor_id", "who speaks, by the ledger's id; empty: nobody is named", key=True),
    Column("statements", Integer, nullable=False, comment="how many"),
    Column("direct", Integer, nullable=False, comment="of those, in the speaker's own words"),
    Column("mixed", Integer, nullable=False, comment="partly in the speaker's own words"),
)

publisher_articles = small_table(
    "publisher_articles",
    "Derived: whose texts publishers carry.",
    text_column("publisher", "its name; empty: unknown", key=True),
    text_column("origin", "who is credited with the text; empty: nobody", key=True),
    Column("articles", Integer, nullable=False, comment="how many"),
    Column("copied", Integer, nullable=False, comment="of those, another had the text before"),
)

DERIVED_FOUND = frozenset(
    table.name
    for table in (
        found_statements,
        found_cast,
        found_articles,
        publisher_statements,
        publisher_voices,
        publisher_articles,
    )
)
