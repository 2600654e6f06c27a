"""Examples: labelled pairs as pieces, and batches of them."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from rejoinder.errors import GoldError, PairError
from rejoinder.events.pairs.line import PairLine, read_line
from rejoinder.events.pairs.masking import masked
from rejoinder.events.pairs.pieces import Pieces, pieces_of
from rejoinder.events.pairs.types import FOLDED, folded
from rejoinder.model.event import EventType
from rejoinder.training.pairs.patterns import Made

__all__ = ["Batch", "Example", "Labelled", "batches_of", "example_of", "made_example", "read_gold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A line of gold: the sentence and one of the fifteen types."""

    line: PairLine
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence to learn from: any of ``types`` is right; ``weight`` is what it counts."""

    pieces: Pieces
    types: tuple[EventType, ...]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Examples as tensors; ``right`` (rows, 16) is 1 for every type that is right."""

    ids: Tensor
    roles: Tensor
    mask: Tensor
    right: Tensor
    weight: Tensor


def read_gold(path: Path) -> list[Labelled]:
    """Return the lines of a file as PLV's.

    Raises:
        GoldError: a line cannot be read or its ``plover`` is none of the fifteen.
    """
    out: list[Labelled] = []
    for number, row in enumerate(path.read_bytes().splitlines(), 1):
        try:
            line, label = read_line(row), json.loads(row).get("plover")
        except PairError as error:
            raise GoldError(f"{str(path)!r} line {number}: {error}") from None
        if label not in FOLDED:
            raise GoldError(f"{str(path)!r} line {number}: plover is {label!r}; give one of "
                            + ", ".join(FOLDED))  # fmt: skip
        out.append(Labelled(line=line, label=label))
    return out


def example_of(gold: Labelled, tokenizer: Tokenizer, weight: float = 1.0) -> Example:
    """Return a line of gold to learn from; of a YIELD, CONCEDE and RETREAT are both right."""
    types = tuple(t for t in EventType if gold.label in (t.value, folded(t)))
    return Example(pieces=pieces_of(masked(gold.line), tokenizer), types=types, weight=weight)


def made_example(made: Made, tokenizer: Tokenizer, weight: float) -> Example:
    """Return a made sentence to learn from."""
    pieces = pieces_of(masked(made.line), tokenizer)
    return Example(pieces=pieces, types=(made.event_type,), weight=weight)


def batches_of(
    examples: Sequence[Example], size: int, chance: random.Random | None
) -> Iterator[Batch]:
    """Yield batches of at most ``size`` pieces, in random order where ``chance`` is given."""
    jitter = {id(e): chance.uniform(-6, 6) if chance else 0.0 for e in examples}
    groups: list[list[Example]] = [[]]
    longest = 0
    for example in sorted(examples, key=lambda e: len(e.pieces.ids) + jitter[id(e)]):
        longest = max(longest, len(example.pieces.ids))
        if groups[-1] and longest * (len(groups[-1]) + 1) > size:
            groups.append([])
            longest = len(example.pieces.ids)
        groups[-1].append(example)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        if group:
            yield _collate(group)


def _collate(group: Sequence[Example]) -> Batch:
    length = max(len(e.pieces.ids) for e in group)
    ids = np.zeros((len(group), length), dtype=np.int64)
    roles, mask = np.zeros_like(ids), np.zeros_like(ids)
    right = torch.zeros(len(group), len(EventType))
    places = {event_type: k for k, event_type in enumerate(EventType)}
    for row, example in enumerate(group):
        n = len(example.pieces.ids)
        ids[row, :n], roles[row, :n], mask[row, :n] = example.pieces.ids, example.pieces.roles, 1
        right[row, [places[t] for t in example.types]] = 1.0
    return Batch(
        ids=torch.from_numpy(ids),
        roles=torch.from_numpy(roles),
        mask=torch.from_numpy(mask),
        right=right,
        weight=torch.tensor([e.weight for e in group]),
    )
