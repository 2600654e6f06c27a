"""What a statement's own text points at: markers of an answer with the words they govern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rejoinder.exchanges.markers import (
    Kind,
    Marker,
    SpeechNoun,
    find_speech_nouns,
    is_cancelled,
)
from rejoinder.exchanges.owners import (
    DEFINITE,
    DEMONSTRATIVE,
    addressed,
    answers_nobody,
    is_pointing,
    owners_of,
    points,
)
from rejoinder.exchanges.passages import parts_of
from rejoinder.exchanges.relate import HOSTILE, REJECTING
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["Reference", "find_references", "rejecting_words"]

_OBJECT_REACH = 140
_BOUNDARY = re.compile(r"[.;:!?\n,]|\s(?:saying|adding|while|but|whereas|stating|noting)\s")
_BEFORE = 45
_LEAD = 40
_BESIDE = 2
_FIRST_PERSON = re.compile(r"\b(?:we|I|our)\b")
_SPEAKING_KINDS = frozenset({Kind.DENIAL, Kind.VERDICT, Kind.RATING, Kind.WELCOME})
# "were shocked by the news": the words after it are meant, not those before.
_OPPOSING = HOSTILE | REJECTING
_AGENT = re.compile(r"\b(?:by|at|about|over)$")
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\W+(?:\w+\s+)?$",
    re.I,
)
_ADVERBIAL = re.compile(r"in |a |an |the |asked |despite|notwithstanding|contrary|\w+ing\b", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Words of a statement that point at what it answers.

    Attributes:
        kind: the marker's kind; None for a bare mention of somebody's words.
        relation: what the marker itself decides, or None.
        evidence: the words that mark the answer.
        objects: the words that name what is answered; may be empty.
        acts: the acts that the noun in them names; empty where any.
        owners: the actors that the words are said to be by; empty where the text names none.
        pointing: "such comments", "these claims": what was told just before.
        head: the noun that names words as words, or None.
    """

    kind: Kind | None
    relation: Relation | None
    evidence: Span
    objects: tuple[Span, ...] = ()
    acts: frozenset[Act] = frozenset()
    owners: frozenset[ActorId] = frozenset()
    pointing: bool = False
    head: Span | None = None


def find_references(scene: Scene, voice: Voice) -> list[Reference]:
    """Return what the statement's own words point at, in text order."""
    if answers_nobody(scene, voice):
        return []
    lead = _lead_in(scene, voice)
    own = scene.own_text(voice.statement, (lead,) if lead else ())
    windows = [*scene.windows(voice.statement), *((lead,) if lead else ())]
    found: list[Reference] = []
    for window in sorted(windows):
        markers = scene.markers(own, window)
        for marker in markers:
            reference = _marked(scene, voice, own, marker, window)
            if reference is not None:
                found.append(reference)
        found.extend(_mentioned(scene, voice, own, markers, window))
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


def _lead_in(scene: Scene, voice: Voice) -> Span | None:
    """Return the sentence before, where it only announces the statement as a response."""
    first = scene.passages.place(min(span.start for span in parts_of(voice.statement)))
    if voice.statement.parent is not None or first == 0:
        return None
    before = scene.passages.sentence(first - 1)
    taken = any(
        before.overlaps(span)
        for other in scene.record.statements
        for span in (*other.cue, *other.content)
    )
    named = scene.parties.parties(scene.parties.named_in(before))
    if taken or named.isdisjoint(voice.speakers):
        return None
    responds = any(marker.kind is Kind.RESPONSE for marker in scene.markers(scene.text, before))
    return before if responds else None


def _marked(scene: Scene, voice: Voice, own: str, marker: Marker, window: Span) -> Reference | None:
    if marker.kind in (Kind.REJECTING, Kind.NEGATOR, Kind.ANNOUNCING) or not _governs(
        scene, voice, own, marker, window
    ):
        return None
    if marker.kind in _SPEAKING_KINDS and _brings_nested(scene, voice, marker):
        return None
    relation = marker.relation
    if is_cancelled(own, marker.span, window):
        if marker.kind is not Kind.WELCOME:
            return None
        relation = Relation.REFUSES
    objects = _objects(scene, voice, marker)
    nouns = [noun for span in objects for noun in find_speech_nouns(scene.text, span)]
    if nouns and nouns[0].span.start - objects[0].start > 60:
        nouns = []
    noun = nouns[0] if nouns else None
    return Reference(
        kind=marker.kind,
        relation=relation,
        evidence=_evidence(marker, objects, noun),
        objects=objects,
        acts=noun.acts if noun else frozenset(),
        head=noun.span if noun and not noun.deed else None,
        owners=owners_of(scene, noun, objects) if noun else addressed(scene, marker, objects),
        pointing=is_pointing(scene, marker.kind, objects, noun),
    )


def _brings_nested(scene: Scene, voice: Voice, marker: Marker) -> bool:
    """Say whether the marker is the cue of a statement nested in this one: "what he called ...".

    What a ministry says that its state condemns, it condemns itself.
    """
    for other in scene.record.statements:
        if other.parent == voice.statement.id and any(c.overlaps(marker.span) for c in other.cue):
            one_side = not scene.parties.parties(other.speaker).isdisjoint(voice.speakers)
            return not one_side or set(other.speaker) == set(voice.statement.speaker)
    return False


