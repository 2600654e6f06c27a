"""Relays: the carriers by which words reached the article, and how far each one reaches."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from rejoinder.actors.scene import Scene
from rejoinder.actors.sighting import Seen
from rejoinder.actors.speech import Speech
from rejoinder.model.actor import ActorKind, MentionKind
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Cast, Relay

__all__ = ["carry_over", "quoted_one", "stated_relays"]

_REPORTS = frozenset("report quote cite carry publish write say note add".split())
_TALKS = frozenset("interview conversation comment comments remarks".split())
_PASSED_ON = frozenset({"tell", "interview", "receive", "obtain"})
_INTERVIEWERS = frozenset({ActorKind.MEDIA, ActorKind.NGO})
_UNOFFICIAL = frozenset({None, "EDU", "ELI", "CVL", "JRN"})
# Somebody who says so speaks elsewhere than in the interview.
_ELSEWHERE = frozenset(
    "statement tweet twitter telegram facebook conference speech letter briefing reporters".split()
)
_BY_NAME = frozenset({MentionKind.NAME, MentionKind.METONYM})
_NEAR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Interview:
    """Who speaks to a carrier from some place in the text on."""

    place: int
    person: ActorId
    relay: Relay


def stated_relays(
    scene: Scene,
    speech: Speech,
    speaker: tuple[ActorId, ...],
    around: Speech | None,
    inner: Collection[int],
) -> list[Relay]:
    """Return the carriers that the sentence states: told, interviewed by, quoted by, reported.

    Args:
        scene: the article.
        speech: the attribution.
        speaker: who speaks.
        around: the attribution around it; carriers outside of that one's words are not this one's.
        inner: the tokens of attributions inside its content.
    """
    anchor = (*speech.cue, *speech.source)
    if not anchor:
        return []
    first, last = scene.words.sentence_of(anchor[0])
    found: list[Relay] = []
    for seen in scene.outer:
        core, actor = seen.sighting.core[0], seen.actors[0]
        if not first <= core < last or core in inner or actor in speaker:
            continue
        if core in speech.source and scene.profiles[actor].kind is not ActorKind.MEDIA:
            continue
        ahead = core < anchor[0] and core not in speech.source
        if around is not None and (core not in around.content or ahead):
            continue
        if ";" in scene.words.text[core : anchor[0]] or not _may_carry(scene, seen, speaker):
            # What stands behind a semicolon the teller tells himself.
            continue
        told = core in speech.content
        known = any(relay.actor == actor for relay in found)
        if not known and (_interviews(scene, seen) if told else _carries(scene, seen)):
            found.append(_relay(scene, seen))
    return found


def _relay(scene: Scene, seen: Seen) -> Relay:
    span = scene.words.span(seen.sighting.first, seen.sighting.last)
    return Relay(actor=seen.actors[0], span=span)


def _may_carry(scene: Scene, seen: Seen, speaker: tuple[ActorId, ...]) -> bool:
    """Say whether it is a medium, or an institute that publishes what somebody tells it."""
    kind = scene.profiles[seen.actors[0]].kind
    if kind is ActorKind.MEDIA:
        return True
    if kind is not ActorKind.NGO:
        return False
    expert = any(scene.profiles[who].sector in _UNOFFICIAL for who in speaker)
    return _interviews(scene, seen) or (expert and _is_told(scene, seen))


def _is_told(scene: Scene, seen: Seen) -> bool:
    first = seen.sighting.first
    return scene.words.lemma[max(0, first - 1) : first] == ["tell"]


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
    if _PASSED_ON & set(before):
        return True
    by = words.lower[max(start, first - 3) : first]
    passive = {"by", "to", "with", "in", "via", "on"} & set(by)
    return bool(passive) and any(word in _REPORTS | _TALKS for word in before)


def carry_over(scene: Scene, speeches: Sequence[Speech], casts: Sequence[Cast]) -> list[Cast]:
    """Return the casts with the relays that the text carries over from one sentence to the next.

    An interview is the source of whatever its guest says from there on, unless he says it
    elsewhere. What somebody told a medium goes on while the same speaker does, as long as he is
    not named anew: "X told ILNA that …. The envoy added …".
    """
    order = sorted(range(len(speeches)), key=lambda n: speeches[n].first)
    top = [n for n in order if speeches[n].parent is None]
    interviews = list(_find_interviews(scene, [speeches[n] for n in top], [casts[n] for n in top]))
    found = list(casts)
    running: tuple[tuple[ActorId, ...], Relay] | None = None
    sentence = -1
    for number in top:
        speech, cast = speeches[number], found[number]
        here = scene.words.sentence[speech.first]
        if not cast.relay and len(cast.speaker) == 1 and not _is_elsewhere(scene, speech):
            held = _interview_of(interviews, speech, cast)
            told = running if running is not None and here - sentence <= _NEAR else None
            if held is None and told is not None and told[0] == cast.speaker:
                held = told[1] if not _names_anew(scene, speech) else None
            if held is not None:
                found[number] = replace(cast, relay=(held,))
        if found[number].relay and _is_direct(scene, cast, found[number]):
            running = (cast.speaker, found[number].relay[0])
        elif running is not None and cast.speaker and running[0] != cast.speaker:
            running = None
        sentence = scene.words.sentence[max(speech.content)]
    return found


def _find_interviews(
    scene: Scene, speeches: Sequence[Speech], casts: Sequence[Cast]
) -> Iterator[_Interview]:
    words = scene.words
    for token, lemma in enumerate(words.lemma):
        if lemma != "interview" or words.hidden[token]:
            continue
        start, end = words.sentence_of(token)
        near = [s for s in scene.outer if start <= s.sighting.first < end]
        carriers = [
            s
            for s in near
            if token < s.sighting.first <= token + 10
            and scene.profiles[s.actors[0]].kind in _INTERVIEWERS
        ]
        if not carriers:
            continue
        speaking = [
            cast.speaker[0]
            for speech, cast in zip(speeches, casts, strict=True)
            if len(cast.speaker) == 1 and start <= speech.first < end
        ]
        people = [
            s.actors[0]
            for s in near
            if s.sighting.first < token and scene.profiles[s.actors[0]].kind is ActorKind.PERSON
        ]
        guest = next(iter((*speaking, *people)), None)
        if guest is not None:
            yield _Interview(place=token, person=guest, relay=_relay(scene, carriers[0]))


def _interview_of(interviews: Sequence[_Interview], speech: Speech, cast: Cast) -> Relay | None:
    known = [i for i in interviews if i.place < speech.first and i.person == cast.speaker[0]]
    return known[-1].relay if known else None


def _is_elsewhere(scene: Scene, speech: Speech) -> bool:
    inside = {*speech.content, *speech.source}
    first, last = scene.words.sentence_of((*speech.cue, speech.first)[0])
    return any(scene.words.lower[t] in _ELSEWHERE for t in range(first, last) if t not in inside)


def _names_anew(scene: Scene, speech: Speech) -> bool:
    inside = set(speech.source)
    named = (s.sighting for s in scene.outer if s.sighting.core[0] in inside)
    return any(sighting.kind in _BY_NAME for sighting in named)


def _is_direct(scene: Scene, cast: Cast, found: Cast) -> bool:
    """Say whether the carrier was told so, or goes on to be; an agency's report does not go on."""
    if not cast.relay:
        return True
    return bool({relay.actor for relay in cast.relay} & set(cast.addressee))


def quoted_one(scene: Scene, speech: Speech) -> tuple[ActorId, ...]:
    """Return whom a medium quotes "as saying"; nobody where it is said by whom it is quoted."""
    words = scene.words
    if not {"quote", "cite"} & {words.lemma[token] for token in speech.cue}:
        return ()
    first, last = words.sentence_of(speech.cue[0])
    for seen in scene.outer:
        behind = seen.sighting.last
        if first <= seen.sighting.first < last and words.lower[behind : behind + 2] == [
            "as",
            "saying",
        ]:
            return (
                ()
                if "by" in words.lower[seen.sighting.first - 2 : seen.sighting.first]
                else seen.actors
            )
    return ()
