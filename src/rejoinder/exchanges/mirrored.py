"""Charges that are given back at once: "Belmark accused Avaria. Avaria blamed Belmark"."""

from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import BLAMING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["mirrored_links"]

_NEAR: Final = 1


def mirrored_links(scene: Scene) -> Iterator[Link]:
    """Link a charge to the one just before it by whom it blames, against who makes it."""
    for place, voice in enumerate(scene.voices):
        if voice.statement.act is not Act.ACCUSE or not voice.speakers:
            continue
        for other in reversed(scene.voices[:place]):
            if _is_given_back(voice, other):
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    Relation.COUNTERS,
                    evidence=None,
                    score=0.5,
                )
                break


def _is_given_back(voice: Voice, other: Voice) -> bool:
    return (
        other.statement.act in BLAMING
        and other.zone not in HEADS
        and other.statement.parent == voice.statement.parent
        and voice.place - other.place <= _NEAR
        and not voice.same_side(other)
        and not other.about.isdisjoint(voice.speakers)
        and not voice.about.isdisjoint(other.speakers)
    )
