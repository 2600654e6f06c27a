"""``python -m rejoinder.training.pairs``: cross-validate the pair coder, teach it, write it."""

import argparse
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import torch

from rejoinder.training.pairs.ground import Ground
from rejoinder.training.pairs.run import PairJob, cross_validate, digests_of, teach
from rejoinder.training.pairs.settings import PairConfig

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line, cross-validate and, if asked, teach; return the exit status."""
    defaults = PairConfig()
    parser = argparse.ArgumentParser(prog="python -m rejoinder.training.pairs", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="labelled pairs to learn from")
    parser.add_argument("--codebook", type=Path, help="records that are only scored, never learned")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--scores", type=Path, help="file for what cross-validation found, JSON")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--only-validate", action="store_true", help="write no model")
    given = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(given.threads)
    job = PairJob(
        train=given.train,
        codebook=given.codebook,
        out=given.out,
        folds=given.folds,
        config=PairConfig(seed=given.seed),
    )
    ground = Ground(job.config)
    found = cross_validate(job, ground)
    codebook = None if given.only_validate else teach(job, ground, found)
    body = {
        "data": digests_of(job),
        "settings": job.config.as_dict() | {"folds": job.folds},
        "cross_validation": found.as_dict(),
        "codebook": asdict(codebook) if codebook else None,
    }
    text = json.dumps(body, indent=1) + "\n"
    if given.scores:
        given.scores.write_text(text, encoding="utf-8")
    logging.getLogger(__name__).info("%s", text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
