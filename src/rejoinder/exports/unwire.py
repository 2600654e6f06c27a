"""Read the wire form back into records."""

from rejoinder.exports.fields import Fields
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.copies import Copies
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Act, Quotation, Relay, Statement

__all__ = ["from_wire"]


def from_wire(value: object) -> ArticleRecord:
    """Return the record that `rejoinder.exports.wire.to_wire` would write as ``value``.

    What the wire does not carry is made again (ids of the article and of links) or left None (the
    article's original, an actor's role, a link's evidence).

    Raises:
        ArticleError: a field is missing or not what docs/records.md says.
    """
    fields = Fields(value, "")
    article = _article(fields)
    return ArticleRecord(
        article=article,
        actors=tuple(_actor(actor) for actor in fields.objects("actors")),
        statements=tuple(_statement(s, article.id) for s in fields.objects("statements")),
        events=tuple(_event(event, article.id) for event in fields.objects("events")),
        links=tuple(_link(link) for link in fields.objects("links")),
        copies=_copies(fields.optional_object("copies")),
    )


def _copies(fields: Fields | None) -> Copies | None:
    if fields is None:
        return None
    return Copies(group=fields.optional_text("group"), origin=fields.optional_text("origin"))


def _article(fields: Fields) -> Article:
    ref, url, text = fields.text("id"), fields.optional_text("url"), fields.text("text")
    return Article(
        id=article_id(ref, url, text),
        ref=ref,
        url=url,
        publisher=fields.optional_text("publisher"),
        title=fields.optional_text("title"),
        language=fields.optional_text("language"),
        published=fields.date("published"),
        retrieved=fields.optional_text("retrieved"),
        text=text,
        zones=tuple(
            Zone(kind=zone.kind("kind", ZoneKind), span=zone.span("span"))
            for zone in fields.objects("zones")
        ),
    )


def _actor(fields: Fields) -> Actor:
    return Actor(
        id=ActorId(fields.text("id")),
        name=fields.text("name"),
        aliases=fields.texts("aliases"),
        kind=fields.kind("kind", ActorKind),
        country=fields.optional_text("country"),
        sector=fields.optional_text("sector"),
        role=None,
        mentions=tuple(
            Mention(span=mention.span("span"), kind=mention.kind("kind", MentionKind))
            for mention in fields.objects("mentions")
        ),
    )


def _statement(fields: Fields, article: ArticleId) -> Statement:
    parent = fields.optional_text("parent")
    return Statement(
        id=StatementId(fields.text("id")),
        article_id=article,
        parent=None if parent is None else StatementId(parent),
        source=fields.spans("source"),
        cue=fields.spans("cue"),
        content=fields.spans("content"),
        quotation=fields.kind("quotation", Quotation),
        speaker=_actor_ids(fields, "speaker"),
        addressee=_actor_ids(fields, "addressee"),
        about=_actor_ids(fields, "about"),
        relay=tuple(_relay(relay) for relay in fields.objects("relay")),
        act=fields.kind("act", Act),
        said=fields.date("said"),
        score=fields.number("score"),
    )


def _relay(fields: Fields) -> Relay:
    actor = fields.optional_text("actor")
    return Relay(actor=None if actor is None else ActorId(actor), span=fields.span("span"))


def _event(fields: Fields, article: ArticleId) -> Event:
    asserted_by = fields.text("asserted_by")
    return Event(
        id=EventId(fields.text("id")),
        article_id=article,
        event_type=fields.kind("event", EventType),
        mode=fields.texts("mode"),
        context=fields.texts("context"),
        actor=_actor_ids(fields, "actor"),
        recipient=_actor_ids(fields, "recipient"),
        span=fields.span("span"),
        date=fields.date("date"),
        asserted_by=None if asserted_by == "publisher" else StatementId(asserted_by),
        modality=fields.kind("modality", Modality),
        score=fields.number("score"),
        also_asserted_by=tuple(map(StatementId, fields.texts("also_asserted_by"))),
    )


def _link(fields: Fields) -> Link:
    answer, to = StatementId(fields.text("from")), fields.text("to")
    answered = EventId(to) if to.startswith("e-") else StatementId(to)
    relation = fields.kind("relation", Relation)
    return Link(
        id=link_id(answer, answered, relation),
        answer=answer,
        answered=answered,
        relation=relation,
        explicit=fields.flag("explicit"),
        evidence=None,
        score=fields.number("score"),
    )


def _actor_ids(fields: Fields, name: str) -> tuple[ActorId, ...]:
    return tuple(ActorId(actor) for actor in fields.texts(name))
