"""Casts: to whom, about whom and through whom something was said."""

from rejoinder.actors.profiles import Profile
from rejoinder.actors.scene import Scene, Seen
from rejoinder.actors.speech import Speech
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Cast, Relay

__all__ = ["cast_of"]

_TOLD = frozenset("tell inform remind assure notify brief warn advise ask invite".split())
_REPORTS = frozenset("report quote cite carry publish write say note add".split())
_TALKS = frozenset("interview conversation comment comments remarks".split())
_SIDES = {ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE}
_PLACES = frozenset("in near within inside across at".split())
_JOINING = frozenset("and , or & as well".split())


def cast_of(
    scene: Scene, speech: Speech, speaker: tuple[ActorId, ...], outer: tuple[ActorId, ...]
) -> Cast:
    """Return the parts in one attribution.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        outer: who speaks in the attribution around it, if there is one.
    """
    relays = _relays(scene, speech, speaker)
    addressee = _addressee(scene, speech, speaker)
    about = _targets(scene, speech, speaker)
    if not about:
        media = [a for a in addressee if scene.profiles[a].kind is ActorKind.MEDIA]
        about = tuple(a for a in addressee if a not in media)
    carried = [a for a in outer if scene.profiles[a].kind is ActorKind.MEDIA and a not in speaker]
    if carried and speech.parent is not None:
        first = min([*speech.source, *speech.cue, *speech.content])
        named = [s for s in scene.outer if s.sighting.first < first and carried[0] in s.actors]
        relays.extend(_relay(scene, s, carried[0]) for s in named[-1:])
    return Cast(speaker=speaker, addressee=addressee, about=about, relay=tuple(relays))


def _relay(scene: Scene, seen: Seen, actor: ActorId) -> Relay:
    return Relay(actor=actor, span=scene.words.span(seen.sighting.first, seen.sighting.last))


def _around(scene: Scene, speech: Speech) -> list[Seen]:
    """Return who is mentioned in the sentence of source and cue, outside of source and content."""
    anchor = (*speech.cue, *speech.source)
    if not anchor:
        return []
    first, last = scene.words.sentence_of(anchor[0])
    taken = {*speech.content, *speech.source}
    return [
        s
        for s in scene.outer
        if first <= s.sighting.first < last and s.sighting.core[0] not in taken
    ]


def _relays(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> list[Relay]:
    """Return the carriers that the sentence states: told, interviewed by, quoted by, reported."""
    if speech.parent is not None:
        return []
    return [
        _relay(scene, seen, seen.actors[0])
        for seen in _around(scene, speech)
        if scene.profiles[seen.actors[0]].kind is ActorKind.MEDIA
        and seen.actors[0] not in speaker
        and _carries(scene, seen)
    ]


def _carries(scene: Scene, seen: Seen) -> bool:
    words, first, last = scene.words, seen.sighting.first, seen.sighting.last
    start, end = words.sentence_of(first)
    before = words.lemma[max(start, first - 6) : first]
    behind = words.lemma[last : min(end, last + 2)]
    if any(word in _REPORTS for word in behind):
        return True
    if "tell" in before or "interview" in before or "receive" in before:
        return True
    by = words.lower[max(start, first - 3) : first]
    passive = {"by", "to", "with", "in", "via", "on"} & set(by)
    return bool(passive) and any(word in _REPORTS | _TALKS for word in before)


def _addressee(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return whom the speaker told: the object of the cue, or who is named after "to"."""
    words = scene.words
    lemmas = [words.lemma[token] for token in speech.cue]
    if not speech.cue:
        return ()
    told = any(lemma in _TOLD for lemma in lemmas)
    last = speech.cue[-1]
    for seen in scene.outer:
        first = seen.sighting.first
        if first <= last or first > last + 8 or first in speech.source:
            continue
        gap = words.lower[last + 1 : first]
        inside = first in speech.content
        if inside and not ({"ask", "invite"} & set(lemmas) and first == speech.content[0]):
            break
        if told and all(words.pos[t] in {"DET", "ADJ", "ADV"} for t in range(last + 1, first)):
            return _coordinated(scene, seen, speaker)
        if "to" in gap[-2:] and len(gap) <= 3:
            return _coordinated(scene, seen, speaker)
    return ()


def _targets(scene: Scene, speech: Speech, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return whom it is about or against: the cue's object, else the first other party."""
    if not speech.cue and not speech.content:
        return ()
    inside = set(speech.content)
    objects = [s for s in _around(scene, speech) if _is_object(scene, speech, s)]
    content = [s for s in scene.outer if s.sighting.core[0] in inside]
    fitting = [
        s
        for s in (*objects, *content)
        if not any(_own_side(scene, actor, speaker) for actor in s.actors)
        and scene.profiles[s.actors[0]].kind is not ActorKind.MEDIA
    ]
    acting = [s for s in fitting if not _is_place(scene, s)]
    chosen = (acting or fitting)[:1]
    return _coordinated(scene, chosen[0], speaker) if chosen else ()


def _is_object(scene: Scene, speech: Speech, seen: Seen) -> bool:
    """Say whether the cue's words reach to the sighting: "demand from X", "response to X's …"."""
    if not speech.cue:
        return False
    words, first = scene.words, seen.sighting.first
    if scene.profiles[seen.actors[0]].kind is ActorKind.MEDIA:
        return False
    last = speech.cue[-1]
    near = last < first <= last + 6
    return near and all(words.pos[t] not in {"VERB", "PUNCT"} for t in range(last + 1, first))


def _is_place(scene: Scene, seen: Seen) -> bool:
    """Say whether a state is only where something happens."""
    words, first = scene.words, seen.sighting.first
    state = scene.profiles[seen.actors[0]].kind is ActorKind.STATE
    return (
        state
        and first > 0
        and any(words.lower[t] in _PLACES for t in range(max(0, first - 2), first))
    )


def _coordinated(scene: Scene, seen: Seen, speaker: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    """Return the actors of a sighting and of those joined to it by "and"."""
    words, chosen, last = scene.words, list(seen.actors), seen.sighting.last
    for later in scene.outer:
        if later.sighting.first < last:
            continue
        gap = words.lower[last : later.sighting.first]
        if not 0 < len(gap) <= 3 or "and" not in gap or any(w not in _JOINING for w in gap):
            break
        chosen.extend(later.actors)
        last = later.sighting.last
    return tuple(a for a in dict.fromkeys(chosen) if not _own_side(scene, a, speaker))


def _own_side(scene: Scene, actor: ActorId, speaker: tuple[ActorId, ...]) -> bool:
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
