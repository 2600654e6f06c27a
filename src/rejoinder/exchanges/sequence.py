"""Answers shown by the order of telling: "also", "but", "therefore", "in turn"."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rejoinder.exchanges.markers import Kind
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.reference import Reference
from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Statement

__all__ = ["sequence_links"]

# Of these the last is meant, and not what its speaker's run began with.
_OF_ONE = frozenset({Kind.GROUND, Kind.RETURN, Kind.ASIDE, Kind.REPLY, Kind.PART})
_EARLIER = re.compile(
    r"\W*(?:but |yet |however, )?(?:(?:just |only )?(?:an?|two|some|few) )?"
    r"(?:(?:hours?|days?|weeks?|months?|years?) )?(?:earlier|previously|before that)\b",
    re.IGNORECASE,
)
_ENOUGH = 2
_A_CLAUSE = 12
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
            link = _taken_back(scene, voice, reference, earlier)
            if link is None and reference.evidence not in used:
                link = _follow(scene, voice, reference, earlier)
            if link is not None:
                used.add(reference.evidence)
                yield link


def _follow(
    scene: Scene, voice: Voice, reference: Reference, earlier: Sequence[Voice]
) -> Link | None:
    chosen: tuple[Voice, Relation] | None = None
    for other in earlier:
        distance = voice.place - other.place
        if chosen is None or reference.kind in (Kind.SAME, Kind.RETURN, Kind.ASIDE, Kind.REPLY):
            relation = _follows(scene, voice, reference, other, last=other is earlier[0])
        else:
            relation = chosen[1] if chosen[0].place - other.place <= 1 else None
        if relation is not None and (chosen is None or _is_one_run(chosen[0], other)):
            chosen = (other, relation)
        elif chosen is not None and reference.kind is not Kind.SAME:
            break
        inside = reference.kind is Kind.CONTRAST and distance == 0
        if chosen is not None and (inside or reference.kind in _OF_ONE):
            break
    if chosen is None:
        return None
    other, relation = chosen
    return make_link(
        voice.statement.id,
        other.statement.id,
        relation,
        evidence=reference.evidence,
    )


def _is_one_run(voice: Voice, other: Voice) -> bool:
    """Say whether two statements are one speaker going on: what follows takes up the first."""
    told = other.zone not in HEADS
    return told and voice.statement.speaker == other.statement.speaker


def _follows(
    scene: Scene, voice: Voice, reference: Reference, other: Voice, *, last: bool
) -> Relation | None:
    """Return the relation in which a statement takes up the other, or None."""
    mine, its, distance = voice.statement, other.statement, voice.place - other.place
    if reference.kind in (Kind.GROUND, Kind.CONCLUSION):
        told_by_the_same = voice.same_side(other) and its.parent == mine.parent
        return Relation.SUPPORTS if told_by_the_same and distance <= _NEAR else None
    if reference.kind in (Kind.RETURN, Kind.ASIDE):
        # "For its part" opposes two, but says of no word what it answers.
        apart = reference.kind is Kind.ASIDE and not _share_matter(voice, other)
        return None if apart else _returns(voice, other, distance)
    if reference.kind is Kind.REPLY:
        # A voice without a name replies to him about whom it speaks.
        known = bool(voice.speakers) or not voice.about.isdisjoint(other.speakers)
        near = known and bool(other.speakers) and distance <= _FAR_REPLY
        told = its.parent == mine.parent and other.zone not in HEADS
        return relation_of(mine.act, its.act) if near and told and _another(voice, other) else None
    if reference.kind is Kind.CONTRAST:
        return _contrasts(scene, voice, other, last=last)
    if reference.kind is Kind.PART:
        return Relation.SUPPORTS if _is_one_of_those(voice, other, distance) else None
    if not voice.speakers and reference.kind is Kind.SAME:
        back = not voice.about.isdisjoint(other.speakers)
        return Relation.COUNTERS if back and {mine.act, its.act} <= HOSTILE else None
    if not voice.speakers or not other.speakers:
        return None
    if reference.kind is Kind.SAME and _another(voice, other) and _alike(mine.act, its.act):
        if mine.act in HOSTILE and not voice.about.isdisjoint(other.speakers):
            return Relation.COUNTERS
        # Of one party another may say other things: "Belmark also sees Avaria behind the fire".
        one_matter = voice.same_side(other) or _share_matter(voice, other)
        like = bool(voice.about & other.about) or _asks_alike(voice, other, distance)
        return Relation.SUPPORTS if one_matter and like else None
    return None


def _taken_back(
    scene: Scene, voice: Voice, reference: Reference, earlier: Sequence[Voice]
) -> Link | None:
    """Link what somebody said last to what he had said otherwise before, which is told after it.

    "Avaria closed the talks, its ministry said. Earlier, however, it had called them open."
    """
    before = next((other for other in earlier if other.zone not in HEADS), None)
    sentence = scene.passages.sentence(voice.place).text_of(scene.text)
    if reference.kind is not Kind.CONTRAST or before is None or not _EARLIER.match(sentence):
        return None
    one = set(voice.statement.speaker) == set(before.statement.speaker) != set()
    names = voice.names | before.names
    shared = shared_words(voice.words, before.words, names)
    if not one or voice.place - before.place > 1 or shared < _ENOUGH:
        return None
    return make_link(
        before.statement.id,
        voice.statement.id,
        Relation.CONTRADICTS,
        evidence=reference.evidence,
    )


def _contrasts(scene: Scene, voice: Voice, other: Voice, *, last: bool) -> Relation | None:
    """Return the relation of "but": to another's words on the matter, or to nobody's beside it.

    What stands next to it needs no word in common if the two are opponents here.
    """
    mine, its, distance = voice.statement, other.statement, voice.place - other.place
    if its.parent != mine.parent:
        return None
    if bool(voice.speakers) is not bool(other.speakers):
        meant = distance == 0 and other.is_somebodys
    elif not voice.speakers or voice.same_side(other) or distance > _NEAR:
        meant = False
    else:
        about = not voice.about.isdisjoint(other.speakers)
        shared = shared_words(voice.words, other.words, voice.names | other.names)
        next_to = last and distance <= 1 and voice.zone not in HEADS
        tell = distance == 0 or min(map(_length, (mine, its))) >= _A_CLAUSE
        next_to = next_to and (shared > 0 or distance == 0 or scene.face(voice, other))
        meant = about or shared >= _ENOUGH or (next_to and tell)
    return relation_of(mine.act, its.act, Relation.CONTRADICTS) if meant else None


def _length(statement: Statement) -> int:
    """Return how many characters are said: of "the ad" nobody can say that it is otherwise."""
    return sum(map(len, statement.content))


def _share_matter(voice: Voice, other: Voice) -> bool:
    return shared_words(voice.words, other.words, voice.names | other.names) > 0


def _asks_alike(voice: Voice, other: Voice, distance: int) -> bool:
    """Say whether another has just asked for, backed or turned down what is named alike."""
    shared = shared_words(voice.words, other.words, voice.names | other.names)
    return voice.statement.act in _JOINT and shared >= _ENOUGH and distance <= _FAR


def _is_one_of_those(voice: Voice, other: Voice, distance: int) -> bool:
    """Say whether "one of these" bears out what another has just charged or asserted of them."""
    told = voice.statement.parent == other.statement.parent and 0 < distance <= 1
    return told and _alike(voice.statement.act, other.statement.act) and _another(voice, other)


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
    if not voice.about.isdisjoint(other.speakers):
        return Relation.COUNTERS if mine.act is Act.ACCUSE else Relation.ANSWERS
    return None
