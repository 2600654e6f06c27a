"""What bringing articles together costs: who is one actor, what copies what, who answers whom.

    python -m benchmarks.resolution [INPUT ...] [--articles N] [--sizes N,N,...] [--records LEDGER]

News is made up from the inputs (from the samples where there are none), extracted, and appended to
a fresh ledger in batches, as ``rejoinder ingest`` does; the first table sets the parts of that
beside the extraction. Then the same few articles are added one by one to ledgers of several sizes;
the second table says whether that grows. CPU time throughout: times on a shared machine say little,
the ratios of one run do. ``--without-links`` leaves the links out; ``--records`` keeps the
extracted records in a ledger of that name, and reads them from there the next time.
"""

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from json import dumps
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import ParamSpec, TypeVar

from benchmarks.made_up import (
    A_DAY,
    AS_THEY_ARE,
    SEED,
    day_of,
    make_articles,
    person_names,
    read_articles,
)
from benchmarks.remade import remake
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.write import append
from rejoinder.model.provenance import Makers
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.garbage import seldom_collected
from rejoinder.pipeline.reconcile import Reconciliation
from rejoinder.pipeline.run import BATCH
from rejoinder.pipeline.stages import Engine, build_engine
from rejoinder.pipeline.summaries import refresh_summaries

ARTICLES = 1000
SIZES = (100, 300, 1000, 3000)
PROBES = 21

_NOW = datetime(2031, 1, 1, tzinfo=UTC)
_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """CPU seconds: of judging actors, of copies, links and summaries, of all that appending did."""

    judging: float = 0.0
    copies: float = 0.0
    links: float = 0.0
    summaries: float = 0.0
    whole: float = 0.0

    def __add__(self, other: "Cost") -> "Cost":
        """Return the cost of both."""
        both = asdict(other)
        return Cost(**{part: seconds + both[part] for part, seconds in asdict(self).items()})

    def each(self, articles: int) -> "Cost":
        """Return the part of one of so many articles."""
        return Cost(**{part: seconds / articles for part, seconds in asdict(self).items()})

    @property
    def writing(self) -> float:
        """Return what is none of these: checking and writing the records."""
        return self.whole - self.judging - self.copies - self.links - self.summaries


