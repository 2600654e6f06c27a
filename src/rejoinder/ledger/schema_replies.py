"""The tables of the summary of accusations; derived like those of `rejoinder.ledger.schema_claims`.

What is one accusation depends on whether demands count, so that each says in which lists it is.
"""

from sqlalchemy import Column, Date, Index, Integer

from rejoinder.ledger.columns import number_column, small_table, text_column

__all__ = [
    "DERIVED_REPLIES",
    "accusation_outlets",
    "accusation_parties",
    "accusation_parts",
    "accusations",
    "reply_counts",
]


def _accusation() -> Column[int]:
    return Column("accusation", Integer, primary_key=True, comment="the accusation's seq")


accusations = small_table(
    "accusations",
    "Derived: accusations, for finding them; what they are is put together from their statements.",
    Column("seq", Integer, primary_key=True, comment="a short name for it in this file"),
    text_column("id", "made from the least of its statements"),
    Column("component", Integer, nullable=False, comment="as in claim_statements"),
    Column("lists", Integer, nullable=False, comment="1: of accusations, 2: with demands, 3: both"),
    Column(
        "answered",
        Integer,
        nullable=False,
        comment="1: by the accused in this ledger; 0: not; -1: nobody is named who could",
    ),
    number_column("latest", "the last possible day, as in exchanges"),
    number_column("earliest", "the first possible day, likewise", default=0),
    Index(None, "component"),
    Index(None, "latest", "id", "lists", "earliest"),
    Index(None, "answered", "latest", "id", "lists", "earliest"),
)

accusation_parts = small_table(
    "accusation_parts",
    "Derived: the statements that make an accusation.",
    _accusation(),
    text_column("statement_id", "the statement", key=True),
    Column("first_day", Date, comment="as in claim_statements"),
    Column("last_day", Date, comment="as in claim_statements"),
    Index(None, "statement_id"),
)

accusation_parties = small_table(
    "accusation_parties",
    "Derived: who accuses and who is accused, with the states for which they speak.",
    _accusation(),
    text_column("role", "accuser or target", key=True),
    text_column("party", "by the ledger's id", key=True),
    Index(None, "party", "role"),
)

accusation_outlets = small_table(
    "accusation_outlets",
    "Derived: which publishers carried an accusation, and what of its answers.",
    _accusation(),
    text_column("publisher", "its name; empty: unknown", key=True),
    text_column(
        "delay",
        "how long after came the answer of the accused that it carried: same_day, within_week, "
        "later or undated; empty: it carried none",
    ),
    Index(None, "publisher", "accusation", "delay"),
)

reply_counts = small_table(
    "reply_counts",
    "Derived: the right of reply by publisher, over all accusations without demands.",
    text_column("publisher", "its name; empty: unknown", key=True),
    number_column("carried", "accusations that name somebody who could answer"),
    number_column("answered", "of those, by one who is accused, anywhere in this ledger"),
    number_column("answer_carried", "of those, where the publisher carried such an answer too"),
    number_column("same_day", "of those, on the day of the accusation"),
    number_column("within_week", "one to seven days after it"),
    number_column("later", "more than seven days after it"),
    number_column("unnamed", "accusations that name nobody who could answer"),
)

DERIVED_REPLIES = frozenset(
    table.name
    for table in (
        accusations,
        accusation_parts,
        accusation_parties,
        accusation_outlets,
        reply_counts,
    )
)
