"""Matters: what a user asks about, and where words name it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.ledger.folding import fold

__all__ = ["Matter", "Region", "regions_of", "tokens_of"]

_TERM = re.compile(r'"([^"]*)"(\*?)|([^\s"]+)')
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_OWNS = re.compile(r"(?<=\w)['’]s\b")
_TOKEN = re.compile(r"'s(?!\w)|\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_FARTHEST = 8

Region = tuple[int, int]
"""First token of the words that name a matter, and one past the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What positions are about.

    Attributes:
        name: what the user calls it.
        query: words, "phrases" and beginnings* that the statements hold, in any order; None where
            the statements were chosen one by one.
        statements: ids of the only statements that count; None for all.
    """

    name: str
    query: str | None
    statements: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class _Term:
    words: tuple[str, ...]
    begins: bool

    def at(self, tokens: Sequence[str], place: int) -> bool:
        """Say whether the term stands at that place."""
        end = place + len(self.words)
        if end > len(tokens):
            return False
        last = tokens[end - 1]
        wanted = self.words[-1]
        fits = last.startswith(wanted) if self.begins else last == wanted
        return fits and tuple(tokens[place : end - 1]) == self.words[:-1]


def tokens_of(words: str) -> tuple[str, ...]:
    """Return the words and signs of a text, folded; ``n't`` is ``not``, and ``'s`` a token."""
    plain = _OWNS.sub(" 's", _NOT.sub(" not", words))
    return tuple(_TOKEN.findall(plain.casefold() if plain.isascii() else fold(plain)))


def regions_of(query: str, tokens: Sequence[str]) -> tuple[Region, ...]:
    """Return where all the terms of a query stand near each other; each place of the first once."""
    terms = tuple(_terms(query))
    if not terms:
        return ()
    places = [[n for n in range(len(tokens)) if term.at(tokens, n)] for term in terms]
    if not all(places):
        return ()
    found = []
    for first in places[0]:
        near = [min(each, key=lambda place: (abs(place - first), place)) for each in places]
        ends = [place + len(term.words) for place, term in zip(near, terms, strict=True)]
        if max(ends) - min(near) <= _FARTHEST + sum(len(term.words) for term in terms):
            found.append((min(near), max(ends)))
    return tuple(found)


def _terms(query: str) -> Iterator[_Term]:
    for phrase, star, word in _TERM.findall(query):
        words = tuple(_WORD.findall(fold(phrase or word)))
        if words:
            yield _Term(words, bool(star) or word.endswith("*"))
