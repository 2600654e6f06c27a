"""Quotations of one text that come back in another, whole, cut or run together."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from rejoinder.model.span import Span
from rejoinder.text.quotes import find_quotes

__all__ = ["QuotedWords", "find_quoted", "shared_run"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORT_RUN = 3
_MOST = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedWords:
    """The words between two quotation marks.

    Attributes:
        span: the quotation with its marks.
        words: in lower case, apostrophes straight, compatibility forms resolved; no punctuation.
        places: where each word stands.
    """

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]


def find_quoted(text: str, least: int) -> tuple[QuotedWords, ...]:
    """Return the outermost quotations of at least so many words, in text order."""
    found = []
    for quote in find_quotes(text):
        places = tuple(
            Span(*m.span()) for m in _WORD.finditer(text, quote.inner.start, quote.inner.end)
        )
        if len(places) >= least:
            words = tuple(_plain(place.text_of(text)) for place in places)
            found.append(QuotedWords(span=quote.outer, words=words, places=places))
    return tuple(found)


def shared_run(left: QuotedWords, right: QuotedWords, least: int) -> tuple[Span, Span] | None:
    """Return where the longest run of words stands that two forms of one quotation share.

    They are one quotation where that run has ``least`` words and where half of the shorter one's
    words come back in the other in the same order, counted in runs of three: a turn of phrase that
    two people use is none. None where they are not; of equal runs the first is taken.
    """
    if _runs(left, least).isdisjoint(_runs(right, least)):
        return None
    match = SequenceMatcher(None, left.words, right.words, autojunk=False)
    shared = sum(block.size for block in match.get_matching_blocks() if block.size >= _SHORT_RUN)
    if shared < _MOST * min(len(left.words), len(right.words)):
        return None
    run = match.find_longest_match()
    return _under(left, run.a, run.size), _under(right, run.b, run.size)


def _under(quoted: QuotedWords, first: int, count: int) -> Span:
    return Span(quoted.places[first].start, quoted.places[first + count - 1].end)


def _runs(quoted: QuotedWords, length: int) -> frozenset[tuple[str, ...]]:
    """Return every run of that many words."""
    words = quoted.words
    return frozenset(words[n : n + length] for n in range(len(words) - length + 1))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()
