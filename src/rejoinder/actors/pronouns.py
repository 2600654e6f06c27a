"""Pronouns: whom he, she, it, they, who, I and we mean as the source of a statement."""

from collections.abc import Callable

from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.actors.titles import past_affiliation
from rejoinder.actors.turns import Speakers, Turns
from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId

__all__ = ["relative", "salient_person", "speaker_of_pronoun"]

_SHE_HE = {
    "he": "m",
    "she": "f",
    "him": "m",
    "her": "f",
    "his": "m",
    "himself": "m",
    "herself": "f",
}
_GROUP_REACH = 2
_MARKS = frozenset({'"', "“", "”"})
_FIRST = frozenset("i we us me our my ours".split())


def speaker_of_pronoun(turns: Turns, speech: Speech, word: str) -> Speakers | None:
    """Return whom the pronoun means, nobody where that is not known; None for other words.

    Third persons go to the speaker before, or to a subject named since, if number and gender fit;
    inside what somebody says, to whom the words before mention; first persons to that somebody.
    """
    if word in _FIRST:
        if speech.parent is not None:
            return turns.found[speech.parent]
        return turns.running(speech) or _first_subject(turns, speech)
    if word in _SHE_HE:
        return salient_person(turns, speech, _SHE_HE[word])
    if word in {"it", "its"}:
        return _thing(turns, speech)
    if word in {"they", "their", "them"}:
        return _several(turns, speech)
    if word in {"who", "which", "that"} and speech.head is not None:
        return relative(turns.scene, speech.head, person=word == "who")
    return None


def salient_person(turns: Turns, speech: Speech, gender: str) -> Speakers:
    """Return the person whom "he" or "she" in place of the source would mean.

    An empty gender agrees with any.
    """
    around = turns.around(speech)
    # Whoever is quoted speaks of others as "he".
    apart = _named_inside(turns, speech) | {
        who for place in around if _is_quoted_in(turns, speech, place) for who in turns.found[place]
    }

    def fits(actor: ActorId) -> bool:
        profile = turns.profile(actor)
        human = profile.kind is ActorKind.PERSON
        return human and {profile.gender, gender} != {"m", "f"} and actor not in apart

    for place in around:
        inner = [
            s
            for s in turns.scene.outer
            if turns.speeches[place].content[0] <= s.sighting.first < speech.source[0]
            and len(s.actors) == 1
            and fits(s.actors[0])
        ]
        if inner:
            return inner[-1].actors
        outer = turns.found[place]
        if len(outer) == 1 and fits(outer[0]):
            return outer
    return _salient(turns, speech, fits)


def _is_quoted_in(turns: Turns, speech: Speech, place: int) -> bool:
    """Say whether a speech is told in the very words of the one around it.

    Where an odd number of marks stands before it, it is not in the quotation: 'he "ruled out"'.
    """
    around = turns.speeches[place]
    opening = turns.words.text[max(0, around.content[0] - 1) : around.content[0] + 1]
    if not around.direct or _MARKS.isdisjoint(opening):
        return False
    between = turns.words.text[around.content[0] : max((*speech.source[:1], *speech.cue[:1]))]
    inner = between[1:] if between[:1] and between[0] in _MARKS else between
    return not sum(word in _MARKS for word in inner) % 2


def _named_inside(turns: Turns, speech: Speech) -> set[ActorId]:
    """Return who is named in the words said: in "he demanded that Vey prove it" he is not Vey.

    One may speak of what bears one's name: "the Vey administration".
    """
    words, inside = turns.words, set(speech.content)
    return {
        actor
        for seen in turns.scene.outer
        if seen.sighting.name and seen.sighting.core[0] in inside
        if words.dep[seen.sighting.core[1] - 1] != "compound"
        for actor in seen.actors
    }


def _thing(turns: Turns, speech: Speech) -> Speakers:
    spoken = [(place, who) for place, who in turns.history if place < speech.first]
    writers = spoken[-1][1] if spoken and spoken[-1][0] in turns.papers else ()

    def fits(actor: ActorId) -> bool:
        # "Vey's statement said ... It added": the paper speaks for whoever wrote it.
        return actor in writers or turns.profile(actor).kind is not ActorKind.PERSON

    if speech.parent is not None:
        around = turns.speeches[speech.parent]
        inner = [
            s
            for s in turns.scene.outer
            if around.content[0] <= s.sighting.first < speech.source[0] and fits(s.actors[0])
        ]
        if inner:
            subjects = [s for s in inner if turns.is_subject(s)]
            return (subjects or inner)[-1].actors
        if _is_quoted_in(turns, speech, speech.parent):
            return ()
    return _salient(turns, speech, fits)


