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

_LEADING: Final = frozenset({"CC", "IN", "DT", "PRP$"})
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
    if not len(following) or not (following[0].is_alpha or following[0].is_digit):
        return draft
    led = _led_to(word)
    if led is None or led.i <= word.i:
        return draft
    end = max(place for place in subtree(led) if place >= led.i)
    more = Span(last.start, page.doc[end].idx + len(page.doc[end]))
    if word.head in {*tokens, led} and _goes_on(page, draft, led, more):
        return replace(draft, content=(*draft.content[:-1], more))
    if word.tag_ not in {"CC", "IN"}:
        return draft
    kept = Span(last.start, tokens[-2].idx + len(tokens[-2]))
    return replace(draft, content=(*draft.content[:-1], kept))


def _led_to(word: "Token") -> "Token | None":
    """Return the head of what a joining word, a preposition or an article leads to."""
    if word.tag_ == "CC":
        joined = (c for c in word.head.children if c.dep_ == "conj" and c.i > word.i)
        return next(joined, None)
    if word.tag_ == "IN":
        return child(word, "pobj", "pcomp")
    return word.head


def _goes_on(page: Parsed, draft: Draft, led: "Token", more: Span) -> bool:
    """Say whether a content goes on with it: it is not the frame's, and no other statement."""
    if led.lemma_.lower() in _FRAME or "\n" in page.text[draft.content[-1].end : more.end]:
        return False
    if led.pos_ == "VERB" and cue_of(led) is not None:
        return False
    if led.dep_ == "conj" and any(c.dep_ in _SUBJECT for c in led.children):
        return False
    taken = (*draft.cue, *draft.source, *draft.content[:-1])
    return not any(more.overlaps(span) for span in taken)


def _tokens(page: Parsed, span: Span) -> "list[Token]":
    return list(page.doc.char_span(span.start, span.end, alignment_mode="expand") or ())
