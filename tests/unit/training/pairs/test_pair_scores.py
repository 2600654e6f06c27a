import importlib.util
import json
import random
from pathlib import Path

import numpy as np
import pytest

from rejoinder.events.pairs.types import FOLDED, QUAD
from rejoinder.training.pairs.calibrate import answers, best_temperature, calibration_error
from rejoinder.training.pairs.scores import scores_of

BENCH = Path(__file__).resolve().parents[5] / "shared" / "bench" / "score_events.py"


def test_scores_count_types_and_their_quad_classes() -> None:
    scores = scores_of(["AID", "AID", "ACCUSE", "REJECT"], ["AID", "YIELD", "ACCUSE", "AGREE"])
    assert scores.accuracy == 0.5
    assert scores.macro_f1 == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert scores.quad_f1 == pytest.approx((1 + 2 / 3) / 2)
    assert scores.by_type["AID"][0] == pytest.approx(2 / 3)
    assert scores.by_type["AID"][1] == 2


def test_nothing_cannot_be_scored() -> None:
    for gold in ([], ["AID"]):
        with pytest.raises(ValueError, match="give as many, and some"):
            scores_of(gold, [])


@pytest.mark.shared
def test_scores_are_those_of_the_shared_scorer() -> None:
    if not BENCH.is_file():
        pytest.skip("the research data are not beside the checkout")
    spec = importlib.util.spec_from_file_location("score_events", BENCH)
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    chance = random.Random(2)
    gold = chance.choices(FOLDED, k=300)
    given = [g if chance.random() < 0.7 else chance.choice(FOLDED) for g in gold]
    rows = [{"id": str(k), "plover": g, "quad": QUAD[g]} for k, g in enumerate(gold)]
    said = [{"id": str(k), "plover": g} for k, g in enumerate(given)]
    theirs = json.loads(json.dumps(bench.score_labels(rows, said)))["all"]
    ours = scores_of(gold, given)
    assert ours.accuracy == pytest.approx(theirs["root"]["accuracy"])
    assert ours.macro_f1 == pytest.approx(theirs["root"]["macro_f1"])
    assert ours.quad_f1 == pytest.approx(theirs["quad"]["macro_f1"])


def test_a_temperature_takes_away_what_the_network_is_too_sure_of() -> None:
    chance = np.random.default_rng(4)
    logits = chance.normal(0, 1, (400, 16)).astype(np.float32)
    said = answers(logits)
    labels = [a if k % 2 else "AID" for k, a in enumerate(said)]
    logits *= 20
    temperature = best_temperature(logits, labels)
    assert temperature > 1
    before, after = (calibration_error(logits, labels, t) for t in (1.0, temperature))
    assert after < before