def _salient(turns: Turns, speech: Speech, fits: Callable[[ActorId], bool]) -> Speakers:
    """Return the speaker before or a subject named since, whichever is nearer and fits.

    A subject counts only where the publisher tells of it, not inside what somebody said.
    """
    start = speech.source[0] if speech.source else speech.first
    number = turns.words.sentence[start]
    last_turn, running = max(
        ((place, who) for place, who in turns.history if place < speech.first),
        default=(-1, ()),
    )
    since = [
        s
        for s in turns.scene.outer
        if last_turn < s.sighting.first < start
        and s.sighting.first not in turns.said
        and not _is_subject_of_content(turns, speech, s)
        and turns.is_subject(s)
        and len(s.actors) == 1
        and fits(s.actors[0])
        and number - turns.words.sentence[s.sighting.first] <= 2
    ]
    main = [s for s in since if turns.is_main_subject(s)]
    if main:
        return main[-1].actors
    # What is told of others in the sentence in which somebody speaks is told aside.
    aside = turns.words.sentence[last_turn] if last_turn >= 0 else -1
    later = [s for s in since if turns.words.sentence[s.sighting.first] != aside]
    if later:
        return later[-1].actors
    if speech.parent is None and any(last_turn < n < speech.first for n in turns.nameless):
        return ()
    if len(running) == 1 and fits(running[0]):
        return running
    if since:
        return since[-1].actors
    spoken = [who for place, who in turns.history if place < speech.first][-4:]
    alone = [who for who in spoken if len(who) == 1 and fits(who[0])]
    if alone:
        return alone[-1]
    before = [
        s
        for s in turns.scene.outer
        if s.sighting.first < start and len(s.actors) == 1 and fits(s.actors[0])
    ]
    subjects = [s for s in before if turns.is_subject(s)]
    return (subjects or before)[-1].actors if before else ()


def _is_subject_of_content(turns: Turns, speech: Speech, seen: Seen) -> bool:
    """Say whether the words said begin with the sighting: "Vey, he went on, lied"."""
    words, inside = turns.words, set(speech.content)
    return any(
        words.dep[t] in {"nsubj", "nsubjpass"} and words.head[t] in inside
        for t in range(*seen.sighting.core)
    )


def _several(turns: Turns, speech: Speech) -> Speakers:
    outer = turns.found[speech.parent] if speech.parent is not None else ()
    if len(outer) > 1 or any(turns.profile(who).kind is ActorKind.GROUP for who in outer):
        # "Norland's deputies say that they believe".
        return outer
    if _goes_on_from_nobody(turns, speech):
        return ()
    running = turns.running(speech)
    if len(running) > 1:
        return running
    if speech.parent is not None or not running:
        # "In their view" is that of those who spoke together last, at whatever depth.
        spoken = zip(turns.speeches, turns.found, strict=True)
        several = [(s.first, who) for s, who in spoken if len(who) > 1 and s.first < speech.first]
        if several:
            return max(several)[1]
    group = _group_before(turns, speech) if speech.parent is None else ()
    kind = turns.profile(running[0]).kind if running else ActorKind.PERSON
    if kind in {ActorKind.PERSON, ActorKind.MEDIA}:
        return group
    return running


def _goes_on_from_nobody(turns: Turns, speech: Speech) -> bool:
    """Say whether those who spoke last, or whose words these are told in, have no name."""
    if speech.parent is not None:
        return turns.speeches[speech.parent].first in turns.crowds or _is_quoted_in(
            turns, speech, speech.parent
        )
    last = max((place for place, _ in turns.history if place < speech.first), default=-1)
    return any(last < n < speech.first and n not in turns.said for n in turns.crowds)


def _group_before(turns: Turns, speech: Speech) -> Speakers:
    """Return the group, or the several, that was the subject of a sentence shortly before."""
    words, start = turns.words, speech.first
    for seen in reversed(turns.scene.outer):
        if seen.sighting.first >= start or seen.sighting.first in turns.said:
            continue
        if words.sentence[start] - words.sentence[seen.sighting.first] > _GROUP_REACH:
            break
        group = turns.profile(seen.actors[0]).kind is ActorKind.GROUP
        if (group or len(seen.actors) > 1) and turns.is_main_subject(seen):
            return seen.actors
    return ()


def _first_subject(turns: Turns, speech: Speech) -> Speakers:
    """Return who acts before in a text that speaks for itself, such as a joint statement."""
    before = [s for s in turns.scene.outer if s.sighting.last <= speech.first]
    subjects = [s for s in before if turns.is_main_subject(s)]
    return (subjects or before)[-1].actors if before else ()


def relative(scene: Scene, head: int, *, person: bool) -> Speakers:
    """Return the actor named right before a relative pronoun."""
    for seen in reversed(scene.outer):
        gap = head - past_affiliation(scene.words, seen.sighting.last)
        if gap < 0 or gap > 2 or len(seen.actors) != 1:
            continue
        kind = scene.profiles[seen.actors[0]].kind
        first = seen.sighting.first
        # "The Norlanders, who said so" stand for their state.
        people = (
            kind is ActorKind.STATE and "the" in scene.words.lower[max(0, first - 1) : first + 1]
        )
        if people or kind is ActorKind.GROUP or (kind is ActorKind.PERSON) == person:
            return seen.actors
    return ()
