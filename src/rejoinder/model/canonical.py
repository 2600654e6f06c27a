"""A record in the ledger's ids: the same statements, actors that are one brought together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rejoinder.model.actor import Actor
from rejoinder.model.event import Event
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement

__all__ = ["canonical_record"]

_Naming = Callable[[ActorId], ActorId]


def canonical_record(
    record: ArticleRecord, of: _Naming, names: Mapping[ActorId, str] | None = None
) -> ArticleRecord:
    """Return the record with each actor under its canonical id.

    Actors that share one become one: the first of them with everybody's names and mentions. A
    statement is never about its own speaker.

    Args:
        record: in the ids that extraction gave.
        of: gives the canonical id.
        names: what canonical ids are called in the ledger; the others keep the article's name.
    """
    called = names or {}
    if not called and all(of(actor.id) == actor.id for actor in record.actors):
        return record
    return replace(
        record,
        actors=_actors(record.actors, of, called),
        statements=tuple(_statement(each, of) for each in record.statements),
        events=tuple(_event(each, of) for each in record.events),
    )


def _actors(
    actors: Iterable[Actor], of: _Naming, names: Mapping[ActorId, str]
) -> tuple[Actor, ...]:
    together: dict[ActorId, list[Actor]] = {}
    for actor in actors:
        together.setdefault(of(actor.id), []).append(actor)
    return tuple(
        _united(name, found, names.get(name)) if len(found) > 1 or name in names
        else replace(found[0], id=name)
        for name, found in together.items()
    )  # fmt: skip


def _united(name: ActorId, found: list[Actor], called: str | None) -> Actor:
    fullest = max(found, key=lambda actor: (len(actor.name.split()), len(actor.name)))
    shown = called or fullest.name
    aliases = {alias for actor in found for alias in (actor.name, *actor.aliases)} - {shown}
    first = found[0]
    mentions = {mention.span: mention for actor in found for mention in actor.mentions}
    return Actor(
        id=name,
        name=shown,
        aliases=tuple(sorted(aliases)),
        kind=first.kind,
        country=next((actor.country for actor in found if actor.country), None),
        sector=next((actor.sector for actor in found if actor.sector), None),
        role=next((actor.role for actor in found if actor.role), None),
        mentions=tuple(mentions[span] for span in sorted(mentions)),
        claimed_by=tuple(sorted({each for actor in found for each in actor.claimed_by})),
    )


def _statement(statement: Statement, of: _Naming) -> Statement:
    speaker = _once(statement.speaker, of)
    return replace(
        statement,
        speaker=speaker,
        addressee=_once(statement.addressee, of),
        about=tuple(each for each in _once(statement.about, of) if each not in speaker),
        relay=tuple(
            relay if relay.actor is None else replace(relay, actor=of(relay.actor))
            for relay in statement.relay
        ),
    )


def _event(event: Event, of: _Naming) -> Event:
    return replace(event, actor=_once(event.actor, of), recipient=_once(event.recipient, of))


def _once(ids: Iterable[ActorId], of: _Naming) -> tuple[ActorId, ...]:
    """Return the canonical ids, each once, in their order."""
    return tuple(dict.fromkeys(of(each) for each in ids))
