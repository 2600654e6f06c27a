"""Mend a content that ends in a word which leads on: "and", "over", "the"."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import Parsed
from rejoinder.statements.tree import child, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_whole_end"]

_LEADING: Final = frozenset({"CC", "IN", "DT", "PRP$", "TO", "WDT"})
_DROPPED: Final = frozenset({"CC", "IN", "WDT"})
_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
# Where and when it is said is the frame's: "called it a stunt in | a statement".
_FRAME: Final = frozenset(
    """statement interview speech address letter post message report tweet email conference
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_TWO: Final = 2


def with_whole_end(page: Parsed, draft: Draft) -> Draft:
    """Return the draft with what its last word leads to, or without that word.

    Of "either knew nothing or were told too late" the networks may take all up to "or".
    """
    last = draft.content[-1]
    tokens = _tokens(page, last)
    if len(tokens) < _TWO or tokens[-1].tag_ not in _LEADING:
        return draft
    word = tokens[-1]
    following = page.doc[word.i + 1 : word.i + 2]
    if not len(following):
        return draft
    begins = following[0].is_alpha or following[0].is_digit
    led = _led_to(word) if begins else None
    if led is not None and led.i > word.i:
        end = max(place for place in subtree(led) if place >= led.i)
        more = Span(last.start, page.doc[end].idx + len(page.doc[end]))
        if word.head in {*tokens, led} and _goes_on(page, draft, led, more):
            return replace(draft, content=(*draft.content[:-1], more))
    quoted = _quoted(page, draft)
    if quoted is not None:
        return replace(draft, content=(*draft.content[:-1], quoted))
    if word.tag_ != "CC" and (led is None or led.i <= word.i or word.tag_ not in _DROPPED):
        return draft
    before = next((t for t in reversed(tokens[:-1]) if t.text != ","), tokens[-2])
    kept = Span(last.start, before.idx + len(before))
    return replace(draft, content=(*draft.content[:-1], kept))


def _quoted(page: Parsed, draft: Draft) -> Span | None:
    """Return the content with the quotation that its end leads to: "a matter of | “pride”"."""
    last = draft.content[-1]
    quote = next((q for q in page.quotes if 0 <= q.outer.start - last.end <= 1 and q.closed), None)
    if quote is None or "\n" in page.text[last.end : quote.outer.end]:
        return None
    taken = (*draft.cue, *draft.source, *draft.content[:-1])
    free = not any(quote.outer.overlaps(span) for span in taken)
    return Span(last.start, quote.outer.end) if free else None


def _led_to(word: "Token") -> "Token | None":
    """Return the head of what a joining word, a preposition or an article leads to."""
    if word.tag_ == "CC":
        joined = (c for c in word.head.children if c.dep_ == "conj" and c.i > word.i)
        return next(joined, None)
    if word.tag_ == "IN" and word.dep_ != "mark":
        return child(word, "pobj", "pcomp")
    return word.head


def _goes_on(page: Parsed, draft: Draft, led: "Token", more: Span) -> bool:
    """Say whether a content goes on with it: it is not the frame's, and no other statement."""
    if led.lemma_.lower() in _FRAME or "\n" in page.text[draft.content[-1].end : more.end]:
        return False
    if led.dep_ == "conj" and led.pos_ == "VERB" and cue_of(led) is not None:
        return False
    if led.dep_ == "conj" and any(c.dep_ in _SUBJECT for c in led.children):
        return False
    taken = (*draft.cue, *draft.source, *draft.content[:-1])
    return not any(more.overlaps(span) for span in taken)


def _tokens(page: Parsed, span: Span) -> "list[Token]":
    return list(page.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
