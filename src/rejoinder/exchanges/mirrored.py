"""Charges that are given back at once: "Belmark blamed Avaria", "Belmark said Avaria began"."""

import re
from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.relate import BLAMING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["mirrored_links"]

_FIRST: Final = re.compile(r"\bfirst\W*$|\b(?:started|began|begun)\b", re.IGNORECASE)
_NEAR: Final = 1


def mirrored_links(scene: Scene) -> Iterator[Link]:
    """Link a charge to the one just before it by whom it blames, against who makes it.

    Both are of one matter where they tell of a deed of one kind, of who began, or where the later
    names none.  Two charges of different deeds stay apart.
    """
    for place, voice in enumerate(scene.voices):
        if voice.statement.act is not Act.ACCUSE or not voice.speakers:
            continue
        for other in reversed(scene.voices[:place]):
            if _is_given_back(voice, other) and _is_one_matter(scene, voice, other):
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    Relation.COUNTERS,
                    evidence=None,
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


def _is_one_matter(scene: Scene, voice: Voice, other: Voice) -> bool:
    content = voice.statement.content
    if any(_FIRST.search(span.text_of(scene.text)) for span in content):
        return True
    named = {actor for span in content for actor in scene.parties.named_in(span)}
    if voice.words <= voice.names | scene.parties.mention_words(named):
        return True
    mine, its = ({concept_of(word).deed for word in each.words} for each in (voice, other))
    return bool((mine & its) - {""})
