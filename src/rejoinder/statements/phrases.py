"""Attributions that a phrase makes: 'according to the ministry', 'in his words', 'allegedly'."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.tree import child, marker, noun_phrase, spans_of, subtree, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["HEARSAY", "draft_of_hearsay", "draft_of_phrase"]

HEARSAY = frozenset({"allegedly", "purportedly", "reportedly", "supposedly"})
"""Adverbs that tell of a claim whose maker the text leaves out."""
_CLAIMING = frozenset({"claim", "allege", "assert", "contend", "maintain"})
_WORDS_OF = frozenset({"word", "view", "opinion", "eye", "account", "telling"})


def draft_of_phrase(doc: "Doc", token: "Token") -> Draft | None:
    """Return the attribution of the clause in which the phrase that the token begins stands."""
    found = _in_the_words(token) if token.lower_ == "in" else _according(doc, token)
    if found is None:
        return None
    source, own, last = found
    clause = token.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.i == token.i:
        clause = token.sent.root
    content = _rest(token, own) or subtree(clause) - own
    spans = spans_of(doc, content)
    if not spans or not source:
        return None
    cue = (Span(token.idx, token_span(last).end),)
    if token.lower_ == "in":
        cue = (token_span(last),)
    return Draft(source=spans_of(doc, source), cue=cue, content=spans, score=0.85, verb=token)


def draft_of_hearsay(doc: "Doc", adverb: "Token") -> Draft | None:
    """Return the attribution to nobody of the clause that an adverb of hearsay stands in."""
    verb = adverb.head
    if verb.pos_ in {"ADJ", "ADV", "NOUN"} and verb.dep_ != "ROOT":
        return None
    if verb.pos_ not in {"VERB", "AUX"} or _is_claimed(verb):
        return None
    lead = [c for c in verb.children if c.tag_ in {"WDT", "WP"} or c.dep_ in {"mark", "cc"}]
    others = [c for c in verb.children if c.dep_ in {"conj", "advcl", "parataxis", "ccomp"}]
    late = [c for c in others if c.i > verb.i and c.dep_ != "ccomp"]
    spans = spans_of(doc, subtree(verb, without=[adverb, *lead, *late]))
    if not spans:
        return None
    return Draft(source=(), cue=(token_span(adverb),), content=spans, score=0.55, verb=adverb)


def _is_claimed(verb: "Token") -> bool:
    """Say whether it is a claim anyway: "claims that it supposedly fired", "the charge that"."""
    claim = verb.head
    if claim.pos_ == "NOUN" and claim.lemma_.lower() in noun_table():
        return marker(verb) == "that"
    named = child(claim, "nsubj") is not None
    return verb.dep_ == "ccomp" and claim.lemma_.lower() in _CLAIMING and named


def _according(doc: "Doc", token: "Token") -> "tuple[set[int], set[int], Token] | None":
    """Return the source, the phrase and the last cue token of 'according to Y'."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
        to = doc[token.i + 1]
    who = child(to, "pobj") if to is not None else None
    if to is None or who is None:
        return None
    source = {i for i in noun_phrase(who) if i > to.i}
    return source, {t.i for t in token.subtree} | {token.i, to.i} | source, to


def _in_the_words(token: "Token") -> "tuple[set[int], set[int], Token] | None":
    """Return the same of 'in Y's words'."""
    head = child(token, "pobj")
    owner = child(head, "poss") if head is not None else None
    if head is None or owner is None or head.lemma_.lower() not in _WORDS_OF:
        return None
    source = {i for i in noun_phrase(owner) if token.doc[i].tag_ != "POS"}
    return source, {t.i for t in token.subtree} | {token.i}, head


def _rest(token: "Token", own: set[int]) -> set[int]:
    """Return all that follows the phrase at the start of a sentence, else nothing.

    Who else is told to say so ("In their view, she explained, it is over") is left out.
    """
    if token.i != token.sent.start:
        return set()
    told = (c for c in token.sent.root.children if c.dep_ == "parataxis" and child(c, "nsubj"))
    inset = {i for verb in told for i in subtree(verb)}
    return {t.i for t in token.sent if t.i > token.i and not t.is_space} - own - inset
