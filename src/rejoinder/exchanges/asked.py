"""Who was asked, and what he said: "Tarn was asked whether he knew. He said that he did not"."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rejoinder.exchanges.relate import make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span

__all__ = ["asked_links"]

_ASKED: Final = re.compile(r"\b(?:asked|asks|pressed|questioned)\b", re.IGNORECASE)
_QUESTION: Final = re.compile(
    r"\W*(?:(?:about\s+)?(?:whether|if|what|why|how|who|when|where|which)\b)", re.IGNORECASE
)
_PASSIVE: Final = re.compile(r"(?:was|were|is|are|been|being)\b", re.IGNORECASE)
_LEAD: Final = re.compile(r"\W*(?:(?:but|and|yet|still|when|if)\W+){0,2}", re.IGNORECASE)
_WHEN: Final = re.compile(r"\b(?:when|after being)\s+\Z", re.IGNORECASE)
_BESIDE: Final = 16
_NEXT: Final = 1


def asked_links(scene: Scene) -> Iterator[Link]:
    """Link what somebody says who was just asked to the question, whoever asked it."""
    for place, other in enumerate(scene.voices):
        if other.zone in HEADS or not _is_question(scene, other):
            continue
        found = _said_before(scene, other, scene.voices[:place])
        for voice in scene.voices[place + 1 :] if found is None else ():
            if voice.place - other.place > _NEXT:
                break
            if _is_answered(scene, other, voice):
                found = voice
                break
        if found is not None:
            # Nobody denies a question.
            yield make_link(
                found.statement.id,
                other.statement.id,
                Relation.ANSWERS,
                evidence=other.statement.cue[0],
                score=0.55,
            )


def _said_before(scene: Scene, other: Voice, before: Sequence[Voice]) -> Voice | None:
    """Return what is said before "when asked whether he knew", in the same sentence."""
    asked = other.statement.cue[0].start
    if other.is_somebodys or not _WHEN.search(scene.text, max(0, asked - _BESIDE), asked):
        return None
    sentence = scene.passages.sentence(scene.passages.place(asked))
    said = [
        voice
        for voice in before
        if sentence.contains(voice.statement.content[-1])
        and voice.statement.parent == other.statement.parent
        and voice.statement.speaker
    ]
    return said[-1] if said else None


def _is_question(scene: Scene, voice: Voice) -> bool:
    """Say whether the article tells that this was asked: a clause that asks, or a question mark."""
    first, last = voice.statement.content[0], voice.statement.content[-1]
    asked = any(_ASKED.search(cue.text_of(scene.text)) for cue in voice.statement.cue)
    open_end = last.text_of(scene.text).rstrip("”\"’' ").endswith("?")
    return asked and (open_end or bool(_QUESTION.match(scene.text, first.start, first.end)))


def _is_answered(scene: Scene, other: Voice, voice: Voice) -> bool:
    """Say whether the second speaks whom the first asks, told on one level.

    "Asked whether he knew, Tarn said ..." asks whoever speaks next.
    """
    asked = {*other.statement.about, *other.statement.addressee, *_subject(scene, other)}
    next_to = not other.is_somebodys and _leads(scene, other)
    return (
        (next_to or not asked.isdisjoint(voice.statement.speaker))
        and bool(voice.statement.speaker and voice.statement.cue)
        and voice.statement.parent == other.statement.parent
        and not voice.same_side(other)
        and voice.zone not in HEADS
    )


def _subject(scene: Scene, voice: Voice) -> frozenset[ActorId]:
    """Return who is named before "was asked" in its sentence, or before "asked" of nobody's."""
    cue = voice.statement.cue[0] if voice.statement.cue else None
    if cue is None or not (_PASSIVE.match(scene.text, cue.start) or not voice.statement.source):
        return frozenset()
    start = scene.passages.sentence(scene.passages.place(cue.start)).start
    return scene.parties.named_in(Span(start, cue.start)) if start < cue.start else frozenset()


def _leads(scene: Scene, voice: Voice) -> bool:
    """Say whether a sentence begins with that somebody was asked: "Asked", "But when asked"."""
    cue = voice.statement.cue[0]
    start = scene.passages.sentence(scene.passages.place(cue.start)).start
    return _LEAD.fullmatch(scene.text, start, cue.start) is not None
