"""What a statement's own text points at: markers of an answer with the words they govern."""

import re

from rejoinder.exchanges.governing import governs
from rejoinder.exchanges.markers import (
    Kind,
    Marker,
    SpeechNoun,
    find_speech_nouns,
    is_cancelled,
)
from rejoinder.exchanges.mentions import mentioned_words
from rejoinder.exchanges.owners import (
    INDEFINITE,
    addressed,
    answers_nobody,
    is_pointing,
    owners_of,
    points,
)
from rejoinder.exchanges.passages import BOUNDARY
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.span import Span

__all__ = ["find_references", "rejecting_words"]

_OBJECT_REACH = 140
# "called him to express concerns" rates no concerns.
_NOUN_REACH = 60
_RATED_REACH = 25
# What these mark is found by others than this module.
_OF_OTHERS = frozenset(
    {
        Kind.REJECTING,
        Kind.NEGATOR,
        Kind.ANNOUNCING,
        Kind.TURN,
        Kind.DIFFERING,
        Kind.AGREEING,
        Kind.WHILE,
    }
)
# "Denied any claim" turns down those that were made.
_OF_ANY = frozenset({Kind.DENIAL, Kind.RESPONSE, Kind.JOINING})
_VIEW = re.compile(r"shar|agree|subscrib|concur", re.IGNORECASE)
_SPEAKING_KINDS = frozenset({Kind.DENIAL, Kind.VERDICT, Kind.RATING, Kind.WELCOME})
# "were shocked by the news": the words after it are meant, not those before.
_AGENT = re.compile(r"\b(?:by|at|about|over)$")


def find_references(scene: Scene, voice: Voice) -> list[Reference]:
    """Return what the statement's own words point at, in text order."""
    if answers_nobody(scene, voice):
        return []
    own = scene.own_text(voice.statement)
    found: list[Reference] = []
    for window in scene.windows(voice.statement):
        markers = scene.markers(own, window)
        for marker in markers:
            reference = _marked(scene, voice, own, marker, window)
            if reference is not None:
                found.append(reference)
        found.extend(mentioned_words(scene, voice, own, markers, window))
    return found


def rejecting_words(scene: Scene, voice: Voice) -> Span | None:
    """Return the first words that reject something, of a statement's own, not what it recounts."""
    own = scene.own_text(voice.statement)
    for window in scene.windows(voice.statement):
        for marker in scene.markers(own, window):
            denies = marker.kind is Kind.REJECTING and marker.relation is Relation.DENIES
            if denies and not is_cancelled(own, marker.span, window):
                return marker.span
    return None


def _marked(scene: Scene, voice: Voice, own: str, marker: Marker, window: Span) -> Reference | None:
    if marker.kind in _OF_OTHERS or not governs(scene, voice, own, marker, window):
        return None
    if marker.kind in _SPEAKING_KINDS and _brings_nested(scene, voice, marker):
        return None
    relation = marker.relation
    if is_cancelled(own, marker.span, window):
        relation = _taken_back(scene, marker)
        if relation is None:
            return None
    objects = _objects(scene, voice, marker)
    nouns = [
        noun
        for span in objects
        for noun in find_speech_nouns(scene.text, span)
        if marker.kind in _OF_ANY or not points(scene.text, noun, INDEFINITE)
    ]
    reach = _RATED_REACH if marker.kind is Kind.RATING else _NOUN_REACH
    if nouns and nouns[0].span.start - objects[0].start > reach:
        nouns = []
    noun = nouns[0] if nouns else None
    return Reference(
        kind=marker.kind,
        relation=relation,
        evidence=_evidence(marker, objects, noun),
        objects=objects,
        acts=noun.acts if noun else frozenset(),
        head=noun.span if noun and not noun.deed else None,
        owners=_owners(scene, marker, objects, noun),
        pointing=is_pointing(scene, marker.kind, objects, noun),
    )


def _taken_back(scene: Scene, marker: Marker) -> Relation | None:
    """Return what is left of a marker that is negated: "did not welcome", "does not share"."""
    if marker.kind is Kind.WELCOME:
        return Relation.REFUSES
    of_view = marker.kind is Kind.JOINING and _VIEW.match(marker.span.text_of(scene.text))
    return Relation.CONTRADICTS if of_view else None


def _owners(
    scene: Scene, marker: Marker, objects: tuple[Span, ...], noun: SpeechNoun | None
) -> frozenset[ActorId]:
    if noun is None:
        return addressed(scene, marker, objects)
    # "any involvement of its troops": theirs is the deed, and not the words that allege it.
    return frozenset() if noun.deed else owners_of(scene, noun, objects)


def _brings_nested(scene: Scene, voice: Voice, marker: Marker) -> bool:
    """Say whether the marker is the cue of a statement nested in this one: "what he called ...".

    What a ministry says that its state condemns, it condemns itself.
    """
    for other in scene.record.statements:
        if other.parent == voice.statement.id and any(c.overlaps(marker.span) for c in other.cue):
            one_side = not scene.parties.parties(other.speaker).isdisjoint(voice.speakers)
            return not one_side or set(other.speaker) == set(voice.statement.speaker)
    return False


def _objects(scene: Scene, voice: Voice, marker: Marker) -> tuple[Span, ...]:
    """Return the words that a marker governs: those after it, or the content of a passive cue."""
    sentence = scene.passages.sentence(scene.passages.place(marker.span.end - 1))
    end = min(sentence.end, marker.span.end + _OBJECT_REACH)
    stop = BOUNDARY.search(scene.text, marker.span.end, end)
    end = stop.start() if stop else end
    after = Span(marker.span.end, end) if end - marker.span.end > 2 else None
    content = voice.statement.content[0]
    echoed = marker.kind is Kind.JOINING and scene.text.startswith(" by", marker.span.end)
    spoken = marker.kind in _SPEAKING_KINDS or echoed
    passive = spoken and not _AGENT.search(marker.span.text_of(scene.text))
    if passive and content.end <= marker.span.start:
        return (content,)
    return (after,) if after else ()


def _evidence(marker: Marker, objects: tuple[Span, ...], noun: SpeechNoun | None) -> Span:
    if noun is not None and objects and objects[0].start >= marker.span.end:
        return Span(marker.span.start, max(marker.span.end, noun.span.end))
    return marker.span
