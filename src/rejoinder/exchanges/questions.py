"""Questions, and who answers them: in a transcript, in quotation marks, or told as asked."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rejoinder.exchanges.relate import REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Quotation

__all__ = ["asked_links", "put_links", "question_links"]

_BEHIND: Final = 80
_YOU: Final = re.compile(r"\byou(?:r|rself)?\b", re.IGNORECASE)
# Questions that are told: "Tarn was asked whether he knew".
_ASKED: Final = re.compile(r"\b(?:asked|asks|pressed|questioned)\b", re.IGNORECASE)
_QUESTION: Final = re.compile(
    r"\W*(?:(?:about\s+)?(?:whether|if|what|why|how|who|when|where|which)\b)", re.IGNORECASE
)
_PASSIVE: Final = re.compile(r"(?:was|were|is|are|been|being)\b", re.IGNORECASE)
_LEAD: Final = re.compile(r"\W*(?:(?:but|and|yet|still|when|if)\W+){0,2}", re.IGNORECASE)
_WHEN: Final = re.compile(r"\b(?:when|after being)\s+\Z", re.IGNORECASE)
_BESIDE: Final = 16
_NEXT: Final = 1


def question_links(scene: Scene) -> Iterator[Link]:
    """Link each turn of a transcript to that of somebody else before it, if it ends in a question.

    Who rejects what the question recounts of others rejects that too.
    """
    turns = [voice for voice in scene.voices if _is_turn(scene, voice)]
    for asked, voice in pairwise(turns):
        evidence = _question(scene, asked)
        if evidence is None or asked.same_side(voice):
            continue
        mine = voice.statement
        yield make_link(mine.id, asked.statement.id, Relation.ANSWERS, evidence=evidence)
        if mine.act in REJECTING:
            for told in _recounted(scene, asked, voice):
                yield make_link(mine.id, told.statement.id, Relation.DENIES, evidence=evidence)


def put_links(scene: Scene) -> Iterator[Link]:
    """Link who speaks at once after a quoted question that is put to him by somebody else.

    It is put to him if it says "you", or if he has spoken just before it too.
    """
    quoted = [
        voice
        for voice in scene.voices
        if voice.statement.parent is None and voice.zone not in HEADS and not _is_turn(scene, voice)
    ]
    for place, (asked, voice) in enumerate(pairwise(quoted)):
        mark = _ends_in_question(scene, asked)
        if mark is None or asked.same_side(voice) or not (asked.speakers and voice.speakers):
            continue
        if voice.statement.quotation is not Quotation.DIRECT:
            continue
        if not 0 <= voice.place - scene.passages.place(mark.start) <= 1:
            continue
        before = quoted[place - 1] if place else None
        spoke = before is not None and before.statement.speaker == voice.statement.speaker
        told = asked.statement.content[-1].text_of(scene.text)
        if spoke or _YOU.search(told[max(0, len(told) - _BEHIND) :]):
            yield make_link(
                voice.statement.id,
                asked.statement.id,
                Relation.ANSWERS,
                evidence=mark,
            )


def _ends_in_question(scene: Scene, voice: Voice) -> Span | None:
    """Return the mark that words end in, the quotation marks behind it aside."""
    last = voice.statement.content[-1]
    text = last.text_of(scene.text).rstrip("”\"’' ")
    place = last.start + len(text)
    return Span(place - 1, place) if text.endswith("?") else None


def _is_turn(scene: Scene, voice: Voice) -> bool:
    """Say whether a name and a colon give somebody the word."""
    return (
        voice.statement.parent is None
        and bool(voice.speakers)
        and voice.zone not in HEADS
        and [cue.text_of(scene.text).strip() for cue in voice.statement.cue] == [":"]
    )


def _question(scene: Scene, voice: Voice) -> Span | None:
    """Return the mark of the question that a turn ends in, be it with a word on it behind."""
    last = voice.statement.content[-1].end
    start = max(voice.start, last - _BEHIND)
    found = scene.text.rfind("?", start, last + 1)
    return Span(found, found + 1) if found >= 0 else None


def _recounted(scene: Scene, asked: Voice, voice: Voice) -> list[Voice]:
    """Return what a question tells that others say of who is asked."""
    return [
        other
        for other in scene.voices
        if other.statement.parent == asked.statement.id
        and not other.same_side(voice)
        and not other.about.isdisjoint(voice.speakers)
    ]


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
    first = voice.statement.content[0]
    asked = any(_ASKED.search(cue.text_of(scene.text)) for cue in voice.statement.cue)
    open_end = _ends_in_question(scene, voice) is not None
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
