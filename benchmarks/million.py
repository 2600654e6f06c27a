"""Ledgers of ten thousand and of a million statements, for timing the pages.

    python -m benchmarks.million FOLDER INPUT ... [--records FILE] [--results FILE]

Both are made of news that `benchmarks.shuffled` puts together from the inputs. The smaller is what
ingest makes of it. The larger is `benchmarks.multiplied` from one of 10,000 articles that ingest
made, fifteen times. What is in the folder is taken as it is, and brought up to date where the
summaries have changed since. With ``--results`` every page is timed on both (`benchmarks.pages`).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import pages
from benchmarks.growth import extracted, fill
from benchmarks.made_up import SEED
from benchmarks.multiplied import multiply
from benchmarks.paragraphs import paragraphs_of
from benchmarks.resolution import Desk
from benchmarks.shuffled import Shuffler
from rejoinder.ledger.connect import open_ledger
from rejoinder.model.provenance import Makers
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.summaries import catch_up_summaries

__all__ = ["main", "make"]

SMALL = 1_490
"""Articles of the smaller ledger: somewhat more than 10,000 statements."""
BASE = 10_000
"""Articles of the ledger that is multiplied: a fifteenth of a million statements."""
TIMES = 15


def make(
    folder: Path, records: Sequence[ArticleRecord], makers: Makers, sizes: Sequence[int], times: int
) -> tuple[Path, Path]:
    """Return the smaller and the larger ledger, made where they are not there.

    Args:
        folder: where they are.
        records: what the news is made of.
        makers: of the records.
        sizes: articles of the smaller ledger, and of the one that is multiplied.
        times: how often that one is.
    """
    news = Shuffler(paragraphs_of(records), seed=SEED)
    filled = [folder / name for name in ("small.sqlite", "base.sqlite")]
    larger = folder / "million.sqlite"
    for path, size in zip(filled, sizes, strict=True):
        if path == filled[1] and larger.exists() and _is_current(larger):
            continue
        with tempfile.TemporaryDirectory() as name, open_ledger(path, create=True) as ledger:
            catch_up_summaries(ledger)
            for _ in fill(ledger, news, size, Desk(makers=makers, folder=Path(name), linked=True)):
                pass
        _say(f"{path.name}: {path.stat().st_size >> 20:,} MiB")
    if not larger.exists() or not _is_current(larger):
        larger.unlink(missing_ok=True)
        multiply(filled[1], larger, times)
        _say(f"{larger.name}: {larger.stat().st_size >> 20:,} MiB")
    return filled[0], larger


def main(arguments: Sequence[str]) -> None:
    """Make both ledgers, and time the pages on them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.million")
    parser.add_argument("folder", type=Path)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--records", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--sizes", type=int, nargs=2, default=(SMALL, BASE))
    parser.add_argument("--times", type=int, default=TIMES)
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    records, makers = extracted(given.inputs, given.records)
    ledgers = make(given.folder, records, makers, given.sizes, given.times)
    if given.results is not None:
        pages.main([*map(str, ledgers), "--results", str(given.results)])


def _is_current(path: Path) -> bool:
    from rejoinder.errors import LedgerVersionError
    from rejoinder.ledger.upkeep import SummaryBook

    try:
        with open_ledger(path, read_only=True) as ledger, ledger.reading() as connection:
            return SummaryBook(connection=connection).is_current()
    except LedgerVersionError:
        return False


def _say(words: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
