"""Pieces: a masked sentence as the numbers that the network reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rejoinder.events.pairs.masking import Part, Role
from rejoinder.events.pairs.spelling import one_spelling

__all__ = ["SIGN", "Ints", "Pieces", "load_tokenizer", "pieces_of"]

SIGN = 1
_FIRST, _LAST = 101, 102
_MOST, _BEFORE = 254, 96

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A sentence's word pieces between the classifier piece and the separator.

    Attributes:
        ids: places in the vocabulary; ``SIGN``, which stands for no word, where a party is named.
        roles: what each piece is, as numbers of ``Role``.
    """

    ids: Ints
    roles: Ints


def load_tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer with neither padding nor truncation."""
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces_of(parts: Sequence[Part], tokenizer: Tokenizer) -> Pieces:
    """Return the parts' pieces; of a text too long for a sentence, what is round its parties."""
    ids: list[int] = []
    roles: list[int] = []
    for part in parts:
        found = [SIGN]
        if part.role is Role.WORDS:
            words = one_spelling(_sound(part.words))
            found = tokenizer.encode(words, add_special_tokens=False).ids
        ids.extend(found)
        roles.extend([part.role.value] * len(found))
    first = next((k for k, role in enumerate(roles) if role), 0)
    start = max(0, min(first - _BEFORE, len(ids) - _MOST))
    stop = start + _MOST
    return Pieces(
        ids=np.array([_FIRST, *ids[start:stop], _LAST], dtype=np.int64),
        roles=np.array([0, *roles[start:stop], 0], dtype=np.int64),
    )


def _sound(words: str) -> str:
    """Return the words without unpaired surrogates, which no tokenizer takes."""
    return words.encode("utf-8", "replace").decode("utf-8")
