"""Batches: examples padded to tensors, of like length together."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from rejoinder.training.examples import Example
from rejoinder.training.network import REACH

__all__ = ["Batch", "batches_of", "collate"]

_FIRST, _LAST = 101, 102
_UNREAD = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Windows as tensors; rows have a classifier piece before and a separator after the pieces.

    Attributes:
        cues: cue labels, -100 where there is no piece.
        rows: the row of each gold cue; ``first`` and ``last`` its places there.
        roles: (cues, 2 * REACH) role labels round each cue, -100 outside the row.
        own: (rows, 2) the places whose cues are the window's own.
    """

    ids: Tensor
    flags: Tensor
    mask: Tensor
    cues: Tensor
    rows: Tensor
    first: Tensor
    last: Tensor
    roles: Tensor
    own: Tensor


def batches_of(
    examples: Sequence[Example], size: int, chance: random.Random | None
) -> Iterator[Batch]:
    """Yield batches of at most ``size`` pieces, in random order where ``chance`` is given."""

    def length(example: Example) -> float:
        jitter = chance.uniform(-24, 24) if chance else 0
        return example.window.stop - example.window.start + jitter

    groups: list[list[Example]] = []
    longest = 0
    for example in sorted(examples, key=length):
        longest = max(longest, example.window.stop - example.window.start + 2)
        if not groups or longest * (len(groups[-1]) + 1) > size:
            groups.append([])
            longest = example.window.stop - example.window.start + 2
        groups[-1].append(example)
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield collate(group)


def collate(group: Sequence[Example]) -> Batch:
    """Return the examples as one batch."""
    length = max(e.window.stop - e.window.start for e in group) + 2
    ids = np.zeros((len(group), length), dtype=np.int64)
    flags, mask = np.zeros_like(ids), np.zeros_like(ids)
    cues = np.full_like(ids, _UNREAD)
    rows: list[int] = []
    first: list[int] = []
    last: list[int] = []
    roles: list[np.ndarray[tuple[int], np.dtype[np.int64]]] = []
    for row, example in enumerate(group):
        w = example.window
        n = w.stop - w.start
        ids[row, 0], ids[row, n + 1] = _FIRST, _LAST
        ids[row, 1 : n + 1] = example.pieces.ids[w.start : w.stop]
        flags[row, 1 : n + 1] = example.pieces.flags[w.start : w.stop]
        mask[row, : n + 2] = 1
        cues[row, 1 : n + 1] = example.cues[w.start : w.stop]
        for gold in example.gold:
            at = gold.first - w.start + 1
            around = np.full(2 * REACH, _UNREAD, dtype=np.int64)
            low, high = max(w.start, gold.first - REACH), min(w.stop, gold.first + REACH)
            around[low - gold.first + REACH : high - gold.first + REACH] = gold.roles[low:high]
            rows.append(row)
            first.append(at)
            last.append(min(gold.last - w.start + 1, n + 1))
            roles.append(around)
    stacked = np.stack(roles) if roles else np.zeros((0, 2 * REACH), dtype=np.int64)
    own = [(e.window.first - e.window.start + 1, e.window.last - e.window.start + 1) for e in group]
    return Batch(
        ids=torch.from_numpy(ids),
        flags=torch.from_numpy(flags),
        mask=torch.from_numpy(mask),
        cues=torch.from_numpy(cues),
        rows=torch.tensor(rows, dtype=torch.long),
        first=torch.tensor(first, dtype=torch.long),
        last=torch.tensor(last, dtype=torch.long),
        roles=torch.from_numpy(stacked),
        own=torch.tensor(own, dtype=torch.long),
    )
