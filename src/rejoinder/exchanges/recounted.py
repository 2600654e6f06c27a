"""Who is criticised for what the critic tells of his words: "he says that it is so? Nonsense"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import OPEN, make_link, relation_of
from rejoinder.exchanges.scene import Scene, Voice
from rejoinder.model.link import Link
from rejoinder.model.statement import Act

__all__ = ["recounted_links"]

# What is thought is known to nobody else, and "you know what" is nothing said.
_THINKS: Final = re.compile(r"\b(?:think|thought|believ|know|knew|understand|understood|feel|felt)")
_NEAR: Final = 6
# What somebody says, asks for, offers or turns down.
_TOLD: Final = OPEN | {Act.ASSERT, Act.PREDICT, Act.REFUSE}


def recounted_links(scene: Scene) -> Iterator[Link]:
    """Link criticism of somebody to the words of his that it tells; nothing marks that."""
    voices = {voice.statement.id: voice for voice in scene.voices}
    for voice in scene.voices:
        critic = voices.get(voice.statement.parent) if voice.statement.parent else None
        if (
            critic is not None
            and critic.statement.act is Act.CRITICISE
            and critic.is_somebodys
            and not critic.same_side(voice)
            and not set(critic.statement.about).isdisjoint(voice.statement.speaker)
            and voice.statement.act in _TOLD
            and voice.words
            and _is_told_outright(scene, voice)
        ):
            yield make_link(
                critic.statement.id,
                voice.statement.id,
                relation_of(critic.statement.act, voice.statement.act),
                evidence=None,
            )


def _is_told_outright(scene: Scene, voice: Voice) -> bool:
    """Say whether the words for who speaks and those of saying stand all but side by side."""
    source, cue = voice.statement.source, voice.statement.cue
    if not source or not cue or _THINKS.match(scene.text, cue[0].start, cue[0].end):
        return False
    return 0 < cue[0].start - source[0].end <= _NEAR
