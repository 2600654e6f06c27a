"""Framing: words that only tell on what, or on which occasion, somebody says something else."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.tree import child

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_frame"]

_LEADING = frozenset("address answer comment discuss react refer respond speak talk".split())
_MENTIONS = frozenset({"mention", "reference"})
_SUBJECTS = ("nsubj", "nsubjpass")
_MARKS = '"“”'


def is_frame(doc: "Doc", text: str, draft: Draft) -> bool:
    """Say whether a draft tells only what somebody's other words in the sentence are on.

    "Speaking about the drill, Vey said", "said Vey, referring to her rival"; who refers to somebody
    *as* something says it of him. Nor is anything told by who "made no mention of her".
    """
    cue = _tokens(doc, draft.cue)
    if any(_passes_over(token) for token in cue):
        return True
    if any(mark in text[s.start : s.end] for s in draft.content for mark in _MARKS):
        return False
    verb = next((t for t in cue if t.pos_ == "VERB"), None)
    if verb is None or verb.tag_ != "VBG" or verb.lemma_.lower() not in _LEADING:
        return False
    if child(verb, *_SUBJECTS, "aux", "ccomp") is not None:
        return False
    if any(c.lower_ == "as" for c in verb.children) or _tells_words(doc, draft):
        return False
    return any(_says(token) for token in verb.sent if token != verb)


def _says(verb: "Token") -> bool:
    """Say whether a verb tells in a clause of its own what somebody says."""
    cue = cue_of(verb) if verb.pos_ == "VERB" and verb.tag_ != "VBG" else None
    return cue is not None and not cue.held and "C" in cue.frames


def _passes_over(noun: "Token") -> bool:
    """Say whether something is not mentioned: "no mention", "no reference"."""
    return noun.lemma_.lower() in _MENTIONS and any(c.lower_ == "no" for c in noun.children)


def _tells_words(doc: "Doc", draft: Draft) -> bool:
    """Say whether what it is on is what others say: "referring to accusations that he fled"."""
    return any(
        token.lemma_.lower() in noun_table() and child(token, "acl", "ccomp", "relcl") is not None
        for token in _tokens(doc, draft.content)
    )


def _tokens(doc: "Doc", spans: tuple[Span, ...]) -> "list[Token]":
    parts = (doc.char_span(s.start, s.end, alignment_mode="expand") or () for s in spans)
    return [token for part in parts for token in part]