def _governs(scene: Scene, voice: Voice, own: str, marker: Marker, window: Span) -> bool:
    """Say whether the marker speaks for the speaker and not for somebody he tells of."""
    words = marker.span.text_of(own)
    inside = any(span.contains(marker.span) for span in voice.statement.content)
    on_cue = any(span.overlaps(marker.span) for span in voice.statement.cue)
    opens = not any(map(str.isalnum, own[window.start : marker.span.start].replace("\0", "")))
    begins = any(0 <= marker.span.start - span.start <= 3 for span in voice.statement.content)
    match marker.kind:
        case Kind.GROUND | Kind.CONCLUSION:
            return begins or (opens and not inside)
        case Kind.CONTRAST:
            first = min(span.start for span in parts_of(voice.statement))
            leads = opens and first - marker.span.end <= _LEAD
            leads = leads or 0 < first - marker.span.end <= _BESIDE
            return not inside and (leads or words.lower() == "however")
        case Kind.SAME:
            return not inside and _beside_cue(voice, marker)
        case Kind.REPLY | Kind.PART:
            return on_cue or (marker.kind is Kind.PART and _opens_source(voice, marker))
        case Kind.REMEDY:
            return inside and voice.statement.act is Act.DEMAND
        case Kind.RETURN | Kind.ASIDE:
            return not inside or any(
                0 <= marker.span.start - cue.end <= _LEAD for cue in voice.statement.cue
            )
        case Kind.RESPONSE | Kind.DENIAL | Kind.VERDICT | Kind.RATING | Kind.WELCOME if inside:
            return _speaks_of_self(scene, voice, own, marker)
        case Kind.JOINING if _PASSIVE.search(own[window.start : marker.span.start]):
            return False
        case Kind.RESPONSE | Kind.JOINING | Kind.DESPITE | Kind.AFTER | Kind.SINCE:
            return (
                on_cue
                or (not inside and bool(_ADVERBIAL.match(words)))
                or (marker.kind in (Kind.DESPITE, Kind.AFTER, Kind.SINCE))
            )
        case _:
            return on_cue or (not inside and words.lower().split()[0].endswith("ing"))


def _opens_source(voice: Voice, marker: Marker) -> bool:
    return any(0 <= marker.span.start - span.start <= 3 for span in voice.statement.source)


def _beside_cue(voice: Voice, marker: Marker) -> bool:
    return any(
        -2 <= cue.start - marker.span.end <= 12
        or 0 <= marker.span.start - cue.end <= 12
        or cue.contains(marker.span)
        for cue in voice.statement.cue
    )


def _speaks_of_self(scene: Scene, voice: Voice, own: str, marker: Marker) -> bool:
    """Say whether the subject before a marker inside the content is the speaker himself."""
    sentence = scene.passages.sentence(scene.passages.place(marker.span.start))
    start = max(sentence.start, marker.span.start - _BEFORE)
    clause = re.split(r"[;:,“”\n\0]", own[start : marker.span.start])[-1]
    if marker.kind is Kind.RESPONSE and not clause.strip():
        return True
    if _FIRST_PERSON.search(clause):
        return True
    if not clause or _PASSIVE.search(clause):
        return False
    named = scene.parties.named_in(Span(marker.span.start - len(clause), marker.span.start))
    return not scene.parties.parties(named).isdisjoint(voice.speakers)


def _objects(scene: Scene, voice: Voice, marker: Marker) -> tuple[Span, ...]:
    """Return the words that a marker governs: those after it, or the content of a passive cue."""
    sentence = scene.passages.sentence(scene.passages.place(marker.span.end - 1))
    end = min(sentence.end, marker.span.end + _OBJECT_REACH)
    stop = _BOUNDARY.search(scene.text, marker.span.end, end)
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


def _mentioned(
    scene: Scene, voice: Voice, own: str, markers: list[Marker], window: Span
) -> Iterator[Reference]:
    """Find somebody's words named as such: "Heydari's statement is nothing but slander"."""
    frame = (*voice.statement.cue, *voice.statement.source)
    rejects = [marker for marker in markers if marker.kind is Kind.REJECTING]
    for noun in find_speech_nouns(own, window):
        said = any(span.contains(noun.span) for span in voice.statement.content)
        known = said and voice.statement.act in _OPPOSING
        # Who "cannot understand the remarks" speaks of them, who "did not address" them does not.
        if (
            noun.deed
            or any(span.overlaps(noun.span) for span in frame)
            or (is_cancelled(own, noun.span, window) and not known)
        ):
            continue
        owners = owners_of(scene, noun, (window,))
        pointing = points(own, noun, DEMONSTRATIVE)
        own_words = owners and scene.parties.parties(owners) <= voice.speakers
        if own_words or not (owners or pointing or points(own, noun, DEFINITE)):
            continue
        near = [mark for mark in rejects if _is_said_of(own, mark.span, noun.span)]
        if not near and not owners and not pointing and not known:
            continue
        tail = _BOUNDARY.search(scene.text, noun.span.end, window.end)
        end = min(tail.start() if tail else window.end, noun.span.end + _OBJECT_REACH)
        yield Reference(
            kind=None,
            relation=near[0].relation if near else None,
            evidence=noun.span if not near else near[0].span,
            objects=(Span(noun.span.start, max(end, noun.span.end)),),
            acts=noun.acts,
            head=noun.span,
            owners=owners,
            pointing=pointing or (not owners and (known or bool(near))),
        )


def _is_said_of(own: str, rejecting: Span, noun: Span) -> bool:
    """Say whether the rejecting word is an attribute or a predicate of the noun."""
    if rejecting == noun:
        return True
    if rejecting.end <= noun.start:
        return noun.start - rejecting.end <= 2
    between = own[noun.end : rejecting.start]
    return len(between) <= _OBJECT_REACH and not re.search(r"[,;:.!?“”\0]", between)
