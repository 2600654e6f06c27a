"""Keep apart who speaks, the words that say so and what is said: no word is two of these."""

from collections.abc import Iterable
from dataclasses import replace

from rejoinder.model.span import Span, merge, overlap
from rejoinder.statements.draft import Draft

__all__ = ["apart", "trimmed", "without"]

_EMPTY = frozenset({"", *"a an another his her its one that the their this".split()})
_BY = len(" by ")
_STRAY = " \n,;:-–—\"“”'‘"


def apart(text: str, draft: Draft) -> Draft | None:
    """Return the draft with no word in two of its parts; None where nothing is said any more.

    What is said to be said behind the cue is not who says it: "some say they feel betrayed".
    """
    parts = (*draft.source, *draft.cue)
    clash = overlap(draft.content, parts) or overlap(draft.source, draft.cue)
    if not clash:
        return draft
    source = _source(text, draft)
    content = trimmed(without(draft.content, (*draft.cue, *_with_by(text, source))), text)
    return replace(draft, source=source, content=content) if content else None


def _with_by(text: str, source: tuple[Span, ...]) -> list[Span]:
    """Return the words that name who speaks with the "by" before them."""
    return [
        Span(span.start - _BY, span.end) if text.endswith(" by ", 0, span.start) else span
        for span in source
    ]


def _source(text: str, draft: Draft) -> tuple[Span, ...]:
    """Return the words that name who speaks, without those of the cue and of what is said."""
    first = min((span.start for span in draft.cue), default=None)
    kept: list[Span] = []
    for span in draft.source:
        start, end = span.start, span.end
        if first is not None and start < first < end:
            end = first
        if first is not None and first < start and any(c.start == start for c in draft.content):
            continue
        # "Vey, aides said, is ill": the aides say it.
        lead = next((c for c in draft.content if c.start == start and c.end < end), None)
        if lead is not None and text[lead.end :].startswith(", "):
            start = lead.end
        body = text[start:end].strip(_STRAY)
        place = text.find(body, start)
        kept.append(Span(place, place + len(body)) if body.lower() not in _EMPTY else span)
    return tuple(kept)


def without(content: tuple[Span, ...], others: Iterable[Span]) -> tuple[Span, ...]:
    """Return what is left of spans where no other stands."""
    parts = list(content)
    for other in others:
        parts = [left for part in parts for left in _cut(part, other)]
    return merge(parts)


def _cut(span: Span, other: Span) -> list[Span]:
    """Return what is left of a span before and after another."""
    if not span.overlaps(other):
        return [span]
    ends = ((span.start, other.start), (other.end, span.end))
    return [Span(start, end) for start, end in ends if start < end]


def trimmed(content: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return spans without blanks and stray marks at their ends; those without a word are gone."""
    out: list[Span] = []
    for span in content:
        body = span.text_of(text)
        start = span.start + len(body) - len(body.lstrip(" \n,;:"))
        end = span.end - (len(body) - len(body.rstrip(" \n")))
        if start < end and any(c.isalnum() for c in text[start:end]):
            out.append(Span(start, end))
    return tuple(out)
