"""Casts: to whom, about whom and through whom something was said."""

from collections.abc import Collection, Sequence

from rejoinder.actors.aims import Earlier
from rejoinder.actors.relays import stated_relays
from rejoinder.actors.scene import Scene
from rejoinder.actors.sides import with_joined
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.targets import targets_of
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Cast, Relay

__all__ = ["cast_of"]

_TOLD = frozenset("tell inform remind assure notify brief warn advise ask invite".split())
_OUTLETS = frozenset("newspaper daily agency magazine channel broadcaster website weekly".split())


def cast_of(
    scene: Scene,
    speech: Speech,
    speaker: tuple[ActorId, ...],
    outer: tuple[ActorId, ...],
    earlier: Earlier | None,
    inner: Collection[int],
    around: Speech | None = None,
) -> Cast:
    """Return the parts in one attribution.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        outer: who speaks in the attribution around it, if there is one.
        earlier: the attribution at the top level before it, with its speaker and its targets.
        inner: the tokens of attributions inside its content.
        around: the attribution around it, if there is one.
    """
    relays = stated_relays(scene, speech, speaker, around, inner)
    addressee = _addressee(scene, speech, speaker)
    relays.extend(_told_to(scene, addressee, relays))
    carriers = {relay.actor for relay in relays if relay.actor is not None}
    about = targets_of(scene, speech, speaker, outer, earlier, carriers)
    if not about:
        told = (a for a in addressee if scene.profiles[a].kind is not ActorKind.MEDIA)
        about = tuple(a for a in told if a not in carriers)
    carried = [a for a in outer if scene.profiles[a].kind is ActorKind.MEDIA and a not in speaker]
    if carried:
        first = min([*speech.source, *speech.cue, *speech.content])
        named = [s for s in scene.outer if s.sighting.first < first and carried[0] in s.actors]
        relays.extend(
            Relay(actor=carried[0], span=scene.words.span(s.sighting.first, s.sighting.last))
            for s in named[-1:]
        )
    return Cast(speaker=speaker, addressee=addressee, about=about, relay=tuple(relays))


def _told_to(scene: Scene, addressee: tuple[ActorId, ...], relays: Sequence[Relay]) -> list[Relay]:
    """Return a relay for each medium that was told and is none yet."""
    known = {relay.actor for relay in relays}
    return [
        Relay(actor=actor, span=scene.words.span(s.sighting.first, s.sighting.last))
        for actor in addressee
        if scene.profiles[actor].kind is ActorKind.MEDIA and actor not in known
        for s in [next(s for s in scene.outer if actor in s.actors)]
    ]


def _addressee(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return whom the speaker told: the object of the cue, or who is named after "to"."""
    words = scene.words
    if not speech.cue:
        return ()
    lemmas = {words.lemma[token] for token in speech.cue}
    last = speech.cue[-1]
    for seen in scene.outer:
        first = seen.sighting.first
        if first <= last or first in speech.source:
            continue
        inside = first in speech.content and seen.sighting.core[0] in speech.content
        if first > last + 8 or (inside and not _opens_content(words, speech, seen, lemmas)):
            break
        if any(_is_part_of_title(s, seen) for s in scene.seen):
            continue
        told = all(words.pos[t] in {"DET", "ADJ", "ADV"} for t in range(last + 1, first))
        gap = words.lower[last + 1 : first]
        to_whom = "to" in gap[-2:] or (gap[:1] == ["to"] and gap[-1] in _OUTLETS)
        to_whom = (to_whom and len(gap) <= 3) or (
            inside and _is_said_to(words, speech, seen.sighting.last)
        )
        if (told and lemmas & _TOLD) or to_whom:
            return with_joined(scene, seen, speaker)
    return _told_in_passive(scene, speech, speaker)


def _opens_content(words: Words, speech: Speech, seen: Seen, lemmas: Collection[str]) -> bool:
    """Say whether what was taken for words begins with whom they are said to.

    "Invited Vey to come"; "admitted to the newspaper Courier that …".
    """
    first, last = seen.sighting.first, seen.sighting.last
    lead = range(speech.content[0], first)
    if any(words.pos[token] not in {"DET", "ADJ", "NOUN"} for token in lead):
        return False
    return ("invite" in lemmas and not lead) or _is_said_to(words, speech, last)


def _is_said_to(words: Words, speech: Speech, last: int) -> bool:
    return words.lower[speech.cue[-1]] == "to" and words.lower[last : last + 1] == ["that"]


def _told_in_passive(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]
) -> tuple[ActorId, ...]:
    """Return the subject of "they were told", "the team was advised by …"."""
    words = scene.words
    for seen in scene.outer:
        for token in range(*seen.sighting.core):
            verb = words.head[token]
            if (
                words.dep[token] == "nsubjpass"
                and verb in speech.cue
                and words.lemma[verb] in _TOLD
            ):
                return with_joined(scene, seen, speaker)
    return ()


def _is_part_of_title(whole: Seen, part: Seen) -> bool:
    """Say whether the words only belong to somebody unknown: "EU" in "EU envoys"."""
    one, two = whole.sighting, part.sighting
    inside = one.first <= two.first and two.last <= one.last
    return not whole.actors and one.office is not None and inside and one.core != two.core
