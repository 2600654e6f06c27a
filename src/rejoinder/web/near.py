"""What of a long text is shown of a hit: the words around the first of them."""

from collections.abc import Sequence

__all__ = ["Piece", "near_hit"]

Piece = tuple[str, bool]
"""Some of a text, and whether it is a hit."""


def near_hit(pieces: Sequence[Piece], width: int) -> tuple[Piece, ...]:
    """Return no more of the text than ``width`` characters, with the first hit and what is near.

    Cut between words where there are any; an ellipsis stands for what is left out.
    """
    whole = "".join(words for words, _ in pieces)
    if len(whole) <= width:
        return tuple(pieces)
    before = len("".join(words for words, _ in pieces[: _first_hit(pieces)]))
    start = max(0, min(before - width // 3, len(whole) - width))
    end = min(len(whole), start + width)
    if start:
        start = _next_word(whole, start, before)
    if end < len(whole):
        end = max(whole.rfind(" ", start, end), start + 1)
    shown: list[Piece] = [("… ", False)] if start else []
    place = 0
    for words, is_hit in pieces:
        part = words[max(0, start - place) : max(0, end - place)]
        place += len(words)
        if part:
            shown.append((part, is_hit))
    return (*shown, (" …", False)) if end < len(whole) else tuple(shown)


def _first_hit(pieces: Sequence[Piece]) -> int:
    return next((n for n, (_, is_hit) in enumerate(pieces) if is_hit), 0)


def _next_word(text: str, start: int, before: int) -> int:
    blank = text.find(" ", start, before)
    return blank + 1 if blank >= 0 else start
