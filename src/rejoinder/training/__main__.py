"""``python -m rejoinder.training``: teach the tagger and write its folder."""

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path

from rejoinder.training.run import Job, run
from rejoinder.training.settings import Config

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Read the command line and train; return the exit status."""
    defaults = Config()
    parser = argparse.ArgumentParser(prog="python -m rejoinder.training", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="gold to learn from")
    parser.add_argument("--dev", type=Path, required=True, help="gold to choose by")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--processes", type=int, default=2, help="one thread each")
    parser.add_argument("--seed", type=int, default=defaults.seed)
    parser.add_argument("--epochs", type=int, default=defaults.epochs)
    parser.add_argument("--minutes", type=float, default=0.0, help="0: no limit")
    given = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    config = Config(seed=given.seed, epochs=given.epochs, minutes=given.minutes)
    run(
        Job(
            train=given.train,
            dev=given.dev,
            out=given.out,
            processes=given.processes,
            config=config,
        )
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
