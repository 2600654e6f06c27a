"""Who is criticised for what the critic tells of his words: "he says that it is so? Nonsense"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import OPEN, make_link, relation_of
from rejoinder.exchanges.scene import Scene
from rejoinder.model.link import Link
from rejoinder.model.statement import Act

__all__ = ["recounted_links"]

# What is thought is known to nobody else, and "you know what" is nothing said.
_THINKS: Final = re.compile(r"\b(?:think|thought|believ|know|knew|understand|understood|feel|felt)")
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
            and not any(_THINKS.match(cue.text_of(scene.text)) for cue in voice.statement.cue)
        ):
            yield make_link(
                critic.statement.id,
                voice.statement.id,
                relation_of(critic.statement.act, voice.statement.act),
                evidence=None,
                score=0.5,
            )
