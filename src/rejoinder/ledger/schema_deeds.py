"""The tables of who does what to whom: deeds, how many there are between two, and who parties are.

All of them are derived, as those of `rejoinder.ledger.schema_summaries` are. Actors are in them by
the ledger's ids: articles whose actors come to go by others are counted anew.
"""

from sqlalchemy import Boolean, Column, Index, text

from rejoinder.ledger.columns import number_column, small_table, text_column
from rejoinder.model.statement import Act

__all__ = [
    "DERIVED_DEEDS",
    "GRAINS",
    "SELDOM",
    "deed_articles",
    "deeds",
    "pair_counts",
    "parties",
    "party_forms",
]

GRAINS = {"whole": 0, "month": 2, "span": 3, "both": 4}
"""What a row of ``pair_counts`` counts; see there."""


SELDOM = 3
"""Pairs with so many statements are in no order."""

deed_articles = small_table(
    "deed_articles",
    "Derived: of which extraction of each article the deeds are kept, and from where it comes.",
    text_column("article_id", "the article", key=True),
    text_column("extraction_id", "the extraction, the latest of its article"),
    text_column("publisher", "who published it; empty: unknown"),
    text_column("origin", "what its copies and all of one publisher or agency share"),
    text_column("text_group", "the id that articles of one text share"),
    text_column("goes", "ids of its actors that lead to others, as a JSON object"),
    Index(None, "text_group"),
)

deeds = small_table(
    "deeds",
    "Derived: who does or says what to whom, a row for each two; events only where somebody tells "
    "that they happened.",
    text_column("article_id", "the article", key=True),
    text_column("record_id", "the statement or the event", key=True),
    text_column("actor_id", "who, by the ledger's id", key=True),
    text_column("recipient_id", "about whom, or else to whom, likewise", key=True),
    text_column("deed", "an act, in small letters, or PLOVER's type of an event, in capitals"),
    text_column("mode", "PLOVER modes of an event, a JSON list; empty for a statement"),
    Column("told", Boolean, nullable=False, comment="1: the article tells it; 0: a party does"),
    Column("about", Boolean, nullable=False, comment="1: a statement about the recipient"),
    number_column(
        "first_day", "first possible day, of the article's date if it has none; 0: unknown"
    ),
    number_column("last_day", "last possible day of the same, from 0001-01-01 as 1; 0: unknown"),
    Index(None, "actor_id", "recipient_id", "first_day"),
    Index(None, "first_day"),
)

pair_counts = small_table(
    "pair_counts",
    "Derived: how many statements one makes about another.",
    text_column("publisher", "who carried them; empty: whoever did", key=True),
    number_column(
        "grain",
        "0: all of them; 2: those of one day, by month; 3: those of one stretch of days; 4: all of "
        "them, whichever of the two speaks, the lesser id first",
        key=True,
    ),
    number_column("first_day", "first day of the month or stretch; 0: of any day", key=True),
    number_column("last_day", "last day of the same", key=True),
    text_column("actor_id", "who speaks, by the ledger's id", key=True),
    text_column("recipient_id", "about whom", key=True),
    number_column("statements", "how many statements"),
    number_column(
        "addressed", "how many statements to him that are about nobody; in grains 0 and 4"
    ),
    number_column(
        "events", "how many events in which the one does something to the other; likewise"
    ),
    *(number_column(act.value, f"how many of the act {act.value}") for act in Act),
    # By how many statements they are ordered only where all of them are counted, and where there
    # are some: of most pairs there is one.
    Index(
        *(None, "publisher", "grain", "first_day", "last_day", "statements"),
        sqlite_where=text(f"statements > {SELDOM} AND (grain = 0 OR grain = 4)"),
    ),
    # Who speaks is found by the key; about whom, of all statements alone.
    Index(None, "recipient_id", sqlite_where=text("grain = 0 AND publisher = ''")),
)

party_forms = small_table(
    "party_forms",
    "Derived: for which country and in which sector articles show actors; names, roles and kinds "
    "are in actor_facts.",
    text_column("actor_id", "by the ledger's id", key=True),
    text_column("country", "as in actors; empty: unknown", key=True),
    text_column("sector", "as in actors; empty: unknown", key=True),
    number_column("articles", "how often"),
)

parties = small_table(
    "parties",
    "Derived: as whom most articles show actors.",
    text_column("actor_id", "by the ledger's id", key=True),
    text_column("name", "a name; what a person or a list calls it comes before this one"),
    text_column("role", "an office; empty: none"),
    text_column("kind", "as in actors"),
    text_column("country", "as in actors; empty: unknown"),
    text_column("sector", "as in actors; empty: unknown"),
    text_column("acts_for", "the state of which it is an official, or itself; empty: none"),
    Index(None, "acts_for"),
)

DERIVED_DEEDS = frozenset(
    table.name for table in (deed_articles, deeds, pair_counts, party_forms, parties)
)
