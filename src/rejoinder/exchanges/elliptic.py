"""Answers that leave out what they answer: "Belmark said it did not", "Belmark blamed Avaria"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["elliptic_links"]

_IT_DID_NOT: Final = re.compile(
    r"\W*(?:that )?(?:it|they|he|she|we|i|this)\s+\w+?\s*(?:not|n[’']t)"
    r"(?: so| at all| do (?:so|that|it|this))?\W*",
    re.IGNORECASE,
)
_NEAR: Final = 1
_CHARGES: Final = frozenset({Act.ACCUSE, Act.CRITICISE})


def elliptic_links(scene: Scene) -> Iterator[Link]:
    """Link "it did not", "it would not" and a mere blame to what was said just before.

    The last is the charge of whom the blame is put on, against who puts it there.
    """
    for place, voice in enumerate(scene.voices):
        if not voice.speakers or len(voice.statement.content) > 1:
            continue
        meant = [
            (each, relation)
            for each in reversed(scene.voices[:place])
            if _is_near(voice, each)
            for relation in (_relation(scene, voice, each),)
            if relation is not None
        ]
        if meant:
            other, relation = meant[0]
            said = relation is not Relation.COUNTERS
            yield make_link(
                voice.statement.id,
                other.statement.id,
                relation,
                evidence=voice.statement.content[0] if said else None,
                score=0.6 if said else 0.5,
            )


def _is_near(voice: Voice, other: Voice) -> bool:
    return (
        bool(other.speakers)
        and other.zone not in HEADS
        and other.statement.parent == voice.statement.parent
        and not voice.same_side(other)
        and voice.place - other.place <= _NEAR
    )


def _relation(scene: Scene, voice: Voice, other: Voice) -> Relation | None:
    mine, its = voice.statement, other.statement
    left_out = _IT_DID_NOT.fullmatch(mine.content[0].text_of(scene.text)) is not None
    if left_out and mine.act is Act.DENY:
        return Relation.DENIES
    if left_out and mine.act is Act.REFUSE:
        asked = its.act is Act.DEMAND and not other.about.isdisjoint(voice.speakers)
        return Relation.REFUSES if asked else None
    if mine.act is Act.ACCUSE and its.act in _CHARGES and _names_only(scene, voice):
        back = not voice.about.isdisjoint(other.speakers)
        struck = not other.about.isdisjoint(voice.speakers)
        return Relation.COUNTERS if back and struck else None
    return None


def _names_only(scene: Scene, voice: Voice) -> bool:
    """Say whether the words tell whom somebody blames and not for what."""
    named = scene.parties.mention_words(scene.parties.named_in(voice.statement.content[0]))
    return voice.words <= voice.names | named
