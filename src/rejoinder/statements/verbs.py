"""Attributions that a reporting verb makes: 'X said that', '"...," said X', 'X accused Y of'."""

from typing import TYPE_CHECKING

from rejoinder.model.span import Span, merge, overlap
from rejoinder.model.statement import Act
from rejoinder.statements.contents import Found, find_content
from rejoinder.statements.cues import Cue
from rejoinder.statements.draft import Draft
from rejoinder.statements.factual import is_abstract
from rejoinder.statements.insets import around_inset
from rejoinder.statements.parsed import Parsed
from rejoinder.statements.sources import find_source, speaks_for_itself
from rejoinder.statements.tree import child, spans_of
from rejoinder.text.quotes import Quote

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["draft_of_verb", "quote_beside"]

_NEAR = 90
_TAKEN_UP = frozenset({"this", "that", "these", "those", "it", "they", "both", "all"})
_OF_PREPOSITION = 0.5
# "Lashed out at", "made light of" are nothing but words on words.
_OF_IDIOM = 0.6
_JOINED = "_"
# What stands in these they say.
_PAPERS = frozenset(
    "agreement announcement constitution convention declaration document petition proclamation "
    "resolution statement".split()
)
_SCORE = {"C": 0.8, "quote": 0.9, "X": 0.6, "O": 0.55, "T": 0.6}


def draft_of_verb(page: Parsed, verb: "Token", cue: Cue) -> Draft | None:
    """Return the attribution that the verb makes, or None if nobody is named or nothing is said."""
    source = find_source(verb)
    beside = quote_beside(page, verb) if "C" in cue.frames else None
    found = find_content(verb, cue)
    if found is not None and beside is not None:
        if found.frame != "C":
            found = None
        elif beside.outer.end <= verb.idx and min(found.content) > verb.i:
            # Another verb's quotation: '"...," said X, who recalled that'.
            beside = None
    if (
        found is None
        and beside is None
        and not ("C" in cue.frames and around_inset(page, verb, source))
    ):
        return None
    places = _without(found, source, verb) - _second(verb, cue) if found is not None else set()
    content = spans_of(page.doc, places)
    content = _whole_quotes(content, page.quotes, verb)
    if beside is not None and not any(beside.inner.overlaps(s) for s in content):
        content = (
            (beside.inner,)
            if found is None or not content
            else tuple(sorted((*content, beside.inner)))
        )
    frame = found.frame if found is not None else "quote"
    free = beside is not None and _is_free(page.text, beside, verb)
    if "C" in cue.frames and not free and (inset := around_inset(page, verb, source)):
        content = _with_inset(content, inset, verb, page.quotes)
        frame = "C"
    subject = _doer(verb)
    if subject is not None and frame not in {"C", "quote"} and is_abstract(subject):
        return None
    turned_down = not source and frame == "O" and _is_turned_down(verb, cue)
    if not content or (not source and frame not in {"C", "quote"} and not turned_down):
        return None
    if cue.act is Act.ASSERT and _is_empty(page.text, content):
        return None
    return Draft(
        source=spans_of(page.doc, source),
        cue=_cue_spans(verb, found, cue),
        content=content,
        score=_SCORE.get(frame, _OF_IDIOM if _JOINED in cue.lemma else _OF_PREPOSITION)
        - (0.0 if source or turned_down else 0.2),
        verb=verb,
    )


def _doer(verb: "Token") -> "Token | None":
    """Return the verb's subject, or what "that" and "which" stand for: "a plan that offers"."""
    subject = child(verb, "nsubj")
    relative = subject is not None and subject.tag_ == "WDT" and verb.dep_ == "relcl"
    return verb.head if relative and verb.head.lemma_.lower() not in _PAPERS else subject


def _is_turned_down(verb: "Token", cue: Cue) -> bool:
    """Say whether a mere pronoun is turned down by nobody named: "..., but these were rejected"."""
    subject = child(verb, "nsubjpass")
    return (
        subject is not None
        and subject.pos_ == "PRON"
        and subject.lower_ in _TAKEN_UP
        and cue.act in {Act.REFUSE, Act.DENY}
        and child(verb, "agent") is None
    )


def _is_free(text: str, quote: Quote, verb: "Token") -> bool:
    """Say whether the quotation before the verb stands by itself, as a sentence of its own."""
    before = text[: quote.outer.start].rstrip(" ")
    begins = not before or before[-1] in '.!?:\n"”'
    return quote.outer.end <= verb.idx and begins


