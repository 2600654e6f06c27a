"""The same speaker going on: what he says next bears out what he said before, or repeats it."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["continuing_links"]

# A cue that says by itself that the speaker goes on: "added", "he went on" ...
_ADDS = re.compile(
    r"\b(?:add(?:s|ed|ing)?|went on|goes on|going on|continu(?:es|ed|ing))\b", re.IGNORECASE
)
# ... or that gives the ground of the words before it: ", saying".
_GIVES_GROUND = re.compile(
    r"\b(?:saying|arguing|citing|explain(?:s|ed|ing)?|insisting|stressing|noting|claiming|also)\b",
    re.IGNORECASE,
)
_NEXT = 1
_NEAR = 3
_ALIKE = 0.25


def continuing_links(scene: Scene) -> Iterator[Link]:
    """Link each statement of the body to the one that its speaker made just before it.

    Where nobody else spoke in between and the sentences follow each other the second bears out the
    first; farther back they must share words.
    """
    last: list[Voice] = []
    for voice in scene.voices:
        if voice.zone in HEADS or not voice.statement.speaker or not voice.statement.cue:
            continue
        before = _before(scene, voice, last)
        last.append(voice)
        relation = None if before is None else _relation(scene, voice, before)
        if before is not None and relation is not None:
            evidence = _adding(scene, voice) if relation is Relation.SUPPORTS else None
            yield make_link(
                voice.statement.id,
                before.statement.id,
                relation,
                evidence=evidence,
                score=0.45 if evidence is None else 0.6,
            )


def _before(scene: Scene, voice: Voice, told: list[Voice]) -> Voice | None:
    """Return the last statement that its speaker made on the same level about the same parties.

    What he said in between of somebody else is passed over; "he added" takes up the very last.
    """
    own = (
        other
        for other in reversed(told)
        if set(voice.statement.speaker) == set(other.statement.speaker)
        and other.statement.parent == voice.statement.parent
    )
    chosen: Voice | None = None
    for other in own:
        if _adding(scene, voice):
            return other
        if voice.place - other.place > _NEAR:
            break
        if not _about_the_same(voice, other) and not _shared(voice, other):
            continue
        if voice.statement.act is other.statement.act:
            return other
        chosen = chosen or other
    return chosen


def _about_the_same(voice: Voice, other: Voice) -> bool:
    """Say whether two statements may be about the same parties: a party in common, or unknown."""
    return not voice.about or not other.about or not voice.about.isdisjoint(other.about)


def _shared(voice: Voice, other: Voice) -> int:
    return shared_words(voice.words, other.words, voice.names | other.names)


def _relation(scene: Scene, voice: Voice, other: Voice) -> Relation | None:
    shared = _shared(voice, other)
    share = overlap_share(voice.words, other.words, voice.names | other.names)
    distance = voice.place - other.place
    same_act = voice.statement.act is other.statement.act
    if shared and share >= _ALIKE and same_act and distance <= _NEAR:
        return Relation.REPEATS
    if distance == 0:
        return Relation.SUPPORTS if _goes_on(scene, voice) or shared else None
    aimed = not voice.about.isdisjoint(other.about)
    if distance <= _NEXT or (distance <= _NEAR and (shared or _goes_on(scene, voice))):
        return Relation.SUPPORTS
    return Relation.SUPPORTS if aimed and distance <= _NEXT + 1 else None


def _goes_on(scene: Scene, voice: Voice) -> bool:
    return _adding(scene, voice) is not None or any(
        _GIVES_GROUND.search(cue.text_of(scene.text)) for cue in voice.statement.cue
    )


def _adding(scene: Scene, voice: Voice) -> Span | None:
    """Return the words of the cue that say that the speaker goes on."""
    for cue in voice.statement.cue:
        found = _ADDS.search(scene.text, cue.start, cue.end)
        if found:
            return Span(*found.span())
    return None
