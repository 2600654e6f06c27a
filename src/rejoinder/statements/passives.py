"""Passives: whoever is accused, urged or told says nothing; who stands behind "by" does."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, noun_phrase, spans_of, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["agent_of", "is_judged", "is_undergone", "mend_passive"]

# What is done with words to somebody: in the passive its subject is that somebody.
_DONE_TO = frozenset(
    """
    accuse advise ask assure attack berate blame brief charge chide command condemn criticise
    criticize denounce deride forbid implore indict inform instruct invite lambast mock notify
    order petition praise press rebuke remind reprimand request scold slam sue suspect tell thank
    threaten urge warn
    """.split()
)

# What is asked of somebody who then speaks: the parser takes "asked" for what he does.
_ASKED = frozenset("ask press question quiz".split())
_SINCE_ASKED = frozenset({"when", "once", "if", "whenever"})
_BUT = frozenset({"but", "and", "yet", "still", "so"})
_ASKING = frozenset(
    "whether if what why how who when where which about on for point repeatedly".split()
)
_SPEAKING = frozenset("say reply respond answer tell refuse decline offer".split())

# So is what is judged, where it is told by whom.
_JUDGING = frozenset(
    "brand call characterise characterize deem describe dub hail label portray term".split()
)
# So may be what is decried or praised "as" something.
_DECRYING = frozenset("condemn criticise criticize denounce deride dismiss mock praise".split())


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
        if _is_asked_first(verb):
            return verb
        if verb.tag_ != "VBN":
            continue
        if verb.lemma_.lower() not in _DONE_TO and not is_judged(verb):
            continue
        subject = child(verb, "nsubjpass")
        if subject is None:
            subject = _understood(verb)
        if subject is None and _is_undergone_meanwhile(verb):
            return verb
        if subject is None:
            continue
        if not draft.source or any(s.contains(token_span(subject)) for s in draft.source):
            return verb
    return None


def _is_asked_first(verb: "Token") -> bool:
    """Say whether somebody is asked and speaks: "asked why, she said", "the envoy, asked if ...".

    It goes by place, because the parser gives "asked" the subject of what comes next.
    """
    if verb.lemma_.lower() not in _ASKED or verb.tag_ not in {"VBN", "VBD"} or not verb.i:
        return False
    before, after = verb.nbor(-1), verb.doc[verb.i + 1 : verb.i + 2]
    opening = verb.is_sent_start or before.is_space or before.text in {"\n", ".", "”", '"'}
    joined = before.lower_ in _BUT and (before.is_sent_start or before.nbor(-1).is_space)
    if before.lower_ in _SINCE_ASKED or opening or joined:
        return True
    apposed = before.text == "," and all(token.lower_ in _ASKING for token in after)
    return apposed and any(
        token.lemma_.lower() in _SPEAKING and token.nbor(-1).text == ","
        for token in verb.sent
        if token.i > verb.i
    )


def is_undergone(verb: "Token") -> bool:
    """Say whether a participle tells what is said to somebody: "urged by the mayor, she left"."""
    return (
        verb.tag_ == "VBN"
        and verb.lemma_.lower() in _DONE_TO
        and child(verb, "nsubj", "nsubjpass") is None
        and _understood(verb) is not None
    )


def _is_undergone_meanwhile(verb: "Token") -> bool:
    """Say whether it is told as what somebody else's verb goes with: "left after being accused"."""
    return verb.dep_ in {"pcomp", "advcl"} and child(verb, "auxpass") is not None


def _understood(verb: "Token") -> "Token | None":
    """Return whom a participle is about: "the envoy, asked about it", "was held and accused"."""
    if verb.dep_ == "acl":
        return verb.head
    if verb.dep_ == "conj" and child(verb, "aux", "auxpass", "dobj") is None:
        return child(verb.head, "nsubjpass")
    if verb.dep_ == "advcl" and child(verb, "aux", "auxpass", "dobj") is None:
        return child(verb.head, "nsubj", "nsubjpass")
    return None


def is_judged(verb: "Token") -> bool:
    """Say whether it is told who calls something what: "called a farce by the mayor"."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in _JUDGING:
        return False
    return agent_of(verb) is not None and child(verb, "oprd", "prep") is not None


def agent_of(verb: "Token") -> "Token | None":
    """Return who stands behind the "by" of a passive, or None.

    The parser hangs it from what something is called: "described as a farce by the mayor".
    """
    by = child(verb, "agent")
    if by is None and verb.tag_ == "VBN" and verb.lemma_.lower() in _JUDGING | _DECRYING:
        named = child(verb, "oprd")
        told_as = child(verb, "prep")
        if named is None and told_as is not None and told_as.lower_ == "as":
            named = child(told_as, "pobj")
        by = next((c for c in named.children if c.lower_ == "by"), None) if named else None
    return child(by, "pobj") if by is not None else None


def _agent(verb: "Token") -> set[int]:
    """Return the places of the words behind "by", without what they are said to have said."""
    head = agent_of(verb)
    if head is None:
        return set()
    said = (
        c
        for c in head.children
        if c.dep_ == "prep" and (c.lower_ == "as" or child(c, "pcomp") is not None)
    )
    first = min((c.i for c in said), default=len(verb.doc))
    return {place for place in noun_phrase(head) if place < first}


def _behind(doc: "Doc", span: Span, agent: set[int]) -> Span:
    """Return the content without the agent at its head or end.

    "Sudland of lying" is "lying", "a farce by Sudland" is "a farce".
    """
    if not agent:
        return span
    first, end = doc[min(agent)], doc[max(agent)]
    if first.i and first.nbor(-1).lower_ == "by" and span.start < first.nbor(-1).idx:
        ends_here = span.end <= end.idx + len(end)
        return _before(span, first.nbor(-1)) if ends_here else span
    if span.start != first.idx:
        return span
    last = max(agent) + 1
    while last < len(doc) and doc[last].lower_ in {"of", "for", "as"}:
        last += 1
    return Span(doc[last].idx, span.end) if last < len(doc) and doc[last].idx < span.end else span


def _before(span: Span, by: "Token") -> Span:
    """Return a content up to the word that stands before "by"."""
    last = by.nbor(-1)
    return Span(span.start, min(span.end, last.idx + len(last)))


def _tokens(doc: "Doc", span: Span) -> "list[Token]":
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())
