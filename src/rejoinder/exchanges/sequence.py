"""Answers shown by the order of telling: "also", "but", "therefore", "in turn"."""

from collections.abc import Iterator, Mapping, Sequence

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.references import Reference
from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act

__all__ = ["sequence_links"]

_NEAR = 2
_FAR = 12


def sequence_links(
    scene: Scene, references: Mapping[StatementId, Sequence[Reference]]
) -> Iterator[Link]:
    """Link by "also", "but", "therefore" to what was said just before."""
    used: set[Span] = set()
    for place, voice in enumerate(scene.voices):
        earlier = [
            other
            for other in reversed(scene.voices[:place])
            if not scene.is_inside(voice.statement, other.statement.id)
        ]
        for reference in references[voice.statement.id]:
            link = None if reference.evidence in used else _follow(voice, reference, earlier)
            if link is not None:
                used.add(reference.evidence)
                yield link


def _follow(voice: Voice, reference: Reference, earlier: Sequence[Voice]) -> Link | None:
    chosen: tuple[Voice, Relation] | None = None
    for other in earlier:
        if chosen is None or reference.kind in (Kind.SAME, Kind.RETURN):
            relation = _follows(voice, reference, other, voice.place - other.place)
        else:
            relation = chosen[1] if chosen[0].place - other.place <= 1 else None
        if relation is not None and (chosen is None or _is_one_run(chosen[0], other)):
            chosen = (other, relation)
        elif chosen is not None and reference.kind is not Kind.SAME:
            break
        if chosen is not None and reference.kind in (Kind.GROUND, Kind.RETURN):
            break
    if chosen is None:
        return None
    other, relation = chosen
    return make_link(
        voice.statement.id,
        other.statement.id,
        relation,
        evidence=reference.evidence,
        score=0.5,
    )


def _is_one_run(voice: Voice, other: Voice) -> bool:
    """Say whether two statements are one speaker going on: what follows takes up the first."""
    told = other.zone not in HEADS
    return told and voice.statement.speaker == other.statement.speaker


def _follows(voice: Voice, reference: Reference, other: Voice, distance: int) -> Relation | None:
    """Return the relation in which a statement takes up the other, or None."""
    mine, its = voice.statement, other.statement
    if reference.kind in (Kind.GROUND, Kind.CONCLUSION):
        told_by_the_same = voice.same_side(other) and its.parent == mine.parent
        return Relation.SUPPORTS if told_by_the_same and distance <= _NEAR else None
    if reference.kind is Kind.RETURN:
        return _returns(voice, other, distance)
    if not voice.speakers or not other.speakers:
        return None
    another = set(mine.speaker).isdisjoint(its.speaker)
    if reference.kind is Kind.SAME and another and mine.act in HOSTILE and its.act in HOSTILE:
        if not voice.about.isdisjoint(other.speakers):
            return Relation.COUNTERS
        return Relation.SUPPORTS if voice.about & other.about else None
    if voice.same_side(other):
        return None
    if reference.kind is Kind.CONTRAST and distance <= _NEAR and its.parent == mine.parent:
        names = voice.names | other.names
        if shared_words(voice.words, other.words, names) or not voice.about.isdisjoint(
            other.speakers
        ):
            return relation_of(mine.act, its.act, Relation.CONTRADICTS)
    return None


def _returns(voice: Voice, other: Voice, distance: int) -> Relation | None:
    """Return the relation of "in turn", "the same charge": the blow goes back to who struck."""
    mine, its = voice.statement, other.statement
    if its.act not in HOSTILE or voice.same_side(other) or distance > _FAR:
        return None
    struck = not other.about.isdisjoint(voice.speakers)
    back = not voice.about.isdisjoint(other.speakers)
    if (back and other.speakers) or (struck and not other.speakers):
        return Relation.COUNTERS if mine.act is Act.ACCUSE else Relation.ANSWERS
    return None
