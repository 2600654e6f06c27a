"""Coder: a line in, what its source does to its target out (``pairs.model.v1``)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime

from rejoinder.events.pairs.line import PairLine
from rejoinder.events.pairs.manifest import MODEL_FOLDER, read_manifest
from rejoinder.events.pairs.masking import Part, masked
from rejoinder.events.pairs.pieces import load_tokenizer, pieces_of
from rejoinder.events.pairs.types import FOLDED, TYPES, folded
from rejoinder.events.pairs.wordings import other_wording
from rejoinder.model.event import EventType
from rejoinder.model.span import Span

__all__ = ["CodedPair", "PairCoder", "choose"]

Floats = npt.NDArray[np.float32]
_DIGITS = 4
_MOST, _BEFORE = 10_000, 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedPair:
    """What a source does to its target.

    Attributes:
        id: the line's own.
        plover: one of the fifteen types that keep YIELD whole.
        score: 0 to 1, about the share of such answers that are right.
        event_type: one of the sixteen; of a YIELD, whether by words or by deeds.
    """

    id: str | int | None
    plover: str
    score: float
    event_type: EventType


class PairCoder:
    """The network of a model folder.

    Sentences go through one at a time: quantised networks scale by all that they are given at once,
    and a sentence must not change its type because of what it was batched with.
    """

    def __init__(self, folder: Path = MODEL_FOLDER) -> None:
        """Load the folder.

        Raises:
            ModelNotInstalled: a file is missing or is not the one that the manifest tells of.
        """
        self.manifest = read_manifest(folder)
        self._tokenizer = load_tokenizer(folder / "tokenizer.json")
        self._session = _session(folder / "coder.onnx")

    def code(self, line: PairLine) -> CodedPair:
        """Return what the line's source does to its target."""
        logits = self.logits(line) / np.float32(self.manifest.temperature)
        event_type, score = choose(logits)
        return CodedPair(
            id=line.id,
            plover=folded(event_type),
            score=round(score, _DIGITS),
            event_type=event_type,
        )

    def logits(self, line: PairLine) -> Floats:
        """Return what the network gives each of the sixteen types, before the temperature.

        Of a sentence with two wordings it is the mean of what it gives either.
        """
        parts = masked(_near(line))
        other = other_wording(parts)
        if other is None:
            return self._read(parts)
        return (self._read(parts) + self._read(other)) / np.float32(2)

    def _read(self, parts: Sequence[Part]) -> Floats:
        pieces = pieces_of(parts, self._tokenizer)
        given = {"ids": pieces.ids[None], "roles": pieces.roles[None]}
        (read,) = self._session.run(None, given)
        logits: Floats = read[0]
        return logits


def choose(logits: Floats) -> tuple[EventType, float]:
    """Return the type of the likeliest of the fifteen, and how likely the fifteen's is.

    A YIELD is likely as CONCEDE and RETREAT are together; the likelier of the two is named.
    """
    likely = np.exp(logits - logits.max())
    likely /= likely.sum()
    whole = dict.fromkeys(FOLDED, 0.0)
    for event_type, share in zip(TYPES, likely.tolist(), strict=True):
        whole[folded(event_type)] += share
    best = max(FOLDED, key=lambda name: whole[name])
    own = [k for k, event_type in enumerate(TYPES) if folded(event_type) == best]
    return TYPES[max(own, key=lambda k: float(likely[k]))], min(1.0, whole[best])


def _near(line: PairLine) -> PairLine:
    """Return a line of bounded length: of an endless text what is round its first party.

    Names are looked for in all of a text, and the network reads no more than 254 pieces of it.
    """
    if len(line.text) <= _MOST:
        return line
    first = min(span.start for span in (line.source, line.target) if span is not None)
    start = max(0, first - _BEFORE)
    end = min(len(line.text), start + _MOST)

    def moved(span: Span | None) -> Span | None:
        if span is None or span.start >= end:
            return None
        return Span(span.start - start, min(span.end, end) - start)

    return replace(
        line, text=line.text[start:end], source=moved(line.source), target=moved(line.target)
    )


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )
