"""Two who tell the same otherwise: "the talks brought progress", "the talks brought no headway"."""

from collections.abc import Iterator
from typing import Final

from rejoinder.exchanges.claims.wording import Wording, read_wording, weight_of
from rejoinder.exchanges.matter import shared_words
from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.statement import Act

__all__ = ["contradicting_links"]

_FAR: Final = 8
_ENOUGH: Final = 3
_SHARE: Final = 0.75


def contradicting_links(scene: Scene) -> Iterator[Link]:
    """Link what somebody asserts to the assertion just of that by another, where one says not so.

    Synonyms are one word, and nearly all of the shorter one's words must be the other's: who speaks
    of one matter and says no is seldom denying the other's words.
    """
    asserting = [
        voice
        for voice in scene.voices
        if voice.statement.act is Act.ASSERT and voice.speakers and voice.zone not in HEADS
    ]
    for place, voice in enumerate(asserting):
        for other in reversed(asserting[:place]):
            if voice.place - other.place > _FAR:
                break
            if _are_two(scene, voice, other) and _contradict(scene, voice, other):
                yield make_link(
                    voice.statement.id,
                    other.statement.id,
                    Relation.CONTRADICTS,
                    evidence=None,
                )
                break


def _are_two(scene: Scene, voice: Voice, other: Voice) -> bool:
    """Say whether the two are of two sides, and neither holds another or is told by the other."""
    if voice.same_side(other) or scene.is_inside(other.statement, voice.statement.id):
        return False
    holding = any(
        each.statement.parent == voice.statement.id and each.speakers != voice.speakers
        for each in scene.voices
    )
    return not holding and not scene.is_inside(voice.statement, other.statement.id)


def _contradict(scene: Scene, voice: Voice, other: Voice) -> bool:
    names = voice.names | other.names | scene.parties.state_words
    if not shared_words(voice.words, other.words, names):
        return False
    mine, its = (_wording(scene, each, names) for each in (voice, other))
    common = mine.concepts & its.concepts
    smaller = min(weight_of(mine.concepts), weight_of(its.concepts))
    if weight_of(common) < max(_ENOUGH, _SHARE * smaller):
        return False
    return (common <= mine.denied) is not (common <= its.denied)


def _wording(scene: Scene, voice: Voice, names: frozenset[str]) -> Wording:
    content = " ".join(span.text_of(scene.text) for span in voice.statement.content)
    return read_wording(content, names, frozenset(), rejecting=False)
