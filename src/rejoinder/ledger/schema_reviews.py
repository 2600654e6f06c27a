"""The tables of review: what persons decided of statements, and what follows from it.

Reviews are appended like everything else. The tables in ``DERIVED_REVIEWS`` follow from them and
from the latest extractions of machines, and are made again with every change of either.
"""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from rejoinder.ledger.columns import batch_column, metadata, small_table, text_column

__all__ = [
    "DERIVED_REVIEWS",
    "reviewed_statements",
    "reviewer_readings",
    "reviews",
    "unlinked",
]

reviews = Table(
    "reviews",
    metadata,
    Column("seq", Integer, primary_key=True, comment="1, 2, 3 ... in the order of writing"),
    text_column("id", "made from statement, decision, reviewer and time"),
    text_column("article_id", "the article of the statement"),
    text_column("statement_id", "the id that it had before a reviewer changed its words"),
    text_column("decision", "accept, reject, act, spans, speaker, addressee, about, link ..."),
    text_column("reading", "how it reads after the decision, as JSON"),
    text_column("reason", "why it is rejected: no-statement, not-said, twice ...", null=True),
    text_column("other_id", "the statement that a link leads to", null=True),
    text_column("relation", "of the link", null=True),
    text_column("note", "the reviewer's words, or empty"),
    text_column("reviewer", "the reviewer's name"),
    Column("adjudicates", Boolean, nullable=False, comment="1: decides between reviewers"),
    text_column("decided", "when, ISO 8601, UTC"),
    text_column("undoes", "id of the review that it takes back", null=True),
    batch_column(),
    Index(None, "id"),
    Index(None, "article_id"),
    Index(None, "statement_id"),
    Index(None, "other_id"),
    Index(None, "decided"),
    Index(None, "reviewer", "decided"),
    comment="What persons decided of statements; of each part of a statement the latest that no "
    "other takes back holds, before every stage's, an adjudicator's before the others'.",
)

reviewed_statements = small_table(
    "reviewed_statements",
    "Derived: what the reviews of a statement come to.",
    text_column("article_id", "the article", key=True),
    text_column("root_id", "as reviews.statement_id", key=True),
    text_column("current_id", "the id by which it is shown; empty: it is left out", null=True),
    text_column("state", "accepted, corrected, rejected, noted, or unfit: no longer fits"),
    Column("reviewers", Integer, nullable=False, comment="how many judged it"),
    Column("differs", Boolean, nullable=False, comment="1: reviewers read it differently"),
    Column("adjudicated", Boolean, nullable=False, comment="1: that was decided"),
    Column("carried", Boolean, nullable=False, comment="1: reviewed in an earlier text"),
    Index(None, "current_id"),
    Index(None, "state"),
    Index(None, "differs", "adjudicated"),
)

reviewer_readings = small_table(
    "reviewer_readings",
    "Derived: how each reviewer reads a statement, by the latest that was not taken back.",
    text_column("article_id", "the article", key=True),
    text_column("root_id", "as reviews.statement_id", key=True),
    text_column("reviewer", "the reviewer's name", key=True),
    Column("adjudicates", Boolean, primary_key=True, comment="1: deciding between reviewers"),
    text_column("current_id", "as in reviewed_statements", null=True),
    Column("rejected", Boolean, nullable=False, comment="1: it is left out"),
    text_column("reading", "as in reviews"),
    text_column("decided", "when, ISO 8601, UTC"),
    Column("carried", Boolean, nullable=False, comment="as in reviewed_statements"),
    Index(None, "reviewer", "current_id"),
)

unlinked = small_table(
    "unlinked",
    "Derived: links that persons took away, whoever finds them.",
    text_column("answer_id", "the statement that answers", key=True),
    text_column("answered_id", "what it answers", key=True),
    text_column("relation", "the relation", key=True),
    text_column("article_id", "the article of the review"),
    Index(None, "article_id"),
)

DERIVED_REVIEWS = frozenset(
    table.name for table in (reviewed_statements, reviewer_readings, unlinked)
)
