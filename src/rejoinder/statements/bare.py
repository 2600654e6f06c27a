"""Bare: words of which only their noun is told: "the ministry's denial came at once"."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.nouns import owner_of_words
from rejoinder.statements.tree import spans_of, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["draft_of_bare_noun"]

_ANSWERS = frozenset("denial rebuttal refutation rejection condemnation rebuke apology".split())
# What is done with it, or comes of it.
_DONE = frozenset(
    "come follow issue repeat publish send bring post circulate reiterate make release arrive "
    "prompt draw elicit receive meet contradict ignore dismiss offer print carry".split()
)
_BESIDE = frozenset("despite notwithstanding amid after following over".split())
_NONE = frozenset("no any without neither".split())
_PARTS = frozenset({"det", "amod", "nummod", "compound"})
_SCORE = 0.55


def draft_of_bare_noun(doc: "Doc", noun: "Token") -> Draft | None:
    """Return the attribution of an answer that is only named, where it is told whose, or None.

    What it says is the noun; the verb or the preposition that brings it is the cue.
    """
    if noun.lemma_.lower() not in _ANSWERS or noun.head.i == noun.i:
        return None
    if any(c.lower_ in _NONE for c in noun.children) or not _is_brought(noun):
        return None
    source = owner_of_words(noun)
    if not source:
        return None
    content = {c.i for c in noun.children if c.dep_ in _PARTS} - source | {noun.i}
    return Draft(
        source=spans_of(doc, source),
        cue=(_cue(noun),),
        content=spans_of(doc, content),
        score=_SCORE,
        verb=noun,
    )


def _is_brought(noun: "Token") -> bool:
    """Say whether the noun is what a verb brings, or stands behind "despite"."""
    if noun.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return noun.head.lemma_.lower() in _DONE and not any(
            c.dep_ == "neg" for c in noun.head.children
        )
    return noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE


def _cue(noun: "Token") -> Span:
    return token_span(noun.head)
