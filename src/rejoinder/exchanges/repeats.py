"""The same speaker saying the same again: headline and lede, retelling and quotation."""

from collections.abc import Iterator

from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["repeat_links", "same_words"]

_LEAST_SHARED = 2
_LEAST_SHARE = 0.5
_LEAST_SHARE_OF_OTHERS = 0.75
_LEAST_SHARED_OF_COLLEAGUES = 3
_NEARLY = 0.75

_SORT = {
    Act.ACCUSE: "against",
    Act.CRITICISE: "against",
    Act.WARN: "against",
    Act.DENY: "against",
    Act.REFUSE: "against",
    Act.DEMAND: "ask",
    Act.OFFER: "ask",
}


def repeat_links(scene: Scene) -> Iterator[Link]:
    """Return a link for each statement that repeats another, to the first that it repeats well.

    Headlines and decks repeat the body; in the body the later repeats the earlier.
    """
    for voice in scene.voices:
        fitting = [
            (score, other)
            for other in scene.voices
            if _may_repeat(scene, voice, other)
            for score in (same_words(voice, other),)
            if score
        ]
        if fitting:
            fitting = [pair for pair in fitting if pair[1].zone not in HEADS] or fitting
            best = max(score for score, _ in fitting)
            # The first that is nearly as like is the lede, which later ones repeat too.
            score, first = next(pair for pair in fitting if pair[0] >= _NEARLY * best)
            yield make_link(
                voice.statement.id,
                first.statement.id,
                Relation.REPEATS,
                evidence=None,
                score=score,
            )


def same_words(voice: Voice, other: Voice) -> float:
    """Return the share of words that two statements have in common; 0 where it is too small."""
    names = voice.names | other.names
    shared = shared_words(voice.words, other.words, names)
    share = overlap_share(voice.words, other.words, names)
    acts = {voice.statement.act, other.statement.act}
    if shared == 1 and share == 1.0 and voice.zone in HEADS:
        return share if voice.statement.act is other.statement.act else 0.0
    if {Act.SUPPORT} & acts and acts & {Act.CRITICISE, Act.ACCUSE, Act.DENY, Act.REFUSE}:
        return 0.0
    alike = _SORT.get(voice.statement.act, "tell") == _SORT.get(other.statement.act, "tell")
    one_mouth = not set(voice.statement.speaker).isdisjoint(other.statement.speaker)
    if not one_mouth and shared < _LEAST_SHARED_OF_COLLEAGUES and share < 1.0:
        return 0.0
    least = _LEAST_SHARE if alike and one_mouth else _LEAST_SHARE_OF_OTHERS
    return share if shared >= _LEAST_SHARED and share >= least else 0.0


def _may_repeat(scene: Scene, voice: Voice, other: Voice) -> bool:
    mine, its = voice.statement, other.statement
    if mine.id == its.id or not voice.same_side(other):
        return False
    if scene.is_inside(mine, its.id) or scene.is_inside(its, mine.id):
        return False
    in_head, other_in_head = voice.zone in HEADS, other.zone in HEADS
    if in_head != other_in_head:
        return in_head
    return voice.start > other.start
