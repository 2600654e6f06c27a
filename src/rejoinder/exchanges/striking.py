"""Blows that a statement says its own side gave back: "our units responded with fire"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event, EventType
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["returned_links"]

_GIVEN_BACK: Final = re.compile(
    r"\b(?:respond(?:ed|ing) with|retaliat(?:ed|ing)|return(?:ed|ing) fire"
    r"|(?:fired|hit|struck) back|answer(?:ed|ing) (?:with|the fire)|in retaliation|retaliatory)\b",
    re.IGNORECASE,
)
_BLOWS: Final = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})
_NEAR: Final = 2


def returned_links(scene: Scene) -> Iterator[Link]:
    """Link who says that his side struck back to the blow that it was struck just before.

    The first blow may be told by anybody, but in another statement.
    """
    for voice in scene.voices:
        evidence = _given_back(scene, voice)
        blow = _blow(scene, voice, evidence) if evidence else None
        if blow is not None:
            yield make_link(
                voice.statement.id, blow.id, Relation.ANSWERS, evidence=evidence, score=0.5
            )


def _given_back(scene: Scene, voice: Voice) -> Span | None:
    if voice.zone in HEADS:
        return None
    for span in voice.statement.content:
        found = _GIVEN_BACK.search(scene.text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None


def _blow(scene: Scene, voice: Voice, evidence: Span) -> Event | None:
    """Return the last deed before the words that was done to the speaker's side by another."""
    done = [
        event
        for event in scene.record.events
        if event.event_type in _BLOWS
        and event.asserted_by != voice.statement.id
        and event.span.end <= evidence.start
        and voice.place - scene.passages.place(event.span.start) <= _NEAR
        and not scene.parties.parties(event.recipient).isdisjoint(voice.speakers)
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return max(done, key=lambda event: (event.span, event.id), default=None)
