"""The tables of the summary of claims; derived like those of `rejoinder.ledger.schema_summaries`.

What statements put forward is in the ledger's ids, because it is compared by them: where the id
changes by which an actor goes, it is read again.
"""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, Table

from rejoinder.ledger.columns import metadata, number_column, small_table, text_column

__all__ = [
    "DERIVED_CLAIMS",
    "claim_keys",
    "claim_likes",
    "claim_parties",
    "claim_parts",
    "claim_statements",
    "claims",
]

claim_statements = Table(
    "claim_statements",
    metadata,
    Column("seq", Integer, primary_key=True, comment="a short name for it in this file"),
    text_column("statement_id", "the statement"),
    text_column("article_id", "its article"),
    text_column("body", "who makes it, and its propositions, as JSON"),
    Column("first_day", Date, comment="first possible day, of the article's date if it has none"),
    Column("last_day", Date, comment="last possible day of the same; empty: unknown"),
    Column("component", Integer, comment="shared by what is compared; empty: to be found out"),
    Index(None, "article_id", "statement_id", unique=True),
    Index(None, "component"),
    comment="Derived: what statements put forward, as they are compared.",
)

claim_keys = small_table(
    "claim_keys",
    "Derived: a party with a word or a deed; only propositions that share some are compared.",
    Column(
        "block",
        Integer,
        primary_key=True,
        comment="fifteen days; -1: no date; less: 360 days, for what is of many",
    ),
    Column("key", BigInteger, primary_key=True, comment="hash of the party and the term"),
    Column("statement_seq", Integer, primary_key=True, comment="seq of claim_statements"),
    Column("place", Integer, primary_key=True, comment="the proposition's number in it"),
)

claim_likes = small_table(
    "claim_likes",
    "Derived: statements of which two propositions are alike.",
    text_column("one", "the lesser statement", key=True),
    text_column("other", "the greater statement", key=True),
    Index(None, "other"),
)

claims = small_table(
    "claims",
    "Derived: claims, for finding them; what they are is put together from their statements.",
    Column("seq", Integer, primary_key=True, comment="a short name for the claim in this file"),
    text_column("id", "made from the least of its statements"),
    Column("component", Integer, nullable=False, comment="as in claim_statements"),
    Column("standing", Integer, nullable=False, comment="3: contested, conceded, denied, 0: none"),
    Column("origins", Integer, nullable=False, comment="independent origins of its statements"),
    Column("statements", Integer, nullable=False, comment="how many"),
    Column("latest", Integer, nullable=False, comment="the last possible day, as in exchanges"),
    number_column("earliest", "the first possible day, likewise", default=0),
    Index(None, "component"),
    Index(None, "standing", "origins", "statements", "latest", "id"),
    Index(None, "latest", "earliest"),
)

claim_parts = small_table(
    "claim_parts",
    "Derived: the statements of claims.",
    Column("claim", Integer, primary_key=True, comment="the claim's seq"),
    text_column("statement_id", "the statement", key=True),
    text_column("article_id", "its article"),
    Column("first_day", Date, comment="as in claim_statements"),
    Column("last_day", Date, comment="as in claim_statements"),
    Index(None, "article_id"),
)

claim_parties = small_table(
    "claim_parties",
    "Derived: who takes a side, with the states for which they speak.",
    Column("claim", Integer, primary_key=True, comment="the claim's seq"),
    text_column("party", "by the ledger's id", key=True),
    Index(None, "party"),
)

DERIVED_CLAIMS = frozenset(
    table.name
    for table in (claim_statements, claim_keys, claim_likes, claims, claim_parts, claim_parties)
)
