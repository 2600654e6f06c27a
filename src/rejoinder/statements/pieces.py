"""Pieces: an article's text as the numbers that the learned tagger reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rejoinder.model.standin import StandIn
from rejoinder.statements.arrays import Ints
from rejoinder.text.offsets import plain_marks
from rejoinder.text.quotes import find_quotes

__all__ = ["Pieces", "break_up", "load_tokenizer"]

_SEPARATOR = "[SEP]"
_Places = Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """Word pieces of one text, with a separator between paragraphs.

    Attributes:
        ids: places in the vocabulary.
        start: where each piece starts in the text, in code points.
        end: where it ends; equal to ``start`` for a separator.
        flags: 0 to 5: small, capital first letter or all capitals, plus 3 inside a quotation.
        breaks: places of the separators, in order.
    """

    ids: Ints
    start: Ints
    end: Ints
    flags: Ints
    breaks: tuple[int, ...]

    def __len__(self) -> int:
        """Return the number of pieces, separators too."""
        return len(self.ids)


def load_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer with neither padding nor truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def break_up(text: str, tokenizer: Tokenizer, stand_ins: Sequence[StandIn] = ()) -> Pieces:
    """Return the text's pieces; every run of line breaks becomes one separator.

    A name that a word stands in for has that word's pieces, and its own place in the text.

    Raises:
        ValueError: the tokenizer has no separator piece.
    """
    plain, places = _put_in(plain_marks(text), stand_ins)
    separator = tokenizer.token_to_id(_SEPARATOR)
    if separator is None:
        raise ValueError(
            f"the tokenizer has no {_SEPARATOR}; use the one that the networks read by"
        )
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    breaks: list[int] = []
    for at, line in _lines(plain):
        found = tokenizer.encode(line, add_special_tokens=False)
        if not found.ids:
            continue
        if ids:
            breaks.append(len(ids))
            ids.append(separator)
            offsets.append((at, at))
        ids.extend(found.ids)
        offsets.extend((at + s, at + e) for s, e in found.offsets)
    bounds = _written(np.array(offsets, dtype=np.int64).reshape(-1, 2), places)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        start=bounds[:, 0].copy(),
        end=bounds[:, 1].copy(),
        flags=_flags(text, bounds),
        breaks=tuple(breaks),
    )


def _put_in(plain: str, stand_ins: Sequence[StandIn]) -> tuple[str, _Places]:
    """Return the text with the stand-ins in it, and where in the old text each one's place is.

    The places are four columns: a stand-in's first character and the one behind it in the new text,
    and the same of the name in the old one.
    """
    parts: list[str] = []
    rows: list[tuple[int, int, int, int]] = []
    at = length = 0
    for one in stand_ins:
        kept = plain[at : one.span.start]
        first = length + len(kept)
        length = first + len(one.word)
        parts += [kept, one.word]
        rows.append((first, length, one.span.start, one.span.end))
        at = one.span.end
    parts.append(plain[at:])
    return "".join(parts), np.array(rows, dtype=np.int64).reshape(-1, 4)


def _written(bounds: Ints, places: _Places) -> Ints:
    """Return the bounds of the pieces in the old text; all of a stand-in's are the whole name's."""
    if not len(places):
        return bounds
    row = np.searchsorted(places[:, 0], bounds[:, 0], side="right") - 1
    before = places[np.maximum(row, 0)]
    shift = np.where(row >= 0, before[:, 3] - before[:, 1], 0)
    inside = (row >= 0) & (bounds[:, 0] < before[:, 1])
    moved = bounds + shift[:, None]
    return np.where(inside[:, None], before[:, 2:], moved)


def _lines(plain: str) -> list[tuple[int, str]]:
    """Return each line with its place."""
    cuts = [-1, *(k for k, c in enumerate(plain) if c == "\n"), len(plain)]
    return [(a + 1, plain[a + 1 : b]) for a, b in pairwise(cuts) if b > a + 1]


def _flags(text: str, bounds: Ints) -> Ints:
    """Return the case of each piece and whether it stands in a quotation."""
    quoted = np.zeros(len(text) + 1, dtype=np.int64)
    for quote in find_quotes(text):
        quoted[quote.outer.start : quote.outer.end] = 3
    case = [_case(text[s:e]) for s, e in bounds.tolist()]
    flags: Ints = quoted[bounds[:, 0]] + np.array(case, dtype=np.int64)
    flags[bounds[:, 0] == bounds[:, 1]] = 0
    return flags


def _case(piece: str) -> int:
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1
