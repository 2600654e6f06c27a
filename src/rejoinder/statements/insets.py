"""Cues set into the words that they attribute: 'Iran, Kanaani added, once again declares'."""

import re
from typing import TYPE_CHECKING

from rejoinder.model.span import Span
from rejoinder.statements.parsed import Parsed
from rejoinder.statements.tree import child, spans_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["around_inset", "dateline_end"]

_DATELINE = re.compile(
    r"[^\S\n]*(?:[A-Z][\w.'’-]*[ ,/]*){1,6}(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?"
    r"[^\S\n]*(?:\([^()\n]{2,40}\))?[^\S\n]*[-–—]+[^\S\n]+"
)
_TRAILING = frozenset({"VBG", "WDT", "WP", "WRB", "WP$"})
_ASIDE = frozenset({"according", "when", "while", "as", "after", "before", "in", "at", "during"})


def around_inset(page: Parsed, verb: "Token", source: set[int]) -> tuple[Span, ...]:
    """Return the clause that the verb and its subject are set into by commas, or nothing.

    The words before are content, and so are those after the closing comma, unless they only say
    how or when it was said. Where the sentence ends with the cue, the words before are all.
    """
    doc, text = page.doc, page.text
    cluster = _cluster(verb, source)
    if cluster is None or verb.tag_ == "VBG":
        return ()
    first, last = cluster
    start, end = _sentence(page, first, last)
    # What a semicolon parts off is another's, or another matter.
    start = max(start, dateline_end(text, start), text.rfind(";", start, doc[first].idx) + 1)
    before = text[start : doc[first].idx].rstrip(' "”“')
    if not before.endswith((",", "?", "!", "-")) or len(before.split()) < 2:
        return ()
    head = _places(doc, start, first)
    tail = _tail(doc, last, end)
    if tail is None:
        return ()
    return spans_of(doc, head) + spans_of(doc, tail)


def _places(doc: "Doc", start: int, stop: int) -> set[int]:
    """Return the places of the tokens from a character up to a place."""
    first = stop
    while first > 0 and doc[first - 1].idx >= start:
        first -= 1
    return {t.i for t in doc[first:stop] if not t.is_space}


def _cluster(verb: "Token", source: set[int]) -> tuple[int, int] | None:
    """Return the first and last place of source and cue, if they are one run."""
    if not source:
        return None
    places = source | {verb.i}
    heard = child(verb, "dobj", "dative")
    if heard is not None and verb.lemma_ in {"tell", "inform", "remind", "assure"}:
        places |= {t.i for t in heard.subtree}
    places |= {c.i for c in verb.children if c.dep_ in {"aux", "advmod", "npadvmod", "neg"}
               and abs(c.i - verb.i) <= 2}  # fmt: skip
    first, last = min(places), max(places)
    return (first, last) if last - first - len(places) < 3 else None


def _sentence(page: Parsed, first: int, last: int) -> tuple[int, int]:
    """Return the characters of the sentences from the first place to the last."""
    doc = page.doc
    start, end = doc[first].sent.start_char, doc[last].sent.end_char
    # The parser likes to begin a sentence at an inset; a comma before it says that it does not.
    sentence = doc[first].sent
    while sentence.start > 0 and _runs_on(doc, sentence.start):
        sentence = doc[sentence.start - 1].sent
        if "\n" in page.text[sentence.start_char : start]:
            break
        start = sentence.start_char
    return start, end


def _runs_on(doc: "Doc", start: int) -> bool:
    """Say whether the sentence before a place has not ended yet: a comma, or one inside marks."""
    before = doc[start - 1].text
    if before == '"' and start > 1:
        before = doc[start - 2].text
        return before not in {".", "!", "?"}
    return before in {",", '"'}


def _tail(doc: "Doc", last: int, end: int) -> set[int] | None:
    """Return the places after the inset that go on with the clause; None if the cue is no inset."""
    rest = [t for t in doc[last + 1 : last + 200] if t.idx < end]
    while rest and rest[-1].is_space:
        rest.pop()
    if not rest or rest[0].text in {".", "?", "!"}:
        return set()
    if rest[0].text not in {",", "-", ";"}:
        return set() if rest[0].lower_ in _ASIDE or rest[0].pos_ in {"PROPN", "ADP"} else None
    words = [t for t in rest[1:] if not t.is_punct]
    if not words or words[0].tag_ in _TRAILING or words[0].lower_ in _ASIDE:
        return set()
    return {t.i for t in rest[1:]}


def dateline_end(text: str, start: int) -> int:
    """Return where the words begin after a dateline at the start of a line, or ``start`` itself."""
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():
        return start
    found = _DATELINE.match(text, start)
    return found.end() if found else start
