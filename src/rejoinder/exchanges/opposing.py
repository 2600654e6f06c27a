"""What is said against a party, and what that party says of being opposed."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import HOSTILE, make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link
from rejoinder.model.span import Span

__all__ = ["opposed_links"]

_AGAINST: Final = re.compile(
    r"\bagainst\s+(?:the\s+)?(?P<whom>[^\W\d_][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
    r"|\banti-(?P<of>[A-Z]\w+)",
    re.IGNORECASE,
)
_FAR: Final = 8


def opposed_links(scene: Scene) -> Iterator[Link]:
    """Link who complains of what is done against his side to the one who called for it.

    "Belmark and Cyrland must stand against Avaria" is what Avaria answers when it speaks of
    Belmark's front against it.
    """
    told = [(voice, _opposed(scene, voice)) for voice in scene.voices if voice.zone not in HEADS]
    for place, (voice, against) in enumerate(told):
        hurt = against & voice.speakers
        if voice.statement.act not in HOSTILE or not hurt:
            continue
        meant = [
            other
            for other, its in told[:place]
            if not its.isdisjoint(hurt)
            and other.speakers
            and not voice.about.isdisjoint(other.speakers)
            and not voice.same_side(other)
            and voice.place - other.place <= _FAR
            and not scene.is_inside(other.statement, voice.statement.id)
            and not scene.is_recounted_by(voice.statement, other)
        ]
        if meant:
            yield make_link(
                voice.statement.id,
                meant[-1].statement.id,
                relation_of(voice.statement.act, meant[-1].statement.act),
                evidence=None,
            )


def _opposed(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return those against whom the words say that something is or should be."""
    return scene.parties.parties(
        actor
        for span in voice.statement.content
        for found in _AGAINST.finditer(scene.text, span.start, span.end)
        for actor in scene.parties.named_in(Span(*found.span("whom" if found["whom"] else "of")))
    )
