"""Mend where the networks begin and end a content: lines, insets, second cues, phrases."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span, merge
from rejoinder.model.statement import Act
from rejoinder.statements.cues import Cue, cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.endings import mend_end
from rejoinder.statements.insets import around_inset
from rejoinder.statements.parsed import Parsed
from rejoinder.statements.tree import child, spans_of, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["cites_only", "mend_extent", "share_source", "split_lines"]

_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_JOINING = frozenset({"cc", "punct"})
_NEAR = 2
_BOTH = 2
_CITING = frozenset({"cite", "quote"})


def split_lines(page: Parsed, draft: Draft, heads: Sequence[Span]) -> list[Draft]:
    """Return the draft, and one of its own for each quotation of another line than its cue's.

    ``heads`` are the title, deck and headings: their words are left out of what the body tells.
    """
    home = _line(page.text, draft.cue[0]) if draft.cue else None
    own = tuple(span for span in draft.content if _line(page.text, span) == home)
    if not own or own == draft.content:
        return _outcries(page, draft)
    others = [span for span in draft.content if span not in own]
    whole = {quote.inner for quote in page.quotes if quote.closed}
    left = [
        s
        for s in others
        if s not in whole
        and not any(head.overlaps(s) for head in heads)
        and any(quote.outer.overlaps(s) for quote in page.quotes)
    ]
    return [
        replace(draft, content=tuple(sorted((*own, *left)))),
        *(replace(draft, content=(span,)) for span in others if span in whole),
    ]


def _outcries(page: Parsed, draft: Draft) -> list[Draft]:
    """Return the draft, and one of its own for the quotation behind its cue if none has a verb.

    “A slander,” she said. “Simply absurd.” are two: what is cried out goes on with nothing.
    """
    whole = {quote.inner for quote in page.quotes if quote.closed}
    if len(draft.content) != _BOTH or not whole.issuperset(draft.content) or not draft.cue:
        return [draft]
    first, last = draft.content
    words = (*_tokens(page, first), *_tokens(page, last))
    between = first.end <= draft.cue[0].start and draft.cue[-1].end <= last.start
    begins = last.text_of(page.text)[:1].isupper()
    if not between or not begins or any(token.pos_ in {"VERB", "AUX"} for token in words):
        return [draft]
    return [replace(draft, content=(first,)), replace(draft, content=(last,))]


def _line(text: str, span: Span) -> int:
    """Return where the line begins in which a span ends."""
    return text.rfind("\n", 0, span.end) + 1


def mend_extent(page: Parsed, draft: Draft) -> Draft:
    """Return the draft with its content as the parse shows it, where the networks cut it wrong.

    They stop before "of", take the subject of a clause for all of it, lose what stands before a cue
    set in by commas, and run on over a second cue of the same speaker.
    """
    for verb in _verbs(page, draft):
        mended = (
            _around(page, draft, verb) or _clause(page, draft, verb) or _subject(page, draft, verb)
        )
        draft = _without_second(page, mended or draft, verb)
    return mend_end(page, _without_participle(page, draft))


def share_source(page: Parsed, draft: Draft, others: Sequence[Draft]) -> Draft:
    """Return the draft of a second cue with the source of the first, not the subject between them.

    In "Tarn said the bridge was shut and called on drivers to wait" no bridge calls.
    """
    second = draft.verb
    if second is None or _joined_cue(second) is None:
        return draft
    for other in others:
        if any(_is_second(second, verb) for verb in _verbs(page, other)):
            return replace(draft, source=other.source)
    return draft


def cites_only(page: Parsed, draft: Draft) -> bool:
    """Say whether a draft tells only what somebody cites: "Citing the report, Tarn said ..."."""
    citing = [
        token
        for span in draft.cue
        for token in _tokens(page, span)
        if token.lemma_.lower() in _CITING and _opens_sentence(token)
    ]
    words = [token for span in draft.content for token in _tokens(page, span)]
    return bool(citing) and not any(token.pos_ in {"VERB", "AUX"} for token in words)


def _opens_sentence(token: "Token") -> bool:
    before = token.doc[token.i - 1] if token.i else token
    return token.tag_ == "VBG" and (token.is_sent_start or before.is_space)


def _verbs(page: Parsed, draft: Draft) -> "list[Token]":
    return [
        token
        for span in draft.cue
        for token in _tokens(page, span)
        if token.pos_ == "VERB" and cue_of(token) is not None
    ]


def _tokens(page: Parsed, span: Span) -> "list[Token]":
    return list(page.doc.char_span(span.start, span.end, alignment_mode="expand") or ())


def _around(page: Parsed, draft: Draft, verb: "Token") -> Draft | None:
    """Return the draft with the words on the other side of an inset, if it has those of one."""
    if not draft.source:
        return None
    source = {token.i for span in draft.source for token in _tokens(page, span)}
    around = around_inset(page, verb, source)
    before = [span for span in around if span.end <= verb.idx]
    after = [span for span in around if span.start > verb.idx]
    if after and ";" in page.text[verb.idx : after[-1].end]:
        return None
    for held, lost in ((after, before), (before, after)):
        if lost and all(any(span.contains(part) for span in held) for part in draft.content):
            return replace(draft, content=merge([*lost, *draft.content]))
    return None


def _clause(page: Parsed, draft: Draft, verb: "Token") -> Draft | None:
    """Return the draft with the whole clause, if its content is only the clause's subject."""
    if len(draft.content) != 1:
        return None
    inner = _tokens(page, draft.content[0])
    heads = [token for token in inner if token.head not in inner]
    if len(heads) != 1:
        return None
    clause = _clause_of(page, heads[0], inner[-1], verb)
    if clause is None:
        return None
    places = {i for i in subtree(clause) if i >= inner[0].i} | {token.i for token in inner}
    found = spans_of(page.doc, places)
    held = any(span.contains(draft.content[0]) for span in found)
    return replace(draft, content=found) if held else None


