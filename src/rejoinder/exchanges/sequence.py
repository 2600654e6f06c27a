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
_JOINT = frozenset({Act.DEMAND, Act.SUPPORT, Act.DENY, Act.REFUSE})
_FAR = 12
_FAR_REPLY = 4


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
        if chosen is None or reference.kind in (Kind.SAME, Kind.RETURN, Kind.REPLY):
            relation = _follows(voice, reference, other, voice.place - other.place)
        else:
            relation = chosen[1] if chosen[0].place - other.place <= 1 else None
        if relation is not None and (chosen is None or _is_one_run(chosen[0], other)):
            chosen = (other, relation)
        elif chosen is not None and reference.kind is not Kind.SAME:
            break
        if chosen is not None and reference.kind in (Kind.GROUND, Kind.RETURN, Kind.REPLY):
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
    if reference.kind is Kind.REPLY:
        near = bool(voice.speakers) and bool(other.speakers) and distance <= _FAR_REPLY
        told = its.parent == mine.parent and other.zone not in HEADS
        return relation_of(mine.act, its.act) if near and told and _another(voice, other) else None
    if reference.kind is Kind.CONTRAST:
        return _contrasts(voice, other, distance)
    if not voice.speakers or not other.speakers:
        return None
    if reference.kind is Kind.SAME and _another(voice, other) and _alike(mine.act, its.act):
        if mine.act in HOSTILE and not voice.about.isdisjoint(other.speakers):
            return Relation.COUNTERS
        return Relation.SUPPORTS if voice.about & other.about else None
    return None


def _contrasts(voice: Voice, other: Voice, distance: int) -> Relation | None:
    """Return the relation of "but": to another's words on the matter, or to nobody's beside it."""
    mine, its = voice.statement, other.statement
    if its.parent != mine.parent:
        return None
    names = voice.names | other.names
    if bool(voice.speakers) is not bool(other.speakers):
        meant = distance == 0
    elif not voice.speakers or voice.same_side(other) or distance > _NEAR:
        meant = False
    else:
        about = not voice.about.isdisjoint(other.speakers)
        meant = about or shared_words(voice.words, other.words, names) > 0
    return relation_of(mine.act, its.act, Relation.CONTRADICTS) if meant else None


def _another(voice: Voice, other: Voice) -> bool:
    """Say whether the two are said by different speakers of different sides."""
    return set(voice.statement.speaker).isdisjoint(other.statement.speaker)


def _alike(mine: Act, its: Act) -> bool:
    """Say whether two do the same: both attack, both ask, both support."""
    return (mine in HOSTILE and its in HOSTILE) or (mine is its and mine in _JOINT)


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
