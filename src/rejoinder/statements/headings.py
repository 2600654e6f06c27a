"""Attributions that a heading makes without a verb: 'claim: speaker', 'speaker: claim'."""

import re
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["draft_of_heading"]

_BREAK = re.compile(r":\s+|\s+[-–—]{1,2}\s+")
_LONGEST = 5
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_LABELS = frozenset(
    "interview analysis opinion exclusive breaking video photo photos live update updates watch "
    "timeline crisis report news editorial comment factbox explainer unrest part".split()
)


def draft_of_heading(page: Parsed, line: Span) -> Draft | None:
    """Return the attribution of a title or heading that names its speaker beside a mark, or None.

    The speaker is the short side without a finite verb, the claim the side with one; where both or
    neither could be, nothing is said.
    """
    doc, text = page.doc, line.text_of(page.text)
    marks = list(_BREAK.finditer(text))
    if not marks:
        return None
    for mark in (marks[-1], marks[0]):
        left = _trimmed(line.start, text[: mark.start()])
        right = _trimmed(line.start + mark.end(), text[mark.end() :])
        if left is None or right is None:
            continue
        cue = Span(line.start + mark.start(), line.start + mark.end())
        cue = _trimmed_cue(page.text, cue)
        if mark is marks[-1] and _names(doc, right) and _claims(doc, left):
            return Draft(source=(right,), cue=(cue,), content=(left,), score=0.6)
        if mark is marks[0] and _names(doc, left) and _claims(doc, right) and ":" in mark.group():
            return Draft(source=(left,), cue=(cue,), content=(right,), score=0.6)
    return None


def _trimmed(start: int, part: str) -> Span | None:
    body = part.strip(" \t\"'“”‘’")
    if not body:
        return None
    first = start + part.index(body)
    return Span(first, first + len(body))


def _trimmed_cue(text: str, cue: Span) -> Span:
    body = cue.text_of(text)
    first = cue.start + len(body) - len(body.lstrip())
    return Span(first, first + len(body.strip()))


def _tokens(doc: "Doc", span: Span) -> list["Token"]:
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return [t for t in words or () if not t.is_punct and not t.is_space]


def _names(doc: "Doc", span: Span) -> bool:
    """Say whether the side can name a speaker: few words, none of them a finite verb or a label."""
    tokens = _tokens(doc, span)
    if not 0 < len(tokens) <= _LONGEST or any(t.lower_ in _LABELS for t in tokens):
        return False
    return not any(t.tag_ in _FINITE or t.like_num for t in tokens)


def _claims(doc: "Doc", span: Span) -> bool:
    """Say whether the side can be a claim: it is longer, or has a verb or an adjective in it."""
    tokens = _tokens(doc, span)
    return len(tokens) >= 3 and any(t.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} for t in tokens)
