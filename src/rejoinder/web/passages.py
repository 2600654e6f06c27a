"""A passage cut into pieces that a reviewer can take up, and words found again in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.api.reviewing import ReviewItem

__all__ = ["Piece", "cut", "find_ranges", "shown_lines"]

_PIECE: Final = re.compile(r"\w+(?:['’‑-]\w+)*|\s+|[^\w\s]")
_RANGE: Final = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A word, a sign or blanks of the passage.

    Attributes:
        start: of its first character in the article's text.
        end: one past its last.
        parts: of which parts of the statement it is, such as ``content``.
    """

    text: str
    start: int
    end: int
    parts: tuple[str, ...]


def cut(item: "ReviewItem") -> list[Piece]:
    """Return the passage of a statement in pieces; spans begin and end between them."""
    start, text = item.passage.start, item.passage.text
    parts = {"source": item.source, "cue": item.cue, "content": item.content}
    edges = {edge - start for spans in parts.values() for s in spans for edge in (s.start, s.end)}
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        inside = sorted(edge for edge in edges if match.start() < edge < match.end())
        stops = [match.start(), *inside, match.end()]
        for left, right in pairwise(stops):
            at = start + left
            named = tuple(
                name
                for name, spans in parts.items()
                if any(span.start <= at < span.end for span in spans)
            )
            found.append(Piece(text=text[left:right], start=at, end=start + right, parts=named))
    return found


def shown_lines(item: "ReviewItem", part: str) -> str:
    """Return the words of one part of a statement, a line for each of its stretches."""
    start, text = item.passage.start, item.passage.text
    spans = getattr(item, part)
    return "\n".join(" ".join(text[s.start - start : s.end - start].split()) for s in spans)


def find_ranges(item: "ReviewItem", part: str, lines: str, ranges: str) -> list[tuple[int, int]]:
    """Return the ranges that a form asks for.

    Args:
        item: the statement as it was shown.
        part: which part of it.
        lines: words of the passage, a line for each stretch.
        ranges: such as ``12-34 40-51``, set by the page's script; they come before the lines.

    Raises:
        ConfigError: the words do not stand in the passage, or a range is none.
    """
    if ranges.strip():
        found = [_RANGE.fullmatch(each) for each in ranges.split()]
        if not all(found):
            raise ConfigError(f"{ranges!r} are no ranges; mark the words again")
        return [(int(each[1]), int(each[2])) for each in found if each]
    before: Sequence[tuple[int, int]] = [(s.start, s.end) for s in getattr(item, part)]
    whole = (item.content[0].start, item.content[-1].end)
    wanted = [" ".join(each.split()) for each in lines.splitlines()]
    return [
        _find(item, words, before[n] if n < len(before) else whole)
        for n, words in enumerate(filter(None, wanted))
    ]


def _find(item: "ReviewItem", words: str, near: tuple[int, int]) -> tuple[int, int]:
    """Return where those words stand, the place that is nearest to a range."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    start = item.passage.start
    # Ahead of itself, so that places may overlap.
    places = [
        (start + match.start(1), start + match.end(1))
        for match in re.finditer(f"(?=({pattern}))", item.passage.text)
    ]
    if not places:
        raise ConfigError(f"the words {words!r} do not stand in the lines shown; copy them")
    return min(places, key=lambda place: (abs(place[0] - near[0]), abs(place[1] - near[1])))
