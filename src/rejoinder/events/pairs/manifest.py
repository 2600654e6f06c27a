"""Manifest: what the pair coder's folder holds, and the check that it holds just that."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rejoinder.text.manifests import read_checked

__all__ = ["FILES", "MODEL_FOLDER", "STAGE", "Manifest", "read_manifest"]

MODEL_FOLDER: Final = Path(__file__).parent / "data" / "pair-model-v1"
FILES: Final = ("coder.onnx", "tokenizer.json")
STAGE: Final = "pairs.model.v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The facts of a model folder that running it needs.

    Attributes:
        stage: the registered name of the coder, such as ``pairs.model.v1``.
        temperature: the logits are divided by it, so that scores are shares of what was right.
        digest: SHA-256 of the manifest itself.
    """

    stage: str
    temperature: float
    digest: str


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a model folder, its files checked.

    Raises:
        ModelNotInstalled: the folder or a file is missing, or a file is not the one that the
            manifest tells of.
    """
    cure = "install a rejoinder that carries the pair coder"
    raw, digest = read_checked(folder, FILES, cure)
    return Manifest(
        stage=raw["stage"],
        temperature=raw["temperature"],
        digest=digest,
    )
