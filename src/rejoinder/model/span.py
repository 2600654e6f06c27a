"""Span: a half-open range of characters in an article's text."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

__all__ = ["APART", "Span", "cover", "merge", "overlap", "words_of"]

APART: Final = " … "
"""What joins words that a text keeps apart."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[start, end)`` of ``Article.text``, counted in Unicode code points.

    Raises:
        ValueError: the range is empty, reversed or begins before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is not a range."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end}); needs 0 <= start < end")

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def text_of(self, text: str) -> str:
        """Return the characters that the span stands on."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same characters as sorted spans that neither touch nor overlap."""
    every = sorted(spans)
    if len(every) <= 1:
        return tuple(every)
    out: list[Span] = []
    for span in every:
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that contains all of them.

    Raises:
        ValueError: there is no span.
    """
    every = list(spans)
    if not every:
        raise ValueError("cannot cover no span")
    return Span(min(s.start for s in every), max(s.end for s in every))


def overlap(left: Iterable[Span], right: Iterable[Span]) -> int:
    """Return how many characters two sets of spans share."""
    own, others = merge(left), merge(right)
    if not own or not others or own[-1].end <= others[0].start or others[-1].end <= own[0].start:
        return 0
    if len(own) == len(others) == 1:
        return min(own[0].end, others[0].end) - max(own[0].start, others[0].start)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in own for b in others)


def words_of(spans: Iterable[Span], text: str) -> str:
    """Return the words that spans stand on, those that are apart joined by ``APART``."""
    return APART.join(span.text_of(text) for span in spans)
