"""Sentences that announce an answer: "Tarn was reacting to Orlin, who had mocked the plan"."""

import re
from collections.abc import Iterator

from rejoinder.exchanges.markers import Kind, Marker, is_cancelled
from rejoinder.exchanges.relate import make_link, relation_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.link import Link
from rejoinder.model.span import Span

__all__ = ["announced_links"]

# "The envoy whom Tarn was referring to is his cousin": it is not said what he answered.
_NOTHING = re.compile(r"\s+(?:is|was|are|were|has|had|would|will)\b")
_PARAGRAPHS = 2
_REACH = 4


def announced_links(scene: Scene) -> Iterator[Link]:
    """Link the words that a sentence announces as an answer to those that it says they answer.

    The sentence names both: the one who answers before the marker (or by a pronoun, who then spoke
    last), and after it the one who is answered, with words of his in the same sentence, or before.
    """
    for marker in scene.markers(scene.text, Span(0, len(scene.text))):
        sentence = scene.passages.sentence(scene.passages.place(marker.span.start))
        if marker.kind is not Kind.ANNOUNCING or is_cancelled(scene.text, marker.span, sentence):
            continue
        if _NOTHING.match(scene.text, marker.span.end, sentence.end):
            continue
        answered = _answered(scene, marker, sentence)
        if answered is None:
            continue
        for voice in _answering(scene, marker, sentence, answered):
            yield make_link(
                voice.statement.id,
                answered.statement.id,
                relation_of(voice.statement.act, answered.statement.act),
                evidence=Span(marker.span.start, marker.span.end),
            )


def _answered(scene: Scene, marker: Marker, sentence: Span) -> Voice | None:
    """Return the words that the sentence tells after the marker, else the last of who is named."""
    within = [
        voice
        for voice in scene.voices
        if marker.span.end <= voice.start < sentence.end
        and voice.statement.parent is None
        # "The wording was referring to a charter": that is all that it says.
        and not any(cue.overlaps(marker.span) for cue in voice.statement.cue)
    ]
    if within:
        return within[0]
    named = scene.parties.named_in(Span(marker.span.end, sentence.end))
    before = [
        voice
        for voice in scene.voices
        if voice.start < sentence.start
        and voice.zone not in HEADS
        and scene.parties.speaks_for(named, voice.statement.speaker)
    ]
    return before[-1] if before else None


def _answering(scene: Scene, marker: Marker, sentence: Span, answered: Voice) -> list[Voice]:
    """Return the statements of the one whom the sentence is about, those that it stands beside."""
    named = scene.parties.named_in(Span(sentence.start, marker.span.start))
    place = scene.passages.place(marker.span.start)
    others = [
        voice
        for voice in scene.voices
        if voice.zone not in HEADS
        and voice.statement.parent is None
        and voice.statement.id != answered.statement.id
        and not voice.same_side(answered)
    ]
    before = [voice for voice in others if voice.start < sentence.start]
    after = [
        voice for voice in others if voice.start >= sentence.start and voice.place <= place + 1
    ]
    if not named:
        last = before[-1] if before else None
        near = last is not None and place - last.place <= _PARAGRAPHS
        return [last] if near and last is not None else []
    return [
        voice
        for voice in (*before, *after)
        if _is_one_of(named, voice) and abs(voice.place - place) <= _REACH
    ]


def _is_one_of(named: frozenset[ActorId], voice: Voice) -> bool:
    return not named.isdisjoint(voice.statement.speaker)
