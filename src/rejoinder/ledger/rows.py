"""Records as rows of the tables in `rejoinder.ledger.schema`; pure."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from rejoinder.ledger import schema
from rejoinder.ledger.days import speech_days
from rejoinder.ledger.folding import fold
from rejoinder.ledger.maker_rows import MakerIds
from rejoinder.model.actor import Actor
from rejoinder.model.article import Original
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event
from rejoinder.model.failure import Failure
from rejoinder.model.ids import ArticleId, StatementId, content_key
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement

__all__ = [
    "RECORD_TABLES",
    "Row",
    "extraction_id",
    "failure_row",
    "link_row",
    "original_row",
    "record_rows",
]

Row = dict[str, Any]

RECORD_TABLES: Final = (
    schema.zones,
    schema.actors,
    schema.mentions,
    schema.territory_claims,
    schema.statements,
    schema.statement_spans,
    schema.statement_actors,
    schema.relays,
    schema.events,
    schema.event_actors,
)
"""Tables of a record after its extraction, each after those that it refers to."""


def extraction_id(article_id: ArticleId, makers: str) -> str:
    """Return the id that stands for: this article was extracted by this pipeline."""
    return content_key("x", article_id, makers)


def original_row(original: Original, batch: int) -> Row:
    """Return the row of originals."""
    return {
        "digest": original.digest,
        "media_type": original.media_type,
        "body": zlib.compress(original.body),
        "batch_seq": batch,
    }


def failure_row(failure: Failure, batch: int) -> Row:
    """Return the row of failures; bytes of a file's name that are no text are escaped."""
    return {
        "id": failure.id,
        "input": _escaped(failure.input),
        "reason": failure.reason.value,
        "detail": _escaped(failure.detail),
        "batch_seq": batch,
    }


def link_row(
    link: Link, *, extraction: str, answered_article: str, position: int | None, made_by: str
) -> Row:
    """Return the row of links, without its batch."""
    return {
        "extraction_id": extraction,
        "id": link.id,
        "position": position,
        "answer_id": link.answer,
        "answered_id": link.answered,
        "answered_article_id": answered_article,
        "relation": link.relation.value,
        "explicit": link.explicit,
        **_span("evidence", link.evidence),
        "score": link.score,
        "provenance_id": made_by,
    }


def record_rows(
    record: ArticleRecord,
    ids: MakerIds,
    batch: int,
    made: Mapping[StatementId, MakerIds] | None = None,
) -> dict[str, list[Row]]:
    """Return the rows of a record by table, without its links and its text.

    Args:
        record: what was found.
        ids: the pipeline that found it.
        batch: its number.
        made: the pipelines of statements that another one made.
    """
    others = made or {}
    article = record.article
    key = {"extraction_id": extraction_id(article.id, ids.all)}
    rows: dict[str, list[Row]] = {
        "extractions": [
            {
                "id": key["extraction_id"],
                "article_id": article.id,
                "makers_id": ids.all,
                "publisher": article.publisher,
                "title": article.title,
                "language": article.language,
                **_date("published", article.published),
                "retrieved": article.retrieved,
                "original_digest": article.original,
                "batch_seq": batch,
            }
        ],
        "zones": [
            {**key, "position": n, "kind": zone.kind.value, **_span("span", zone.span)}
            for n, zone in enumerate(article.zones)
        ],
    }
    for n, actor in enumerate(record.actors):
        _add(rows, key, _actor_rows(actor, n, ids))
    for n, statement in enumerate(record.statements):
        _add(rows, key, _statement_rows(statement, n, others.get(statement.id, ids)))
    for n, event in enumerate(record.events):
        _add(rows, key, _event_rows(event, n, ids))
    rows["speech_days"] = [{**key, "first_day": day} for day in speech_days(record)]
    return rows


def _add(rows: dict[str, list[Row]], key: Row, more: dict[str, list[Row]]) -> None:
    """Add rows to their tables under the extraction's key."""
    for table, each in more.items():
        rows.setdefault(table, []).extend({**key, **row} for row in each)


