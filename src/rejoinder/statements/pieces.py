"""Pieces: an article's text as the numbers that the learned tagger reads."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from rejoinder.statements.arrays import Ints
from rejoinder.text.offsets import plain_marks
from rejoinder.text.quotes import find_quotes

__all__ = ["Pieces", "break_up", "load_tokenizer"]

_SEPARATOR = "[SEP]"


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


def break_up(text: str, tokenizer: Tokenizer) -> Pieces:
    """Return the text's pieces; every run of line breaks becomes one separator.

    Raises:
        ValueError: the tokenizer has no separator piece.
    """
    plain = plain_marks(text)
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
    bounds = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        start=bounds[:, 0].copy(),
        end=bounds[:, 1].copy(),
        flags=_flags(text, bounds),
        breaks=tuple(breaks),
    )


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
