"""Rows back to records; the inverse of `rejoinder.ledger.rows`."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import RowMapping

from rejoinder.ledger.maker_rows import DRAWN
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, Zone, ZoneKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.provenance import provenance_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement

__all__ = ["Found", "assemble", "date_of", "link_of", "span_of"]

_DRAWN = provenance_id(DRAWN)

Found = Mapping[str, Sequence[RowMapping]]
"""The rows of one extraction by table, in the order of their positions."""


def assemble(head: RowMapping, found: Found) -> ArticleRecord:
    """Return the record of one extraction.

    Args:
        head: its row of extractions joined with that of articles.
        found: its rows in the other tables.
    """
    article = _article(head, found.get("zones", ()))
    return ArticleRecord(
        article=article,
        actors=_actors(found),
        statements=_statements(article, found),
        events=_events(article, found),
        links=tuple(link_of(row) for row in found.get("links", ())),
    )


def span_of(row: RowMapping, prefix: str = "span") -> Span | None:
    """Return the span in two columns, or None where they are empty."""
    start = row[f"{prefix}_start"]
    return None if start is None else Span(start, row[f"{prefix}_end"])


def date_of(row: RowMapping, prefix: str) -> DateInterval | None:
    """Return the date in five columns, or None where they are empty."""
    start = row[f"{prefix}_start"]
    if start is None:
        return None
    return DateInterval(
        start=start,
        end=row[f"{prefix}_end"],
        precision=Precision(row[f"{prefix}_precision"]),
        span=span_of(row, f"{prefix}_span"),
    )


def _whole_span(row: RowMapping) -> Span:
    """Return the span of a row that always has one."""
    return Span(row["span_start"], row["span_end"])


def _article(head: RowMapping, zones: Sequence[RowMapping]) -> Article:
    """Return the article as one extraction reads it."""
    return Article(
        id=head["article_id"],
        ref=head["ref"],
        url=head["url"],
        publisher=head["publisher"],
        title=head["title"],
        language=head["language"],
        published=date_of(head, "published"),
        retrieved=head["retrieved"],
        text=head["text"],
        zones=tuple(Zone(kind=ZoneKind(row["kind"]), span=_whole_span(row)) for row in zones),
        original=head["original_digest"],
    )


def _actors(found: Found) -> tuple[Actor, ...]:
    """Return the actors with their mentions."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for row in found.get("mentions", ()):
        mention = Mention(span=_whole_span(row), kind=MentionKind(row["kind"]))
        mentions[row["actor_id"]].append(mention)
    claims: dict[str, list[ActorId]] = defaultdict(list)
    for row in found.get("territory_claims", ()):
        claims[row["actor_id"]].append(row["claimant_id"])
    return tuple(
        Actor(
            id=row["id"],
            name=row["name"],
            aliases=tuple(json.loads(row["aliases"])),
            kind=ActorKind(row["kind"]),
            country=row["country"],
            sector=row["sector"],
            role=row["role"],
            mentions=tuple(mentions[row["id"]]),
            claimed_by=tuple(claims[row["id"]]),
        )
        for row in found.get("actors", ())
    )


def _statements(article: Article, found: Found) -> tuple[Statement, ...]:
    """Return the statements with their spans, casts and relays."""
    spans: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for row in found.get("statement_spans", ()):
        spans[row["statement_id"], row["role"]].append(_whole_span(row))
    cast = _parties(found.get("statement_actors", ()), "statement_id")
    relays: dict[str, list[Relay]] = defaultdict(list)
    for row in found.get("relays", ()):
        relays[row["statement_id"]].append(Relay(actor=row["actor_id"], span=_whole_span(row)))
    return tuple(
        Statement(
            id=row["id"],
            article_id=article.id,
            parent=row["parent_id"],
            source=tuple(spans[row["id"], "source"]),
            cue=tuple(spans[row["id"], "cue"]),
            content=tuple(spans[row["id"], "content"]),
            quotation=Quotation(row["quotation"]),
            speaker=tuple(cast[row["id"], "speaker"]),
            addressee=tuple(cast[row["id"], "addressee"]),
            about=tuple(cast[row["id"], "about"]),
            relay=tuple(relays[row["id"]]),
            act=Act(row["act"]),
            said=date_of(row, "said"),
            score=row["score"],
        )
        for row in found.get("statements", ())
    )


def _events(article: Article, found: Found) -> tuple[Event, ...]:
    """Return the events with their parties."""
    parties = _parties(found.get("event_actors", ()), "event_id")
    return tuple(
        Event(
            id=row["id"],
            article_id=article.id,
            event_type=EventType(row["event_type"]),
            mode=tuple(json.loads(row["mode"])),
            context=tuple(json.loads(row["context"])),
            actor=tuple(parties[row["id"], "actor"]),
            recipient=tuple(parties[row["id"], "recipient"]),
            span=_whole_span(row),
            date=date_of(row, "date"),
            asserted_by=row["asserted_by"],
            modality=Modality(row["modality"]),
            score=row["score"],
            also_asserted_by=tuple(json.loads(row["also_asserted_by"])),
        )
        for row in found.get("events", ())
    )


def _parties(rows: Sequence[RowMapping], key: str) -> defaultdict[tuple[str, str], list[ActorId]]:
    """Return who takes which part, by record and role."""
    parties: defaultdict[tuple[str, str], list[ActorId]] = defaultdict(list)
    for row in rows:
        parties[row[key], row["role"]].append(row["actor_id"])
    return parties


def link_of(row: RowMapping) -> Link:
    """Return the link of a row."""
    return Link(
        id=row["id"],
        answer=row["answer_id"],
        answered=row["answered_id"],
        relation=Relation(row["relation"]),
        explicit=row["explicit"],
        evidence=span_of(row, "evidence"),
        score=row["score"],
        drawn=row["provenance_id"] == _DRAWN,
    )
