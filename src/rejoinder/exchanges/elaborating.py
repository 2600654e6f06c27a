"""What is told in few words and then in his own: why he turned it down, what he charged."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from rejoinder.exchanges.relate import BLAMING, TOLD_AGAIN, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act, Quotation

__all__ = ["elaborating_links"]

_TURNING_DOWN: Final = frozenset({Act.DENY, Act.REFUSE})
_REASONS: Final = frozenset({Act.ASSERT, Act.CRITICISE, Act.PREDICT})
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
        relation = _goes_on(voice, before)
        if relation is not None:
            yield make_link(
                voice.statement.id, before.statement.id, relation, evidence=None, score=TOLD_AGAIN
            )


def _goes_on(voice: Voice, before: Voice) -> Relation | None:
    """Return what a statement is to the one before it by the same speaker, if it goes on so."""
    same = voice.statement.speaker and set(voice.statement.speaker) == set(before.statement.speaker)
    if not same or voice.place - before.place > _NEXT:
        return None
    if _gives_reasons(voice, before):
        return Relation.SUPPORTS
    return Relation.REPEATS if _fills_in(voice, before) else None


def _fills_in(voice: Voice, before: Voice) -> bool:
    """Say whether a charge of which no more is told than against whom is told at once."""
    mine, its = voice.statement, before.statement
    return (
        {mine.act, its.act} <= BLAMING
        and not set(mine.about).isdisjoint(its.about)
        and before.words <= before.names
    )


def _gives_reasons(voice: Voice, before: Voice) -> bool:
    mine, its = voice.statement, before.statement
    return (
        its.act in _TURNING_DOWN
        and mine.act in _REASONS
        and its.quotation is Quotation.INDIRECT
        and mine.quotation is not Quotation.INDIRECT
        and voice.place > before.place
    )
