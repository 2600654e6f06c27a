"""Denials that leave out what they deny: "Belmark said it did not"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["elliptic_links"]

_IT_DID_NOT: Final = re.compile(
    r"\W*(?:that )?(?:it|they|he|she|we|i|this)\s+\w+?\s*(?:not|n[’']t)(?: so| at all)?\W*",
    re.IGNORECASE,
)
_NEAR: Final = 1


def elliptic_links(scene: Scene) -> Iterator[Link]:
    """Link "it did not" to what somebody of another side said just before it."""
    for place, voice in enumerate(scene.voices):
        content = voice.statement.content
        if voice.statement.act is not Act.DENY or not voice.speakers or len(content) > 1:
            continue
        if _IT_DID_NOT.fullmatch(content[0].text_of(scene.text)) is None:
            continue
        meant = next(
            (each for each in reversed(scene.voices[:place]) if _is_meant(voice, each)), None
        )
        if meant is not None:
            yield make_link(
                voice.statement.id,
                meant.statement.id,
                Relation.DENIES,
                evidence=content[0],
                score=0.6,
            )


def _is_meant(voice: Voice, other: Voice) -> bool:
    return (
        bool(other.speakers)
        and other.zone not in HEADS
        and other.statement.parent == voice.statement.parent
        and not voice.same_side(other)
        and voice.place - other.place <= _NEAR
    )
