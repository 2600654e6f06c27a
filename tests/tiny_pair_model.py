"""Write tests/unit/events/pairs/tiny-model: ``python -m tests.tiny_pair_model``.

Needs the extra ``train``. The network is small and knows nothing: it serves tests of what goes on
around it.
"""

import json
from pathlib import Path

import torch
from tests.tiny_model import tiny_shape, tiny_tokenizer

from rejoinder.events.pairs.manifest import FILES
from rejoinder.text.manifests import MANIFEST, sha256_of
from rejoinder.training.pairs.export import export_pairs
from rejoinder.training.pairs.network import PairNetwork

FOLDER = Path(__file__).parent / "unit" / "events" / "pairs" / "tiny-model"


def main() -> None:
    """Write the folder."""
    torch.manual_seed(5)
    FOLDER.mkdir(exist_ok=True)
    tokenizer = tiny_tokenizer()
    tokenizer.save(str(FOLDER / "tokenizer.json"), pretty=False)
    export_pairs(PairNetwork(tiny_shape(tokenizer)), FOLDER / "coder.onnx")
    body = {
        "stage": "pairs.tiny.v1",
        "files": {name: sha256_of(FOLDER / name) for name in FILES},
        "temperature": 1.5,
    }
    (FOLDER / MANIFEST).write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
