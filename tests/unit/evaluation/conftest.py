"""Records made out of gold, as faithful or as wrong as a test wants them."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from rejoinder.evaluation.gold_types import (
    GoldActor,
    GoldArticle,
    GoldEvent,
    GoldSet,
    GoldStatement,
    GoldThread,
)
from rejoinder.model.actor import Actor, ActorKind, Mention, MentionKind
from rejoinder.model.article import Article, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import Event, EventType, Modality
from rejoinder.model.ids import ActorId, EventId, StatementId
from rejoinder.model.link import Link, Relation, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation, Relay, Statement

_ACTS = {
    "DENY/REJECT": Act.DENY,
    "DEMAND/REQUEST": Act.DEMAND,
    "THREATEN/WARN": Act.WARN,
    "PRAISE/SUPPORT": Act.SUPPORT,
    "EXPRESS-INTENT": Act.INTEND,
}
_NAMED = {act.name: act for act in Act}
_RELATIONS = {
    "responds_to": Relation.ANSWERS,
    "counter_accuses": Relation.COUNTERS,
    "rejects_demand": Relation.REFUSES,
}
_LENGTHS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}

Faithful = Callable[[GoldSet, Mapping[str, str]], list[ArticleRecord]]
Noisy = Callable[[GoldSet, Mapping[str, str], int], list[ArticleRecord]]
PlainArticle = Callable[[str, str], Article]


@pytest.fixture(scope="session")
def plain_article() -> PlainArticle:
    """An article of nothing but a ref and a text."""
    return _article


@pytest.fixture(scope="session")
def faithful() -> Faithful:
    """Gold as records that say the same."""

    def make(gold: GoldSet, texts: Mapping[str, str]) -> list[ArticleRecord]:
        return [_record(a, gold, texts[a.id]) for a in gold.articles if a.id in texts]

    return make


@pytest.fixture(scope="session")
def noisy(faithful: Faithful) -> Noisy:
    """Gold as records that are wrong in every way, the same way for the same seed."""

    def make(gold: GoldSet, texts: Mapping[str, str], seed: int) -> list[ArticleRecord]:
        draw = random.Random(seed)
        records = faithful(gold, texts)
        every = [s.id for r in records for s in r.statements]
        return [_spoil(record, every, draw) for record in records]

    return make


def _article(ref: str, text: str) -> Article:
    return Article(
        id=article_id(ref, None, text),
        ref=ref,
        url=None,
        publisher=None,
        title=None,
        language="en",
        published=None,
        retrieved=None,
        text=text,
        zones=(),
    )


def _record(gold: GoldArticle, all_gold: GoldSet, text: str) -> ArticleRecord:
    article = _article(gold.id, text)
    threads = [*gold.threads]
    if gold is all_gold.articles[0]:
        threads += all_gold.cross
    return ArticleRecord(
        article=article,
        actors=tuple(
            _actor(actor, gold) for actor in all_gold.actors if gold.id in actor.by_article
        ),
        statements=tuple(_statement(s, article) for s in gold.statements),
        events=tuple(_event(e, article) for e in gold.events),
        links=tuple(_link(t) for t in threads),
    )


def _actor(actor: GoldActor, gold: GoldArticle) -> Actor:
    spans = sorted({m.span for m in gold.mentions if m.actor == actor.id})
    return Actor(
        id=ActorId(actor.id),
        name=actor.name,
        aliases=tuple(sorted(actor.by_article[gold.id])),
        kind=ActorKind.PERSON,
        country=actor.country,
        sector=None,
        role=None,
        mentions=tuple(Mention(span=span, kind=MentionKind.NAME) for span in spans),
    )


def _statement(gold: GoldStatement, article: Article) -> Statement:
    act = _ACTS.get(gold.act) or _NAMED.get(gold.act, Act.ASSERT)
    return Statement(
        id=StatementId(gold.id),
        article_id=article.id,
        parent=StatementId(gold.parent) if gold.parent else None,
        source=gold.source,
        cue=gold.cue,
        content=gold.content,
        quotation=Quotation(gold.mode),
        speaker=_ids(gold.speaker),
        addressee=_ids(gold.addressee),
        about=_ids(gold.targets),
        relay=tuple(Relay(actor=a, span=gold.content[0]) for a in _ids(gold.relayed_by)),
        act=act,
        said=_date(gold.date) if gold.date else None,
        score=1.0,
    )


def _event(gold: GoldEvent, article: Article) -> Event:
    by = None if gold.asserted_by == "outlet" else StatementId(gold.asserted_by)
    return Event(
        id=EventId(gold.id),
        article_id=article.id,
        event_type=EventType(gold.types[0]),
        mode=(),
        context=(),
        actor=_ids(gold.actor),
        recipient=_ids(gold.recipient),
        span=gold.spans[0],
        date=None,
        asserted_by=by,
        modality=Modality.ACTUAL,
        score=1.0,
    )


def _link(thread: GoldThread) -> Link:
    relation = _RELATIONS.get(thread.relation) or Relation(thread.relation)
    return _linked(StatementId(thread.answer), StatementId(thread.answered), relation)


def _linked(answer: StatementId, answered: StatementId, relation: Relation) -> Link:
    return Link(
        id=link_id(answer, answered, relation),
        answer=answer,
        answered=answered,
        relation=relation,
        explicit=False,
        evidence=None,
        score=1.0,
    )


def _ids(ids: frozenset[str]) -> tuple[ActorId, ...]:
    return tuple(ActorId(x) for x in sorted(ids))


def _date(day: str) -> DateInterval:
    first = date.fromisoformat((day + "-01-01")[:10])
    return DateInterval(start=first, end=first, precision=_LENGTHS[len(day)])


def _spoil(
    record: ArticleRecord, every: Sequence[StatementId], draw: random.Random
) -> ArticleRecord:
    text = record.article.text
    renamed = {
        a.id: ActorId(f"mine:{a.id}") if draw.random() < 0.6 else a.id for a in record.actors
    }
    actors = [_spoil_actor(replace(a, id=renamed[a.id]), draw) for a in record.actors]
    pool = [a.id for a in actors] + [ActorId("per:nobody-at-all"), ActorId("x:russia")]
    statements = [
        _spoil_statement(s, renamed, pool, record, draw)
        for s in record.statements
        for _ in range(draw.choice((0, 1, 1, 1, 1, 2)))
    ]
    # Two predictions of one content tie, and which of them is scored is nobody's promise.
    statements = list({s.content: s for s in statements}.values())
    seen: set[StatementId] = set()
    for n, s in enumerate(statements):
        if s.id in seen:
            statements[n] = replace(s, id=StatementId(f"{s.id}-again"))
        seen.add(statements[n].id)
    spurious = [
        replace(s, id=StatementId(f"{s.id}-made-up"), content=(_somewhere(text, draw),))
        for s in statements
        if draw.random() < 0.15
    ]
    statements = [replace(s, about=s.about[:2]) for s in statements + spurious]
    draw.shuffle(statements)
    return replace(
        record,
        actors=tuple(draw.sample(actors, k=len(actors) * 4 // 5)),
        statements=tuple(statements),
        events=tuple(_spoil_event(e, renamed, pool, draw) for e in record.events),
        links=tuple(_spoil_links(record, every, draw)),
    )


def _spoil_actor(actor: Actor, draw: random.Random) -> Actor:
    names = [actor.name, *actor.aliases]
    mentions = [m for m in actor.mentions if draw.random() < 0.7]
    return replace(
        actor,
        name=draw.choice([*names, f"the well-known {draw.choice(names)} of the delegation"]),
        aliases=tuple(n for n in names if draw.random() < 0.4),
        mentions=tuple(replace(m, span=_shift(m.span, draw, 3)) for m in mentions),
    )


def _spoil_statement(
    statement: Statement,
    renamed: Mapping[ActorId, ActorId],
    pool: Sequence[ActorId],
    record: ArticleRecord,
    draw: random.Random,
) -> Statement:
    def party(ids: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        roll = draw.random()
        if roll < 0.6:
            return tuple(renamed.get(i, i) for i in ids)
        return () if roll < 0.7 else tuple(draw.sample(pool, k=min(2, len(pool))))

    parents = [*(s.id for s in record.statements), None, None]
    keep = draw.random() < 0.6
    return replace(
        statement,
        parent=statement.parent if keep else draw.choice(parents),
        source=tuple(_shift(s, draw, 8) for s in statement.source if draw.random() < 0.8),
        cue=tuple(_shift(s, draw, 8) for s in statement.cue if draw.random() < 0.8),
        content=tuple(_shift(s, draw, 30) for s in statement.content),
        quotation=statement.quotation if keep else draw.choice([*Quotation]),
        speaker=party(statement.speaker),
        addressee=party(statement.addressee),
        about=party(statement.about),
        relay=tuple(Relay(actor=a, span=Span(0, 1)) for a in party(()) if draw.random() < 0.5),
        act=statement.act if keep else draw.choice([*Act]),
        said=statement.said if keep else draw.choice([None, _date("2014-03"), _date("2013-11-05")]),
    )


def _spoil_event(
    event: Event, renamed: Mapping[ActorId, ActorId], pool: Sequence[ActorId], draw: random.Random
) -> Event:
    keep = draw.random() < 0.6
    return replace(
        event,
        event_type=event.event_type if keep else draw.choice([*EventType]),
        actor=tuple(renamed.get(i, i) for i in event.actor) if keep else (draw.choice(pool),),
        span=_shift(event.span, draw, 25),
        asserted_by=event.asserted_by if draw.random() < 0.7 else None,
    )


def _spoil_links(
    record: ArticleRecord, every: Sequence[StatementId], draw: random.Random
) -> list[Link]:
    own = [s.id for s in record.statements]
    out = [x for x in record.links if draw.random() < 0.7]
    for link in [*out]:
        if draw.random() < 0.2:
            out.append(_linked(StatementId(link.answered), link.answer, Relation.SUPPORTS))
    for _ in range(6):
        out.append(_linked(draw.choice(own), draw.choice(own), draw.choice([*Relation])))
        out.append(_linked(draw.choice(own), draw.choice(every), draw.choice([*Relation])))
    out.append(_linked(StatementId("nowhere"), draw.choice(own), Relation.DENIES))
    return out


def _shift(span: Span, draw: random.Random, most: int) -> Span:
    if draw.random() < 0.4:
        return span
    start = max(0, span.start + draw.randint(-most, most))
    return Span(start, max(start + 1, span.end + draw.randint(-most, most)))


def _somewhere(text: str, draw: random.Random) -> Span:
    start = draw.randrange(max(1, len(text) - 60))
    return Span(start, min(len(text), start + draw.randint(10, 60)))
