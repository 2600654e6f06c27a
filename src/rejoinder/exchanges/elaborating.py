"""Why somebody turned down what he did: his own words behind the sentence that tells of it."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act, Quotation

__all__ = ["elaborating_links"]

_TURNING_DOWN: Final = frozenset({Act.DENY, Act.REFUSE})
_REASONS: Final = frozenset({Act.ASSERT, Act.CRITICISE, Act.PREDICT})
_NEXT: Final = 1


def elaborating_links(scene: Scene) -> Iterator[Link]:
    """Link the words quoted right after a denial or refusal that the article tells in its own.

    "Tarn rejected the idea. “It has never helped us,” he said." They may answer something too.
    """
    told = [
        voice
        for voice in scene.voices
        if voice.statement.parent is None and voice.statement.cue and voice.zone not in HEADS
    ]
    for before, voice in pairwise(told):
        if _gives_reasons(voice, before):
            yield make_link(
                voice.statement.id, before.statement.id, Relation.SUPPORTS, evidence=None, score=0.5
            )


def _gives_reasons(voice: Voice, before: Voice) -> bool:
    mine, its = voice.statement, before.statement
    return (
        bool(mine.speaker)
        and set(mine.speaker) == set(its.speaker)
        and its.act in _TURNING_DOWN
        and mine.act in _REASONS
        and its.quotation is Quotation.INDIRECT
        and mine.quotation is not Quotation.INDIRECT
        and voice.place - before.place == _NEXT
    )
