"""Deeds judged in the sentence that tells them: "closed the port, a step Avaria called hostile"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.markers import RATED, Kind
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["apposed_links"]

_JUDGING: Final = RATED | {Kind.DENIAL}
# What stands before who judges ("a step that") or, of a passive, before the cue ("a move").
_TAKEN_UP: Final = re.compile(
    r"(?:[,;–—(]|\s-)\s*(?:(?P<noun>(?:an?|the)\s+(?:[\w-]+\s+)?"
    r"(?:move|step|decision|measure|act|action|gesture|manoeuvre|maneuver|attack|development)s?\s+"
    r"(?:that\s+|which\s+)?)|which\s+|(?P<bare>))$"
)
_PASSIVE: Final = re.compile(r"(?:was\s+|were\s+)?(?:[a-z]+\s+)?[a-z]+(?:ed|nt)\b")
_REACH: Final = 60


def apposed_links(scene: Scene) -> Iterator[Link]:
    """Link who judges to the deed told just before in the same sentence, which he is told to judge.

    "Belmark closed the port, a step that Avaria called hostile"; "the raid - condemned by Avaria".
    """
    for voice in scene.voices:
        evidence = _taking_up(scene, voice)
        deed = _deed(scene, voice, evidence) if evidence else None
        if deed is not None and evidence is not None:
            yield make_link(voice.statement.id, deed.id, _relation(scene, voice), evidence=evidence)


def _relation(scene: Scene, voice: Voice) -> Relation:
    welcomed = Kind.WELCOME in scene.kinds_in_cue(voice.statement)
    return Relation.SUPPORTS if welcomed else Relation.ANSWERS


def _taking_up(scene: Scene, voice: Voice) -> Span | None:
    """Return the words from those that stand for the deed to the end of the cue."""
    if voice.zone in HEADS or scene.kinds_in_cue(voice.statement).isdisjoint(_JUDGING):
        return None
    cue = voice.statement.cue[0]
    first = min(span.start for span in (*voice.statement.source, cue))
    passive = first == cue.start and bool(_PASSIVE.match(scene.text, cue.start))
    low = scene.passages.sentence(scene.passages.place(cue.start)).start
    found = _TAKEN_UP.search(scene.text[max(low, first - _REACH) : first])
    if found is None or (found["bare"] is not None and not passive):
        return None
    said = found["noun"] or ""
    start = first - len(said) if said else first
    return Span(start, cue.end) if start < cue.end else None


def _deed(scene: Scene, voice: Voice, evidence: Span) -> Event | None:
    """Return the last deed of another's in the same sentence before the words."""
    place = scene.passages.place(evidence.start)
    told = [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and scene.passages.place(event.span.start) == place
        and event.span.start < evidence.start
        and not event.span.contains(voice.statement.cue[0])
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return max(told, key=lambda event: (event.span, event.id), default=None)
