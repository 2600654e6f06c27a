"""Blows that a statement says its own side gave back: "our units responded with fire"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event, EventType
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["BLOWS", "last_blow", "returned_links"]

_GIVEN_BACK: Final = re.compile(
    r"\b(?:respond(?:ed|ing) with|retaliat(?:ed|ing)|return(?:ed|ing) fire"
    r"|(?:fired|hit|struck) back|answer(?:ed|ing) (?:with|the fire)|in retaliation|retaliatory)\b",
    re.IGNORECASE,
)
# "would take no reciprocal action", "no steps in response": to what was done to his side.
_IN_RETURN: Final = re.compile(
    r"\b(?:reciprocal|tit-for-tat|counter-?(?:measures?|sanctions))\b"
    r"|\b(?:steps?|measures?|action|moves?|sanctions|a ban)"
    r" in (?:response|reply|retaliation|return)\b",
    re.IGNORECASE,
)
_BLOWS: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
BLOWS: Final = _BLOWS | {
    EventType.THREATEN,
    EventType.REJECT,
    EventType.ACCUSE,
    EventType.MOBILIZE,
}
"""What may be answered in kind."""

_NEAR: Final = 2
_BEFORE: Final = 4


def returned_links(scene: Scene) -> Iterator[Link]:
    """Link who says that his side struck back to the blow that it was struck just before.

    The first blow may be told by anybody, but in another statement.
    """
    for voice in scene.voices:
        evidence = _found(scene, voice, _GIVEN_BACK)
        blow = _blow(scene, voice, evidence) if evidence else None
        if blow is None:
            evidence = _found(scene, voice, _IN_RETURN)
            blow = last_blow(scene, voice, evidence) if evidence else None
        if blow is not None and evidence is not None:
            yield make_link(voice.statement.id, blow.id, Relation.ANSWERS, evidence=evidence)


def last_blow(scene: Scene, voice: Voice, evidence: Span) -> Event | None:
    """Return the last blow that the publisher tells before the words, to the speaker's own side.

    Where none is told to be done to it, it is the last that another than the speaker struck.
    """
    blows = [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and event.event_type in BLOWS
        and event.actor
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
        and 0 <= voice.place - scene.passages.place(event.span.start) <= _BEFORE
        and event.span.end <= evidence.start
    ]
    struck = [
        event
        for event in blows
        if not scene.parties.parties(event.recipient).isdisjoint(voice.speakers)
    ]
    return max(struck or blows, key=lambda event: (event.span, event.id), default=None)


def _found(scene: Scene, voice: Voice, pattern: re.Pattern[str]) -> Span | None:
    if voice.zone in HEADS:
        return None
    for span in voice.statement.content:
        found = pattern.search(scene.text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None


def _blow(scene: Scene, voice: Voice, evidence: Span) -> Event | None:
    """Return the last deed before the words that was done to the speaker's side by another."""
    done = [
        event
        for event in scene.deeds
        if event.event_type in _BLOWS
        and event.asserted_by != voice.statement.id
        and event.span.end <= evidence.start
        and voice.place - scene.passages.place(event.span.start) <= _NEAR
        and not scene.parties.parties(event.recipient).isdisjoint(voice.speakers)
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return max(done, key=lambda event: (event.span, event.id), default=None)
