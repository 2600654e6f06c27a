"""Records of news that nobody wrote: renamed and dated anew, as if they had been extracted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.made_up import Names
from rejoinder.model.actor import Actor
from rejoinder.model.article import Article, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.event import event_id
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId
from rejoinder.model.link import Link, link_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement, statement_id


def remake(
    record: ArticleRecord, names: Names, world: int, ref: str, published: date
) -> ArticleRecord:
    """Return the record of the same article in another world, under that ref, on that day.

    Spans stay where they were; ids follow from what they are made of; dates move with the day.
    """
    article = _remake_article(record.article, names, world, ref, published)
    before = record.article.published
    moved = published - before.start if before else timedelta()
    actors = {actor.id: names.actor(actor.id, world, ref) for actor in record.actors}
    statements = {s.id: statement_id(article.id, s.content) for s in record.statements}
    events = {e.id: event_id(article.id, e.event_type, e.span) for e in record.events}

    def moved_link(link: Link) -> Link:
        answer = statements[link.answer]
        told = statements.get(StatementId(link.answered)) or events[EventId(link.answered)]
        return replace(link, id=link_id(answer, told, link.relation), answer=answer, answered=told)

    return ArticleRecord(
        article=article,
        actors=_remake_actors(record.actors, names, world, ref),
        statements=tuple(
            _remake_statement(s, article.id, statements, actors, moved) for s in record.statements
        ),
        events=tuple(
            replace(
                e,
                id=events[e.id],
                article_id=article.id,
                actor=_unique(actors[a] for a in e.actor),
                recipient=_unique(actors[a] for a in e.recipient),
                date=_shifted(e.date, moved),
                asserted_by=statements[e.asserted_by] if e.asserted_by else None,
            )
            for e in record.events
        ),
        links=tuple(map(moved_link, record.links)),
    )


def _remake_article(
    article: Article, names: Names, world: int, ref: str, published: date
) -> Article:
    text = names.text(article.text, world, ref)
    return replace(
        article,
        id=article_id(ref, article.url, text),
        ref=ref,
        text=text,
        title=names.text(article.title, world, ref) if article.title else article.title,
        published=DateInterval(start=published, end=published, precision=Precision.DAY),
        original=None,
    )


def _remake_actors(
    actors: Sequence[Actor], names: Names, world: int, ref: str
) -> tuple[Actor, ...]:
    """Return the actors; of two who come to one id the second's mentions go to the first."""
    made: dict[ActorId, Actor] = {}
    for actor in actors:
        id_ = names.actor(actor.id, world, ref)
        if id_ in made:
            mentions = {m.span: m for m in (*made[id_].mentions, *actor.mentions)}
            made[id_] = replace(made[id_], mentions=tuple(mentions[s] for s in sorted(mentions)))
            continue
        made[id_] = replace(
            actor,
            id=id_,
            name=names.text(actor.name, world, ref),
            aliases=tuple(sorted(names.text(alias, world, ref) for alias in actor.aliases)),
            role=names.text(actor.role, world, ref) if actor.role else actor.role,
        )
    return tuple(made.values())


def _remake_statement(
    statement: Statement,
    article: ArticleId,
    statements: Mapping[StatementId, StatementId],
    actors: Mapping[ActorId, ActorId],
    moved: timedelta,
) -> Statement:
    speaker = _unique(actors[a] for a in statement.speaker)
    return replace(
        statement,
        id=statements[statement.id],
        article_id=article,
        parent=statements[statement.parent] if statement.parent else None,
        speaker=speaker,
        addressee=_unique(actors[a] for a in statement.addressee),
        about=tuple(a for a in _unique(actors[a] for a in statement.about) if a not in speaker),
        relay=tuple(
            replace(hop, actor=actors[hop.actor] if hop.actor else None) for hop in statement.relay
        ),
        said=_shifted(statement.said, moved),
    )


def _shifted(interval: DateInterval | None, by: timedelta) -> DateInterval | None:
    if interval is None:
        return None
    return replace(interval, start=interval.start + by, end=interval.end + by)


def _unique(actors: Iterable[ActorId]) -> tuple[ActorId, ...]:
    return tuple(dict.fromkeys(actors))
