"""Sources against the parse: a subject nearer to the cue, a name behind "and", nobody's "it"."""

import re
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.cues import cue_of
from rejoinder.statements.draft import Draft
from rejoinder.statements.tree import child, noun_phrase, spans_of, token_span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = [
    "both_named",
    "is_for_part",
    "is_no_one",
    "names_no_speaker",
    "names_nobody_who_speaks",
    "nearer_subject",
    "without_dates",
]

_SEEMING = frozenset({"seem", "appear", "emerge", "transpire"})
_TWO = 2
# "Tarn Sunday night said", "the court this month ruled".
_DAY = re.compile(
    r",? (?:(?:late|early|earlier) )?(?:on )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|"
    r"(?:this|last) (?:morning|week|weekend|month|year))$",
    re.IGNORECASE,
)
# "SARN, Avaria (Agency) — ", as reports begin.
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){0,3}(?:, [\w. ]{2,20})?(?: \(\w+\))? ?(?:-|–|—|--) (?=\w)"
)
_LINKING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "PART", "SCONJ", "VERB"})
_NO_SPEAKERS = frozenset("hour day week month year night time way".split())


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


def without_dates(doc: "Doc", span: Span) -> Span:
    """Return a source without dateline and day: "SARN, Avaria - | Vey", "Tarn | Sunday night"."""
    tokens = _tokens(doc, span)
    line = _DATELINE.match(doc[tokens[0].i : tokens[-1].i + 1].text) if tokens else None
    if line is not None:
        span = Span(tokens[0].idx + line.end(), span.end)
        tokens = _tokens(doc, span)
    last = _DAY.search(doc[tokens[0].i : tokens[-1].i + 1].text) if len(tokens) >= _TWO else None
    if last is None or not last.start():
        return span
    end = tokens[0].idx + last.start()
    before = next((t for t in reversed(tokens) if t.idx < end), None)
    named = before is not None and before.pos_ in {"NOUN", "PROPN"}
    return Span(span.start, end) if named else span


def is_for_part(doc: "Doc", draft: Draft) -> bool:
    """Say whether the source is but "her part", whose owner the subject names."""
    words = [token.lower_ for span in draft.source for token in _tokens(doc, span)]
    return words[-1:] == ["part"] and len(words) == _TWO


def names_nobody_who_speaks(doc: "Doc", draft: Draft) -> bool:
    """Say whether the source is none, names no speaker or is but "her part"."""
    if not draft.source or is_for_part(doc, draft):
        return True
    return all(names_no_speaker(doc, span) for span in draft.source)


def names_no_speaker(doc: "Doc", span: Span) -> bool:
    """Say whether words name nobody who could speak: "by", "several hours", "there", "no way"."""
    tokens = _tokens(doc, span)
    if not tokens:
        return False
    if tokens[-1].pos_ == "NOUN" and tokens[-1].lemma_.lower() in _NO_SPEAKERS:
        return not any(t.pos_ in {"NOUN", "PROPN"} for t in tokens[:-1])
    return all(t.tag_ == "EX" or (t.pos_ in _LINKING and t.is_lower) for t in tokens)


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
