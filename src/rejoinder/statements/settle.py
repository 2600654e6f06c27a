"""Settle: from what is read for each cue to attributions that agree with one another."""

from collections.abc import Iterable
from dataclasses import replace

from rejoinder.model.span import Span, merge, overlap
from rejoinder.statements.apart import trimmed, without
from rejoinder.statements.decode import Reading
from rejoinder.statements.draft import Draft
from rejoinder.statements.pieces import Pieces
from rejoinder.text.quotes import Quote

__all__ = ["settle"]

# A content that shares more than this with surer ones tells of the same words again.
_SAME = 0.5
# A content that covers this share of a quotation is the whole of it.
_WHOLE = 0.6
_SEVERAL = 2
_OPENING = ' "“‘'


def settle(
    readings: Iterable[Reading],
    pieces: Pieces,
    text: str,
    quotes: tuple[Quote, ...],
    threshold: float,
) -> list[Draft]:
    """Return drafts whose contents do not overlap, the surest first served.

    The readings may be of any number of windows of the text; those below the threshold are dropped.
    """
    sure = [r for r in readings if r.content and r.score >= threshold]
    taken: list[Span] = []
    out: list[Draft] = []
    for reading in sorted(sure, key=lambda r: (-r.score, r.cue.first)):
        cue = _unmarked(_spans(((reading.cue.first, reading.cue.last),), pieces, text), text)
        content = _whole_quotations(_spans(reading.content, pieces, text), cue, quotes)
        size = sum(len(s) for s in content)
        if not size or not cue or overlap(content, taken) > _SAME * size:
            continue
        free = trimmed(without(content, [*taken, *cue]), text)
        if not free:
            continue
        taken.extend(free)
        out.append(
            Draft(
                source=_spans(reading.source[:1], pieces, text),
                cue=cue,
                content=_bare(free, quotes),
                score=min(1.0, reading.score),
            )
        )
    return _undivided(out, text, quotes)


def _undivided(drafts: list[Draft], text: str, quotes: tuple[Quote, ...]) -> list[Draft]:
    """Return the drafts, a quotation that two were given whole to the one with its cue beside it.

    In “We won. K. Vey lied,” the army said., after a line of another cue, the networks may end one
    speaker's words at the initial.
    """
    for quote in quotes:
        holders = [k for k, d in enumerate(drafts) if overlap(d.content, [quote.inner])]
        if len(holders) < _SEVERAL or not quote.closed:
            continue
        beside = [k for k in holders if _is_beside(quote, drafts[k], text)]
        quoted = any(quote.outer.overlaps(c) for k in holders for c in drafts[k].cue)
        if len(beside) == 1 and not quoted:
            drafts = [
                _given(d, quote, quotes, whole=k == beside[0]) if k in holders else d
                for k, d in enumerate(drafts)
            ]
            drafts = [d for d in drafts if d.content]
    return drafts


def _is_beside(quote: Quote, draft: Draft, text: str) -> bool:
    """Say whether a draft's cue stands in the line of a quotation."""
    return all(
        "\n" not in text[min(c.end, quote.outer.end) : max(c.start, quote.outer.start)]
        for c in draft.cue
    )


def _given(draft: Draft, quote: Quote, quotes: tuple[Quote, ...], *, whole: bool) -> Draft:
    """Return the draft with the whole of a quotation, or without it."""
    rest = without(draft.content, [quote.outer])
    content = merge([*rest, quote.outer]) if whole else rest
    return replace(draft, content=_bare(content, quotes))


def _spans(runs: Iterable[tuple[int, int]], pieces: Pieces, text: str) -> tuple[Span, ...]:
    """Return the words that runs of pieces are of; a separator at either end is left out."""
    out: list[Span] = []
    for first, last in runs:
        solid = [k for k in range(first, last) if pieces.end[k] > pieces.start[k]]
        if solid:
            start, end = int(pieces.start[solid[0]]), int(pieces.end[solid[-1]])
            out.append(_in_words(start, end, text))
    return merge(out)


def _unmarked(cue: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Return a cue without a mark at its end that opens what is quoted."""
    bodies = ((span.start, span.text_of(text).rstrip(_OPENING)) for span in cue)
    return tuple(Span(start, start + len(body)) for start, body in bodies if body)


def _in_words(start: int, end: int, text: str) -> Span:
    """Return the span with the words whole that its ends cut."""
    while start and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return Span(start, end)


def _whole_quotations(
    content: tuple[Span, ...], cue: tuple[Span, ...], quotes: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """Return the content with every quotation that it covers most of; the cue's own is left be."""
    more = [
        q.outer
        for q in quotes
        if q.closed
        and not any(q.outer.overlaps(c) for c in cue)
        and overlap([q.inner], content) >= _WHOLE * len(q.inner)
    ]
    return merge([*content, *more])


def _bare(content: tuple[Span, ...], quotes: tuple[Quote, ...]) -> tuple[Span, ...]:
    """Return the content without the marks around a part that is one whole quotation."""
    inner = {q.outer: q.inner for q in quotes}
    return tuple(inner.get(span, span) for span in content)
