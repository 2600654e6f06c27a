"""The tables of identity: what was judged of actors, and what follows from it.

Judgements, rulings on names and users' lists are appended like everything else. The tables in
``DERIVED`` are made from the rest for quick reading, may be made again, and are not guarded.
"""

from sqlalchemy import Boolean, Column, Double, ForeignKey, Index, Integer, Table, Text

from rejoinder.ledger.columns import (
    Item,
    batch_column,
    extraction_column,
    metadata,
    position_column,
    small_table,
    text_column,
    within,
)
from rejoinder.ledger.schema_reviews import DERIVED_REVIEWS

__all__ = [
    "DERIVED",
    "identities",
    "judgements",
    "listed_actors",
    "listings",
    "namings",
    "profile_keys",
    "profiled",
    "profiles",
    "speech_days",
    "territory_claims",
]

_EVERYWHERE = "the article in which the id stands for it; empty: wherever it stands"


def _ref_columns(*, key: bool) -> tuple[Item, ...]:
    """Return the columns of an actor's id and of where it stands for that actor."""
    return (
        text_column("actor_id", "an actor's id as extraction gave it", key=key),
        text_column("article_id", _EVERYWHERE, key=key),
    )


def _signature_columns() -> tuple[Item, ...]:
    """Return the columns of who ruled, why, and what that takes back."""
    return (
        text_column("judge", "the person's name"),
        text_column("note", "the person's reason, or empty"),
        text_column("decided", "when the person decided, ISO 8601, UTC"),
    )


judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True, comment="1, 2, 3 ... in the order of writing"),
    text_column("id", "made from refs, verdict, judge and grounds, of a person also from the time"),
    text_column("left_actor", "id of the lesser of the two"),
    text_column("left_article", _EVERYWHERE),
    text_column("right_actor", "id of the greater of the two"),
    text_column("right_article", _EVERYWHERE),
    text_column("verdict", "positive (one actor), negative, unsure or withdrawn"),
    Column("score", Double, comment="the stage's number, 0 to 1; empty: a person decided"),
    text_column("features", "what the verdict rests on, a JSON list of name and value"),
    text_column("judge", "the stage, or the person's name"),
    Column("person", Boolean, nullable=False, comment="1: a person, who wins over every stage"),
    text_column("note", "the person's reason, or empty"),
    text_column("decided", "when the person decided, ISO 8601, UTC; empty: a stage", null=True),
    text_column("undoes", "id of the person's judgement that it takes back", null=True),
    batch_column(),
    Index(None, "id"),
    Index(None, "left_actor", "left_article", "right_actor", "right_article"),
    Index(None, "right_actor", "right_article"),
    Index(None, "person"),
    comment="Verdicts on whether two actors are one. Of a stage's on one pair the highest seq "
    "holds; of persons' the latest that no other takes back, before every stage's.",
)

namings = small_table(
    "namings",
    "Persons' rulings on what an actor is called; the latest that no other takes back holds.",
    text_column("id", "made from actor, name, judge and time", key=True),
    *_ref_columns(key=False),
    text_column("name", "the name; empty: earlier rulings no longer hold"),
    *_signature_columns(),
    text_column("undoes", "id of the ruling that it takes back", null=True),
    batch_column(),
    Index(None, "actor_id", "article_id"),
)

listings = small_table(
    "listings",
    "Users' own lists of actors, as they were given to this ledger.",
    text_column("id", "made from what the list holds, judge and time", key=True),
    text_column("files", "the names of the files, a JSON list"),
    *_signature_columns(),
    text_column("undoes", "id of the listing that it takes back", null=True),
    batch_column(),
)

listed_actors = small_table(
    "listed_actors",
    "Actors of users' lists; the latest listing that names an id and was not taken back holds.",
    Column("listing_id", Text, ForeignKey("listings.id"), primary_key=True, comment="the listing"),
    position_column("0, 1, 2 ... in the list"),
    text_column("actor_id", "the id that the list gives, or one made from the name"),
    text_column("name", "its name"),
    text_column("aliases", "other names, a JSON list"),
    text_column("kind", "person, state, group ..."),
    text_column("country", "where no role says otherwise", null=True),
    text_column("sector", "where no role says otherwise", null=True),
    text_column("roles", "what it is from when to when, a JSON list of objects"),
    Index(None, "actor_id"),
)

territory_claims = small_table(
    "territory_claims",
    "Who claims a contested territory that is an actor, as the gazetteer has it.",
    extraction_column(),
    text_column("actor_id", "the territory", key=True),
    position_column("0, 1, 2 ... by id"),
    text_column("claimant_id", "the state or entity that claims it"),
    within("actor_id", "actors"),
)

speech_days = small_table(
    "speech_days",
    "On which days what an extraction tells may have been said, for links within some days.",
    text_column(
        "first_day",
        "first possible day of a statement, else of publication; empty: unknown, or over a year",
        key=True,
    ),
    extraction_column(),
)

profiles = small_table(
    "profiles",
    "Derived: actors that are judged, by the id that extraction gave them, with what is known of "
    "each; sets, whatever the order of articles.",
    *_ref_columns(key=True),
    text_column("kind", "person, group ..."),
    text_column(
        "facts",
        "name, country, sector, office, former, gender, year, state, beside, home, plain: "
        "a JSON object of sorted lists",
    ),
    text_column("blocks", "the keys of profile_keys, a sorted JSON list"),
)

profile_keys = small_table(
    "profile_keys",
    "Derived: the blocks in which an actor is compared with others.",
    text_column("key", "a spelling of the name that different romanisations share", key=True),
    *_ref_columns(key=True),
)

profiled = small_table(
    "profiled",
    "Derived: extractions whose actors were judged.",
    Column(
        "extraction_id",
        Text,
        ForeignKey("extractions.id"),
        primary_key=True,
        comment="the extraction",
    ),
    text_column("stage", "the stage that judged"),
)

identities = small_table(
    "identities",
    "Derived: by which id an actor goes in the ledger; one that is not here goes by its own.",
    *_ref_columns(key=True),
    text_column("canonical_id", "that id; with @ and the article where it is one article's alone"),
    Index(None, "canonical_id"),
    Index(None, "article_id", "canonical_id"),
)

DERIVED = DERIVED_REVIEWS.union(
    table.name for table in (profiles, profile_keys, profiled, identities)
)
