"""The same speaker going on: what he says next bears out what he said before, or repeats it."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.matter import overlap_share, shared_words
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation

__all__ = ["continuing_links"]

# A cue that says by itself that the speaker goes on: "added", "he went on", ", saying".
_GOES_ON = re.compile(
    r"\b(?:add(?:s|ed|ing)?|went on|goes on|going on|continu(?:es|ed|ing)|saying|arguing|citing"
    r"|explain(?:s|ed|ing)?|insisting|stressing|noting|warning|claiming|urging|also)\b",
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
            yield make_link(
                voice.statement.id,
                before.statement.id,
                relation,
                evidence=None,
                score=0.45,
            )


def _before(scene: Scene, voice: Voice, told: list[Voice]) -> Voice | None:
    """Return the last statement before this one that its speaker made on the same level."""
    for other in reversed(told):
        same = set(voice.statement.speaker) == set(other.statement.speaker)
        if same and other.statement.parent == voice.statement.parent:
            return None if scene.is_inside(other.statement, voice.statement.id) else other
    return None


def _relation(scene: Scene, voice: Voice, other: Voice) -> Relation | None:
    names = voice.names | other.names
    shared = shared_words(voice.words, other.words, names)
    share = overlap_share(voice.words, other.words, names)
    distance = voice.place - other.place
    same_act = voice.statement.act is other.statement.act
    if shared and share >= _ALIKE and same_act and distance <= _NEAR:
        return Relation.REPEATS
    if distance == 0:
        return Relation.SUPPORTS if _goes_on(scene, voice) or shared else None
    if distance <= _NEXT or (distance <= _NEAR and (shared or _goes_on(scene, voice))):
        return Relation.SUPPORTS
    return None


def _goes_on(scene: Scene, voice: Voice) -> bool:
    return any(_GOES_ON.search(cue.text_of(scene.text)) for cue in voice.statement.cue)
