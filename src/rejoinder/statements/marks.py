"""Attributions that marks make: colons, quotations that go on, 'claim: speaker' headings."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_table
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import Parsed
from rejoinder.text.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["after_colons", "colon_drafts", "join_quotations"]

_SHORT = 4


def after_colons(page: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, those whose cue ends in a colon with all of the paragraph that follows.

    "He added: First ... Second ..." has no marks to say where it ends; it runs to the end of the
    paragraph, or to the sentence that brings the next colon of the same kind. Where a quotation
    follows the colon its marks decide and nothing changes.
    """
    colons = {
        d.verb.i: colon for d in drafts if d.verb for colon in [_colon_after(d.verb)] if colon
    }
    out: list[Draft] = []
    for draft in drafts:
        colon = colons.get(draft.verb.i) if draft.verb is not None else None
        if colon is None or any(q.outer.start <= colon.idx < q.outer.end for q in page.quotes):
            out.append(draft)
            continue
        start = _next_word(page.text, colon.idx + 1)
        if start is None or any(q.outer.start <= start < q.outer.end for q in page.quotes):
            out.append(draft)
            continue
        stop = _paragraph_end(page.text, start)
        later = [c.sent.start_char for c in colons.values() if start < c.sent.start_char < stop]
        end = min([stop, *later])
        body = page.text[start:end].rstrip()
        out.append(
            replace(draft, content=(Span(start, start + len(body)),), score=0.85, colon=True)
        )
    return out


def colon_drafts(page: Parsed, verb: "Token") -> Draft | None:
    """Return a draft for a verb before a colon whose clause the parser did not find."""
    colon = _colon_after(verb)
    if colon is None:
        return None
    start = _next_word(page.text, colon.idx + 1)
    if start is None:
        return None
    end = colon.sent.end_char if colon.sent.end_char > start else _paragraph_end(page.text, start)
    body = page.text[start:end].rstrip()
    if not body:
        return None
    return Draft(source=(), cue=(), content=(Span(start, start + len(body)),), score=0.8, verb=verb)


def _colon_after(verb: "Token") -> "Token | None":
    """Return the colon that ends the verb's words, if no other reporting verb stands between."""
    for token in verb.doc[verb.i + 1 : verb.i + 26]:
        if token.text == ":":
            return token
        if token.is_sent_start or "\n" in token.text or token.text in {'"', ";"}:
            return None
        if token.pos_ == "VERB" and token.lemma_.lower() in cue_table():
            return None
    return None


def _next_word(text: str, start: int) -> int | None:
    """Return where the next visible character stands, in this line or the next paragraph."""
    found = re.compile(r"\S").search(text, start)
    return found.start() if found else None


def _paragraph_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found


def join_quotations(page: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with every quotation that goes on without a cue of its own.

    After '"...," he said.' a further quotation in the same paragraph belongs to the same
    attribution; after retold words it is an attribution of its own with the same source and cue. A
    quotation that nobody closed goes on with the mark that opens the next paragraph.
    """
    out = list(drafts)
    held = {quote: _holder(out, quote) for quote in page.quotes}
    for before, quote in zip((None, *page.quotes), page.quotes, strict=False):
        place = _just_before(out, quote) if held[quote] is None else None
        if place is None or not _goes_on(page.text, before, quote, out[place]):
            continue
        draft = out[place]
        if _is_quoted(draft, page.quotes):
            out[place] = replace(draft, content=tuple(sorted((*draft.content, quote.inner))))
        else:
            out.append(replace(draft, content=(quote.inner,), score=0.6))
            place = len(out) - 1
        held[quote] = place
    return out


def _just_before(drafts: list[Draft], quote: Quote) -> int | None:
    """Return the place of the draft that ends last before the quotation, the widest of equals."""
    ended = [
        (end, sum(len(s) for s in d.content), k)
        for k, d in enumerate(drafts)
        if (end := _end(d)) <= quote.outer.start + 1
    ]
    return max(ended)[2] if ended else None


def _end(draft: Draft) -> int:
    """Return where the draft's words end."""
    return max(s.end for s in (*draft.content, *draft.cue, *draft.source))


def _holder(drafts: list[Draft], quote: Quote) -> int | None:
    """Return the place of the widest draft that has the quotation in its content or cue."""
    holders = [
        (sum(len(s) for s in d.content), k)
        for k, d in enumerate(drafts)
        if any(s.overlaps(quote.inner) for s in d.content)
        and not (d.verb is not None and quote.outer.start <= d.verb.idx < quote.outer.end)
    ]
    return max(holders)[1] if holders else None


def _is_quoted(draft: Draft, quotes: tuple[Quote, ...]) -> bool:
    """Say whether the draft's words end in a quotation."""
    last = max(draft.content)
    return any(q.inner.end == last.end for q in quotes)


def _fills_its_line(text: str, quote: Quote) -> bool:
    """Say whether the quotation is all that its line holds."""
    start = text.rfind("\n", 0, quote.outer.start) + 1
    stop = text.find("\n", quote.outer.end)
    rest = text[start : quote.outer.start] + text[quote.outer.end : stop if stop >= 0 else None]
    return not rest.strip(" .")


def _is_quoted_near(draft: Draft, before: Quote | None) -> bool:
    """Say whether the draft's own words are the quotation before."""
    return before is not None and any(s.overlaps(before.inner) for s in draft.content)


def _goes_on(text: str, before: Quote | None, quote: Quote, draft: Draft) -> bool:
    """Say whether a quotation without a cue goes on with what the draft's speaker says."""
    words = quote.inner.text_of(text).split()
    end = _end(draft)
    gap = text[end : quote.outer.start]
    if "\n" in gap:
        carried = before is not None and not before.closed and before.inner.end >= end - 2
        between = gap.strip('"“”,. \n')
        alone = (
            gap.count("\n") == 1 and _fills_its_line(text, quote) and _is_quoted_near(draft, before)
        )
        return (not between and (carried or alone)) or between == ":"
    lead = gap.strip(' "”.,')
    if not lead and "," in gap:
        return True
    if len(words) < _SHORT or len(gap) > 120:
        return False
    starts = not lead or gap.rstrip()[-1:] in {".", ",", ":", "!", "?"}
    return starts and not re.search(r"[.!?]\s+\w+\s+\w+", gap)