def _actor_rows(actor: Actor, position: int, ids: MakerIds) -> dict[str, list[Row]]:
    """Return the rows of an actor and of its mentions."""
    words = (actor.name, *actor.aliases, actor.role or "")
    row: Row = {
        "id": actor.id,
        "position": position,
        "name": actor.name,
        "aliases": _json(actor.aliases),
        "folded": "\n".join(fold(each) for each in words if each),
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "role": actor.role,
        "provenance_id": ids.actors,
    }
    mentions: list[Row] = [
        {"actor_id": actor.id, "position": n, "kind": m.kind.value, **_span("span", m.span)}
        for n, m in enumerate(actor.mentions)
    ]
    claims: list[Row] = [
        {"actor_id": actor.id, "position": n, "claimant_id": claimant}
        for n, claimant in enumerate(actor.claimed_by)
    ]
    return {"actors": [row], "mentions": mentions, "territory_claims": claims}


def _statement_rows(statement: Statement, position: int, ids: MakerIds) -> dict[str, list[Row]]:
    """Return the rows of a statement, its spans, its cast and its relays."""
    key: Row = {"statement_id": statement.id}
    row: Row = {
        "id": statement.id,
        "position": position,
        "parent_id": statement.parent,
        "quotation": statement.quotation.value,
        "act": statement.act.value,
        **_date("said", statement.said),
        "score": statement.score,
        "provenance_id": ids.statements,
        "act_provenance_id": ids.acts,
    }
    spans = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    cast = {
        "speaker": statement.speaker,
        "addressee": statement.addressee,
        "about": statement.about,
    }
    made = {"provenance_id": ids.actors}
    return {
        "statements": [row],
        "statement_spans": [
            {**key, "role": role, "position": n, **_span("span", span)}
            for role, each in spans.items()
            for n, span in enumerate(each)
        ],
        "statement_actors": [
            {**key, "role": role, "position": n, "actor_id": actor, **made}
            for role, actors in cast.items()
            for n, actor in enumerate(actors)
        ],
        "relays": [
            {**key, "position": n, "actor_id": hop.actor, **_span("span", hop.span), **made}
            for n, hop in enumerate(statement.relay)
        ],
    }


def _event_rows(event: Event, position: int, ids: MakerIds) -> dict[str, list[Row]]:
    """Return the rows of an event and of its parties."""
    row: Row = {
        "id": event.id,
        "position": position,
        "event_type": event.event_type.value,
        "mode": _json(event.mode),
        "context": _json(event.context),
        **_span("span", event.span),
        **_date("date", event.date),
        "asserted_by": event.asserted_by,
        "also_asserted_by": _json(event.also_asserted_by),
        "modality": event.modality.value,
        "score": event.score,
        "provenance_id": ids.events,
    }
    parties = {"actor": event.actor, "recipient": event.recipient}
    return {
        "events": [row],
        "event_actors": [
            {"event_id": event.id, "role": role, "position": n, "actor_id": actor}
            for role, actors in parties.items()
            for n, actor in enumerate(actors)
        ],
    }


def _span(prefix: str, span: Span | None) -> Row:
    """Return the two columns of a span."""
    return {
        f"{prefix}_start": None if span is None else span.start,
        f"{prefix}_end": None if span is None else span.end,
    }


def _date(prefix: str, date: DateInterval | None) -> Row:
    """Return the five columns of a date."""
    return {
        f"{prefix}_start": None if date is None else date.start,
        f"{prefix}_end": None if date is None else date.end,
        f"{prefix}_precision": None if date is None else date.precision.value,
        **_span(f"{prefix}_span", None if date is None else date.span),
    }


def _json(words: Sequence[str] | Iterable[str]) -> str:
    """Return the words as a JSON list that people can read."""
    return json.dumps(list(words), ensure_ascii=False)


def _escaped(words: str) -> str:
    """Return the words with lone surrogates and NUL written out, so that they can be stored."""
    return words.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")
