"""Passives: whoever is accused, urged or told says nothing; who stands behind "by" does."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, noun_phrase, spans_of, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["mend_passive"]

# What is done with words to somebody: in the passive its subject is that somebody.
_DONE_TO = frozenset(
    """
    accuse advise ask assure attack berate blame brief charge chide command condemn criticise
    criticize denounce deride forbid implore inform instruct invite lambast mock notify order
    petition praise press rebuke remind reprimand request scold slam suspect tell thank threaten
    urge warn
    """.split()
)


def mend_passive(doc: "Doc", draft: Draft) -> Draft | None:
    """Return the draft of a passive cue with who stands behind "by" for its source, if anybody.

    In "Norland is accused of an attack" Norland says nothing, in "Norland was accused by Sudland
    of an attack" Sudland does.  None: the cue is no such passive.
    """
    verb = _suffered(doc, draft)
    if verb is None:
        return None
    agent = _agent(verb)
    source = spans_of(doc, agent)
    content = tuple(_behind(doc, span, agent) for span in draft.content)
    return replace(draft, source=source, content=content)


def _suffered(doc: "Doc", draft: Draft) -> "Token | None":
    """Return the passive verb of the cue, if its subject is no source beside others."""
    for verb in (token for span in draft.cue for token in _tokens(doc, span)):
        if verb.tag_ != "VBN" or verb.lemma_.lower() not in _DONE_TO:
            continue
        subject = child(verb, "nsubjpass")
        if subject is None and verb.dep_ == "acl":
            subject = verb.head
        if subject is None:
            continue
        if not draft.source or any(s.contains(token_span(subject)) for s in draft.source):
            return verb
    return None


def _agent(verb: "Token") -> set[int]:
    """Return the places of the words behind "by", without what they are said to have said."""
    by = child(verb, "agent")
    head = child(by, "pobj") if by is not None else None
    if head is None:
        return set()
    said = (c for c in head.children if c.dep_ == "prep" and child(c, "pcomp") is not None)
    first = min((c.i for c in said), default=len(verb.doc))
    return {place for place in noun_phrase(head) if place < first}


def _behind(doc: "Doc", span: Span, agent: set[int]) -> Span:
    """Return the content without the agent at its head: "Sudland of lying" is "lying"."""
    if not agent or span.start != doc[min(agent)].idx:
        return span
    last = max(agent) + 1
    while last < len(doc) and doc[last].lower_ in {"of", "for"}:
        last += 1
    return Span(doc[last].idx, span.end) if last < len(doc) and doc[last].idx < span.end else span


def _tokens(doc: "Doc", span: Span) -> "list[Token]":
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())
