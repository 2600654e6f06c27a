"""Mend what the networks cut short, by the parse: sources left out, names cut in two."""

from dataclasses import replace
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cited import mend_cited
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.factual import is_denied, is_unsaid
from rejoinder.statements.framing import is_frame
from rejoinder.statements.nearest import (
    both_named,
    is_for_part,
    is_no_one,
    names_no_speaker,
    names_nobody_who_speaks,
    nearer_subject,
    without_dates,
)
from rejoinder.statements.nouns import noun_table
from rejoinder.statements.passives import mend_passive
from rejoinder.statements.phrases import draft_of_phrase
from rejoinder.statements.sources import find_source
from rejoinder.statements.tree import (
    child,
    is_negated,
    names_nobody,
    noun_phrase,
    spans_of,
    subtree,
    token_span,
)
from rejoinder.statements.unspoken import is_merely_possible, is_of_nobody, is_only_tried

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["is_told", "mend_content", "mend_source", "with_noun", "with_verb"]

_INNER_NOUN = frozenset({"compound", "amod", "nmod", "nummod", "poss", "det"})
_AMID = frozenset({"amid", "after", "following", "over", "despite", "wake", "because"})
# Who does these with words gets them from others.
_GETTING = frozenset(
    "face draw receive attract provoke prompt spark trigger elicit get earn encounter".split()
)
_MASSES = frozenset("onslaught wave barrage storm torrent flurry flood chorus avalanche".split())
_WHERE = frozenset("statement interview speech address letter post message report".split())
_LEADING = frozenset({"IN", "TO", "WP", "WDT"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_FURTHEST = 4
_PARTS = 2
_TURNING_DOWN = frozenset({"deny", "dismiss", "dispute", "refute", "reject"})
# What somebody asks for, or declines to give, and nothing that is said.
_COMMENT = frozenset({"comment", "comments", "to comment"})


def mend_source(doc: "Doc", draft: Draft) -> Draft:
    """Return the draft with its cue's subject where no source was found, and with whole names.

    The networks know some names better than others; the parse does not care who speaks.
    """
    passive = mend_cited(doc, draft) or mend_passive(doc, draft)
    if passive is not None:
        return passive
    if names_nobody_who_speaks(doc, draft):
        found = tuple(s for s in _subject(doc, draft) if not names_no_speaker(doc, s))
        return draft if not found and is_for_part(doc, draft) else replace(draft, source=found)
    if _is_after_words(doc, draft) or is_no_one(doc, draft):
        return replace(draft, source=())
    owner = _of_whose(doc, draft)
    if owner:
        return replace(draft, source=spans_of(doc, owner))
    received = _received(doc, draft)
    if received is not None:
        return replace(draft, source=spans_of(doc, received))
    nearer = nearer_subject(doc, draft)
    if nearer:
        return replace(draft, source=nearer)
    own = (_in_sentence(doc, span, draft.cue) for span in draft.source)
    names = (_whole_name(doc, both_named(doc, span, draft.cue)) for span in own)
    days = (without_dates(doc, name) for name in names)
    return replace(draft, source=tuple(_ended(doc, name, draft.cue) for name in days))


def _in_sentence(doc: "Doc", span: Span, cue: tuple[Span, ...]) -> Span:
    """Return a source before its cue without a sentence that ends in it: "Orlin. | Vey said"."""
    tokens = _tokens(doc, span)
    if not cue or cue[0].start < span.end:
        return span
    for place in range(len(tokens) - 1, 1, -1):
        if tokens[place].is_sent_start and tokens[place - 1].text in {".", "?", "!"}:
            return Span(tokens[place].idx, span.end)
    return span


def _of_whose(doc: "Doc", draft: Draft) -> set[int]:
    """Return those whom "whose criticism of" tells more of; empty where the source is no such."""
    first = _tokens(doc, draft.source[0])[:1]
    cue = (c for span in draft.cue for c in _tokens(doc, span))
    if not first or first[0].lower_ != "whose" or first[0].head not in cue:
        return set()
    verb = first[0].head.head
    return noun_phrase(verb.head) if verb.dep_ == "relcl" else set()


def _received(doc: "Doc", draft: Draft) -> "set[int] | None":
    """Return who is named behind "from" where the cue's noun is what somebody gets.

    Who "faced accusations", or a law that "drew criticism", has said nothing. None: it is no such.
    """
    for noun in (token for span in draft.cue for token in _tokens(doc, span)):
        verb = noun.head
        if noun.dep_ == "pobj" and verb.head.lemma_.lower() in _MASSES:
            verb = verb.head.head
        elif noun.dep_ != "dobj":
            continue
        if verb.lemma_.lower() not in _GETTING:
            continue
        own = child(noun, "poss") is not None
        if noun.lemma_.lower() in noun_table() and noun.i > verb.i and not own:
            givers = (
                child(c, "pobj")
                for c in (*noun.children, *verb.children)
                if c.lower_ in {"from", "by"}
            )
            giver = next((each for each in givers if each is not None), None)
            return noun_phrase(giver) if giver is not None else set()
    return None


def _ended(doc: "Doc", span: Span, cue: tuple[Span, ...]) -> Span:
    """Return a source without what its end has of the cue, or a word that leads out of it."""
    tokens = _tokens(doc, span)
    kept = len(tokens)
    while kept > 1 and (
        tokens[kept - 1].tag_ in _LEADING
        or any(c.overlaps(token_span(tokens[kept - 1])) for c in cue)
    ):
        kept -= 1
    if kept == len(tokens) or tokens[kept - 1].pos_ not in _NAMING:
        return span
    return Span(span.start, token_span(tokens[kept - 1]).end)


def _is_after_words(doc: "Doc", draft: Draft) -> bool:
    """Say whether something happens amid words that are nobody's: "amid allegations that ...".

    Who left amid allegations need not have made them.
    """
    tokens = [token for span in draft.cue for token in _tokens(doc, span)]
    if len(tokens) != 1 or tokens[0].pos_ != "NOUN" or tokens[0].dep_ != "pobj":
        return False
    noun = tokens[0]
    before = noun.head.head if noun.head.head.lower_ == "wake" else noun.head
    owned = child(noun, "poss", "amod", "compound") is not None
    return before.lower_ in _AMID and not owned and all(s.end < noun.idx for s in draft.source)


def with_verb(doc: "Doc", draft: Draft) -> Draft:
    """Return the draft with the verb of saying beside a cue that only says where it was said.

    Of "criticised on Monday in a statement the plan" the networks may take "a statement".
    """
    cue = [token for span in draft.cue for token in _tokens(doc, span)]
    if any(token.pos_ == "VERB" for token in cue):
        return draft
    for noun in cue:
        verb = noun.head.head
        if noun.dep_ != "pobj" or noun.lemma_.lower() not in _WHERE or cue_of(verb) is None:
            continue
        thing = child(verb, "dobj", "ccomp")
        if verb.pos_ == "VERB" and thing is not None and verb.i < noun.i:
            said = any(span.contains(token_span(thing)) for span in draft.content)
            taken = any(span.contains(token_span(verb)) for span in draft.content)
            return (
                replace(draft, cue=(token_span(verb), *draft.cue)) if said and not taken else draft
            )
    return draft


def with_noun(doc: "Doc", draft: Draft) -> Draft:
    """Return the draft with the claims that its verb turns down in its content, not in its cue.

    "Rejected | accusations by Norland that it had fired": what is rejected is Norland's.
    """
    tokens = [token for span in draft.cue for token in _tokens(doc, span)]
    for noun in tokens:
        verb = noun.head
        if noun.dep_ != "dobj" or verb not in tokens or noun.lemma_.lower() not in noun_table():
            continue
        if verb.lemma_.lower() not in _TURNING_DOWN or noun.i < verb.i:
            continue
        places = {i for i in subtree(noun) if i > verb.i}
        found = spans_of(doc, places)
        if all(any(span.contains(part) for span in found) for part in draft.content):
            cue = spans_of(doc, {token.i for token in tokens} - places)
            return replace(draft, cue=cue, content=found)
    return draft


def mend_content(doc: "Doc", draft: Draft) -> Draft:
    """Return the draft without the part of its content that is only who was told.

    In "Norland warned Sudland that it would act" the networks take some names for content.
    """
    if len(draft.content) < _PARTS:
        return draft
    told = {
        token_span(c)
        for span in draft.cue
        for verb in _tokens(doc, span)
        if verb.pos_ == "VERB" and child(verb, "ccomp") is not None
        for c in verb.children
        if c.dep_ in {"dobj", "dative"}
    }
    kept = tuple(s for s in draft.content if not any(_ends_with(s, t) for t in told))
    return replace(draft, content=kept) if kept and told else draft


def _ends_with(span: Span, head: Span) -> bool:
    """Say whether a part of the content is a noun phrase with that head at its end."""
    return span.contains(head) and span.end == head.end


def is_told(doc: "Doc", text: str, draft: Draft) -> bool:
    """Say whether the cue tells of real speech: not negated, withheld or merely possible.

    Args:
        doc: the article.
        text: its characters, which spaCy would put together anew each time.
        draft: the attribution.
    """
    if all(text[s.start : s.end].lower() in _COMMENT for s in draft.content):
        return False
    cue = [token for span in draft.cue for token in _tokens(doc, span)]
    if text.startswith("comment on", draft.content[0].start) and _is_request(cue):
        return False
    if any(is_unsaid(t) or is_merely_possible(t) or _is_left_undone(t) for t in cue):
        return False
    nobodys = is_of_nobody(doc, draft) or is_frame(doc, text, draft)
    if nobodys or any(_is_but_tried(t, cue) for t in cue):
        return False
    # "Has denied having said" is a denial as a whole.
    return any(t.lemma_.lower() == "deny" for t in cue) or not any(is_denied(t) for t in cue)


def _is_but_tried(verb: "Token", cue: "list[Token]") -> bool:
    """Say whether a cue leads to words that are yet to come; "his refusal to say" is one itself."""
    return is_only_tried(verb) and not (verb.dep_ in {"acl", "relcl"} and verb.head in cue)


def _is_request(cue: "list[Token]") -> bool:
    """Say whether a medium asks for what somebody says: "a request for comment"."""
    return any(token.lemma_.lower() == "request" for token in cue)


def _is_left_undone(verb: "Token") -> bool:
    """Say whether something is not done that is no stance either: "did not use the word"."""
    if verb.pos_ != "VERB" or cue_of(verb) is not None:
        return False
    subject = child(verb, "nsubj")
    if subject is not None and names_nobody(subject):
        return True
    if verb.tag_ != "VB":
        return False
    if verb.lemma_.lower() in {"appear", "seem"}:
        return False
    helped = any(c.dep_ == "aux" and c.lemma_.lower() == "do" for c in verb.children)
    return helped and is_negated(verb)


def _subject(doc: "Doc", draft: Draft) -> tuple[Span, ...]:
    """Return the subject of the cue's verb, if it lies outside the content."""
    for span in draft.cue:
        for token in _tokens(doc, span):
            if token.lower_ == "according":
                phrase = draft_of_phrase(doc, token)
                return phrase.source if phrase is not None else ()
            if token.pos_ == "VERB" and cue_of(token) is not None:
                found = spans_of(doc, find_source(token))
                if not any(f.overlaps(c) for f in found for c in draft.content):
                    return found
    return ()


def _whole_name(doc: "Doc", span: Span) -> Span:
    """Return the span, ended with the noun that its last word only describes."""
    tokens = _tokens(doc, span)
    if not tokens:
        return span
    last = tokens[-1]
    while last.dep_ in _INNER_NOUN and 0 < last.head.i - last.i <= _FURTHEST:
        last = last.head
    end = token_span(last).end
    return Span(span.start, end) if end > span.end else span


def _tokens(doc: "Doc", span: Span) -> "list[Token]":
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())
