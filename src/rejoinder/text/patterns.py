"""Patterns of words in small letters, many of them looked for at once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Found", "WordPatterns", "small_letters"]


@lru_cache(maxsize=4)
def small_letters(text: str) -> str:
    """Return the text in small letters, character for character."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``[start, end)`` that the pattern of that number matches."""

    number: int
    start: int
    end: int


class WordPatterns:
    """Regular expressions in small letters, each of which begins and ends where a word does.

    Capitals in the text are looked past by `small_letters`, not by the expressions: these then
    tell by its first letter that a word begins none of them. One expression of all of them finds
    where any matches, and only there are they tried one by one.

    Args:
        patterns: without groups that capture.

    Raises:
        re.error: one of them is no regular expression.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._each = tuple(_whole_words(pattern) for pattern in patterns)
        self._any = _whole_words("|".join(patterns))

    def find(self, text: str, start: int, end: int) -> list[Found]:
        """Return what each pattern finds between two places by itself, in text order."""
        low = small_letters(text)
        found: list[Found] = []
        free = [start] * len(self._each)
        at = start
        while (hit := self._any.search(low, at, end)) is not None:
            at = hit.start()
            for number, pattern in enumerate(self._each):
                match = pattern.match(low, at, end) if free[number] <= at else None
                if match is not None:
                    found.append(Found(number, at, match.end()))
                    free[number] = match.end()
            at += 1
        return found


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")