class _TimedReconciliation(Reconciliation):
    """Tells how many CPU seconds of judging go into finding copies."""

    copying = 0.0

    def copy(self, book: ActorBook) -> None:
        """Find copies."""
        start = process_time()
        super().copy(book)
        self.copying = process_time() - start


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What appends records, with links across articles or without.

    Attributes:
        makers: of the records.
        folder: for ledgers that nobody keeps.
    """

    makers: Makers
    folder: Path
    linked: bool


def extract(
    inputs: Sequence[str], count: int, seed: int, engine: Engine, folder: Path
) -> tuple[list[ArticleRecord], float]:
    """Return the records of made-up articles, and the CPU seconds that their extraction took."""
    sources = read_articles(inputs)
    names = person_names(map(engine.extract, sources), seed=seed)
    made = folder / "made-up.jsonl"
    lines = (dumps(one) + "\n" for one in make_articles(sources, names, count, seed=seed))
    made.write_text("".join(lines), encoding="utf-8")
    articles = read_articles([str(made)])
    start = process_time()
    return [engine.extract(article) for article in articles], process_time() - start


def add(ledger: LedgerFile, records: Sequence[ArticleRecord], desk: Desk) -> Cost:
    """Append one batch to the ledger and return what it cost."""
    reconciliation = _TimedReconciliation(records)
    judge, judging = _timed(reconciliation.judge)
    link, links = _timed(reconciliation.link)
    summarise, summaries = _timed(refresh_summaries)
    start = process_time()
    append(
        ledger,
        records=records,
        actors=judge,
        links=link if desk.linked else (),
        summarise=summarise,
        makers=desk.makers,
        now=_NOW,
    )
    parts = {"links": sum(links), "summaries": sum(summaries), "whole": process_time() - start}
    copies = reconciliation.copying
    return Cost(judging=sum(judging) - copies, copies=copies, **parts)


def _timed(work: Callable[_P, _T]) -> tuple[Callable[_P, _T], list[float]]:
    """Return the work with a list that its CPU seconds go to."""
    seconds: list[float] = []

    def run(*args: _P.args, **named: _P.kwargs) -> _T:
        start = process_time()
        try:
            return work(*args, **named)
        finally:
            seconds.append(process_time() - start)

    return run, seconds


def fill(path: Path, records: Sequence[ArticleRecord], desk: Desk) -> Cost:
    """Append all records in batches and return what it cost."""
    cost = Cost()
    with open_ledger(path, create=True) as ledger:
        for start in range(0, len(records), BATCH):
            cost += add(ledger, records[start : start + BATCH], desk)
    return cost


def add_apart(path: Path, probes: Sequence[ArticleRecord], desk: Desk) -> Cost:
    """Return the mean cost of a record as a batch of its own, added to a copy of the ledger.

    The first one is not counted: it pays for the database's start.
    """
    copy = desk.folder / "copy.sqlite"
    shutil.copyfile(path, copy)
    with open_ledger(copy) as ledger:
        _, *costs = [add(ledger, [probe], desk) for probe in probes]
    for left in desk.folder.glob("copy.sqlite*"):
        left.unlink()
    return sum(costs, Cost()).each(len(costs))


def mixed(records: Sequence[ArticleRecord], count: int, seed: int) -> Iterator[ArticleRecord]:
    """Yield so many records in a random order, ten a day: these, then the same in other worlds.

    Worlds are mixed, so that who came up once comes up again at every size.
    """
    names = person_names(records, seed=seed).without_famous()
    rounds = range(-(-count // len(records)))
    drawn = [(world, record) for world in rounds for record in records][:count]
    random.Random(seed).shuffle(drawn)
    for place, (world, record) in enumerate(drawn):
        known_as = names if world else AS_THEY_ARE
        yield remake(record, known_as, world, f"mixed-{place:06}", day_of(place))


def growth(
    records: Sequence[ArticleRecord],
    sizes: Sequence[int],
    seed: int,
    desk: Desk,
    *,
    one_by_one: int = PROBES,
) -> Iterator[tuple[int, Cost]]:
    """Yield, for each size of a ledger, the mean cost of one article more.

    The same articles are added to all of them, dated to the day after the ledger's last.
    """
    path = desk.folder / "growing.sqlite"
    every = list(mixed(records, max(sizes) + one_by_one, seed))
    probes, rest = every[:one_by_one], every[one_by_one:]
    filled = 0
    for size in sorted(sizes):
        fill(path, rest[filled:size], desk)
        filled = size
        day = day_of(one_by_one + size + A_DAY)
        dated = [remake(probe, AS_THEY_ARE, 0, probe.article.ref, day) for probe in probes]
        # A process of its own knows no comparisons of names from the size before.
        with get_context("spawn").Pool(1) as pool:
            yield size, pool.apply(add_apart, (path, dated, desk))


def kept(cache: Path, records: Sequence[ArticleRecord], makers: Makers) -> None:
    """Write the records into a ledger that they can be read back from."""
    with open_ledger(cache, create=True) as ledger:
        append(ledger, records=records, makers=makers, now=_NOW)


def read_kept(cache: Path) -> list[ArticleRecord]:
    """Return the records of a ledger that was kept."""
    with open_ledger(cache) as ledger, open_reader(ledger) as reader:
        return list(reader.records())


def shares(cost: Cost, extraction: float | None, articles: int) -> str:
    """Return the table of what bringing together costs beside the extraction."""
    parts = {
        "judging who is one actor": cost.judging,
        "finding copies": cost.copies,
        "links across articles": cost.links,
        "summaries of exchanges": cost.summaries,
        "writing the records": cost.writing,
        "all of it": cost.whole,
    }
    lines = [f"{'':28}{'ms an article':>14}{'of extraction':>15}"]
    if extraction:
        lines.append(f"{'extraction':28}{1000 * extraction / articles:14.1f}{'100.0 %':>15}")
    for name, seconds in parts.items():
        share = f"{100 * seconds / extraction:.1f} %" if extraction else "-"
        lines.append(f"{name:28}{1000 * seconds / articles:14.1f}{share:>15}")
    return "\n".join(lines)


def steps(costs: Sequence[tuple[int, Cost]]) -> str:
    """Return the table of what one article more costs."""
    header = "".join(f"{n:>10}" for n in "judging copies links summaries writing all".split())
    lines = [f"{'one more, ms, to a ledger of':28}{header}"]
    for size, cost in costs:
        parts = (cost.judging, cost.copies, cost.links, cost.summaries, cost.writing, cost.whole)
        lines.append(f"{size:28}" + "".join(f"{1000 * part:10.1f}" for part in parts))
    return "\n".join(lines)


@seldom_collected()
def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.resolution")
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--without-links", action="store_true")
    parser.add_argument("--records", type=Path, default=None)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",") if size]
    with tempfile.TemporaryDirectory() as name:
        engine = build_engine()
        desk = Desk(makers=engine.makers, folder=Path(name), linked=not given.without_links)
        seconds = None
        if given.records is not None and given.records.exists():
            records = read_kept(given.records)
        else:
            made = given.inputs, given.articles, given.seed
            records, seconds = extract(*made, engine, desk.folder)
            if given.records is not None:
                kept(given.records, records, desk.makers)
        words = sum(len(record.article.text.split()) for record in records)
        statements = sum(len(record.statements) for record in records)
        _say(f"{len(records)} articles, {words} words, {statements} statements")
        cost = fill(desk.folder / "whole.sqlite", records, desk)
        _say(shares(cost, seconds, len(records)))
        if sizes:
            _say(steps(list(growth(records, sizes, given.seed, desk))))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
