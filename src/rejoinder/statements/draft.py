"""Draft: an attribution while the rules are still at work on it."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span, cover, merge, overlap
from rejoinder.model.statement import Attribution, Quotation
from rejoinder.text.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Draft", "assemble"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An attribution before nesting.

    Attributes:
        verb: the cue's head token, or None for colons and headings.
        score: prior sureness of the rule that found it.
        colon: its content follows a colon and runs to the end of the paragraph.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
    verb: "Token | None" = None
    colon: bool = False


def assemble(drafts: list[Draft], quotes: tuple[Quote, ...]) -> tuple[Attribution, ...]:
    """Return the drafts in text order with their parents and kinds; of equal contents one is kept.

    The parent is the smallest content that holds both the content and the cue of the child.
    """
    paired = [
        replace(
            draft,
            content=_balanced(draft.content, quotes),
            source=_balanced(draft.source, quotes),
        )
        for draft in drafts
    ]
    kept = _distinct([_inside_parent(draft, paired) for draft in paired])
    ordered = sorted(kept, key=lambda d: (cover(d.content).start, -cover(d.content).end))
    out: list[Attribution] = []
    for place, draft in enumerate(ordered):
        parent = _parent(place, ordered)
        around = ordered[parent].content if parent is not None else ()
        out.append(
            Attribution(
                source=draft.source,
                cue=draft.cue,
                content=draft.content,
                quotation=_kind_of(draft.content, around, quotes),
                parent=parent,
                score=draft.score,
            )
        )
    return tuple(out)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, of those with equal content only the surest."""
    best: dict[tuple[Span, ...], Draft] = {}
    for draft in drafts:
        key = merge(draft.content)
        if key not in best or draft.score > best[key].score:
            best[key] = draft
    return list(best.values())


def _inside_parent(draft: Draft, drafts: list[Draft]) -> Draft:
    """Return the draft without the cue of the one that it lies in: '..., Reuters reported'."""
    for other in drafts:
        if other is draft or not other.cue or not draft.cue:
            continue
        held = all(any(o.contains(c) for o in other.content) for c in draft.cue)
        if not held or not overlap(draft.content, other.cue):
            continue
        if cover(other.content).start >= cover(draft.content).start:
            continue
        parts = [
            Span(max(s.start, o.start), min(s.end, o.end))
            for s in draft.content
            for o in other.content
            if s.overlaps(o)
        ]
        if parts:
            return replace(draft, content=tuple(sorted(parts)))
    return draft


def _balanced(content: tuple[Span, ...], quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    """Return the content with no mark cut off from the one that it pairs with.

    Marks around the whole of a span are left out, marks inside it are kept in pairs.
    """
    return tuple(_with_marks(span, quotes) for span in content)


def _with_marks(span: Span, quotes: tuple[Quote, ...]) -> Span:
    start, end = span.start, span.end
    for quote in quotes:
        if not quote.outer.overlaps(span):
            continue
        if start <= quote.outer.start < end == quote.inner.end:
            end = quote.outer.end
        if start == quote.inner.start and quote.outer.end <= end and quote.closed:
            start = quote.outer.start
    whole = next((q for q in quotes if q.outer == Span(start, end)), None)
    return whole.inner if whole is not None else Span(start, end)


def _parent(place: int, drafts: list[Draft]) -> int | None:
    """Return the place of the smallest other draft whose content holds this one."""
    child = drafts[place]
    needed = merge((*child.content, *child.cue))
    size = sum(len(s) for s in needed)
    holders = [
        (sum(len(s) for s in other.content), k)
        for k, other in enumerate(drafts)
        if k != place and overlap(needed, other.content) >= 0.9 * size
    ]
    holders = [h for h in holders if h[0] > sum(len(s) for s in child.content)]
    return min(holders)[1] if holders else None


def _kind_of(
    content: tuple[Span, ...], around: tuple[Span, ...], quotes: tuple[Quote, ...]
) -> Quotation:
    """Return how the words are given, on their own level: marks around the parent do not count."""
    own = [q for q in quotes if not around or not any(q.inner.contains(s) for s in content)]
    if around:
        own = [q for q in own if overlap([q.outer], around) == len(q.outer)] or own
    inside = overlap(content, [q.outer for q in own])
    if inside == 0:
        return Quotation.INDIRECT
    free = inside >= 0.9 * sum(len(s) for s in content)
    return Quotation.DIRECT if free else Quotation.MIXED
