"""What positions, timeline and tension cost on a ledger of ten thousand statements.

    python -m benchmarks.views [INPUT ...] [--statements N] [--ledger LEDGER]

Without a ledger one is made: the records of the inputs (of the samples where there are none), in
other worlds and on other days, with identities and copies but without links. CPU seconds,
the best of three, each over a connection of its own.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import process_time

from benchmarks.made_up import SEED, read_articles
from benchmarks.resolution import Desk, fill, mixed
from rejoinder import Ledger
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.stages import build_engine

STATEMENTS = 10_000
ROUNDS = 3
PARTIES = ("state:IRN", "state:AZE")


def enough(records: Sequence[ArticleRecord], statements: int) -> int:
    """Return how many articles like these hold at least so many statements."""
    each = sum(len(record.statements) for record in records) / len(records)
    return round(statements / each) + 1


def views(parties: Sequence[str] = PARTIES) -> Mapping[str, Callable[[Ledger], object]]:
    """Return what is timed, by name."""
    left, right = parties
    return {
        "positions, one matter": lambda ledger: ledger.positions("Iran"),
        "positions, every statement with 'the'": lambda ledger: ledger.positions("the"),
        "network": lambda ledger: ledger.discourse("the", network="subtract"),
        "timeline": lambda ledger: ledger.timeline(),
        "timeline of two parties": lambda ledger: ledger.timeline(parties=parties),
        "tension": lambda ledger: ledger.tension(left, right),
    }


def timed(
    path: Path, rounds: int = ROUNDS, parties: Sequence[str] = PARTIES
) -> Iterator[tuple[str, float]]:
    """Yield each view with its best time, in CPU seconds."""
    for name, look in views(parties).items():
        best = float("inf")
        for _ in range(rounds):
            with Ledger(path, read_only=True) as ledger:
                start = process_time()
                look(ledger)
                best = min(best, process_time() - start)
        yield name, best


def make(path: Path, inputs: Sequence[str], statements: int) -> None:
    """Make a ledger with at least about so many statements."""
    engine = build_engine()
    records = [engine.extract(article) for article in read_articles(inputs)]
    desk = Desk(makers=engine.makers, folder=path.parent, linked=False)
    fill(path, list(mixed(records, enough(records, statements), SEED)), desk)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--statements", type=int, default=STATEMENTS)
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "views.sqlite"
        if options.ledger is None:
            make(path, options.inputs, options.statements)
        with Ledger(path, read_only=True) as ledger:
            count = len(ledger.statements())
        sys.stdout.write(f"{count} statements\n")
        for name, seconds in timed(path):
            sys.stdout.write(f"{seconds:6.2f} s  {name}\n")


if __name__ == "__main__":
    main()
