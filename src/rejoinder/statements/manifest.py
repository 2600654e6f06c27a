"""Manifest: what a learned tagger's folder holds, and the check that it holds just that."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rejoinder.statements.calibration import Knots
from rejoinder.text.manifests import MANIFEST, read_checked

__all__ = [
    "FILES",
    "MODEL_FOLDER",
    "Manifest",
    "is_installed",
    "read_manifest",
]

MODEL_FOLDER = Path(__file__).parent / "data" / "attribution-model-v1"
FILES = ("encoder.onnx", "roles.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The facts of a model folder that running it needs.

    Attributes:
        stage: the registered name of the tagger, such as ``attribution.model.v1``.
        files: SHA-256 by file name.
        reach: pieces that the role network sees on either side of a cue.
        cue_threshold: least probability at which pieces are read as a cue.
        lean: is added to the logits of each role label.
        threshold: least score at which a statement is kept, before calibration.
        calibration: what share of statements was right, by score; empty: unknown.
        digest: SHA-256 of the manifest itself.
    """

    stage: str
    files: Mapping[str, str]
    reach: int
    cue_threshold: float
    lean: tuple[float, ...]
    threshold: float
    calibration: Knots
    digest: str


def is_installed(folder: Path) -> bool:
    """Say whether a model lies in the folder, by its manifest alone."""
    return (folder / MANIFEST).is_file()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a model folder, its files checked.

    Raises:
        ModelNotInstalled: the folder or a file is missing, or a file is not the one that the
            manifest tells of.
    """
    cure = "install a rejoinder that carries the model, or choose --tagger attribution.rules.v1"
    raw, digest = read_checked(folder, FILES, cure)
    return Manifest(
        stage=raw["stage"],
        files=dict(raw["files"]),
        reach=raw["reach"],
        cue_threshold=raw["cue_threshold"],
        lean=tuple(raw["lean"]),
        threshold=raw["threshold"],
        calibration=tuple((score, share) for score, share in raw.get("calibration", ())),
        digest=digest,
    )
