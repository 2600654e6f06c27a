"""The wire form: one article with everything found in it as plain JSON values (DESIGN §3).

The fields and their order are a promise; docs/records.md describes them. Off the wire are
``Article.id`` (made again from ``ref``, ``url`` and ``text``), ``Article.original``,
``Actor.role``, ``Link.id`` (made again) and ``Link.evidence``.
"""

from collections.abc import Iterable

from rejoinder.model.actor import Actor
from rejoinder.model.copies import Copies
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement

__all__ = ["to_wire"]


def to_wire(record: ArticleRecord) -> dict[str, object]:
    """Return the record as the JSON object of DESIGN §3; spans count code points of ``text``."""
    article = record.article
    return {
        "id": article.ref,
        "url": article.url,
        "publisher": article.publisher,
        "title": article.title,
        "language": article.language,
        "published": _date(article.published),
        "retrieved": article.retrieved,
        "text": article.text,
        "zones": [{"kind": z.kind.value, "span": _span(z.span)} for z in article.zones],
        "copies": _copies(record.copies),
        "actors": [_actor(actor, record.article.text) for actor in record.actors],
        "statements": [_statement(statement) for statement in record.statements],
        "events": [_event(event) for event in record.events],
        "links": [_link(link) for link in record.links],
    }


def _copies(copies: Copies | None) -> dict[str, object] | None:
    return None if copies is None else {"group": copies.group, "origin": copies.origin}


def _actor(actor: Actor, text: str) -> dict[str, object]:
    return {
        "id": actor.id,
        "name": actor.name,
        "aliases": list(actor.aliases),
        "kind": actor.kind.value,
        "country": actor.country,
        "sector": actor.sector,
        "mentions": [
            {"span": _span(m.span), "kind": m.kind.value, "text": m.span.text_of(text)}
            for m in actor.mentions
        ],
    }


def _statement(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "parent": statement.parent,
        "source": _spans(statement.source),
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
        "quotation": statement.quotation.value,
        "speaker": list(statement.speaker),
        "addressee": list(statement.addressee),
        "about": list(statement.about),
        "relay": [{"actor": relay.actor, "span": _span(relay.span)} for relay in statement.relay],
        "act": statement.act.value,
        "said": _date(statement.said),
        "score": statement.score,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "event": event.event_type.value,
        "mode": list(event.mode),
        "context": list(event.context),
        "actor": list(event.actor),
        "recipient": list(event.recipient),
        "span": _span(event.span),
        "date": _date(event.date),
        "asserted_by": event.asserted_by or "publisher",
        "modality": event.modality.value,
        "score": event.score,
        "also_asserted_by": list(event.also_asserted_by),
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "from": link.answer,
        "to": link.answered,
        "relation": link.relation.value,
        "explicit": link.explicit,
        "score": link.score,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [_span(span) for span in spans]


def _date(date: DateInterval | None) -> dict[str, object] | None:
    if date is None:
        return None
    return {
        "start": date.start.isoformat(),
        "end": date.end.isoformat(),
        "precision": date.precision.value,
        "span": None if date.span is None else _span(date.span),
    }
