"""Joining: the persons of an article who are in a user's list get its id, name and roles."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.actors.gazetteer import Gazetteer
from rejoinder.actors.namekeys import name_parts
from rejoinder.actors.overlay import standing_at
from rejoinder.model.actor import Actor, ActorKind, Mention
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import ListedActor
from rejoinder.model.span import Span
from rejoinder.model.statement import Cast, Relay

__all__ = ["join_listed"]


def join_listed(
    actors: Sequence[Actor],
    casts: Sequence[Cast],
    gazetteer: Gazetteer,
    published: DateInterval | None,
) -> tuple[tuple[Actor, ...], tuple[Cast, ...]]:
    """Return actors and casts with the listed actors under the list's id and name.

    A person is the listed one if the fullest name that the article has is a name of his alone, and
    what article and list say of the country does not differ. Where the article gives an office, its
    sector and country stay; what it does not say is filled in with what the list says for the day
    of publication.
    """
    if not gazetteer.listed:
        return tuple(actors), tuple(casts)
    found: dict[ActorId, Actor] = {}
    ids: dict[ActorId, ActorId] = {}
    for actor in actors:
        listed = _listed(actor, gazetteer)
        told = actor if listed is None else _told(actor, listed, published)
        ids[actor.id] = told.id
        found[told.id] = _merged(found[told.id], told) if told.id in found else told
    return tuple(found[actor] for actor in sorted(found)), tuple(_cast(c, ids) for c in casts)


def _listed(actor: Actor, gazetteer: Gazetteer) -> ListedActor | None:
    if actor.kind is not ActorKind.PERSON:
        return gazetteer.listed.get(actor.id)
    parts = max((name_parts(name) for name in (actor.name, *actor.aliases)), key=len)
    known = gazetteer.persons.get(name_parts(actor.name)) or gazetteer.persons.get(parts)
    listed = gazetteer.listed.get(known) if known is not None else None
    return listed if listed is not None and _countries_agree(actor, listed) else None


def _countries_agree(actor: Actor, listed: ListedActor) -> bool:
    told = {listed.country, *(role.country for role in listed.roles)} - {None}
    return actor.country is None or not told or actor.country in told


def _told(actor: Actor, listed: ListedActor, published: DateInterval | None) -> Actor:
    now = standing_at(listed, published)
    of_article = actor.kind is ActorKind.PERSON and actor.role is not None
    state = actor.kind is ActorKind.STATE
    sector = (actor.sector if of_article else None) or now.sector or actor.sector
    names = {actor.name, *actor.aliases} - {listed.name}
    return replace(
        actor,
        id=listed.id,
        name=listed.name,
        aliases=tuple(sorted(names)),
        country=(actor.country if of_article else None) or now.country or actor.country,
        sector=None if state else sector,
        role=actor.role or now.role,
    )


def _merged(first: Actor, second: Actor) -> Actor:
    """Return one actor of two that the list says are one."""
    mentions: dict[Span, Mention] = {m.span: m for m in (*second.mentions, *first.mentions)}
    aliases = {*first.aliases, *second.aliases} - {first.name}
    return replace(
        first,
        aliases=tuple(sorted(aliases)),
        country=first.country or second.country,
        sector=first.sector or second.sector,
        role=first.role or second.role,
        mentions=tuple(sorted(mentions.values(), key=lambda m: m.span)),
    )


def _cast(cast: Cast, ids: dict[ActorId, ActorId]) -> Cast:
    def renamed(actors: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
        return tuple(dict.fromkeys(ids.get(actor, actor) for actor in actors))

    speaker = renamed(cast.speaker)
    return Cast(
        speaker=speaker,
        addressee=renamed(cast.addressee),
        about=tuple(actor for actor in renamed(cast.about) if actor not in speaker),
        relay=tuple(
            Relay(actor=ids.get(r.actor, r.actor) if r.actor else None, span=r.span)
            for r in cast.relay
        ),
    )
