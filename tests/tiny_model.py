"""Write tests/unit/statements/tiny-model: ``python -m tests.tiny_model``, with extra ``train``.

The networks are small and know nothing: they serve tests of what goes on around them.
"""

import json
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from rejoinder.statements.manifest import FILES
from rejoinder.text.manifests import MANIFEST, sha256_of
from rejoinder.training.export import export
from rejoinder.training.network import REACH, Shape, Tagging

FOLDER = Path(__file__).parent / "unit" / "statements" / "tiny-model"
_WORDS = (
    "the a he she said that it was told them minister war peace no not will we you of to and in"
)


def tiny_tokenizer() -> Tokenizer:
    """Return a word-piece tokenizer of a few words, single letters and signs."""
    signs = [chr(k) for k in range(33, 127)]
    every = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *_WORDS.split(), *signs]
    every += [f"##{sign}" for sign in signs]
    vocabulary = {word: k for k, word in enumerate(dict.fromkeys(every))}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return tokenizer


def tiny_shape(tokenizer: Tokenizer) -> Shape:
    """Return the sizes of networks that a test can afford."""
    return Shape(
        words=max(128, tokenizer.get_vocab_size()),
        width=8,
        heads=2,
        layers=1,
        role_width=8,
        role_heads=2,
        role_layers=1,
        drop=0.0,
    )


def main() -> None:
    """Write the folder."""
    torch.manual_seed(3)
    FOLDER.mkdir(exist_ok=True)
    tokenizer = tiny_tokenizer()
    tokenizer.save(str(FOLDER / "tokenizer.json"), pretty=False)
    network = Tagging(tiny_shape(tokenizer))
    export(network, FOLDER)
    body = {
        "stage": "attribution.tiny.v1",
        "files": {name: sha256_of(FOLDER / name) for name in FILES},
        "reach": REACH,
        "cue_threshold": 0.6,
        "lean": [0.0] * 5,
        "threshold": 0.0,
    }
    (FOLDER / MANIFEST).write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
