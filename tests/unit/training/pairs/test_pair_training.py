import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the extra 'train' is not installed")

import torch
from tests.tiny_model import tiny_shape, tiny_tokenizer

from rejoinder.errors import GoldError
from rejoinder.events.pairs.coder import PairCoder
from rejoinder.text.manifests import MANIFEST, sha256_of
from rejoinder.training.pairs.calibrate import answers
from rejoinder.training.pairs.examples import example_of, made_example, read_gold
from rejoinder.training.pairs.export import export_pairs
from rejoinder.training.pairs.fit import fit_gold, logits_of
from rejoinder.training.pairs.network import PairNetwork
from rejoinder.training.pairs.patterns import made_sentences
from rejoinder.training.pairs.settings import PairConfig

CONFIG = PairConfig(epochs=12, beside=4, rate=0.02, head_rate=0.04, hidden=0.0)
WORDS = {"AID": "told the war", "ACCUSE": "was not in", "YIELD": "will peace we"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = [
        {"text": f"Ann {words} Bob {'no ' * k}", "source_span": [0, 3], "plover": label}
        for label, words in WORDS.items()
        for k in range(8)
    ]
    for row in rows:
        start = str(row["text"]).index("Bob")
        row["target_span"] = [start, start + 3]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_network_learns_exports_and_answers_alike(gold: Path, tmp_path: Path) -> None:
    torch.manual_seed(1)
    tokenizer = tiny_tokenizer()
    rows = read_gold(gold)
    examples = [example_of(row, tokenizer) for row in rows]
    made = [made_example(one, tokenizer, 0.1) for one in made_sentences(1, 1)[:8]]
    network = PairNetwork(tiny_shape(tokenizer))
    fit_gold(network, examples, made, CONFIG, seed=3)
    said = answers(logits_of(network, examples).numpy())
    assert sum(a == row.label for a, row in zip(said, rows, strict=True)) > len(rows) / 2
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    export_pairs(network, tmp_path / "coder.onnx")
    named = {name: sha256_of(tmp_path / name) for name in ("coder.onnx", "tokenizer.json")}
    body = {"stage": "x", "files": named, "temperature": 1.0}
    (tmp_path / MANIFEST).write_text(json.dumps(body), encoding="utf-8")
    coder = PairCoder(tmp_path)
    assert [coder.code(row.line).plover for row in rows] == said


def test_a_yield_may_be_words_or_deeds(gold: Path) -> None:
    tokenizer = tiny_tokenizer()
    given = {row.label: example_of(row, tokenizer).types for row in read_gold(gold)}
    assert given["YIELD"] == ("CONCEDE", "RETREAT")
    assert given["AID"] == ("AID",)


def test_gold_with_an_unknown_type_is_refused_by_line(gold: Path) -> None:
    with gold.open("a", encoding="utf-8") as file:
        file.write('{"text": "x y", "source_span": [0, 1], "target_span": null, "plover": "Z"}\n')
    with pytest.raises(GoldError, match="line 25: plover is 'Z'"):
        read_gold(gold)
