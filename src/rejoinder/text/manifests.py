"""Manifests: what a folder that ships beside the code holds, and the check that it is just that."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from rejoinder.errors import ModelNotInstalled

__all__ = ["MANIFEST", "read_checked", "sha256_of"]

MANIFEST: Final = "manifest.json"


def read_checked(folder: Path, files: Iterable[str], cure: str) -> tuple[dict[str, Any], str]:
    """Return what the manifest of a folder says and its SHA-256, its files checked.

    Args:
        folder: of a model.
        files: names of those that are run; the manifest has the digest of each.
        cure: what to do where there is no manifest.

    Raises:
        ModelNotInstalled: the folder or a file is missing, or a file is not the one that the
            manifest tells of.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise ModelNotInstalled(f"no {MANIFEST} in {str(folder)!r}; {cure}")
    body = path.read_bytes()
    facts: dict[str, Any] = json.loads(body)
    for name in files:
        _check(folder / name, facts["files"].get(name))
    return facts, hashlib.sha256(body).hexdigest()


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