def _with_inset(
    content: tuple[Span, ...], inset: tuple[Span, ...], verb: "Token", quotes: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """Return the clause around an inset cue, if it takes in what was found; else what was found."""
    known = merge(content)
    if sum(len(s) for s in known) > overlap(known, inset) + 3:
        return content
    return _whole_quotes(inset, quotes, verb)


def _without(found: Found, source: set[int], verb: "Token") -> set[int]:
    """Return the content's places without source, cue and what only modifies the cue."""
    own: set[int] = {verb.i}
    if found.frame == "C":
        own |= {
            i
            for c in verb.children
            if c.dep_ in {"aux", "npadvmod", "advmod", "prt", "neg"}
            for i in (t.i for t in c.subtree)
        }
        own |= _added(verb, found)
    return set(found.content) - source - own - set(found.cue)


def _added(verb: "Token", found: Found) -> set[int]:
    """Return the places of what the same speaker says on: '..., adding that'."""
    out: set[int] = set()
    for place in found.content:
        token = verb.doc[place]
        if token.tag_ == "VBG" and place > verb.i and speaks_for_itself(token):
            out |= {t.i for t in token.subtree}
    return out


def _whole_quotes(
    content: tuple[Span, ...], quotes: tuple[Quote, ...], verb: "Token"
) -> tuple[Span, ...]:
    """Return the content with every quotation that it touches taken whole."""
    at = verb.idx
    parts = list(content)
    for quote in quotes:
        touched = [s for s in parts if s.overlaps(quote.inner)]
        if not touched or quote.outer.start <= at < quote.outer.end:
            continue
        rest = [s for s in parts if s not in touched]
        start = min(min(s.start for s in touched), quote.inner.start)
        end = max(max(s.end for s in touched), quote.inner.end)
        if start < at < end:
            # The cue stands between two parts: keep them apart.
            rest.extend(s for s in touched if not quote.inner.contains(s))
            rest = [s for s in rest if not s.overlaps(quote.inner)]
            parts = [*rest, quote.inner]
        else:
            parts = [*rest, Span(start, end)]
    return tuple(sorted(parts))


def _is_empty(text: str, content: tuple[Span, ...]) -> bool:
    """Say whether the content is no more than a pronoun or a bare 'so', which say nothing."""
    words = " ".join(s.text_of(text) for s in content).split()
    return len(words) < 2 and (not words or words[0].lower() in _HOLLOW or len(words[0]) < 3)


_HOLLOW = frozenset(
    "it this that so them him her what which who something anything nothing more much us me".split()
)


def _cue_spans(verb: "Token", found: Found | None, cue: Cue) -> tuple[Span, ...]:
    """Return the verb with its particle and preposition, one span where they stand together."""
    places = {verb.i, *_second(verb, cue)}
    if found is not None:
        places |= found.cue
    return spans_of(verb.doc, places)


def _second(verb: "Token", cue: Cue) -> set[int]:
    """Return the place right behind the verb of its particle, or of what "made clear" ends in."""
    joined = cue.lemma.partition(_JOINED)[2]
    places = {c.i for c in verb.rights if c.dep_ == "prt" or (joined and c.lower_ == joined)}
    return places & {verb.i + 1}


def quote_beside(page: Parsed, verb: "Token") -> Quote | None:
    """Return the quotation that ends right before the verb's words or begins right after them."""
    at, quotes = verb.idx, page.quotes
    if any(q.outer.start <= at < q.outer.end for q in quotes):
        return None
    subject = child(verb, "nsubj")
    relative = subject is not None and subject.tag_ in {"WP", "WDT"}
    before = next((q for q in reversed(quotes) if q.outer.end <= at), None)
    after = next((q for q in quotes if q.outer.start >= at), None)
    if before is not None and not relative and _ends_speech(page.text, before, at):
        return before
    if after is not None and _begins_speech(page.text, after, at + len(verb)):
        return after
    return None


def _ends_speech(text: str, quote: Quote, at: int) -> bool:
    """Say whether the quotation ends as speech does before 'X said' and the verb is near."""
    gap = text[quote.outer.end : at]
    if len(gap) > _NEAR or "\n" in gap or _has_stop(gap):
        return False
    last = quote.inner.text_of(text)[-1:]
    return last in ",?!.…-—" or gap.lstrip()[:1] in {",", "—", "-"}


def _begins_speech(text: str, quote: Quote, after: int) -> bool:
    """Say whether a comma, a colon or nothing stands between the verb's words and the marks."""
    gap = text[after : quote.outer.start]
    if len(gap) > _NEAR or "\n" in gap.rstrip() or _has_stop(gap):
        return False
    return not gap.strip() or gap.rstrip()[-1:] in {",", ":", "—", "-"}


def _has_stop(gap: str) -> bool:
    """Say whether a sentence ends inside the gap; an initial or a title does not end one."""
    return any(
        sign in gap[:-1] and not _abbreviates(gap[: gap.index(sign)]) for sign in (". ", "? ", "! ")
    )


def _abbreviates(before: str) -> bool:
    word = before.rsplit(None, 1)[-1] if before.split() else ""
    return len(word) <= 3 and word[:1].isupper()
