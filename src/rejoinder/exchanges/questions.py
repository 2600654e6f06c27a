"""Questions of a transcript or a hearing: who speaks next after "…?" answers it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from rejoinder.exchanges.relate import REJECTING, make_link
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.link import Link, Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Quotation

__all__ = ["put_links", "question_links"]

_BEHIND: Final = 80
_YOU: Final = re.compile(r"\byou(?:r|rself)?\b", re.IGNORECASE)


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
        yield make_link(mine.id, asked.statement.id, Relation.ANSWERS, evidence=evidence, score=0.6)
        if mine.act in REJECTING:
            for told in _recounted(scene, asked, voice):
                yield make_link(
                    mine.id, told.statement.id, Relation.DENIES, evidence=evidence, score=0.45
                )


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
                score=0.55,
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
