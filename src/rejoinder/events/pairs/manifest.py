"""Manifest: what the pair coder's folder holds, and the check that it holds just that."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rejoinder.errors import ModelNotInstalled

__all__ = ["FILES", "MANIFEST", "MODEL_FOLDER", "STAGE", "Manifest", "read_manifest", "sha256_of"]

MANIFEST: Final = "manifest.json"
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
    path = folder / MANIFEST
    if not path.is_file():
        raise ModelNotInstalled(
            f"no {MANIFEST} in {str(folder)!r}; install a rejoinder that carries the pair coder"
        )
    body = path.read_bytes()
    raw = json.loads(body)
    for name in FILES:
        _check(folder / name, raw["files"].get(name))
    return Manifest(
        stage=raw["stage"],
        temperature=raw["temperature"],
        digest=hashlib.sha256(body).hexdigest(),
    )


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(path: Path, wanted: str | None) -> None:
    if not path.is_file():
        raise ModelNotInstalled(f"{str(path)!r} is missing; install rejoinder anew")
    found = sha256_of(path)
    if found != wanted:
        raise ModelNotInstalled(
            f"{str(path)!r} has SHA-256 {found}, not {wanted} as its manifest says; "
            "install rejoinder anew"
        )
