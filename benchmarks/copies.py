"""What finding copies costs, beside the extraction and as a ledger grows.

    python -m benchmarks.copies [INPUT ...] [--sizes N,N,...] [--extracted N]

News is made up from the inputs (from the samples where there are none): each round of them has an
alphabet of its own, so that no words of one stand in another, and every fifth article comes with
light copies. It is appended to a ledger without anything found in it; then a few articles more, of
which some are copies, are compared one by one. CPU time throughout.
"""

import argparse
import random
import string
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

from sqlalchemy import func, select

from benchmarks.made_up import SEED, day_of, read_articles
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.copies import all_copies
from rejoinder.ledger.copy_book import CopyBook
from rejoinder.ledger.schema_copies import copy_keys
from rejoinder.ledger.write import append
from rejoinder.model.article import Article, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.provenance import Makers
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.copying import copies_mark, take_copies
from rejoinder.pipeline.stages import build_engine

SIZES = (100, 1000, 10_000)
PROBES = 50
BATCH = 32

_NOW = datetime(2031, 1, 1, tzinfo=UTC)
_COPIED = 0.2
_SWAPPED = 0.04


def made_up(sources: Sequence[Article], count: int, seed: int) -> Iterator[Article]:
    """Yield so many articles: the sources in ever other alphabets, a fifth of them copied.

    Spans stay where they were, because every letter becomes one other letter.
    """
    draw = random.Random(seed)
    made, number = 0, 0
    while made < count:
        source = sources[number % len(sources)]
        table = _alphabet(random.Random(f"{seed}:{number // len(sources)}"))
        number += 1
        copies = draw.randint(2, 6) if draw.random() < _COPIED else 1
        for _ in range(min(copies, count - made)):
            text = _swapped(source.text.translate(table), draw if copies > 1 else None)
            yield _article(source, text, made)
            made += 1


def _alphabet(draw: random.Random) -> dict[int, str]:
    letters = list(string.ascii_lowercase)
    draw.shuffle(letters)
    small = dict(zip(map(ord, string.ascii_lowercase), letters, strict=True))
    return small | {ord(chr(old).upper()): new.upper() for old, new in small.items()}


def _swapped(text: str, draw: random.Random | None) -> str:
    """Return the text with a few words turned around, which keeps their length."""
    if draw is None:
        return text
    words = text.split(" ")
    return " ".join(
        word[::-1] if word.isalpha() and draw.random() < _SWAPPED else word for word in words
    )


def _article(source: Article, text: str, number: int) -> Article:
    ref, day = f"made-{number:06}", day_of(number)
    return replace(
        source,
        id=article_id(ref, source.url, text),
        ref=ref,
        text=text,
        publisher=f"Outlet {number % 40}",
        published=DateInterval(start=day, end=day, precision=Precision.DAY),
        original=None,
    )


def fill(ledger: LedgerFile, articles: Sequence[Article], makers: Makers) -> float:
    """Append articles in batches; return the CPU seconds that comparing them took."""
    seconds = 0.0
    for start in range(0, len(articles), BATCH):
        batch = articles[start : start + BATCH]
        records = [ArticleRecord(article=each) for each in batch]
        append(ledger, records=records, makers=makers, now=_NOW)
        begun = process_time()
        with ledger.writing() as connection:
            book = CopyBook(connection=connection, stage=copies_mark())
            take_copies(book, {each.id for each in batch})
        seconds += process_time() - begun
    return seconds


def growth(
    sources: Sequence[Article],
    sizes: Sequence[int],
    seed: int,
    makers: Makers,
    folder: Path,
    *,
    probes: int = PROBES,
) -> Iterator[tuple[int, float, float, int, int]]:
    """Yield for each size: seconds an article while filling and one by one, copies, keys.

    Sizes must lie further apart than ``probes``, the articles that are added one by one at each.
    """
    count = max(sizes) + probes
    every = iter(list(made_up(sources, count, seed)))
    filled = 0
    with open_ledger(folder / "copies.sqlite", create=True) as ledger:
        for size in sorted(sizes):
            batch = [next(every) for _ in range(size - filled)]
            seconds = fill(ledger, batch, makers)
            single = sum(fill(ledger, [next(every)], makers) for _ in range(probes))
            filled = size + probes
            with ledger.reading() as connection:
                copies = len(all_copies(connection))
                keys = connection.execute(select(func.count()).select_from(copy_keys)).scalar_one()
            yield size, seconds / len(batch), single / probes, copies, round(keys / filled)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies")
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--extracted", type=int, default=20)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    sources = read_articles(given.inputs)
    engine = build_engine()
    engine.extract(sources[0])
    sample = random.Random(given.seed).sample(sources, min(given.extracted, len(sources)))
    begun = process_time()
    for article in sample:
        engine.extract(article)
    extraction = (process_time() - begun) / len(sample)
    out = sys.stdout.write
    out(f"extraction: {1000 * extraction:.0f} ms an article\n")
    heads = ("articles", "in batches", "one more", "of extraction", "copies", "keys an article")
    out("".join(f"{head:>17}" for head in heads) + "\n")
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as name:
        steps = growth(sources, sizes, given.seed, engine.makers, Path(name))
        for size, batch, single, copies, keys in steps:
            cells = (
                f"{size}",
                f"{1000 * batch:.1f} ms",
                f"{1000 * single:.1f} ms",
                f"{100 * single / extraction:.1f} %",
                f"{copies}",
                f"{keys}",
            )
            out("".join(f"{cell:>17}" for cell in cells) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
