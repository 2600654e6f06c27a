"""Turns of a transcript: paragraphs that begin with who speaks and a colon."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft

__all__ = ["turns_of_transcript"]

# A label: up to five capitalised words, perhaps behind an opening quotation mark.
_TURN = re.compile(
    r"^[ \t]*[\"“«]?[ \t]*(?P<label>(?:[A-Z][\w.'’-]*)(?:[ \t]+[A-Z(][\w.,'’)-]*){0,4})[ \t]*"
    r"(?P<colon>:)[ \t]+(?P<words>\S.*)$",
    re.MULTILINE,
)
_ENDS = ".?!…—–-"
_CLOSED = ' \t"”»'
# Paragraphs that are labelled alike at least, before labels are taken for speakers.
_TURNS, _AGAIN = 3, 2
# What stands before a colon again and again and names nobody.
_NO_SPEAKER = frozenset(
    """
    also caption claim claims correction credit credits date fact facts file image images location
    more myth note photo photos picture pictures rating read reality related result results score
    see source sources tags time update updated verdict video warning watch what when where why
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph that begins with a label."""

    start: int
    label: Span
    colon: Span
    words: Span


def turns_of_transcript(text: str) -> list[Draft]:
    """Return the turns of a transcript in the text, none where labels do not come again.

    Where two speakers at least take turns, paragraphs without a label go on with the turn before,
    up to the next label; behind the last label nothing does.
    """
    lines = [_line(found) for found in _TURN.finditer(text)]
    lines = [line for line in lines if not _names_nobody(line.label.text_of(text))]
    counts = Counter(line.label.text_of(text) for line in lines)
    lines = [line for line in lines if counts[line.label.text_of(text)] >= _AGAIN]
    if len(lines) < _TURNS or not _are_sentences([line.words.text_of(text) for line in lines]):
        return []
    taking_turns = len({line.label.text_of(text) for line in lines}) > 1
    stops = [line.start for line in lines[1:]]
    out: list[Draft] = []
    for k, line in enumerate(lines):
        more = (
            _paragraphs(text, line.words.end, stops[k]) if taking_turns and k < len(stops) else []
        )
        out.append(
            Draft(
                source=(line.label,),
                cue=(line.colon,),
                content=(line.words, *more),
                score=0.85,
                colon=True,
            )
        )
    return out


def _line(found: re.Match[str]) -> _Line:
    words = found["words"].rstrip(_CLOSED)
    start = found.start("words")
    return _Line(
        start=found.start(),
        label=Span(*found.span("label")),
        colon=Span(*found.span("colon")),
        words=Span(start, start + max(1, len(words))),
    )


def _names_nobody(label: str) -> bool:
    """Say whether a label is a heading of some sort: "Read more", "Fact"."""
    return any(word.lower().strip(".,'’()") in _NO_SPEAKER for word in label.split())


def _are_sentences(words: Sequence[str]) -> bool:
    """Say whether most of what follows the labels is speech and no list: "Norland: 14 seats"."""
    return 2 * sum(w[-1] in _ENDS for w in words) > len(words)


def _paragraphs(text: str, start: int, stop: int) -> list[Span]:
    """Return the paragraphs between two places, without the marks around them."""
    out: list[Span] = []
    for found in re.finditer(r"[^\n]+", text[start:stop]):
        body = found.group()
        left = len(body) - len(body.lstrip(' \t"“«'))
        right = len(body.rstrip(_CLOSED))
        if left < right and any(c.isalnum() for c in body[left:right]):
            out.append(Span(start + found.start() + left, start + found.start() + right))
    return out
