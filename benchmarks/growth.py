"""What reconciling costs an article as a ledger grows to a hundred thousand of them.

    python -m benchmarks.growth INPUT ... [--sizes N,N,...] [--ledger LEDGER] [--records FILE]
                                          [--results FILE] [--a-day N] [--kept LEDGER ...]

Articles are made of the inputs by `benchmarks.shuffled` and go into a ledger as those of an ingest
do once they are extracted, with who is one actor, what copies what and who answers whom. The mean
is taken over the last articles before each size, which come in batches as large as an ingest's, as
do some before them; those between come in larger ones, since what a ledger says does not depend on
its batches. Then a few more are added one by one to a copy. What either leave in the log is written
back to the file in the end, and counts. CPU time and, beside it, the largest memory of the process
and the file's size. What the articles are made of is kept from the garbage collector, which would
else go through it on the ledger's time.

With ``--kept`` nothing is filled: to a copy of each ledger, which an earlier run with the same
inputs, seed and ``--a-day`` left, as many articles are added as are measured, and some before them,
and the figures are those of the ledger then. So ledgers that were kept at every size give the table
again, in minutes. What was extracted is kept in ``--records``. With ``--ledger`` a run that was
stopped goes on where it was; ``--results`` gathers the figures of each size as JSON, from which
``python -m benchmarks.growth --table FILE docs/ledger.md`` makes the table of the documentation,
with ``--mark growth-in-memory`` that of a run with ``TMPDIR`` on a file system in memory.
"""

import argparse
import gc
import json
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from time import process_time

from sqlalchemy import text

from benchmarks.made_up import SEED, read_articles
from benchmarks.marked import put_between
from benchmarks.resolution import Cost, Desk, add, kept, read_kept
from benchmarks.shuffled import A_DAY, Shuffler, paragraphs_of
from rejoinder.ledger.connect import LedgerFile, open_ledger
from rejoinder.ledger.sqlite import BEGINS
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.model.provenance import Makers
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.garbage import seldom_collected
from rejoinder.pipeline.run import BATCH
from rejoinder.pipeline.stages import build_engine

SIZES = (1000, 10_000, 100_000)
LAST = 512
BEFORE = 256
LARGE = 256
ALONE = 31

_MIB = 1024
_MARK = "growth"


def extracted(inputs: Sequence[str], cache: Path | None) -> tuple[list[ArticleRecord], Makers]:
    """Return the inputs' records and what made them; from the ledger that keeps them, if any."""
    engine = build_engine()
    if cache is not None and cache.exists():
        return read_kept(cache), engine.makers
    found = [
        replace(record, article=replace(record.article, original=None))
        for record in map(engine.extract, read_articles(inputs))
    ]
    if cache is not None:
        kept(cache, found, engine.makers)
    return found, engine.makers


def fill(ledger: LedgerFile, news: Shuffler, size: int, desk: Desk) -> Iterator[Cost]:
    """Append articles until there are so many; yield what each batch of an ingest's size cost.

    Batches are large until the last ones come near.
    """
    held = count(ledger, "articles")
    while held < size:
        near = size - LAST - BEFORE
        past = min(near, held + LARGE) if held < near else min(size, held + BATCH)
        cost = add(ledger, [news.article(place) for place in range(held, past)], desk)
        if held >= near:
            yield cost
        elif past % 5120 == 0 or past == near:
            _say(f"{past:>9} {_parts(cost.each(past - held))}")
        held = past


def count(ledger: LedgerFile, table: str) -> int:
    """Return how many rows a table has."""
    with ledger.reading() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def alone(path: Path, news: Shuffler, size: int, desk: Desk) -> Cost:
    """Return the mean cost of an article as a batch of its own, added to a copy of the ledger.

    The first is not counted: it pays for the database's start.
    """
    copy = desk.folder / "alone.sqlite"
    shutil.copyfile(path, copy)
    with open_ledger(copy) as ledger:
        add(ledger, [news.article(size)], desk)
        write_back(ledger)
        costs = [add(ledger, [news.article(size + n)], desk) for n in range(1, ALONE)]
        costs.append(write_back(ledger))
    for left in desk.folder.glob("alone.sqlite*"):
        left.unlink()
    return sum(costs, Cost()).each(len(costs) - 1)


def write_back(ledger: LedgerFile) -> Cost:
    """Write the log back to the file, and return what that costs: it is a cost of the batches."""
    with ledger.engine.connect().execution_options(**{BEGINS: ""}) as connection:
        start = process_time()
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
        return Cost(whole=process_time() - start)


