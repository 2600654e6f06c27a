"""What records hold, for tests: a test says what matters to it, the rest is as it usually is."""

from collections.abc import Iterable

from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType, Modality, event_id
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement, statement_id

__all__ = ["actor", "event", "link", "statement"]

_KINDS = {
    "gov": ActorKind.GOVERNMENT_BODY,
    "mil": ActorKind.ARMED_FORCE,
    "per": ActorKind.PERSON,
    **{kind.value: kind for kind in ActorKind},
}


def actor(
    id_: str,
    name: str,
    *,
    kind: ActorKind | None = None,
    country: str | None = None,
    sector: str | None = None,
    role: str | None = None,
    aliases: Iterable[str] = (),
    named_at: Iterable[Span] = (),
) -> Actor:
    """Return an actor of the kind that its id begins with, unless another is given."""
    return Actor(
        id=ActorId(id_),
        name=name,
        aliases=tuple(aliases),
        kind=kind or _KINDS.get(id_.partition(":")[0], ActorKind.GROUP),
        country=country,
        sector=sector,
        role=role,
        mentions=tuple(Mention(span=span, kind=MentionKind.NAME) for span in named_at),
    )


def statement(
    article: ArticleId,
    content: tuple[Span, ...],
    act: Act = Act.ASSERT,
    *,
    id_: str | None = None,
    parent: str | None = None,
    source: tuple[Span, ...] = (),
    cue: tuple[Span, ...] = (),
    quotation: Quotation = Quotation.INDIRECT,
    speaker: Iterable[str] = (),
    addressee: Iterable[str] = (),
    about: Iterable[str] = (),
    relay: Iterable[Relay] = (),
    said: DateInterval | None = None,
    score: float = 1.0,
) -> Statement:
    """Return a statement with the id that its content gives it, unless another is given."""
    return Statement(
        id=StatementId(id_) if id_ else statement_id(article, content),
        article_id=article,
        parent=StatementId(parent) if parent else None,
        source=source,
        cue=cue,
        content=content,
        quotation=quotation,
        speaker=_actor_ids(speaker),
        addressee=_actor_ids(addressee),
        about=_actor_ids(about),
        relay=tuple(relay),
        act=act,
        said=said,
        score=score,
    )


def event(
    article: ArticleId,
    event_type: EventType,
    span: Span,
    *,
    id_: str | None = None,
    mode: Iterable[str] = (),
    context: Iterable[str] = (),
    actor: Iterable[str] = (),
    recipient: Iterable[str] = (),
    date: DateInterval | None = None,
    asserted_by: str | None = None,
    modality: Modality = Modality.ACTUAL,
    score: float = 1.0,
) -> Event:
    """Return an event that the publisher tells, unless a statement is said to assert it."""
    return Event(
        id=EventId(id_) if id_ else event_id(article, event_type, span),
        article_id=article,
        event_type=event_type,
        mode=tuple(mode),
        context=tuple(context),
        actor=_actor_ids(actor),
        recipient=_actor_ids(recipient),
        span=span,
        date=date,
        asserted_by=StatementId(asserted_by) if asserted_by else None,
        modality=modality,
        score=score,
    )


def link(
    answer: StatementId,
    answered: StatementId | EventId,
    relation: Relation,
    *,
    explicit: bool = False,
    evidence: Span | None = None,
    score: float = 1.0,
) -> Link:
    """Return a link between the two."""
    return Link(
        id=link_id(answer, answered, relation),
        answer=answer,
        answered=answered,
        relation=relation,
        explicit=explicit,
        evidence=evidence,
        score=score,
    )


def _actor_ids(ids: Iterable[str]) -> tuple[ActorId, ...]:
    return tuple(ActorId(each) for each in ids)
