"""Actors as other articles of the ledger show them, to be brought into one that does not."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from rejoinder.ledger.canonical import actor_names, members_of
from rejoinder.ledger.schema import actors, extractions
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.judgement import ActorRef

__all__ = ["known_actors", "ref_to_bring"]

_KINDS: Mapping[str, ActorKind] = {
    "state": ActorKind.STATE,
    "per": ActorKind.PERSON,
    "gov": ActorKind.GOVERNMENT_BODY,
    "mil": ActorKind.ARMED_FORCE,
    "igo": ActorKind.IGO,
    "ngo": ActorKind.NGO,
    "media": ActorKind.MEDIA,
    "doc": ActorKind.DOCUMENT,
}


def ref_to_bring(members: Collection[ActorRef]) -> ActorRef:
    """Return by which of an actor's refs another article can name it: one that stands everywhere.

    Where there is none, one that only an article has.
    """
    return min(members, key=lambda ref: (bool(ref.article), ref))


def known_actors(connection: Connection, ids: Collection[ActorId]) -> dict[ActorId, Actor]:
    """Return actors by canonical id, as some article shows them, without their mentions.

    Whom no article shows is known by the name that a person gave.
    """
    if not ids:
        return {}
    members = members_of(connection, ids)
    names = actor_names(connection, ids)
    return {each: _shown(connection, ref_to_bring(members[each]), names.get(each)) for each in ids}


def _shown(connection: Connection, ref: ActorRef, name: str | None) -> Actor:
    query = (
        select(actors)
        .join(extractions, extractions.c.id == actors.c.extraction_id)
        .where(actors.c.id == ref.actor)
        .order_by(extractions.c.batch_seq.desc(), extractions.c.id)
        .limit(1)
    )
    if ref.article:
        query = query.where(extractions.c.article_id == ref.article)
    row = connection.execute(query).mappings().first()
    if row is None:
        prefix, _, words = ref.actor.partition(":")
        return Actor(
            id=ref.actor,
            name=name or words.replace("-", " "),
            aliases=(),
            kind=_KINDS.get(prefix, ActorKind.GROUP),
            country=None,
            sector=None,
            role=None,
            mentions=(),
            claimed_by=(),
        )
    return Actor(
        id=ref.actor,
        name=row["name"],
        aliases=tuple(json.loads(row["aliases"])),
        kind=ActorKind(row["kind"]),
        country=row["country"],
        sector=row["sector"],
        role=row["role"],
        mentions=(),
        claimed_by=(),
    )
