"""What is told in few words and then in his own: why he turned it down, what he charged."""

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
_CHARGES: Final = frozenset({Act.ACCUSE, Act.CRITICISE})
_NEXT: Final = 1


def elaborating_links(scene: Scene) -> Iterator[Link]:
    """Link what somebody says right after the article has told in its own words that he did.

    "Tarn rejected the idea. “It has never helped us,” he said." are his reasons, and may answer
    something too; "Tarn accused Norland. It hid spies, he said." is one charge told twice.
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
        elif _fills_in(voice, before):
            yield make_link(
                voice.statement.id, before.statement.id, Relation.REPEATS, evidence=None, score=0.5
            )


def _fills_in(voice: Voice, before: Voice) -> bool:
    """Say whether a charge of which no more is told than against whom is told at once."""
    mine, its = voice.statement, before.statement
    return (
        bool(mine.speaker)
        and set(mine.speaker) == set(its.speaker)
        and its.act in _CHARGES
        and mine.act in _CHARGES
        and not set(mine.about).isdisjoint(its.about)
        and before.words <= before.names
        and voice.place - before.place <= _NEXT
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
