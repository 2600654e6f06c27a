"""Attributions that an adjective of stance makes: 'was willing to', 'is confident that'."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from rejoinder.statements.draft import Draft
from rejoinder.statements.factual import is_abstract
from rejoinder.statements.nouns import NounCue, read_cues
from rejoinder.statements.tree import (
    child,
    is_negated,
    marker,
    noun_phrase,
    spans_of,
    subtree,
    token_span,
)
from rejoinder.text.tables import tables_digest

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["adjective_table", "adjectives_digest", "draft_of_adjective"]

_TABLE = "adjectives.en.tsv"
_HYPOTHETICAL = frozenset({"if", "unless", "whether"})


@cache
def adjective_table() -> Mapping[str, NounCue]:
    """Return the adjectives; frames and acts as for nouns."""
    return MappingProxyType(read_cues(_TABLE))


def adjectives_digest() -> str:
    """Return the SHA-256 of the table."""
    return tables_digest("rejoinder.statements", [_TABLE])


def draft_of_adjective(doc: "Doc", adjective: "Token") -> Draft | None:
    """Return the attribution that an adjective after a form of "be" makes, or None."""
    cue = adjective_table().get(adjective.lower_)
    verb = adjective.head
    if cue is None or adjective.dep_ != "acomp" or marker(verb) in _HYPOTHETICAL:
        return None
    subject = child(verb, "nsubj")
    if subject is None or is_abstract(subject) or is_negated(verb) or subject.lower_ == "it":
        return None
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children):
        return None
    content, hinge = _content(adjective, cue.frames)
    spans = spans_of(doc, content)
    if not spans:
        return None
    marks = [token_span(adjective)] + ([token_span(hinge)] if hinge is not None else [])
    source = spans_of(doc, noun_phrase(subject))
    return Draft(source=source, cue=tuple(marks), content=spans, score=0.5, verb=adjective)


def _content(adjective: "Token", frames: frozenset[str]) -> "tuple[set[int], Token | None]":
    """Return the places of what the stance is about and the preposition that leads to it."""
    for c in (*adjective.rights, *(r for r in adjective.head.rights if r.i > adjective.i)):
        if c.dep_ in {"xcomp", "ccomp", "advcl"}:
            infinitive = any(g.tag_ == "TO" for g in c.children)
            if ("T" if infinitive else "C") in frames and (infinitive or c.dep_ == "ccomp"):
                return subtree(c), None
        if c.dep_ in {"prep", "agent"} and f"p:{c.lower_}" in frames:
            return {i for g in c.children for i in subtree(g)}, c
    return set(), None
