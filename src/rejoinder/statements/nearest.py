"""Sources against the parse: a subject nearer to the cue, a name behind "and", nobody's "it"."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, noun_phrase, spans_of, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["both_named", "is_no_one", "nearer_subject"]

_SEEMING = frozenset({"seem", "appear", "emerge", "transpire"})
_TWO = 2


def both_named(doc: "Doc", span: Span, cue: tuple[Span, ...]) -> Span:
    """Return a source that ends in "and" with whom that leads to: "the mayor and | her aide"."""
    tokens = _tokens(doc, span)
    if len(tokens) < _TWO or tokens[-1].tag_ != "CC" or tokens[-1].head not in tokens:
        return span
    other = next((c for c in tokens[-1].head.children if c.dep_ == "conj"), None)
    if other is None or other.i < tokens[-1].i:
        return span
    end = max(token_span(doc[place]).end for place in noun_phrase(other))
    return span if any(c.start < end and span.end < c.end for c in cue) else Span(span.start, end)


def nearer_subject(doc: "Doc", draft: Draft) -> tuple[Span, ...]:
    """Return the cue's own subject where it stands between it and the source, else nothing.

    In "Tarn ran last; before the council in Sarn Vey will outline his plan" Vey outlines it.
    """
    last = max(span.end for span in draft.source)
    for verb in (t for span in draft.cue for t in _tokens(doc, span) if t.pos_ == "VERB"):
        subject = child(verb, "nsubj")
        if subject is None or subject.idx < last or subject.i > verb.i:
            continue
        if subject.pos_ in {"NOUN", "PROPN"} and cue_of(verb) is not None:
            return spans_of(doc, noun_phrase(subject))
    return ()


def is_no_one(doc: "Doc", draft: Draft) -> bool:
    """Say whether the source is the "it" of "it seems that", which is nobody."""
    first = _tokens(doc, draft.source[0])
    if len(first) != 1 or first[0].lower_ != "it" or first[0].head.i <= first[0].i:
        return False
    verb = first[0].head
    told = child(verb, "ccomp", "xcomp") is not None
    bare = verb.lemma_.lower() == "be" and child(verb, "acomp") is not None
    return told and (bare or verb.lemma_.lower() in _SEEMING)


def _tokens(doc: "Doc", span: Span) -> "list[Token]":
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())
