"""Answers marked without saying to whom: "in response", "disagreed", "while Avaria says"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rejoinder.exchanges.markers import Kind, Marker, is_cancelled
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.owners import answers_nobody
from rejoinder.exchanges.passages import parts_of
from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.exchanges.striking import BLOWS, last_blow
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import EventId, StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["replying_links"]

# How many sentences back what is answered may lie.
_REACH: Final = {
    Kind.TURN: 1,
    Kind.REPLY: 1,
    Kind.DIFFERING: 2,
    Kind.AGREEING: 2,
    Kind.CONTRAST: 1,
    Kind.SAME: 1,
}
_DECIDED: Final = {
    Kind.DIFFERING: Relation.CONTRADICTS,
    Kind.CONTRAST: Relation.CONTRADICTS,
    Kind.AGREEING: Relation.SUPPORTS,
    Kind.SAME: Relation.SUPPORTS,
}
# "But" opens the sentence, and "he also saw" what is said.
_AT_HEAD: Final = 12
_ENOUGH: Final = 1
_MUCH: Final = 2
_IN_KIND: Final = re.compile(
    r"\b(?:would|will|could|may|might|to|must|shall)\s+(?:also\s+|\w+ly\s+)?"
    r"(?:retaliate|hit back|strike back|fight back|not go unanswered|not go unpunished"
    r"|(?:respond|reply|answer|react)(?:\s+in kind|\s+accordingly|\s+with\b|(?=\W*$)))",
    re.IGNORECASE,
)
_THREATENING: Final = HOSTILE | {Act.INTEND, Act.DEMAND}
_STRIKING_BACK: Final = frozenset({Act.WARN, Act.INTEND, Act.AGREE, Act.PREDICT})
_NEAR: Final = 2
_SHORT: Final = 120
_BESIDE: Final = 2
# "But who the envoys were and why they came, nobody told the ministry": it is not the ministry's.
_LEAD: Final = 40
_LEADING: Final = frozenset({Kind.REPLY, Kind.TURN, Kind.DIFFERING, Kind.AGREEING})


def replying_links(scene: Scene) -> Iterator[Link]:
    """Link what the frame shows to be a reply to what somebody else said or did just before."""
    for place, voice in enumerate(scene.voices):
        if voice.zone in HEADS or not voice.is_somebodys or answers_nobody(scene, voice):
            continue
        earlier = [
            other
            for other in reversed(scene.voices[:place])
            if other.zone not in HEADS
            and other.statement.parent == voice.statement.parent
            and _another(voice, other)
        ]
        link = next((each for find in _WAYS if (each := find(scene, voice, earlier))), None)
        if link is not None:
            yield link


def _another(voice: Voice, other: Voice) -> bool:
    """Say whether somebody else speaks, be it one of the same side."""
    words = voice.unnamed.isdisjoint(other.unnamed)
    named = set(voice.statement.speaker).isdisjoint(other.statement.speaker)
    return other.is_somebodys and named and words


def _marked(scene: Scene, voice: Voice, earlier: Sequence[Voice]) -> Link | None:
    for kind, evidence in _marks(scene, voice):
        place = scene.passages.place(evidence.start)
        near = [each for each in earlier if place - each.place <= _REACH[kind]]
        if kind is Kind.CONTRAST:
            near = [each for each in near if _is_set_off(voice, each)]
        elif kind is Kind.SAME:
            near = [each for each in near if _says_alike(voice, each)]
        elif kind is Kind.TURN:
            near = [each for each in near if not voice.same_side(each)]
        other = near[0] if near else None
        event = _deed(scene, voice, evidence) if kind is Kind.TURN else None
        if event is not None and (other is None or other.start < event.span.start):
            return _link(voice, event.id, Relation.ANSWERS, evidence)
        if other is not None:
            marked = _DECIDED.get(kind)
            mutual = not voice.about.isdisjoint(other.speakers)
            relation = relation_of(voice.statement.act, other.statement.act, marked, mutual=mutual)
            return _link(voice, other.statement.id, relation, evidence)
    return None


def _link(
    voice: Voice, answered: StatementId | EventId, relation: Relation, evidence: Span
) -> Link:
    return make_link(voice.statement.id, answered, relation, evidence=evidence)


def _marks(scene: Scene, voice: Voice) -> list[tuple[Kind, Span]]:
    """Return what marks a reply in the sentence of the cue, outside of what is said."""
    if not voice.statement.cue:
        return []
    cue = voice.statement.cue[0]
    sentence = scene.passages.sentence(scene.passages.place(cue.start))
    own = scene.own_text(voice.statement)
    marked = [
        (marker.kind, marker.span)
        for marker in scene.markers(own, sentence)
        if marker.kind in _REACH
        and not is_cancelled(own, marker.span, sentence)
        and _is_placed(scene, voice, marker, sentence)
    ]
    return marked or _lead(scene, voice, sentence)


def _is_placed(scene: Scene, voice: Voice, marker: Marker, sentence: Span) -> bool:
    """Say whether the marker stands in the frame, or "also" at the head of what is said."""
    holding = [span for span in voice.statement.content if span.contains(marker.span)]
    first = min(span.start for span in parts_of(voice.statement))
    match marker.kind:
        case Kind.SAME:
            return any(marker.span.start - span.start <= _AT_HEAD for span in holding)
        case Kind.CONTRAST:
            before = scene.text[sentence.start : marker.span.start]
            beside = 0 < first - marker.span.end <= _BESIDE
            opens = not any(map(str.isalnum, before)) and first - marker.span.end <= _LEAD
            return not holding and (beside or opens)
        case Kind.DIFFERING | Kind.AGREEING:
            cue = voice.statement.cue[0]
            return not holding and marker.span.start <= cue.end
        case Kind.REPLY:
            return False
        case _:
            return not holding


def _lead(scene: Scene, voice: Voice, sentence: Span) -> list[tuple[Kind, Span]]:
    """Return what marks a reply in the sentence before, if it says no more: "Tarn hit back"."""
    place = scene.passages.place(sentence.start + 1)
    before = scene.passages.sentence(place - 1) if place else None
    if before is None or len(before) > _SHORT or voice.statement.parent is not None:
        return []
    if any(before.overlaps(part) for each in scene.record.statements for part in parts_of(each)):
        return []
    named = scene.parties.parties(scene.parties.named_in(before))
    return [
        (Kind.TURN if marker.kind is Kind.REPLY else marker.kind, marker.span)
        for marker in scene.markers(scene.text, before)
        if marker.kind in _LEADING
        and not is_cancelled(scene.text, marker.span, before)
        and (not named or not named.isdisjoint(voice.speakers))
    ]


def _is_set_off(voice: Voice, other: Voice) -> bool:
    """Say whether "but" sets off a voice without a name, or one of two of the same side."""
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    about = not (voice.about.isdisjoint(other.speakers) and other.about.isdisjoint(voice.speakers))
    unnamed = not (voice.speakers and other.speakers)
    met = shared >= _MUCH or about or (voice.place == other.place and shared > 0)
    return met and (unnamed or voice.same_side(other))


def _says_alike(voice: Voice, other: Voice) -> bool:
    both = {voice.statement.act, other.statement.act} == {Act.ASSERT}
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    return both and (shared >= _ENOUGH or not voice.about.isdisjoint(other.about))


def _deed(scene: Scene, voice: Voice, evidence: Span) -> Event | None:
    """Return the last deed of another's that the publisher tells just before the words."""
    place = scene.passages.place(evidence.start)
    told = [
        event
        for event in scene.deeds
        if event.asserted_by is None
        and event.actor
        and event.event_type is not EventType.CONSULT
        and scene.parties.parties(event.actor).isdisjoint(voice.speakers)
        and 0 <= place - scene.passages.place(event.span.start) <= 1
        and event.span.end <= evidence.start
    ]
    return max(told, key=lambda event: (event.span, event.id), default=None)


