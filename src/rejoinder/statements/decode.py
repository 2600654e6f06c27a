"""Decode: from the networks' numbers to spans."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from rejoinder.statements.arrays import Floats, Ints

__all__ = ["CueRun", "Reading", "Role", "best_labels", "find_cues", "read_roles"]


class Role(IntEnum):
    """What a stretch of words is to a cue; labels are 0 outside, 2k - 1 begin, 2k inside."""

    SOURCE = 1
    CONTENT = 2

    @property
    def begin(self) -> int:
        """Return the label of a stretch's first piece."""
        return 2 * self - 1

    @property
    def inside(self) -> int:
        """Return the label of its further pieces."""
        return 2 * self


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRun:
    """A cue: places ``[first, last)`` in the article and how sure the network is of them."""

    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the role network reads for one cue: runs of places ``[first, last)`` in the article.

    Attributes:
        sure: mean probability of the labels read as source or content; 0 where there are none.
    """

    cue: CueRun
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    sure: float

    @property
    def score(self) -> float:
        """Return how sure both networks are."""
        return self.cue.score * self.sure


def find_cues(logits: Floats, offset: int, threshold: float) -> tuple[CueRun, ...]:
    """Return the cues of a window.

    Args:
        logits: shape (places, 3): outside, begin, inside.
        offset: place of the first row in the article.
        threshold: least probability of not being outside.
    """
    chance = _softmax(logits)
    some = 1 - chance[:, 0]
    runs: list[CueRun] = []
    first: int | None = None
    for k in range(len(some) + 1):
        on = k < len(some) and some[k] >= threshold
        begins = on and (first is None or chance[k, 1] > chance[k, 2])
        if first is not None and (begins or not on):
            score = float(some[first:k].max())
            runs.append(CueRun(first=first + offset, last=k + offset, score=score))
            first = None
        if begins:
            first = k
    return tuple(runs)


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(axis=-1, keepdims=True))
    out: Floats = shifted / shifted.sum(axis=-1, keepdims=True)
    return out


def _log_softmax(logits: Floats) -> Floats:
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def best_labels(logits: Floats) -> Ints:
    """Return the most probable labels that begin before they go on (Viterbi).

    Args:
        logits: shape (cues, places, labels): outside, then begin and inside of each role. The
            result has shape (cues, places).
    """
    sure = np.ascontiguousarray(_log_softmax(logits).transpose(1, 2, 0))
    places, count, cues = sure.shape
    best = np.empty_like(sure)
    best[0] = sure[0]
    best[0, 2::2] = -np.inf
    for k in range(1, places):
        last = best[k - 1]
        best[k] = last.max(axis=0) + sure[k]
        # Inside follows begin or inside; all else may follow anything.
        best[k, 2::2] = np.maximum(last[1::2], last[2::2]) + sure[k, 2::2]
    back = np.repeat(best.argmax(axis=1)[:, None], count, axis=1)
    back[:, 2::2] = np.arange(1, count, 2)[:, None] + (best[:, 2::2] > best[:, 1::2])
    labels = np.zeros((places, cues), dtype=np.int64)
    labels[-1] = best[-1].argmax(axis=0)
    row = np.arange(cues)
    for k in range(places - 1, 0, -1):
        labels[k - 1] = back[k - 1, labels[k], row]
    return labels.T


def read_roles(cues: Sequence[CueRun], logits: Floats, lean: Sequence[float]) -> list[Reading]:
    """Return what the role network reads for each cue.

    Args:
        cues: in the order of the first axis of ``logits``.
        logits: shape (cues, 2 * reach, 5); the cue's first piece is in the middle.
        lean: is added to the logits of each label: how far to lean towards it.
    """
    leant = logits + np.array(lean, dtype=np.float32)
    labels = best_labels(leant)
    chance = np.take_along_axis(_softmax(leant), labels[..., None], axis=-1)[..., 0]
    reach = logits.shape[1] // 2
    return [
        _reading(cue, row, sure, cue.first - reach)
        for cue, row, sure in zip(cues, labels, chance, strict=True)
    ]


def _reading(cue: CueRun, labels: Ints, chance: Floats, offset: int) -> Reading:
    some = labels > 0
    return Reading(
        cue=cue,
        source=_runs(labels, Role.SOURCE, offset),
        content=_runs(labels, Role.CONTENT, offset),
        sure=float(chance[some].mean()) if some.any() else 0.0,
    )


def _runs(labels: Ints, role: Role, offset: int) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    for place in np.flatnonzero((labels == role.begin) | (labels == role.inside)).tolist():
        starts = labels[place] == role.begin or not runs or runs[-1][1] != place + offset
        if starts:
            runs.append((place + offset, place + offset + 1))
        else:
            runs[-1] = (runs[-1][0], place + offset + 1)
    return tuple(runs)
