"""Whether a word that marks an answer speaks for the speaker of the statement it stands in."""

import re

from rejoinder.exchanges.markers import Kind, Marker
from rejoinder.exchanges.passages import parts_of
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["governs"]

_BEFORE = 45
_LEAD = 40
_BESIDE = 2
_FIRST_PERSON = re.compile(r"\b(?:we|I|our)\b")
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|being|be)\W+(?:\w+\s+)?$",
    re.I,
)
_SAID = re.compile(r"(?:ha[sd] |have )?(?:also )?(?:said|says|told|added|noted|wrote)\W*", re.I)
_ADVERBIAL = re.compile(r"in |a |an |the |asked |despite|notwithstanding|contrary|\w+ing\b", re.I)


def governs(scene: Scene, voice: Voice, own: str, marker: Marker, window: Span) -> bool:
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
            return not inside and _beside_cue(voice, marker) and not _goes_on(scene, voice)
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
            return on_cue and scene.text.startswith(" by ", marker.span.end)
        case Kind.RESPONSE | Kind.JOINING | Kind.DESPITE | Kind.AFTER | Kind.SINCE:
            return (
                on_cue
                or (not inside and bool(_ADVERBIAL.match(words)))
                or (marker.kind in (Kind.DESPITE, Kind.AFTER, Kind.SINCE))
            )
        case _:
            return on_cue or (not inside and words.lower().split()[0].endswith("ing"))


def _goes_on(scene: Scene, voice: Voice) -> bool:
    """Say whether "also said" is of somebody who spoke before: he says more, and joins nobody."""
    plain = any(_SAID.fullmatch(span.text_of(scene.text)) for span in voice.statement.cue)
    return plain and any(
        other.start < voice.start and other.statement.speaker == voice.statement.speaker
        for other in scene.voices
        if other.statement.speaker
    )


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
