"""Casts: to whom, about whom and through whom something was said."""

from collections.abc import Collection

from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.targets import Earlier, targets_of, with_joined
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Cast, Relay

__all__ = ["cast_of"]

_TOLD = frozenset("tell inform remind assure notify brief warn advise ask invite".split())
_REPORTS = frozenset("report quote cite carry publish write say note add".split())
_TALKS = frozenset("interview conversation comment comments remarks".split())


def cast_of(
    scene: Scene,
    speech: Speech,
    speaker: tuple[ActorId, ...],
    outer: tuple[ActorId, ...],
    earlier: Earlier | None,
    inner: Collection[int],
) -> Cast:
    """Return the parts in one attribution.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        outer: who speaks in the attribution around it, if there is one.
        earlier: the attribution at the top level before it, with its speaker and its targets.
        inner: the tokens of attributions inside its content.
    """
    relays = _relays(scene, speech, speaker, inner)
    addressee = _addressee(scene, speech, speaker)
    about = targets_of(scene, speech, speaker, outer, earlier)
    if not about:
        about = tuple(a for a in addressee if scene.profiles[a].kind is not ActorKind.MEDIA)
    carried = [a for a in outer if scene.profiles[a].kind is ActorKind.MEDIA and a not in speaker]
    if carried:
        first = min([*speech.source, *speech.cue, *speech.content])
        named = [s for s in scene.outer if s.sighting.first < first and carried[0] in s.actors]
        relays.extend(_relay(scene, s, carried[0]) for s in named[-1:])
    return Cast(speaker=speaker, addressee=addressee, about=about, relay=tuple(relays))


def _relay(scene: Scene, seen: Seen, actor: ActorId) -> Relay:
    return Relay(actor=actor, span=scene.words.span(seen.sighting.first, seen.sighting.last))


def _relays(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...], inner: Collection[int]
) -> list[Relay]:
    """Return the carriers that the sentence states: told, interviewed by, quoted by, reported."""
    anchor = (*speech.cue, *speech.source)
    if not anchor:
        return []
    first, last = scene.words.sentence_of(anchor[0])
    found: list[Relay] = []
    for seen in scene.outer:
        core, actor = seen.sighting.core[0], seen.actors[0]
        if not first <= core < last or core in speech.source or core in inner or actor in speaker:
            continue
        if scene.profiles[actor].kind is not ActorKind.MEDIA:
            continue
        if speech.parent is not None and not anchor[0] < core < min(speech.content) + 12:
            continue
        told = core in speech.content
        if _carries(scene, seen) if not told else _interviews(scene, seen):
            found.append(_relay(scene, seen, actor))
    return found


def _interviews(scene: Scene, seen: Seen) -> bool:
    first = seen.sighting.first
    return "interview" in scene.words.lower[max(0, first - 7) : first]


def _carries(scene: Scene, seen: Seen) -> bool:
    words, first, last = scene.words, seen.sighting.first, seen.sighting.last
    start, end = words.sentence_of(first)
    before = words.lemma[max(start, first - 6) : first]
    behind = words.lemma[last : min(end, last + 2)]
    if any(word in _REPORTS for word in behind):
        return True
    if {"tell", "interview", "receive"} & set(before):
        return True
    by = words.lower[max(start, first - 3) : first]
    passive = {"by", "to", "with", "in", "via", "on"} & set(by)
    return bool(passive) and any(word in _REPORTS | _TALKS for word in before)


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
        asked = lemmas & {"ask", "invite"} and first == speech.content[0]
        if first > last + 8 or (first in speech.content and not asked):
            break
        if any(_is_part_of_title(s, seen) for s in scene.seen):
            continue
        told = all(words.pos[t] in {"DET", "ADJ", "ADV"} for t in range(last + 1, first))
        gap = words.lower[last + 1 : first]
        if (told and lemmas & _TOLD) or ("to" in gap[-2:] and len(gap) <= 3):
            return with_joined(scene, seen, speaker)
    return ()


def _is_part_of_title(whole: Seen, part: Seen) -> bool:
    """Say whether the words only belong to somebody unknown: "EU" in "EU envoys"."""
    one, two = whole.sighting, part.sighting
    inside = one.first <= two.first and two.last <= one.last
    return not whole.actors and one.office is not None and inside and one.core != two.core
