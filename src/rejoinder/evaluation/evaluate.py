"""Run an extractor over the articles of a gold set and score what it finds."""

from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from rejoinder.errors import GoldError
from rejoinder.evaluation.agreement import (
    LEAST_WORDS,
    AgreementReport,
    read_events,
    score_agreement,
)
from rejoinder.evaluation.attribution_errors import ArticleCases
from rejoinder.evaluation.codebook import EventsReport, read_sentences, score_sentences
from rejoinder.evaluation.exchange_gold import read_lists
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_report import GoldReport
from rejoinder.evaluation.gold_scores import score_gold
from rejoinder.evaluation.intervals import SEED
from rejoinder.evaluation.no_events import (
    NoEventsReport,
    read_quiet_sentences,
    score_quiet_sentences,
)
from rejoinder.evaluation.polnear import (
    AttributionReport,
    attribution_cases,
    read_attributions,
    score_attributions,
)
from rejoinder.model.article import Article
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.reconcile import identify

__all__ = [
    "Extract",
    "Report",
    "evaluate_agreement",
    "evaluate_attribution",
    "evaluate_cases",
    "evaluate_events",
    "evaluate_gold",
    "evaluate_no_events",
]

Extract: TypeAlias = Callable[[Sequence[Article]], Iterable[ArticleRecord]]
Report: TypeAlias = AgreementReport | AttributionReport | EventsReport | GoldReport | NoEventsReport


def evaluate_agreement(
    corpus: Path,
    articles: Iterable[Article],
    extract: Extract,
    *,
    least_words: int = LEAST_WORDS,
    seed: int = SEED,
) -> AgreementReport:
    """Return how far the speakers of quotations agree between outlets that tell the same event.

    ``articles`` are those of ``corpus`` itself, as the reader of articles yields them; who is one
    actor is found over all of them.

    Raises:
        GoldError: a line has no ``event``, or an article comes twice.
    """
    events = read_events(corpus)
    chosen = [article for article in articles if (article.ref, article.text) in events]
    records = list(extract(chosen))
    identity = identify(records)
    return score_agreement(events, records, identity, least_words=least_words, seed=seed)


def evaluate_attribution(
    gold_path: Path, articles: Iterable[Article], extract: Extract, *, seed: int = SEED
) -> AttributionReport:
    """Return what the extractor's top-level statements score on attribution gold.

    ``articles`` are those of ``gold_path`` itself, as the reader of articles yields them; they are
    paired with gold by ``ref``, and others are not extracted.

    Raises:
        GoldError: the gold is malformed, or the articles are not its articles.
    """
    report, _ = evaluate_cases(gold_path, articles, extract, seed=seed)
    return report


def evaluate_cases(
    gold_path: Path, articles: Iterable[Article], extract: Extract, *, seed: int = SEED
) -> tuple[AttributionReport, tuple[ArticleCases, ...]]:
    """Return the report of `evaluate_attribution`, and the cases that its errors are counted from.

    Raises:
        GoldError: as there.
    """
    gold = read_attributions(gold_path)
    chosen = _choose(articles, {article.id for article in gold}, gold_path)
    records = list(extract(chosen))
    return score_attributions(gold, records, seed=seed), attribution_cases(gold, records)


def evaluate_events(
    gold_path: Path, articles: Iterable[Article], extract: Extract, *, seed: int = SEED
) -> EventsReport:
    """Return what the extractor scores on codebook sentences, each read alone.

    ``articles`` are those of ``gold_path`` itself, as the reader of articles yields them; of the
    records of one sentence the first is extracted.

    Raises:
        GoldError: the gold is malformed, or the articles are not its articles.
    """
    gold = read_sentences(gold_path)
    chosen = _choose(articles, {one.id for one in gold}, gold_path)
    return score_sentences(gold, list(extract(chosen)), seed=seed)


def evaluate_no_events(
    path: Path, articles: Iterable[Article], extract: Extract, *, seed: int = SEED
) -> NoEventsReport:
    """Return in how many sentences without an event the extractor codes one, each read alone.

    Raises:
        GoldError: the file is malformed, or the articles are not its articles.
    """
    sentences = read_quiet_sentences(path)
    chosen = _choose(articles, {one.id for one in sentences}, path)
    return score_quiet_sentences(sentences, list(extract(chosen)), seed=seed)


def evaluate_gold(
    gold_dir: Path, articles: Iterable[Article], extract: Extract, *, seed: int = SEED
) -> GoldReport:
    """Return what the extractor scores on full gold.

    Exchanges and contested claims are scored where they are listed beside the gold's folder.
    ``articles`` are paired with gold by ``ref``; others are not extracted. Links across articles
    are scored where ``extract`` makes them.

    Raises:
        GoldError: the gold is malformed, or the articles are not its articles.
    """
    gold = read_gold(gold_dir)
    chosen = _choose(articles, {article.id for article in gold.articles}, gold_dir)
    records = list(extract(chosen))
    known = {each.id for article in gold.articles for each in article.statements}
    lists = read_lists(gold_dir, known)
    return score_gold(gold, records, identity=identify(records), lists=lists, seed=seed)


def _choose(articles: Iterable[Article], wanted: Collection[str], gold: Path) -> list[Article]:
    """Return the articles that the gold has, refusing two of one name, or none at all."""
    chosen: dict[str, Article] = {}
    for article in articles:
        if article.ref in wanted:
            if article.ref in chosen:
                raise GoldError(f"two articles go by {article.ref!r}; give one of them for {gold}")
            chosen[article.ref] = article
    if not chosen:
        some = ", ".join(sorted(wanted)[:3])
        raise GoldError(f"none of the articles is in the gold of {gold}; it has {some} ...")
    return list(chosen.values())
