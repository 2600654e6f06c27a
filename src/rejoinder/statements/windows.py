"""Window: a stretch of pieces that the encoder reads at once."""

from dataclasses import dataclass
from itertools import pairwise

from rejoinder.statements.pieces import Pieces

__all__ = ["CONTEXT", "OWNED", "Window", "cut_windows"]

# Pieces whose cues a window decides on, and pieces that it reads on either side of them.
OWNED = 420
CONTEXT = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Places ``[start, stop)`` to be read; cues in ``[first, last)`` are this window's own.

    Every place of an article is owned by exactly one window.
    """

    start: int
    stop: int
    first: int
    last: int


def cut_windows(pieces: Pieces, owned: int = OWNED, context: int = CONTEXT) -> tuple[Window, ...]:
    """Return windows that own whole paragraphs where these are no longer than ``owned``."""
    total = len(pieces)
    cuts: list[int] = [0]
    last_break = 0
    for end in (*pieces.breaks, total):
        while end - cuts[-1] > owned:
            cuts.append(last_break if last_break > cuts[-1] else cuts[-1] + owned)
        last_break = end
    if total > cuts[-1]:
        cuts.append(total)
    return tuple(
        Window(start=max(0, a - context), stop=min(total, b + context), first=a, last=b)
        for a, b in pairwise(cuts)
    )