def _subject(page: Parsed, draft: Draft, verb: "Token") -> Draft | None:
    """Return the draft with the subject of its clause, which may pass for the cue's object."""
    first = _tokens(page, draft.content[0])[:1]
    if not first or first[0].tag_ not in _FINITE:
        return None
    clause = first[0].head if first[0].dep_ in {"aux", "auxpass"} else first[0]
    if clause.dep_ != "ccomp" or clause.head != verb:
        return None
    subject = child(clause, *_SUBJECT) or child(verb, "dobj")
    if subject is None or subject.left_edge.i < verb.i or subject.right_edge.i + 1 != first[0].i:
        return None
    start = subject.left_edge.idx
    return replace(draft, content=(Span(start, draft.content[0].end), *draft.content[1:]))


def _clause_of(page: Parsed, head: "Token", last: "Token", verb: "Token") -> "Token | None":
    """Return the verb of the clause whose subject the noun is, or is taken by the parser not to be.

    Of "denies its troops were there" the parser makes the troops what is denied.
    """
    if head.dep_ in _SUBJECT:
        clause = head.head
        return clause if clause.head == verb and clause.dep_ == "ccomp" else None
    if head.dep_ != "dobj" or head.head != verb or last.i + 1 >= len(page.doc):
        return None
    following = page.doc[last.i + 1]
    clause = following.head if following.dep_ in {"aux", "auxpass"} else following
    subject = child(clause, *_SUBJECT)
    bare = subject is None or subject.i < verb.i
    return clause if following.tag_ in _FINITE and clause.dep_ == "ccomp" and bare else None


def _without_second(page: Parsed, draft: Draft, verb: "Token") -> Draft:
    """Return the draft without what a second cue of the same speaker, joined by "and", brings."""
    end = max(span.end for span in draft.content)
    for second in page.doc[verb.i + 1 :]:
        if second.idx >= end:
            break
        if not _is_second(second, verb):
            continue
        stop = min(token.idx for token in (second, *_joiners(second)))
        first = [Span(s.start, min(s.end, stop)) for s in draft.content if s.start < stop]
        if any(verb.idx < span.start for span in first):
            kept = tuple(
                left
                for span in first
                for left in ((_trimmed(page.text, span) if span.end == stop else span),)
                if left is not None
            )
            return replace(draft, content=kept) if kept else draft
    return draft


def _without_participle(page: Parsed, draft: Draft) -> Draft:
    """Return the draft without a part that a second cue begins: "..., rejecting the charge"."""
    kept = tuple(
        span
        for place, span in enumerate(draft.content)
        if not place or not _is_participle(_tokens(page, span)[:1])
    )
    return draft if kept == draft.content else replace(draft, content=kept)


def _is_participle(first: "list[Token]") -> bool:
    """Say whether words begin with the participle of a verb of saying, after a comma."""
    return bool(first) and (
        first[0].tag_ == "VBG"
        and first[0].i > 0
        and first[0].doc[first[0].i - 1].text == ","
        and cue_of(first[0]) is not None
    )


def _is_second(second: "Token", verb: "Token") -> bool:
    """Say whether a verb is a cue of its own that goes with the cue before it.

    The parser often joins it to the verb of what is said: "said that it would wait and urged ...".
    The tense tells that it goes with the cue, or that it is a verb of asking.
    """
    cue = _joined_cue(second)
    if cue is None:
        return False
    if second.head == verb:
        return True
    said = second.head
    if said.dep_ != "ccomp" or said.head != verb or second.tag_ != verb.tag_:
        return False
    return said.tag_ != second.tag_ or cue.act is Act.DEMAND


def _joined_cue(verb: "Token") -> Cue | None:
    """Return the cue that a verb is, if it is joined to another and shares its subject, or None."""
    if verb.dep_ != "conj" or verb.pos_ != "VERB":
        return None
    cue = cue_of(verb)
    own = child(verb, "nsubj", "nsubjpass", "aux", "auxpass") if cue is not None else None
    return cue if own is None else None


def _joiners(second: "Token") -> "list[Token]":
    return [c for c in second.head.children if c.dep_ in _JOINING and 0 < second.i - c.i <= _NEAR]


def _trimmed(text: str, span: Span) -> Span | None:
    body = span.text_of(text).rstrip(" \n,;")
    return Span(span.start, span.start + len(body)) if body else None
