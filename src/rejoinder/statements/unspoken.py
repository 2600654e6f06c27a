"""Unspoken: what somebody but can, may or tries to say, and what "you" or nobody would."""

from itertools import pairwise
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, is_negated

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_merely_possible", "is_of_nobody", "is_only_tried", "leads_over"]

_PERHAPS = frozenset({"may", "might"})
_ABLE = frozenset({"can", "could"})
_SELF = frozenset({"i", "we"})
# "The right to criticise", "a last attempt to label": words that are yet to come.
_TRYING = frozenset("attempt bid chance decision effort move opportunity refusal time way".split())
# "The first mayor to say" says it.
_ROW = frozenset("first second third last latest next only one".split())
# Who holds one of these to say something does say it.
_OCCASIONS = frozenset(
    """ad address appearance conference interview letter op-ed podium post rally speech stage
    statement tweet video""".split()
)
# Who says so says that nobody can: "too soon to say", "hard to know".
_HARD = frozenset(
    "soon early hard difficult easy impossible tempting possible premature free".split()
)
_NOBODY = frozenset({"nobody", "any", "anyone", "anybody"})
# What "no baker" and "not one of them" backed they turned down; these turn down nothing.
_RULED_OUT = frozenset({("no", "one"), ("not", "everyone"), ("not", "everybody")})
_BARE = frozenset({"VB", "VBP"})
_STOPS = frozenset({".", "!", "?", "”", '"', "\n"})


def is_merely_possible(verb: "Token") -> bool:
    """Say whether a verb tells what may be said or thought: "may think", "can call", "could see".

    What somebody cannot accept he turns down, and what "I can confirm" is confirmed.
    """
    modals = {c.lower_ for c in verb.children if c.dep_ == "aux" and c.tag_ == "MD"}
    subject = child(verb, "nsubj", "nsubjpass")
    if not modals or (subject is not None and subject.lower_ in _SELF):
        return False
    return bool(modals & _PERHAPS) or (bool(modals & _ABLE) and not is_negated(verb))


def is_only_tried(verb: "Token") -> bool:
    """Say whether a noun or an adjective leads to the words: "free to say", "too soon to say"."""
    if verb.tag_ != "VB" or not any(c.tag_ == "TO" for c in verb.children):
        return False
    head = verb.head
    if verb.dep_ == "acl" or (verb.dep_ == "relcl" and child(verb, "nsubj", "nsubjpass") is None):
        if head.pos_ != "NOUN" or head.lemma_.lower() in _OCCASIONS:
            return False
        return head.lemma_.lower() in _TRYING or not any(c.lower_ in _ROW for c in head.children)
    quality = head if head.lower_ in _HARD else child(head, "acomp", "advmod")
    if quality is None or quality.i > verb.i or verb.dep_ not in {"xcomp", "advcl", "ccomp"}:
        return False
    return quality.lower_ in _HARD and child(verb, "nsubj") is None


def leads_over(verb: "Token") -> bool:
    """Say whether "said" only leads over to something else: "That said, it is shut"."""
    if verb.lower_ != "said" or not 0 < verb.i < len(verb.doc) - 1:
        return False
    before, behind = verb.nbor(-1), verb.nbor()
    if before.text == "Having" and behind.lower_ == "that":
        return True
    first = before.i == 0 or before.nbor(-1).text in _STOPS or before.is_sent_start
    return before.lower_ == "that" and behind.text == "," and bool(first)


def is_of_nobody(doc: "Doc", draft: Draft) -> bool:
    """Say whether the words are those of nobody: "nobody wants", "if you ask", "calling it so"."""
    verb = next((t for t in _tokens(doc, draft.cue) if t.pos_ == "VERB"), None)
    source = _tokens(doc, draft.source)
    if not source:
        # "Calling it a lie will not end it."
        return verb is not None and verb.dep_ == "csubj" and verb.tag_ == "VBG"
    first = source[0].lower_
    if first in _NOBODY or _is_ruled_out(source[0]):
        return True
    if first != "you" or len(source) > 1:
        return False
    return verb is None or verb.tag_ in _BARE or cue_of(verb) is None


def _is_ruled_out(first: "Token") -> bool:
    """Say whether a name begins as "no one" or "not everyone" does."""
    beside = [t.lower_ for t in first.doc[max(0, first.i - 1) : first.i + 2]]
    return any(pair in _RULED_OUT for pair in pairwise(beside))


def _tokens(doc: "Doc", spans: tuple[Span, ...]) -> "list[Token]":
    parts = (doc.char_span(s.start, s.end, alignment_mode="expand") or () for s in spans)
    return [token for part in parts for token in part]
