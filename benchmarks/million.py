"""Ledgers of ten thousand and of a million statements, for timing the pages.

    python -m benchmarks.million FOLDER INPUT ... [--records FILE] [--results FILE]

The smaller is what ingest makes of news that `benchmarks.shuffled` puts together from the inputs;
the larger is `benchmarks.multiplied` from it. What is in the folder is taken as it is, and brought
up to date where the summaries have changed since. With ``--results`` every page is timed on both
(`benchmarks.pages`).
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

ARTICLES = 1_490
"""Of the smaller ledger: somewhat more than 10,000 statements."""
TIMES = 98


def make(
    folder: Path, records: Sequence[ArticleRecord], makers: Makers, articles: int, times: int
) -> tuple[Path, Path]:
    """Return the smaller and the larger ledger, made where they are not there.

    Args:
        folder: where they are.
        records: what the news is made of.
        makers: of the records.
        articles: how many the smaller ledger has.
        times: how often the larger has the smaller.
    """
    news = Shuffler(paragraphs_of(records), seed=SEED)
    small, large = folder / "small.sqlite", folder / "million.sqlite"
    with tempfile.TemporaryDirectory() as name, open_ledger(small, create=True) as ledger:
        catch_up_summaries(ledger)
        for _ in fill(ledger, news, articles, Desk(makers=makers, folder=Path(name), linked=True)):
            pass
    _say(f"{small.name}: {small.stat().st_size >> 20:,} MiB")
    if not large.exists() or not _is_current(large):
        large.unlink(missing_ok=True)
        multiply(small, large, times)
        _say(f"{large.name}: {large.stat().st_size >> 20:,} MiB")
    return small, large


def main(arguments: Sequence[str]) -> None:
    """Make both ledgers, and time the pages on them."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.million")
    parser.add_argument("folder", type=Path)
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--records", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--times", type=int, default=TIMES)
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    records, makers = extracted(given.inputs, given.records)
    ledgers = make(given.folder, records, makers, given.articles, given.times)
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
