"""Cited: "the envoy was quoted by the agency as saying": who is quoted speaks, not who quotes."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, noun_phrase, spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["mend_cited"]

_CITING = frozenset({"quote", "cite"})
_SAYING = frozenset({"say", "tell", "write", "add", "warn", "state", "claim"})
_GOING_ON = frozenset({"adding", "and"})
_MARKS = frozenset("\"“”„«'")
_SET_OFF = frozenset({",", "\n"})


def mend_cited(doc: "Doc", draft: Draft) -> Draft | None:
    """Return the draft with who is quoted for its source and all of "was quoted ... as saying".

    Its content is empty where it had nothing but that. None: nobody is quoted as saying something.
    """
    found = _quoted(doc, draft)
    if found is None:
        return _behind_quotation(doc, draft)
    verb, saying = found
    source = _subject(verb)
    if not source:
        return None
    helper = child(verb, "auxpass")
    first, end = doc[min(source)], saying.idx + len(saying)
    cue = (Span((helper if helper is not None else verb).idx, end),)
    parts = (_beside(doc, span, Span(first.idx, end), first) for span in draft.content)
    content = tuple(part for part in parts if part is not None) or _before(doc, first, saying)
    return replace(draft, source=spans_of(doc, source), cue=cue, content=content)


def _behind_quotation(doc: "Doc", draft: Draft) -> Draft | None:
    """Return the draft of '"...," the agency quoted her as saying' with her for its source.

    The networks take "her as saying" for one more part of what is said.
    """
    last = doc.char_span(draft.content[-1].start, draft.content[-1].end, alignment_mode="expand")
    words = [t for t in last or () if not t.is_punct and t.lower_ not in _GOING_ON]
    if [t.lower_ for t in words[-2:]] != ["as", "saying"]:
        return None
    saying = words[-1]
    verb = saying.head.head
    person = child(verb, "dobj") if verb.lemma_.lower() in _CITING else None
    if person is None or person.i < words[0].i:
        return None
    source = {i for i in noun_phrase(person) if i < saying.i - 1}
    behind = Span(words[-2].idx, saying.idx + len(saying))
    cue = (Span(verb.idx, verb.idx + len(verb)), behind)
    return replace(draft, source=spans_of(doc, source), cue=cue, content=draft.content[:-1])


def _quoted(doc: "Doc", draft: Draft) -> "tuple[Token, Token] | None":
    """Return the participle of the cue that cites, and the verb behind its "as"."""
    for span in draft.cue:
        for verb in doc.char_span(span.start, span.end, alignment_mode="expand") or ():
            if verb.tag_ != "VBN" or verb.lemma_.lower() not in _CITING:
                continue
            if child(verb, "auxpass") is None:
                continue
            for branch in verb.children:
                saying = child(branch, "pcomp") if branch.lower_ == "as" else None
                if saying is not None and saying.lemma_.lower() in _SAYING:
                    return verb, saying
    return None


def _subject(verb: "Token") -> set[int]:
    """Return the words that name who is quoted.

    Behind what is said the parser takes them for an apposition: "..., a captain, Ann Lee, was".
    """
    subject = child(verb, "nsubjpass")
    if subject is not None:
        return noun_phrase(subject)
    helper = child(verb, "auxpass")
    if helper is None or helper.i == 0:
        return set()
    before = helper.nbor(-1)
    if before.text in _SET_OFF and before.i:
        before = before.nbor(-1)
    head = before
    while head.dep_ in {"compound", "appos"} and head.head.dep_ in {"compound", "appos"}:
        head = head.head
    return {i for i in noun_phrase(head) if i < helper.i}


def _before(doc: "Doc", first: "Token", saying: "Token") -> tuple[Span, ...]:
    """Return what stands before those words in their sentence, if it ends with them.

    What is a quotation others find.
    """
    if doc[saying.i + 1 : saying.sent.end].text.strip(" .\n"):
        return ()
    begin = first.sent.start_char
    body = doc.text[begin : first.idx].rstrip(" ,\n")
    return (Span(begin, begin + len(body)),) if body and body[-1] not in _MARKS else ()


def _beside(doc: "Doc", span: Span, frame: Span, first: "Token") -> Span | None:
    """Return the part of a content that lies before or behind the words that tell who said it.

    What stands before them is told from its sentence's beginning on.
    """
    if span.end > frame.end:
        start = max(span.start, frame.end)
        body = doc.text[start : span.end]
        return Span(start + len(body) - len(body.lstrip(' ,:“"')), span.end)
    if span.start >= frame.start:
        return None
    quoted = span.start and doc.text[span.start - 1] in _MARKS
    begin = span.start if quoted else min(span.start, first.sent.start_char)
    body = doc.text[begin : min(span.end, frame.start)].rstrip(' ,\n"”')
    return Span(begin, begin + len(body)) if body.strip() else None
