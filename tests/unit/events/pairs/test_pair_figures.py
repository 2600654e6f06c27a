"""The figures of docs/pairs.md, the manifest and evals/pairs.json are one."""

import json
from pathlib import Path
from typing import Any

from rejoinder.events.pairs.manifest import MODEL_FOLDER
from rejoinder.text.manifests import MANIFEST
from rejoinder.training.pairs.patterns import knowledge

ROOT = Path(__file__).resolve().parents[4]
LEAST = {"macro_f1": 0.80, "quad_f1": 0.88}
LEAST_OF_CODEBOOK = 0.72


def read(path: Path) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return body


def test_the_document_quotes_what_was_measured() -> None:
    found, text = (
        read(ROOT / "evals" / "pairs.json"),
        (ROOT / "docs" / "pairs.md").read_text("utf-8"),
    )
    told = (
        found["cross_validation"]["scores"],
        found["codebook"],
        found["cross_validation"]["made_alone"],
    )
    for scores in told:
        shown = [f"{100 * scores[name]:.1f}" for name in ("accuracy", "macro_f1", "quad_f1")]
        assert f"| {scores['count']} | {' | '.join(shown)} |" in text
    for name, (f1, count) in told[0]["by_type"].items():
        assert f"{name} {100 * f1:.1f} ({count})" in text


def test_what_ships_is_what_was_measured() -> None:
    found, manifest = read(ROOT / "evals" / "pairs.json"), read(MODEL_FOLDER / MANIFEST)
    assert manifest["scores"]["cross_validation"] == found["cross_validation"]["scores"]
    assert manifest["scores"]["codebook"] == found["codebook"]
    assert manifest["data"] == found["data"]
    assert manifest["settings"] == found["settings"]
    assert {path.name for path in knowledge()} <= set(found["data"])


def test_what_ships_is_as_good_as_it_must_be() -> None:
    found = read(ROOT / "evals" / "pairs.json")
    for name, least in LEAST.items():
        assert found["cross_validation"]["scores"][name] >= least
    assert found["codebook"]["accuracy"] >= LEAST_OF_CODEBOOK
