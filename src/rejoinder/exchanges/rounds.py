"""Rounds of reactions: who says of a mere "this" what he thinks, after others who judged a deed."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["round_links"]

_NEXT: Final = 1
_JUDGING: Final = HOSTILE | {Act.SUPPORT}
_ROUND: Final = _JUDGING | {Act.PREDICT, Act.REFUSE}
# "This is a blow", "it was a mistake", and not "it is likely", "it is hard to say", "it is up to".
_THIS: Final = re.compile(
    r"(?:that\s+)?[“\"]?(?P<this>(?:this|that)(?=\s+(?:(?:is|was|has been|would be|will be)"
    r"(?!\s+(?:why|how|what|because|when|where|who)\b)|amount\w*\s+to|constitute[sd]?|marks|marked"
    r"|sends|sent|shows|showed)\b)|it(?=\s+(?:is|was|has been)\s+(?:not\s+)?(?:an?|the|our)\s))",
    re.IGNORECASE,
)
# "called it a coup", "hailed it as": with the pronoun in what is said or at the end of the cue.
_IT: Final = re.compile(r"\W*(?P<this>it|this)\W+(?:as|an?|the)\b", re.IGNORECASE)
_OF_CUE: Final = re.compile(r"\b(?P<this>it|this)$", re.IGNORECASE)


def round_links(scene: Scene, found: Collection[Link]) -> Iterator[Link]:
    """Link who judges "this" to what the one before him judged, else to the deed told just before.

    Who has answered somebody else already is left alone, unless he answered that very judge.
    """
    answering: dict[StatementId, set[StatementId | EventId]] = {}
    for link in found:
        if link.explicit and _is_of_two(scene, link):
            answering.setdefault(link.answer, set()).add(link.answered)
    for place, voice in enumerate(scene.voices):
        evidence = _pronoun(scene, voice)
        if evidence is None or voice.zone in HEADS or not voice.is_somebodys:
            continue
        before = _last(scene, voice, place)
        own = answering.get(voice.statement.id, set())
        if before is None:
            event = _just_told(scene, voice)
            if event is not None and not own:
                yield _link(scene, voice, event.id, evidence)
        elif not voice.same_side(before) and own <= {before.statement.id}:
            for answered in _judged(scene, voice, before, answering):
                yield _link(scene, voice, answered, evidence)


def _is_of_two(scene: Scene, link: Link) -> bool:
    """Say whether a link leads to a deed or to somebody else's words."""
    others = [each for key, each in scene.statements.items() if key == link.answered]
    speakers = scene.statements[link.answer].speaker
    return all(set(speakers).isdisjoint(other.speaker) for other in others)


def _judged(
    scene: Scene,
    voice: Voice,
    before: Voice,
    answering: dict[StatementId, set[StatementId | EventId]],
) -> list[StatementId | EventId]:
    """Return what the one before judged, if it is somebody else's."""
    if before.statement.act not in _ROUND:
        return []
    sides = {each.statement.id: each for each in scene.voices}
    return [
        answered
        for answered in sorted(answering.get(before.statement.id, set()))
        if answered not in sides or not voice.same_side(sides[StatementId(answered)])
    ][:1]


def _link(scene: Scene, voice: Voice, answered: StatementId | EventId, evidence: Span) -> Link:
    act = voice.statement.act
    other = scene.statements.get(StatementId(answered))
    if other is not None:
        relation = relation_of(act, other.act)
    else:
        relation = Relation.SUPPORTS if act is Act.SUPPORT else Relation.ANSWERS
    return make_link(voice.statement.id, answered, relation, evidence=evidence, score=0.45)


def _pronoun(scene: Scene, voice: Voice) -> Span | None:
    """Return the pronoun that is all that a judging statement names."""
    if voice.statement.act not in _JUDGING:
        return None
    content = voice.statement.content[0]
    found = _THIS.match(scene.text, content.start, content.end)
    if found is None and voice.statement.cue:
        cue = voice.statement.cue[-1]
        beside = 0 <= content.start - cue.end <= _NEXT
        on_cue = _OF_CUE.search(scene.text, cue.start, cue.end) if beside else None
        found = on_cue or _IT.match(scene.text, content.start, content.end)
    return Span(*found.span("this")) if found else None


def _last(scene: Scene, voice: Voice, place: int) -> Voice | None:
    """Return who spoke last before on the same level, in the same sentence or the one before."""
    for other in reversed(scene.voices[:place]):
        if other.statement.parent == voice.statement.parent and other.zone not in HEADS:
            return other if voice.place - other.place <= _NEXT else None
    return None


def _just_told(scene: Scene, voice: Voice) -> Event | None:
    """Return the deed that the publisher tells in the sentence before, if nobody speaks there."""
    told = [
        event
        for event in scene.record.events
        if event.asserted_by is None
        and event.event_type is not EventType.CONSULT
        and event.span.end <= voice.start
        and voice.place - scene.passages.place(event.span.start) <= _NEXT
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
    ]
    return max(told, key=lambda event: (event.span, event.id), default=None)