def _set_against(scene: Scene, voice: Voice, earlier: Sequence[Voice]) -> Link | None:
    """Link "while Avaria says that ..., Belmark holds that ..." inside one sentence."""
    first = min(span.start for span in parts_of(voice.statement))
    sentence = scene.passages.sentence(scene.passages.place(first))
    heads = [
        marker.span
        for marker in scene.markers(scene.text, sentence)
        if marker.kind is Kind.WHILE
        and not any(map(str.isalnum, scene.text[sentence.start : marker.span.start]))
    ]
    others = [
        other
        for other in earlier
        if heads and heads[0].end <= min(span.start for span in parts_of(other.statement)) < first
    ]
    if not others or scene.passages.place(voice.start) != scene.passages.place(first):
        return None
    relation = relation_of(voice.statement.act, others[-1].statement.act, Relation.CONTRADICTS)
    return _link(voice, others[-1].statement.id, relation, heads[0])


def _in_kind(scene: Scene, voice: Voice, earlier: Sequence[Voice]) -> Link | None:
    """Link who says that his side would strike back to the threat or the blow just before."""
    evidence = _struck_back(scene, voice)
    if evidence is None or voice.statement.act not in _STRIKING_BACK:
        return None
    for other in earlier:
        if voice.place - other.place > _NEAR:
            break
        meant = not other.about.isdisjoint(voice.speakers) or not other.about
        shared = shared_words(voice.words, other.words, voice.names | other.names)
        threat = other.statement.act in _THREATENING and not voice.same_side(other)
        if threat and (meant or shared):
            return _link(voice, other.statement.id, Relation.ANSWERS, evidence)
    event = _deed(scene, voice, evidence)
    struck = event is not None and event.event_type in BLOWS
    blow = event if struck else last_blow(scene, voice, evidence)
    return _link(voice, blow.id, Relation.ANSWERS, evidence) if blow else None


def _struck_back(scene: Scene, voice: Voice) -> Span | None:
    for span in voice.statement.content:
        found = _IN_KIND.search(scene.text, span.start, span.end)
        if found:
            return Span(*found.span())
    return None


_WAYS: Final = (_marked, _set_against, _in_kind)
