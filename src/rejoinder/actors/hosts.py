"""Hosts: a charge that armed men of no state are somewhere is one against whose land that is."""

from rejoinder.actors.scene import Scene
from rejoinder.actors.sides import own_side
from rejoinder.actors.sighting import Seen
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["host_of"]

# Their subject is told to be in a place, by his own will or somebody's.
_PRESENT = frozenset(
    "be sit stay remain hide shelter harbour harbor station base locate house garrison accommodate "
    "operate live lurk roam camp gather train arm deploy".split()
)
# PLOVER's codes of militants and movements that are of no state, or of many.
_NO_STATE = frozenset({None, "IMG", "ISM"})
_WITHIN = frozenset({"in", "inside", "within", "on", "at"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OF_VERB = frozenset({"acomp", "advmod", "attr", "prep"})


def host_of(scene: Scene, seen: Seen, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the other state in which a group without a state is told to be, or nobody.

    "the rebels are hidden in Norland": Norland too is blamed, and it can answer. Who says
    so of his own land blames the group.
    """
    profile = scene.profiles[seen.actors[0]]
    if profile.kind is not ActorKind.GROUP or profile.country not in _NO_STATE:
        return ()
    words = scene.words
    named = {*range(*seen.sighting.core)}
    # "ISIS men": the group is theirs whom the noun names.
    named |= {words.head[t] for t in named if words.dep[t] == "compound"}
    for verb in sorted({words.head[t] for t in named if words.dep[t] in _SUBJECTS}):
        if words.lemma[verb] not in _PRESENT:
            continue
        for other in scene.outer:
            place = other.sighting.core[1] - 1
            state = other.actors[0]
            if (
                scene.profiles[state].kind is ActorKind.STATE
                and _lies_within(scene, place, verb)
                and not own_side(scene, state, speaker)
            ):
                return (state,)
    return ()


def _lies_within(scene: Scene, place: int, verb: int) -> bool:
    """Say whether a verb, or what goes with it, has a place: "are in", "are present in"."""
    words = scene.words
    within = words.head[place]
    if words.dep[place] != "pobj" or words.lower[within] not in _WITHIN:
        return False
    head = words.head[within]
    return head == verb or (words.head[head] == verb and words.dep[head] in _OF_VERB)
