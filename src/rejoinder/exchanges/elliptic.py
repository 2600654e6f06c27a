"""Answers that need what stands before them: "it would not", "Belmark fired first"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["elliptic_links"]

_IT_WOULD_NOT: Final = re.compile(
    r"\W*(?:that )?(?:it|they|he|she|we|i)\s+\w+?\s*(?:not|n[’']t)(?: do (?:so|that|it|this))?\W*",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(r"\bfirst\W*$|\b(?:started|began|begun)\b", re.IGNORECASE)
_NEAR: Final = 1
_CHARGES: Final = frozenset({Act.ACCUSE, Act.CRITICISE})


def elliptic_links(scene: Scene) -> Iterator[Link]:
    """Link "it would not" to what was just asked, and a charge to the one that it gives back.

    A charge goes back where it blames who has just blamed the speaker, for the same deed, for
    having begun, or for nothing that it names: "Belmark blamed Avaria".
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
    struck = not other.about.isdisjoint(voice.speakers)
    if mine.act is Act.REFUSE and its.act is Act.DEMAND and struck:
        text = mine.content[0].text_of(scene.text)
        return Relation.REFUSES if _IT_WOULD_NOT.fullmatch(text) else None
    if mine.act is Act.ACCUSE and its.act in _CHARGES and struck:
        back = not voice.about.isdisjoint(other.speakers)
        text = mine.content[0].text_of(scene.text)
        first = _FIRST.search(text) is not None
        meant = first or _names_only(scene, voice) or _of_one_deed(voice, other)
        return Relation.COUNTERS if back and meant else None
    return None


def _of_one_deed(voice: Voice, other: Voice) -> bool:
    """Say whether both tell of a deed of one kind: "shelled the post", "bombarded the town"."""
    mine, its = ({concept_of(word).deed for word in each.words} for each in (voice, other))
    return bool((mine & its) - {""})


def _names_only(scene: Scene, voice: Voice) -> bool:
    """Say whether the words tell whom somebody blames and not for what."""
    named = scene.parties.mention_words(scene.parties.named_in(voice.statement.content[0]))
    return voice.words <= voice.names | named
