"""The tables of the ledger; every column says what it holds (docs/ledger.md is made from this).

How a file gets there is in ``migrations/versions``; a test holds the two together.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from rejoinder.ledger.columns import (
    batch_column,
    date_columns,
    extraction_column,
    metadata,
    position_column,
    provenance_column,
    small_table,
    span_columns,
    text_column,
    within,
)
from rejoinder.ledger.schema_copies import DERIVED_COPIES
from rejoinder.ledger.schema_identity import DERIVED as DERIVED_IDENTITY
from rejoinder.ledger.schema_identity import speech_days, territory_claims
from rejoinder.ledger.schema_outlines import DERIVED_OUTLINES
from rejoinder.ledger.schema_saved import saved_queries
from rejoinder.ledger.schema_summaries import DERIVED_SUMMARIES

__all__ = [
    "DERIVED",
    "actors",
    "articles",
    "batches",
    "event_actors",
    "events",
    "extractions",
    "failures",
    "links",
    "makers",
    "mentions",
    "metadata",
    "originals",
    "provenances",
    "relays",
    "saved_queries",
    "speech_days",
    "statement_actors",
    "statement_spans",
    "statements",
    "territory_claims",
    "zones",
]

DERIVED = DERIVED_IDENTITY | DERIVED_COPIES | DERIVED_OUTLINES | DERIVED_SUMMARIES
"""Tables that are made from the rest, may be made again, and are not guarded."""

provenances = small_table(
    "provenances",
    "What makes records: a stage, in a version, with a model.",
    text_column("id", "made from the other columns", key=True),
    text_column("stage", "registered name, such as attribution.rules.v1"),
    text_column("version", "version of Rejoinder that ran it"),
    text_column("model", "name and version of the model that it used", null=True),
    text_column("digest", "SHA-256 of the model's files or the stage's tables", null=True),
)

makers = small_table(
    "makers",
    "Pipelines: the stages that worked together on an article.",
    text_column("id", "made from the provenances", key=True),
    provenance_column("articles_provenance_id", "text, zones and metadata"),
    provenance_column("statements_provenance_id", "statements"),
    provenance_column("acts_provenance_id", "the acts of statements"),
    provenance_column("actors_provenance_id", "actors and who takes which part"),
    provenance_column("events_provenance_id", "events"),
    provenance_column("links_provenance_id", "links"),
)

batches = Table(
    "batches",
    metadata,
    Column("seq", Integer, primary_key=True, comment="1, 2, 3 ... in the order of writing"),
    text_column("recorded_at", "when it was written, ISO 8601, UTC"),
    text_column("version", "version of Rejoinder that wrote it"),
    comment="Writings: everything of one batch became visible at once.",
)

originals = Table(
    "originals",
    metadata,
    text_column("digest", "SHA-256 of the bytes, hexadecimal", key=True),
    text_column("media_type", "such as text/html"),
    Column("body", LargeBinary, nullable=False, comment="the bytes as they came, zlib-compressed"),
    batch_column(),
    comment="Pages that texts were extracted from, byte for byte.",
)

articles = Table(
    "articles",
    metadata,
    text_column("id", "made from ref, url and text: a corrected text is another article", key=True),
    text_column("ref", "the id that the input gave it, or the file's stem; not unique"),
    text_column("url", "where it was published", null=True),
    text_column("text", "the document of record; every span counts its code points from 0"),
    Column("characters", Integer, nullable=False, comment="length of the text in code points"),
    batch_column(),
    Index(None, "ref"),
    comment="Texts, character for character as they came.",
)

extractions = Table(
    "extractions",
    metadata,
    text_column("id", "made from article and makers", key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False, comment="the article read"),
    Column("makers_id", Text, ForeignKey("makers.id"), nullable=False, comment="the pipeline"),
    text_column("publisher", "who published it", null=True),
    text_column("title", "its title", null=True),
    text_column("language", "ISO 639-1", null=True),
    *date_columns("published", "its publication"),
    text_column("retrieved", "when it was fetched, ISO 8601, as the input says", null=True),
    Column(
        "original_digest", Text, ForeignKey("originals.digest"), comment="its page, if it had any"
    ),
    batch_column(),
    UniqueConstraint("article_id", "batch_seq"),
    Index(None, "published_start"),
    comment="This article was extracted by this pipeline: what it read beside the text. "
    "The one with the highest batch_seq of an article is what views show; the others stay.",
)

zones = small_table(
    "zones",
    "What stretches of the text are in the page; they do not overlap.",
    extraction_column(),
    position_column("0, 1, 2 ... in text order"),
    text_column("kind", "title, byline, date, deck, heading, body or furniture"),
    *span_columns(what="the zone"),
)

actors = small_table(
    "actors",
    "Persons, organisations and states as one article shows them.",
    extraction_column(),
    text_column("id", "readable, such as state:AZE; the same in every article", key=True),
    position_column("0, 1, 2 ... in the record", key=False),
    text_column("name", "the fullest name known"),
    text_column("aliases", "other names in the article, a JSON list"),
    text_column("folded", "name, aliases and role, a line each, without case and accents"),
    text_column("kind", "state, government-body, armed-force, person, group, igo, ngo, media ..."),
    text_column("country", "ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO; empty: unknown", null=True),
    text_column("sector", "PLOVER sector; empty for states and where unknown", null=True),
    text_column("role", "the article's words for the office", null=True),
    provenance_column(),
    Index(None, "id"),
)

mentions = small_table(
    "mentions",
    "Words that refer to an actor.",
    extraction_column(),
    text_column("actor_id", "who is meant", key=True),
    position_column("0, 1, 2 ... in text order"),
    text_column("kind", "name, title, metonym, epithet or pronoun"),
    *span_columns(what="the mention"),
    within("actor_id", "actors"),
)

statements = small_table(
    "statements",
    "Attributions: somebody is given as saying something.",
    extraction_column(),
    text_column("id", "made from article and content spans", key=True),
    position_column("0, 1, 2 ... in the record", key=False),
    text_column("parent_id", "the statement in whose content it lies", null=True),
    text_column("quotation", "direct, mixed or indirect"),
    text_column("act", "what the speaker does with the words: accuse, deny, demand ..."),
    *date_columns("said", "the saying"),
    Column("score", Double, nullable=False, comment="the tagger's number, 0 to 1"),
    provenance_column(what="source, cue and content"),
    provenance_column("act_provenance_id", "the act"),
    within("parent_id", "statements", later=True),
    Index(None, "id"),
    Index(None, "score"),
)

statement_spans = small_table(
    "statement_spans",
    "The characters that a statement stands on.",
    extraction_column(),
    text_column("statement_id", "the statement", key=True),
    text_column("role", "source (who speaks), cue (the saying) or content (what)", key=True),
    position_column("0, 1, 2 ... within the role"),
    *span_columns(),
    within("statement_id", "statements"),
)

statement_actors = small_table(
    "statement_actors",
    "Who takes which part in a statement.",
    extraction_column(),
    text_column("statement_id", "the statement", key=True),
    text_column("role", "speaker, addressee or about", key=True),
    position_column("0, 1, 2 ... within the role"),
    text_column("actor_id", "who"),
    provenance_column(what="the decision"),
    within("statement_id", "statements"),
    within("actor_id", "actors"),
)

relays = small_table(
    "relays",
    "The hops by which words reached the article.",
    extraction_column(),
    text_column("statement_id", "the statement", key=True),
    position_column("0, 1, 2 ... from the article towards the speaker"),
    text_column("actor_id", "who carried the words; empty: not known", null=True),
    *span_columns(what="the words that name the carrier"),
    provenance_column(what="the decision"),
    within("statement_id", "statements"),
    within("actor_id", "actors"),
)

events = small_table(
    "events",
    "Who did what to whom, in PLOVER's names, and who says so.",
    extraction_column(),
    text_column("id", "made from article, event type and span", key=True),
    position_column("0, 1, 2 ... in the record", key=False),
    text_column("event_type", "one of PLOVER's sixteen"),
    text_column("mode", "PLOVER modes, a JSON list"),
    text_column("context", "PLOVER contexts, a JSON list"),
    *span_columns(what="the words that tell it"),
    *date_columns("date", "the event"),
    text_column("asserted_by", "the statement that claims it; empty: the publisher", null=True),
    text_column("modality", "actual, alleged, future, hypothetical or negated"),
    Column("score", Double, nullable=False, comment="the coder's number, 0 to 1"),
    provenance_column(),
    text_column("also_asserted_by", "other statements that claim it, a JSON list", default="[]"),
    within("asserted_by", "statements"),
    Index(None, "id"),
)

event_actors = small_table(
    "event_actors",
    "Who takes which part in an event.",
    extraction_column(),
    text_column("event_id", "the event", key=True),
    text_column("role", "actor or recipient", key=True),
    position_column("0, 1, 2 ... within the role"),
    text_column("actor_id", "who"),
    within("event_id", "events"),
    within("actor_id", "actors"),
)

links = small_table(
    "links",
    "One statement answers, denies, counters ... another, in its own article or in another.",
    extraction_column(),
    text_column("id", "made from answer, answered and relation", key=True),
    Column("position", Integer, comment="0, 1, 2 ... in the record; empty: across articles"),
    text_column("answer_id", "the statement that answers; it lies in the extraction's article"),
    text_column("answered_id", "the statement or the publisher's event that is answered"),
    Column(
        "answered_article_id",
        Text,
        ForeignKey("articles.id"),
        nullable=False,
        comment="the article in which the answered lies",
    ),
    text_column("relation", "answers, denies, counters, refuses, accepts, supports ..."),
    Column("explicit", Boolean, nullable=False, comment="1: the text marks it; 0: inferred"),
    *span_columns("evidence", "the words that mark it, in the answer's article", null=True),
    Column("score", Double, nullable=False, comment="how likely both ends are said, 0 to 1"),
    provenance_column(),
    batch_column(),
    within("answer_id", "statements"),
    Index(None, "answered_id"),
)

failures = small_table(
    "failures",
    "Inputs that could not be used.",
    text_column("id", "made from input, reason and detail", key=True),
    text_column("input", "the file, with :LINE for a JSON line; - is standard input"),
    text_column("reason", "empty, binary, encoding, not-json, missing-field ..."),
    text_column("detail", "what was wrong and what to do"),
    batch_column(),
)
