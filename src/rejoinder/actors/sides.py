"""Sides: who speaks for the same state or body as somebody else, and who is named with him."""

from collections.abc import Sequence

from rejoinder.actors.profiles import Profile
from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["own_side", "with_joined"]

_SIDES = {ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE}
_JOINING = frozenset("and , or & as well his her its their".split())


def own_side(scene: Scene, actor: ActorId, speaker: Sequence[ActorId]) -> bool:
    """Say whether the actor is a speaker, a speaker's state, or an organ of a state that speaks."""
    if actor in speaker:
        return True
    other = scene.profiles[actor]
    return any(_same_side(scene.profiles[who], other) for who in speaker)


def _same_side(who: Profile, other: Profile) -> bool:
    if other.id == who.body:
        return True
    if who.country is None or who.country != other.country or "PRE" in {who.sector, other.sector}:
        return False
    if who.kind in {ActorKind.MEDIA, ActorKind.IGO, ActorKind.NGO, ActorKind.GROUP}:
        return False
    if other.kind is ActorKind.STATE:
        return True
    official = other.kind in _SIDES or other.sector in {"GOV", "MIL"}
    return who.is_official and official


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
