"""The tables of summaries: which exchanges there are, what actors are called, how many of what.

All of them are derived: a cache of what views make of the records, with the stage that made it.
They are kept in the transaction that changes the records, may be dropped and made again, hold
nothing that does not follow from the rest, and are left out of the content digest. Actors are in
none of those below, so that who goes by which id is looked up when it is asked for.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer
from sqlalchemy import Text as TextType

from rejoinder.ledger.columns import number_column, small_table, text_column
from rejoinder.ledger.schema_actors import DERIVED_ACTORS
from rejoinder.ledger.schema_claims import DERIVED_CLAIMS
from rejoinder.ledger.schema_deeds import DERIVED_DEEDS
from rejoinder.ledger.schema_found import DERIVED_FOUND
from rejoinder.ledger.schema_replies import DERIVED_REPLIES

__all__ = [
    "DERIVED_SUMMARIES",
    "actor_forms",
    "counted_articles",
    "day_counts",
    "exchange_links",
    "exchange_parties",
    "exchanges",
    "month_counts",
    "publisher_counts",
    "stale_articles",
    "stem_counts",
    "summaries",
    "turns",
]


def _extraction() -> Column[str]:
    return Column(
        "extraction_id",
        TextType,
        ForeignKey("extractions.id"),
        nullable=False,
        comment="the extraction that found it, the latest of its article",
    )


stale_articles = small_table(
    "stale_articles",
    "Derived: articles that have changed since the summaries were made; empty where they are up "
    "to date.",
    text_column("article_id", "the article", key=True),
)

summaries = small_table(
    "summaries",
    "Derived: which summaries are kept.",
    text_column("name", "what is summarised", key=True),
    text_column("stage", "the stage that makes it; what another made is made again"),
)

exchange_links = small_table(
    "exchange_links",
    "Derived: links of the latest extractions, as far as they fit those whom they connect.",
    text_column("link_id", "the link", key=True),
    _extraction(),
    text_column("answer_id", "the statement that answers"),
    text_column("answered_id", "the statement or the event that is answered"),
    text_column("answer_article_id", "the article of the answer"),
    text_column("answered_article_id", "the article of what is answered"),
    Index(None, "answer_id"),
    Index(None, "answered_id"),
    Index(None, "answer_article_id"),
    Index(None, "answered_article_id"),
)

turns = small_table(
    "turns",
    "Derived: statements that such links lead from or to.",
    text_column("statement_id", "the statement", key=True),
    _extraction(),
    text_column("article_id", "its article"),
    Column("first_day", Date, comment="first possible day, of the article's date if it has none"),
    Column("last_day", Date, comment="last possible day of the same; empty: unknown"),
    Column("component", Integer, comment="shared by what links connect; empty: to be found out"),
    Column("exchange", Integer, comment="the exchange's seq; empty: it is in none"),
    Index(None, "article_id"),
    Index(None, "component"),
    Index(None, "exchange"),
)

exchanges = small_table(
    "exchanges",
    "Derived: exchanges, for finding them; what they are is put together from their statements.",
    Column("seq", Integer, primary_key=True, comment="a short name for the exchange in this file"),
    text_column("id", "made from its statements"),
    Column("component", Integer, nullable=False, comment="as in turns"),
    Column(
        "latest",
        Integer,
        nullable=False,
        comment="the last possible day of its turns, from 0001-01-01 as 1; 0: none has a date",
    ),
    number_column("earliest", "the first possible day, likewise", default=0),
    Column("turns", Integer, nullable=False, comment="how many"),
    Column("unanswered", Integer, nullable=False, comment="accusations and demands left open"),
    Index(None, "id"),
    Index(None, "component"),
    Index(None, "latest", "turns", "id", "earliest"),
)

exchange_parties = small_table(
    "exchange_parties",
    "Derived: who speaks in an exchange or is spoken of.",
    Column("exchange", Integer, primary_key=True, comment="the exchange's seq"),
    text_column("party", "by the ledger's id", key=True),
    Index(None, "party"),
)

counted_articles = small_table(
    "counted_articles",
    "Derived: which extraction of each article the numbers below count.",
    text_column("article_id", "the article", key=True),
    _extraction(),
)

publisher_counts = small_table(
    "publisher_counts",
    "Derived: how many articles publishers have.",
    text_column("publisher", "its name; empty: unknown", key=True),
    Column("articles", Integer, nullable=False, comment="how many"),
)

day_counts = small_table(
    "day_counts",
    "Derived: how many statements of each act may have been made from day to day.",
    text_column("first_day", "first possible day, else the article's; empty: unknown", key=True),
    text_column("last_day", "last possible day of the same", key=True),
    text_column("act", "as in statements", key=True),
    Column("statements", Integer, nullable=False, comment="how many"),
)

month_counts = small_table(
    "month_counts",
    "Derived: how many statements of each act were made on days of one month, or of one year.",
    text_column("month", "2024-03; of a whole year 2024; empty: what has no one day", key=True),
    text_column("act", "as in statements", key=True),
    Column("statements", Integer, nullable=False, comment="how many"),
)

actor_forms = small_table(
    "actor_forms",
    "Derived: what actors are called; forms that no article has any more may be among them.",
    text_column("actor_id", "an actor's id as extraction gave it", key=True),
    text_column("form", "a name, an alias or a role, without case and accents", key=True),
    Column("is_role", Boolean, primary_key=True, comment="1: a role; 0: a name or an alias"),
)

stem_counts = small_table(
    "stem_counts",
    "Derived: how usual words are, for the titles of exchanges.",
    text_column("stem", "a stem", key=True),
    Column("statements", Integer, nullable=False, comment="in how many of the turns it occurs"),
)

DERIVED_SUMMARIES = frozenset(
    table.name
    for table in (
        stale_articles,
        summaries,
        exchange_links,
        turns,
        exchanges,
        exchange_parties,
        stem_counts,
        counted_articles,
        publisher_counts,
        day_counts,
        month_counts,
        actor_forms,
    )
).union(DERIVED_ACTORS, DERIVED_CLAIMS, DERIVED_DEEDS, DERIVED_FOUND, DERIVED_REPLIES)
