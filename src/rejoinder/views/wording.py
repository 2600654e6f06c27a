"""Words where they stand: a statement's content, marked, between the words around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rejoinder.model.span import Span

__all__ = ["Wording", "WordingPiece", "wording_of"]

_AROUND: Final = 180
"""Characters shown before and behind at most."""
_BETWEEN: Final = 240
_CONTENT: Final = 900
# An initial and a title end with a full stop, but no sentence.
_END: Final = re.compile(
    r"(?<![A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bCol)(?<!\bSen)(?<!\bRep)"
    r"[.!?…][\"'”’»)\]]*\s+(?=\S|$)|\n+"
)
_CUT: Final = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPiece:
    """Words that are the statement's content, or that stand around it."""

    words: str
    is_content: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A stretch of an article, in its order; what is left out shows as an ellipsis."""

    pieces: tuple[WordingPiece, ...]


def wording_of(text: str, content: Sequence[Span]) -> Wording:
    """Return the content of a statement with the rest of the sentences in which it stands.

    Args:
        text: the article's.
        content: spans of it, in their order; at least one.
    """
    first, last = content[0].start, content[-1].end
    pieces = [(_before(text, first), False)]
    end = first
    for span in content:
        pieces += [
            (_middle(text[end : span.start]), False),
            (_short(text[span.start : span.end], _CONTENT), True),
        ]
        end = span.end
    pieces.append((_behind(text, last), False))
    return Wording(
        pieces=tuple(
            WordingPiece(words=words, is_content=is_content)
            for words, is_content in pieces
            if words
        )
    )


def _before(text: str, end: int) -> str:
    """Return the words of the sentence before that place."""
    window = text[max(0, end - _AROUND) : end]
    ends = [found.end() for found in _END.finditer(window)]
    if ends:
        return _one_line(window[ends[-1] :])
    if end <= _AROUND:
        return _one_line(window)
    _, blank, rest = window.partition(" ")
    return f"{_CUT} {_one_line(rest if blank else window)}"


def _behind(text: str, start: int) -> str:
    """Return the words of the sentence behind that place."""
    window = text[start : start + _AROUND]
    if text[:start].rstrip().endswith((".", "!", "?")) and window[:1].isspace():
        return ""
    found = _END.search(window)
    if found is not None:
        return _one_line(window[: found.end()]).rstrip()
    if start + _AROUND >= len(text):
        return _one_line(window).rstrip()
    rest, blank, _ = window.rpartition(" ")
    return f"{_one_line(rest if blank else window).rstrip()} {_CUT}"


def _middle(words: str) -> str:
    return words if len(words) <= _BETWEEN else f" {_CUT} "


def _short(words: str, most: int) -> str:
    line = _one_line(words)
    if len(line) <= most:
        return line
    head, blank, _ = line[:most].rpartition(" ")
    return f"{head if blank else line[:most]} {_CUT}"


def _one_line(words: str) -> str:
    return re.sub(r"\s+", " ", words)
