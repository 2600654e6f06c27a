"""Calibrate: the temperature that makes scores shares of what was right."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rejoinder.events.pairs.coder import choose
from rejoinder.events.pairs.types import TYPES, folded

__all__ = ["answers", "best_temperature", "calibration_error"]

Floats = npt.NDArray[np.float32]
_GRID = tuple(k / 20 for k in range(8, 61))
_BINS = 10


def answers(logits: Floats) -> list[str]:
    """Return the likeliest of the fifteen types in each row of logits (rows, 16)."""
    return [folded(choose(row)[0]) for row in logits]


def best_temperature(logits: Floats, labels: Sequence[str]) -> float:
    """Return the temperature under which the labels are likeliest."""
    right = np.array([[folded(t) == label for t in TYPES] for label in labels])

    def loss(temperature: float) -> float:
        scaled = logits / temperature
        logs = scaled - np.logaddexp.reduce(scaled, axis=1, keepdims=True)
        own = np.logaddexp.reduce(np.where(right, logs, -np.inf), axis=1)
        return -float(own.mean())

    return min(_GRID, key=loss)


def calibration_error(logits: Floats, labels: Sequence[str], temperature: float) -> float:
    """Return the expected calibration error over ten bins of scores, 0 to 1."""
    chosen = [choose(row / np.float32(temperature)) for row in logits]
    rows = [
        (min(int(score * _BINS), _BINS - 1), score, folded(event_type) == label)
        for (event_type, score), label in zip(chosen, labels, strict=True)
    ]
    apart = 0.0
    for place in range(_BINS):
        own = [(score, right) for at, score, right in rows if at == place]
        apart += abs(sum(score for score, _ in own) - sum(right for _, right in own))
    return apart / len(rows)
