"""Sides: who speaks for the same state or body as somebody else, and who is named with him."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rejoinder.actors.namekeys import name_parts
from rejoinder.actors.profiles import Profile
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.model.actor import Actor, ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Cast

__all__ = ["own_side", "with_joined", "without_lent_side"]

_SIDES = {ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE}
_JOINING = frozenset("and , or & as well his her its their".split())


def own_side(scene: Scene, actor: ActorId, speaker: Sequence[ActorId]) -> bool:
    """Say whether the actor is a speaker, a speaker's state, or an organ of a state that speaks."""
    if actor in speaker:
        return True
    other = scene.profiles[actor]
    return any(_same_side(scene.profiles[who], other) for who in speaker)


def without_lent_side(
    casts: Sequence[Cast], scene: Scene, actors: Sequence[Actor]
) -> tuple[Cast, ...]:
    """Return the casts without the state or army that a speaker was lent with his land.

    Args:
        casts: of the attributions.
        scene: what was known before a land was lent.
        actors: with the lands and sectors that were lent.
    """
    lent = {
        actor.id: replace(known, country=actor.country, sector=actor.sector)
        for actor in actors
        if (known := scene.profiles.get(actor.id)) is not None
        and known.country is None
        and actor.country is not None
    }
    return tuple(
        replace(cast, about=tuple(a for a in cast.about if not _is_lent(scene, a, cast, lent)))
        if lent.keys() & set(cast.speaker)
        else cast
        for cast in casts
    )


def _is_lent(scene: Scene, actor: ActorId, cast: Cast, lent: Mapping[ActorId, Profile]) -> bool:
    """Say whether an actor is the state, or the army, of the land that a speaker was lent."""
    other = scene.profiles.get(actor)
    if other is None or other.kind not in {ActorKind.STATE, ActorKind.ARMED_FORCE}:
        return False
    return any(_same_side(lent[who], other) for who in cast.speaker if who in lent)


def _same_side(who: Profile, other: Profile) -> bool:
    if other.id == who.body or (who.serves and _is_called(other, who.serves)):
        return True
    if who.country is None or who.country != other.country or "PRE" in {who.sector, other.sector}:
        return False
    if who.sector == "LEG" and other.kind is ActorKind.PERSON:
        # Who sits in a parliament does not speak for those who govern.
        return False
    if who.kind in {ActorKind.MEDIA, ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP}:
        return False
    if other.kind is ActorKind.STATE:
        return True
    official = other.kind in _SIDES or other.sector in {"GOV", "MIL"}
    return who.is_official and official


def _is_called(person: Profile, surname: str) -> bool:
    return person.kind is ActorKind.PERSON and name_parts(person.name)[-1:] == (surname,)


def with_joined(scene: Scene, seen: Seen, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the actors of a sighting and of those joined to it by "and".

    "Norlandic and Sudlandic troops" are two in one phrase.
    """
    words, chosen, last = scene.words, list(seen.actors), seen.sighting.last
    for same in scene.outer:
        if same.sighting.core == seen.sighting.core:
            chosen.extend(same.actors)
    for later in scene.outer:
        if later.sighting.first < last:
            continue
        gap = words.lower[last : later.sighting.first]
        if not 0 < len(gap) <= 3 or "and" not in gap or any(w not in _JOINING for w in gap):
            break
        chosen.extend(later.actors)
        last = later.sighting.last
    return tuple(a for a in dict.fromkeys(chosen) if not own_side(scene, a, speaker))
