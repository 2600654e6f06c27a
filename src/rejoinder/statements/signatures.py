"""Signed quotations: “...” — Ann Lee."""

import re
from collections.abc import Sequence

from rejoinder.model.span import Span, overlap
from rejoinder.statements.draft import Draft
from rejoinder.text.quotes import Quote

__all__ = ["signed_quotations"]

# A dash, then nothing but a name, perhaps with what its bearer is, up to the end of the line.
_SIGNATURE = re.compile(
    r"\s{0,4}(?P<dash>―|—|–|--|-)[^\S\n]*"
    r"(?P<name>[^\W\d_a-zß-ÿ][\w.'’\-]*(?:[^\S\n]+(?:[^\W\d_a-zß-ÿ][\w.'’\-]*|de|van|von|bin|al|el|n)){0,5})"
    r"(?:,[^\n]{0,60})?[^\S\n.]*\.?[^\S\n]*(?=\n|\Z)"
)
_SCORE = 0.9
_SHORT = 4


def signed_quotations(text: str, quotes: Sequence[Quote], taken: Sequence[Draft]) -> list[Draft]:
    """Return the quotations that a signature follows and no content has taken yet."""
    out: list[Draft] = []
    for quote in quotes:
        found = _SIGNATURE.match(text, quote.outer.end)
        if found is None or not quote.closed or len(quote.inner.text_of(text).split()) < _SHORT:
            continue
        if any(overlap(draft.content, [quote.outer]) for draft in taken):
            continue
        name = found.group("name").rstrip(".")
        start = found.start("name")
        out.append(
            Draft(
                source=(Span(start, start + len(name)),),
                cue=(Span(*found.span("dash")),),
                content=(quote.inner,),
                score=_SCORE,
            )
        )
    return out
