"""Two texts side by side: which paragraphs they share, and which words differ in the others."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["Compared", "Piece", "compare"]

_WORDS: Final = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_WORDS: Final = 4_000
"""Of two paragraphs together, to be compared word by word: the work grows with their product."""
_MOST_PARAGRAPHS: Final = 3_000
_ALIKE: Final = 0.5
"""How much of their words two paragraphs must share to be shown as one that was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that stand in both texts, or in one of them."""

    words: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A paragraph of each text; empty where only the other has it."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]

    @property
    def is_same(self) -> bool:
        """Whether both have it letter for letter, but for blanks."""
        return not any(piece.is_own for piece in (*self.left, *self.right))


def compare(left: str, right: str) -> tuple[Compared, ...]:
    """Return the paragraphs of two texts side by side, in their order; blanks do not count."""
    ours, theirs = _paragraphs(left), _paragraphs(right)
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    found: list[Compared] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found += [_shared(each) for each in ours[a:b]]
        else:
            found += _changed(ours[a:b], theirs[c:d])
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line for line in lines if line][:_MOST_PARAGRAPHS]


def _shared(words: str) -> Compared:
    both = (Piece(words=words, is_own=False),)
    return Compared(left=both, right=both)


def _changed(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Compared]:
    """Yield paragraphs that are not the same: in pairs where they are alike, else one by one."""
    waiting = list(theirs)
    for mine in ours:
        place = next((n for n, other in enumerate(waiting) if _is_alike(mine, other)), None)
        if place is None:
            yield Compared(left=(Piece(words=mine, is_own=True),), right=())
            continue
        yield from (_only_right(other) for other in waiting[:place])
        yield _by_words(mine, waiting[place])
        del waiting[: place + 1]
    yield from (_only_right(other) for other in waiting)


def _only_right(words: str) -> Compared:
    return Compared(left=(), right=(Piece(words=words, is_own=True),))


def _is_alike(one: str, other: str) -> bool:
    mine, its = set(one.casefold().split()), set(other.casefold().split())
    return len(mine & its) >= _ALIKE * min(len(mine), len(its)) > 0


def _by_words(one: str, other: str) -> Compared:
    mine, its = _WORDS.findall(one), _WORDS.findall(other)
    if len(mine) + len(its) > _MOST_WORDS:
        return Compared(
            left=(Piece(words=one, is_own=True),), right=(Piece(words=other, is_own=True),)
        )
    left, right = list[Piece](), list[Piece]()
    matcher = difflib.SequenceMatcher(None, mine, its, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        same = kind == "equal"
        for pieces, words in ((left, mine[a:b]), (right, its[c:d])):
            if words:
                pieces.append(Piece(words="".join(words), is_own=not same))
    return Compared(left=tuple(left), right=tuple(right))