def measure(path: Path, news: Shuffler, size: int, desk: Desk) -> dict[str, object]:
    """Fill the ledger to a size and return the figures there, but those of articles alone."""
    with open_ledger(path, create=True) as ledger:
        last: list[Cost] = []
        for number, cost in enumerate(fill(ledger, news, size, desk), 1):
            last = [*last, cost][-LAST // BATCH :]
            if number * BATCH == BEFORE:
                write_back(ledger)
        written = write_back(ledger)
        figures = {name: count(ledger, name) for name in ("articles", "statements", "links")}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MIB
    batches = sum(last, written).each(BATCH * max(1, len(last)))
    return {
        **figures,
        "batches": asdict(batches),
        "peak_mib": peak,
        "file_mib": path.stat().st_size // _MIB**2,
    }


def grow(path: Path, news: Shuffler, sizes: Sequence[int], desk: Desk, kept: Path | None) -> None:
    """Print the figures at each size, and keep them as JSON; sizes that are kept are passed over.

    Args:
        path: the ledger.
        news: what goes into it.
        sizes: how many articles, rising.
        desk: appends them.
        kept: the file of figures, of a run that was stopped or of none.
    """
    text = kept.read_text(encoding="utf-8") if kept is not None and kept.exists() else "{}"
    results: dict[str, dict[str, object]] = json.loads(text)
    for size in sizes:
        name = str(size)
        if name not in results:
            results[name] = measure(path, news, size, desk)
            _keep(results, kept)
        if "alone" not in results[name]:
            results[name]["alone"] = asdict(alone(path, news, size, desk))
            _keep(results, kept)
        _say(json.dumps(results[name]))


def grow_kept(paths: Sequence[Path], news: Shuffler, desk: Desk, kept: Path | None) -> None:
    """Print the figures of copies of kept ledgers to which articles are added, and keep them.

    Raises:
        SystemExit: making a ledger's summaries anew would be measured instead.
    """
    results: dict[str, dict[str, object]] = {}
    copy = desk.folder / "kept.sqlite"
    for path in paths:
        shutil.copyfile(path, copy)
        with open_ledger(copy) as ledger:
            size = count(ledger, "articles") + BEFORE + LAST
            with ledger.reading() as connection:
                if not SummaryBook(connection=connection).is_current():
                    sys.exit(f"{str(path)!r} has older summaries; run first: rejoinder rebuild")
        found = measure(copy, news, size, desk)
        results[str(size)] = {**found, "alone": asdict(alone(copy, news, size, desk))}
        for left in desk.folder.glob("kept.sqlite*"):
            left.unlink()
        _keep(results, kept)
        _say(json.dumps(results[str(size)]))


def _keep(results: Mapping[str, Mapping[str, object]], kept: Path | None) -> None:
    if kept is not None:
        kept.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def table(results: Mapping[str, Mapping[str, object]]) -> str:
    """Return the figures as a table of the documentation."""
    lines = [
        "| articles | statements | actors, ms | copies, ms | links, ms | summaries, ms "
        "| writing, ms | all, ms | one alone, ms | memory, MiB | file, MiB |",
        "|" + "---:|" * 11,
    ]
    for found in sorted(results.values(), key=lambda each: int(str(each["articles"]))):
        batches, single = Cost(**_costs(found["batches"])), Cost(**_costs(found["alone"]))
        times = (
            batches.judging,
            batches.copies,
            batches.links,
            batches.summaries,
            batches.writing,
            batches.whole,
        )
        cells = [
            f"{found['articles']:,}",
            f"{found['statements']:,}",
            *(f"{1000 * seconds:.1f}" for seconds in (*times, single.whole)),
            f"{found['peak_mib']:,}",
            f"{found['file_mib']:,}",
        ]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _costs(found: object) -> dict[str, float]:
    return {name: float(found[name]) for name in asdict(Cost())} if isinstance(found, dict) else {}


def put_table(results: Path, document: Path, mark: str = _MARK) -> None:
    """Write the table between the comments of that name in a document."""
    made = table(json.loads(results.read_text(encoding="utf-8")))
    put_between(document, f"<!-- {mark} -->", f"<!-- /{mark} -->", made)


def _parts(cost: Cost) -> str:
    return "  ".join(f"{name} {1000 * part:.1f} ms" for name, part in asdict(cost).items())


@seldom_collected()
def main() -> None:
    """Print the figures of each size, or write their table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth")
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--a-day", type=int, default=A_DAY)
    parser.add_argument("--ledger", type=Path)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--kept", nargs="+", type=Path, metavar="LEDGER")
    parser.add_argument("--table", nargs=2, type=Path, metavar=("RESULTS", "DOCUMENT"))
    parser.add_argument("--mark", default=_MARK, help="where in the document, if not at 'growth'")
    given = parser.parse_args()
    if given.table:
        results, document = given.table
        put_table(results, document, given.mark)
        return
    records, makers = extracted(given.inputs, given.records)
    news = Shuffler(paragraphs_of(records), seed=given.seed, a_day=given.a_day)
    gc.freeze()
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(makers=makers, folder=Path(name), linked=True)
        if given.kept:
            grow_kept(given.kept, news, desk, given.results)
            return
        path = given.ledger or Path(name) / "growth.sqlite"
        sizes = sorted(map(int, given.sizes.split(",")))
        grow(path, news, sizes, desk, given.results)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
