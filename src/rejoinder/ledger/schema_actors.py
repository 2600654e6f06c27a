"""The tables of the summary of actors; derived like those of `rejoinder.ledger.schema_summaries`.

Actors stand here under the ids by which they go in the ledger. What an article adds is put down
with the ids by which its actors went then, so that it can be taken away again when they change.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer
from sqlalchemy import Text as TextType

from rejoinder.ledger.columns import number_column, small_table, text_column

__all__ = [
    "DERIVED_ACTORS",
    "actor_facts",
    "actor_statements",
    "actor_totals",
    "casts",
]


casts = small_table(
    "casts",
    "Derived: by which ids the actors of an article are counted below.",
    text_column("article_id", "the article", key=True),
    Column(
        "extraction_id",
        TextType,
        ForeignKey("extractions.id"),
        nullable=False,
        comment="the extraction that is counted, the latest of the article",
    ),
    text_column("ids", "ids as extraction gave them with those of the ledger, a JSON object"),
)

actor_totals = small_table(
    "actor_totals",
    "Derived: actors, for finding and ordering them.",
    text_column("actor_id", "by which the actor goes in the ledger", key=True),
    text_column("usual", "the fullest name that its id stands for, without case and accents"),
    text_column("called", "every name, alias and role, a line each, without case and accents"),
    text_column("kind", "what most articles take it for"),
    text_column("country", "what most articles give it; empty: unknown"),
    number_column("articles", "how many name it"),
    number_column("said", "statements that it makes"),
    number_column("said_of", "statements about it"),
    number_column("said_to", "statements addressed to it"),
    number_column(
        "place", "10,000,000 times said and said_of, and articles, below zero: least is first"
    ),
    Index(None, "usual"),
)

actor_facts = small_table(
    "actor_facts",
    "Derived: what articles say of actors, and how many of them.",
    text_column("actor_id", "by which the actor goes in the ledger", key=True),
    text_column(
        "fact",
        "name, form, kind, country, sector, role, id, claims, claimed-by; said, said-of, said-to; "
        "~form, ~role: where and when",
        key=True,
    ),
    text_column(
        "value",
        "what it is; of said, said-of, said-to the act; of ~form and ~role a JSON list of the form "
        "or the role and a publisher, of roles a month or a year; empty: unknown",
        key=True,
    ),
    number_column("times", "articles; of said, said-of, said-to statements"),
)

actor_statements = small_table(
    "actor_statements",
    "Derived: the statements that actors take part in, by time.",
    text_column("actor_id", "by which the actor goes in the ledger", key=True),
    text_column("role", "said, said-of or said-to", key=True),
    Column(
        "day",
        Integer,
        primary_key=True,
        comment="first possible day, else the article's, from 0001-01-01 as 1; 0: unknown",
    ),
    text_column("statement_id", "the statement", key=True),
)

DERIVED_ACTORS = frozenset(
    table.name for table in (casts, actor_totals, actor_facts, actor_statements)
)
