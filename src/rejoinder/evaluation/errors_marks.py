"""One case's text as HTML: gold and prediction marked in it, and nothing in it that acts."""

import html
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rejoinder.evaluation.attribution_scores import AttributionSpans
from rejoinder.model.span import APART, Span

__all__ = ["inert", "marked_context", "role_words"]

_ROLES = ("content", "source", "cue")
_MOST_OF_PIECE = 800
_MOST_LINES = 12
_MOST_OF_ROLE = 160
_LEFT_OUT = '<span class="left-out">[…]</span>'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """One span of one role; ``side`` is gold or found."""

    side: str
    role: str
    span: Span


def inert(text: str) -> str:
    """Return the text as HTML that shows it and does nothing.

    Controls, format characters (bidirectional ones among them), lone surrogates and unassigned
    characters stand as their code points, so that none acts on what is around it.
    """
    if text.isprintable():
        return html.escape(text)
    return "".join(map(_shown, text))


def marked_context(
    text: str, gold: AttributionSpans | None, predicted: AttributionSpans | None
) -> str:
    """Return the paragraphs that the spans touch, with the spans marked in them.

    Long stretches without the begin or end of a mark are shortened in the middle, and what is left
    out is shown to be.
    """
    marks = [*_marks("gold", gold), *_marks("found", predicted)]
    lines = [line for line in _lines(text) if any(m.span.overlaps(line) for m in marks)]
    parts = []
    previous: Span | None = None
    for line in _fewer(lines):
        if line is None or (previous is not None and text[previous.end : line.start].strip()):
            parts.append(f"<p>{_LEFT_OUT}</p>")
        if line is not None:
            parts.append(f'<p dir="auto">{_line(text, line, marks)}</p>')
        previous = line
    return "\n".join(parts)


def role_words(text: str, spans: Iterable[Span]) -> str:
    """Return the words of a role as HTML on one line, shortened; empty where there are none."""
    words = APART.join(" ".join(span.text_of(text).split()) for span in spans)
    if len(words) > _MOST_OF_ROLE:
        words = words[: _MOST_OF_ROLE - 1].rstrip() + "…"
    return f"<bdi>{inert(words)}</bdi>" if words else ""


def _shown(character: str) -> str:
    """Return one character as HTML."""
    if character in "\t\n" or unicodedata.category(character) == "Zs":
        return character
    if character.isprintable():
        return html.escape(character)
    return f'<span class="sign">U+{ord(character):04X}</span>'


def _marks(side: str, spans: AttributionSpans | None) -> list[_Mark]:
    """Return the marks of one side, contents first, so that they lie outermost."""
    if spans is None:
        return []
    return [
        _Mark(side=side, role=role, span=span) for role in _ROLES for span in getattr(spans, role)
    ]


def _lines(text: str) -> Iterator[Span]:
    """Yield the lines that are not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line) + 1


def _fewer(lines: Sequence[Span]) -> list[Span | None]:
    """Return the first and last lines where there are too many, None between them."""
    if len(lines) <= _MOST_LINES:
        return list(lines)
    half = _MOST_LINES // 2
    return [*lines[:half], None, *lines[-half:]]


def _line(text: str, line: Span, marks: Sequence[_Mark]) -> str:
    """Return one line, cut where a mark begins or ends."""
    here = [mark for mark in marks if mark.span.overlaps(line)]
    edges = {n for mark in here for n in (mark.span.start, mark.span.end)}
    cuts = sorted({line.start, line.end} | {n for n in edges if line.start < n < line.end})
    return "".join(
        _piece(text, Span(start, end), here, is_first=start == line.start, is_last=end == line.end)
        for start, end in pairwise(cuts)
    )


def _piece(text: str, piece: Span, marks: Sequence[_Mark], *, is_first: bool, is_last: bool) -> str:
    """Return a stretch inside which no mark begins or ends, in one element a mark."""
    over = [mark for mark in marks if mark.span.overlaps(piece)]
    names = "".join(
        f'<small class="{mark.side}" dir="ltr">{mark.side} {mark.role}</small>'
        for mark in over
        if mark.span.start == piece.start
    )
    opened = "".join(f'<span class="{mark.side} {mark.role}">' for mark in over)
    words = _shortened(
        piece.text_of(text), from_start=not is_first or bool(over), to_end=not is_last or bool(over)
    )
    return names + opened + words + "</span>" * len(over)


def _shortened(words: str, *, from_start: bool, to_end: bool) -> str:
    """Return the words as HTML; of many only those at the ends that are next to a mark."""
    if len(words) <= _MOST_OF_PIECE:
        return inert(words)
    half = _MOST_OF_PIECE // 2
    head, tail = words[:half] if from_start else "", words[-half:] if to_end else ""
    return inert(head) + _LEFT_OUT + inert(tail)
