"""Run: cross-validate, teach on all of the gold, write the model folder."""

import logging
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rejoinder.events.pairs.coder import PairCoder
from rejoinder.text.manifests import sha256_of
from rejoinder.training.export import shrink
from rejoinder.training.pairs.calibrate import answers, best_temperature, calibration_error
from rejoinder.training.pairs.codebook import read_codebook
from rejoinder.training.pairs.examples import Labelled, read_gold
from rejoinder.training.pairs.export import export_pairs
from rejoinder.training.pairs.fit import logits_of
from rejoinder.training.pairs.folder import PairFacts, write_pair_manifest
from rejoinder.training.pairs.folds import folds_of
from rejoinder.training.pairs.ground import Ground, minilm
from rejoinder.training.pairs.network import PairNetwork
from rejoinder.training.pairs.patterns import knowledge
from rejoinder.training.pairs.scores import PairScores, scores_of
from rejoinder.training.pairs.settings import PairConfig

__all__ = [
    "PairJob",
    "Validation",
    "cross_validate",
    "digests_of",
    "facts_of",
    "ship",
    "teach",
    "validation_of",
]

Floats = npt.NDArray[np.float32]
_LOG = logging.getLogger(__name__)
# Eight bits are kept where they change fewer than this share of answers.
_CHANGED = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class PairJob:
    """What to learn from, what only to score, and where to write."""

    train: Path
    codebook: Path | None
    out: Path
    folds: int
    config: PairConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Validation:
    """What cross-validation found.

    Attributes:
        scores: over all of the gold, each fold answered by a network that had not seen it.
        by_fold: the same for each fold.
        made_alone: over all of the gold, by a network that has seen none of it.
        temperature: under which those answers' scores are shares of what was right.
        error: expected calibration error before and after.
    """

    scores: PairScores
    by_fold: tuple[PairScores, ...]
    made_alone: PairScores
    temperature: float
    error: tuple[float, float]

    def as_dict(self) -> dict[str, object]:
        """Return it in JSON's types."""
        return asdict(self)


def cross_validate(job: PairJob, ground: Ground) -> Validation:
    """Teach a network for every fold on the others, and score it on that fold."""
    gold = read_gold(job.train)
    labels = [g.label for g in gold]
    fold = folds_of([g.line.text for g in gold], labels, job.folds)
    examples = ground.examples(gold)
    alone: Floats = logits_of(ground.untaught(), examples).numpy()
    logits = np.zeros_like(alone)
    for number in range(job.folds):
        own = [k for k, f in enumerate(fold) if f == number]
        network = ground.taught([e for e, f in zip(examples, fold, strict=True) if f != number])
        logits[own] = logits_of(network, [examples[k] for k in own]).numpy()
        _LOG.info("fold %d of %d is answered", number + 1, job.folds)
    return validation_of(labels, fold, logits, alone)


def validation_of(
    labels: Sequence[str], fold: Sequence[int], logits: Floats, alone: Floats
) -> Validation:
    """Return what is found in answers (rows, 16): of each fold's network, and of the untaught."""
    said, temperature = answers(logits), best_temperature(logits, labels)
    places = [[k for k, f in enumerate(fold) if f == number] for number in sorted(set(fold))]
    return Validation(
        scores=scores_of(labels, said),
        by_fold=tuple(
            scores_of([labels[k] for k in own], [said[k] for k in own]) for own in places
        ),
        made_alone=scores_of(labels, answers(alone)),
        temperature=temperature,
        error=(
            calibration_error(logits, labels, 1.0),
            calibration_error(logits, labels, temperature),
        ),
    )


def teach(job: PairJob, ground: Ground, found: Validation) -> PairScores | None:
    """Teach a network on all of the gold and write it; return its scores on the codebook."""
    network = ground.taught(ground.examples(read_gold(job.train)))
    return ship(job, network, found)


def ship(job: PairJob, network: PairNetwork, found: Validation) -> PairScores | None:
    """Write ``out/model``: the network, as small as changes few of its answers.

    Returns the scores of what is shipped on the codebook, if one is named.
    """
    full, small, model = (job.out / name for name in ("full", "small", "model"))
    for folder in (full, small, model):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(minilm() / "tokenizer.json", folder / "tokenizer.json")
    gold = read_gold(job.train)
    export_pairs(network, full / "coder.onnx")
    asked = [*gold, *(read_codebook(job.codebook) if job.codebook else ())]
    write_pair_manifest(full, facts_of(job, found, "float32", None))
    whole = _answered(full, asked)
    kept, precision = full, "float32"
    for name, spare, multiply in _SMALLER:
        shrink(full / "coder.onnx", small / "coder.onnx", spare=spare, multiply=multiply)
        write_pair_manifest(small, facts_of(job, found, name, None))
        given = _answered(small, asked)
        changed = float(np.mean([a != b for a, b in zip(whole, given, strict=True)]))
        _LOG.info("%s: %.4f of the answers change", name, changed)
        if changed < _CHANGED:
            kept, precision, whole = small, name, given
            break
    shutil.copyfile(kept / "coder.onnx", model / "coder.onnx")
    known = asked[len(gold) :]
    scores = scores_of([g.label for g in known], whole[len(gold) :]) if known else None
    write_pair_manifest(model, facts_of(job, found, precision, scores))
    return scores


# The smallest first; what goes into the second half of a feed-forward part has outliers.
_SMALLER = (
    ("int8", (), True),
    ("int8 but for half of each feed-forward part", ("down",), True),
    ("float32, word embeddings int8", (), False),
)


def digests_of(job: PairJob) -> dict[str, str]:
    """Return the SHA-256 of everything learned from or scored, by its name."""
    paths = [job.train, *([job.codebook] if job.codebook else []), *knowledge()]
    return {path.name: sha256_of(path) for path in paths}


def facts_of(
    job: PairJob, found: Validation, precision: str, codebook: PairScores | None
) -> PairFacts:
    """Return what the manifest tells."""
    return PairFacts(
        data=digests_of(job),
        settings=job.config.as_dict() | {"folds": job.folds},
        scores={
            "cross_validation": asdict(found.scores),
            "codebook": asdict(codebook) if codebook else None,
        },
        temperature=found.temperature,
        precision=precision,
    )


def _answered(folder: Path, asked: Sequence[Labelled]) -> list[str]:
    coder = PairCoder(folder)
    return [coder.code(one.line).plover for one in asked]
