"""An article's words as attribution is scored on them: blanks, marks and quotation signs aside."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from rejoinder.model.span import Span

__all__ = ["Words", "cut_words"]

# A word keeps inner apostrophes, hyphens, points and commas; every other sign stands alone.
_WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*|[^\w\s]|_")
_MARK = re.compile(r"[“”\"]|``|''|\n|\Z")
_OPENING = frozenset({"“", "``"})
_EITHER = frozenset({'"', "''"})

# Words that cannot be the head of a cue: articles, pronouns, prepositions, auxiliaries.
_LIGHT_WORDS = """
    a an the this that it its he she they we i you his her their who which
    to of in on at by for from as not and or also
    is are was were be been being am has have had having do does did
    will would shall should can could may might must
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words and single marks of a text, by place.

    Attributes:
        starts, ends: character offsets of each.
        lowered: each in lower case.
        quoted: places inside double quotation marks.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lowered: tuple[str, ...]
    quoted: frozenset[int]

    def under(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the words that the spans touch; the marks where they touch no word."""
        touched = {i for span in spans for i in _touched(self.starts, self.ends, span)}
        words = {i for i in touched if self.lowered[i][0].isalnum()}
        return frozenset(words or touched)

    def heads(self, places: frozenset[int]) -> frozenset[int]:
        """Return the words that can be the head of a cue; all of them where none can."""
        return frozenset(i for i in places if self.lowered[i] not in _LIGHT) or places


def cut_words(text: str) -> Words:
    """Cut a text into words and marks, and see which stand in double quotation marks."""
    found = list(_WORD.finditer(text))
    starts, ends = tuple(m.start() for m in found), tuple(m.end() for m in found)
    return Words(
        starts=starts,
        ends=ends,
        lowered=tuple(m.group().lower() for m in found),
        quoted=frozenset(i for span in _quoted(text) for i in _touched(starts, ends, span)),
    )


def _touched(starts: tuple[int, ...], ends: tuple[int, ...], span: Span) -> range:
    """Return the places that share a character with the span."""
    return range(bisect_right(ends, span.start), bisect_left(starts, span.end))


def _quoted(text: str) -> list[Span]:
    """Return what stands in double marks; a mark that nobody closes runs to the end of its line."""
    out: list[Span] = []
    begun: int | None = None
    for mark in _MARK.finditer(text):
        sign = mark.group()
        ends_line = sign in {"\n", ""}
        if begun is None:
            if sign in _OPENING or sign in _EITHER:
                begun = mark.start()
        elif sign not in _OPENING:
            out.append(Span(begun, mark.start() if ends_line else mark.end()))
            begun = None
    return out
