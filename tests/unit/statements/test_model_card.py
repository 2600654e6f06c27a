"""What docs/models.md says of the networks when they were taught is what their manifest says."""

import json
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from rejoinder.statements.manifest import MODEL_FOLDER
from rejoinder.text.manifests import MANIFEST

CARD = Path(__file__).resolve().parents[3] / "docs" / "models.md"


def test_the_card_has_the_scores_of_the_manifest() -> None:
    card = CARD.read_text(encoding="utf-8")
    body = (MODEL_FOLDER / MANIFEST).read_text(encoding="utf-8")
    told = json.loads(body, parse_float=Decimal)["scores_on_dev"]
    assert set(told) == {"all", "direct", "mixed", "indirect"}
    for kind, scores in told.items():
        shown = [
            str(Decimal(scores[name]).quantize(Decimal("0.1"), ROUND_HALF_UP))
            for name in ("attr50", "exact", "token", "cue", "linked")
        ]
        assert f"| {kind} | {' | '.join(shown)} |" in card
