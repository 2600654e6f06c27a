"""Networks: the encoder and the role head, run by onnxruntime."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnxruntime

from rejoinder.statements.arrays import Floats, Ints
from rejoinder.statements.decode import CueRun
from rejoinder.statements.manifest import Manifest
from rejoinder.statements.pieces import Pieces
from rejoinder.statements.windows import Window

__all__ = ["Networks"]

_FIRST, _LAST = 101, 102
# A second thread saves a third of the clock's time on an idle machine and takes a sixth more of the
# processor's; where there are cores to spare, workers share articles between them at no such price.
_THREADS = 1
_NO_ROLE = np.array([0, -1e4, -1e4, -1e4, -1e4], dtype=np.float32)


class Networks:
    """Both networks of a model folder.

    Windows go through one at a time: quantised networks scale by all that they are given at once,
    and a word must not change its label because of what it was batched with.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._reach = manifest.reach
        self._encoder = _session(folder / "encoder.onnx")
        self._roles = _session(folder / "roles.onnx")

    def encode(self, pieces: Pieces, window: Window) -> tuple[Floats, Floats]:
        """Return hidden states (1, places + 2, width) and cue logits (places, 3) of a window."""
        ids = _framed(pieces.ids[window.start : window.stop], _FIRST, _LAST)
        flags = _framed(pieces.flags[window.start : window.stop], 0, 0)
        hidden, cues = self._encoder.run(None, {"ids": ids, "flags": flags})
        return hidden, cues[0, 1:-1]

    def roles(self, hidden: Floats, window: Window, cues: Sequence[CueRun]) -> Floats:
        """Return each cue's role logits (cues, 2 * reach, 5); outside the window there is no role.

        The cue's first piece is in the middle.
        """
        first = np.array([c.first for c in cues], dtype=np.int64)
        last = np.array([c.last for c in cues], dtype=np.int64)
        shift = 1 - window.start
        given = {"hidden": hidden, "first": first + shift, "last": last + shift}
        (logits,) = self._roles.run(None, given)
        place = first[:, None] - self._reach + np.arange(2 * self._reach)
        outside = (place < window.start) | (place >= window.stop)
        logits[outside] = _NO_ROLE
        read: Floats = logits
        return read


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    # Threads that spin while they wait would be counted as work, and take the parser's time.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(path), sess_options=options, providers=["CPUExecutionProvider"]
    )


def _framed(values: Ints, first: int, last: int) -> Ints:
    return np.concatenate([[first], values, [last]])[None].astype(np.int64)
