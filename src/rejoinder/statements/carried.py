"""Carried: quotations that stand alone behind words of the same speaker, without a cue.

The mayor said the bridge would open in May.
“We have waited long enough.”
"""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import Parsed
from rejoinder.text.quotes import Quote

__all__ = ["with_carried"]

_SCORE = 0.6
# What is hardly a statement is none to go on with.
_LEAST = 0.5
_SHORT = 4
_BETWEEN = " \n\t\u00a0.,:;”\"’'*"
_ENDS = ".!?…"


def with_carried(
    page: Parsed, drafts: Sequence[Draft], read: Sequence[Span], heads: Sequence[Span]
) -> list[Draft]:
    """Return the drafts with one of its own for each quotation that goes on with the last before.

    Args:
        page: the article.
        drafts: what was found.
        read: the stretches that are read; all if there are none.
        heads: title, deck and headings; nothing goes on with them.
    """
    held = [span for d in drafts for span in (*d.content, *d.cue, *d.source)]
    more: list[Draft] = []
    for quote in page.quotes:
        if not _is_speech(page.text, quote) or any(span.overlaps(quote.outer) for span in held):
            continue
        if read and not any(zone.overlaps(quote.inner) for zone in read):
            continue
        before = _last_before(page.text, quote, [*drafts, *more])
        if before is not None and not any(h.overlaps(s) for h in heads for s in before.content):
            more.append(replace(before, content=(quote.inner,), score=_SCORE, verb=None))
    return [*drafts, *more]


def _is_speech(text: str, quote: Quote) -> bool:
    """Say whether a quotation is whole sentences, and nothing stands behind it in its line."""
    words = quote.inner.text_of(text).strip()
    if not quote.closed or len(words.split()) < _SHORT:
        return False
    stop = text.find("\n", quote.outer.end)
    behind = text[quote.outer.end : stop if stop >= 0 else None]
    whole = words[:1].isupper() and words.rstrip("”\"’' ")[-1:] in _ENDS
    return whole and not behind.strip(_BETWEEN)


def _last_before(text: str, quote: Quote, drafts: Sequence[Draft]) -> Draft | None:
    """Return the draft that the words before a quotation end with, if a speaker is named there."""
    ended = [
        (_end(d), sum(map(len, d.content)), place)
        for place, d in enumerate(drafts)
        if _end(d) <= quote.outer.start
    ]
    if not ended:
        return None
    end, _, place = max(ended)
    gap = text[end : quote.outer.start]
    before = drafts[place]
    spoken = any(c.isalpha() for s in before.cue for c in s.text_of(text))
    if gap.strip(_BETWEEN) or not before.source or before.score < _LEAST or not spoken:
        return None
    return before


def _end(draft: Draft) -> int:
    return max(s.end for s in (*draft.content, *draft.cue, *draft.source))
