"""Evaluation: what the stages score on gold, and whether the floors hold."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.errors import ConfigError, GoldError
from rejoinder.evaluation.agreement import LEAST_WORDS
from rejoinder.exports.files import whole_file
from rejoinder.model.article import Article
from rejoinder.model.failure import Failure
from rejoinder.model.record import ArticleRecord

if TYPE_CHECKING:
    from rejoinder.evaluation.agreement import AgreementReport
    from rejoinder.evaluation.codebook import EventsReport
    from rejoinder.evaluation.evaluate import Report
    from rejoinder.evaluation.gated import GateOutcome
    from rejoinder.evaluation.no_events import NoEventsReport

__all__ = [
    "CASES_A_GROUP",
    "LEAST_WORDS",
    "agreement",
    "evaluate",
    "evaluate_events",
    "evaluate_no_events",
    "gate",
    "outcome_text",
    "outcome_values",
]

CASES_A_GROUP = 100


def agreement(corpus: str | Path, *, least_words: int = LEAST_WORDS) -> "AgreementReport":
    """Return how far the speakers of quotations agree between outlets that tell the same event.

    Args:
        corpus: JSON lines as articles are read from them, each with its ``event`` and an outlet.
        least_words: the fewest words that a quotation has, and that two outlets share of it.

    Raises:
        GoldError: there is no such file, a line has no ``event``, or an article comes twice.
        ConfigError: ``least_words`` is below 1.
    """
    from rejoinder.evaluation.evaluate import evaluate_agreement

    if least_words < 1:
        raise ConfigError(f"least_words is {least_words}; give 1 or more")
    path = Path(corpus)
    if not path.is_file():
        raise GoldError(f"there is no corpus {str(path)!r}; name a JSON lines file")
    return evaluate_agreement(path, _read(path), _extract, least_words=least_words)


def evaluate(
    gold: str | Path,
    articles: str | Path | None = None,
    *,
    errors: str | Path | None = None,
    errors_limit: int = CASES_A_GROUP,
) -> "Report":
    """Return what the stages score on gold.

    Args:
        gold: a JSON lines file of attributions (as PolNeAR's), or a folder of full gold.
        articles: the texts that the gold counts in; the gold itself where it holds them.
        errors: where to write the error report of attribution gold, a page of HTML; it is written
            whole, or what was there stays.
        errors_limit: cases in each group of that report.

    Raises:
        GoldError: the gold is malformed, or the articles are not its articles.
        ConfigError: the error report cannot be written, or is asked for of full gold.
    """
    from rejoinder.evaluation.evaluate import evaluate_attribution, evaluate_gold

    path = Path(gold)
    if not path.exists():
        raise GoldError(f"there is no gold at {str(path)!r}; name a JSON lines file or a folder")
    texts = Path(articles) if articles is not None else _texts_of(path)
    if errors is not None:
        return _evaluate_errors(path, texts, Path(errors), errors_limit)
    if path.is_dir():
        return evaluate_gold(path, _read(texts), _extract)
    return evaluate_attribution(path, _read(texts), _extract)


def evaluate_events(gold: str | Path) -> "EventsReport":
    """Return how well events are coded from a sentence alone.

    Args:
        gold: JSON lines with ``id``, ``text``, ``event``, ``source`` and ``target``.

    Raises:
        GoldError: there is no such file, or a line is malformed.
    """
    from rejoinder.evaluation.evaluate import evaluate_events as score

    path = _file(gold)
    return score(path, _read(path), _extract)


def evaluate_no_events(sentences: str | Path) -> "NoEventsReport":
    """Return in how many sentences without an event one is coded all the same.

    Args:
        sentences: JSON lines with ``id``, ``kind`` and ``text``.

    Raises:
        GoldError: there is no such file, or a line is malformed.
    """
    from rejoinder.evaluation.evaluate import evaluate_no_events as score

    path = _file(sentences)
    return score(path, _read(path), _extract)


def gate(
    floors: str | Path,
    only: Collection[str] | None = None,
    *,
    update: date | None = None,
    reason: str | None = None,
) -> "GateOutcome":
    """Score the data sets of a floors file and hold them to their floors, or move the floors.

    Args:
        floors: the file; its paths are relative to it.
        only: the sets to score; all for None.
        update: the day under which to move the floors to the scores; None compares.
        reason: why floors may be let down.

    Raises:
        GoldError: floors or gold are malformed, or a floor would sink without a reason.
    """
    from rejoinder.evaluation.gated import run_gate, update_floors

    path = Path(floors)
    if not path.is_file():
        raise GoldError(f"there is no floors file {str(path)!r}; run in a checkout or name one")
    if update is None:
        return run_gate(path, _read, _extract, only=only)
    return update_floors(path, _read, _extract, day=update, reason=reason, only=only)


def outcome_text(outcome: "Report | GateOutcome", *, errors: bool = False) -> str:
    """Return a report, or the verdict over a floors file, as text for people.

    ``errors`` adds to a report on attributions what went wrong and how far scores can be believed,
    to one on agreement the pairs that disagree, to those on events the sentences coded wrong.
    """
    from rejoinder.evaluation.agreement import AgreementReport
    from rejoinder.evaluation.agreement_text import disagreements_text
    from rejoinder.evaluation.codebook import EventsReport, misses_text
    from rejoinder.evaluation.errors_text import errors_text
    from rejoinder.evaluation.gated import GateOutcome
    from rejoinder.evaluation.no_events import NoEventsReport, alarms_text
    from rejoinder.evaluation.polnear import AttributionReport
    from rejoinder.evaluation.report import gate_text, report_text

    if isinstance(outcome, GateOutcome):
        return gate_text(outcome)
    more = ""
    if errors and isinstance(outcome, AttributionReport):
        more = errors_text(outcome)
    elif errors and isinstance(outcome, AgreementReport):
        more = disagreements_text(outcome)
    elif errors and isinstance(outcome, EventsReport):
        more = misses_text(outcome)
    elif errors and isinstance(outcome, NoEventsReport):
        more = alarms_text(outcome)
    return "\n\n".join(part for part in (report_text(outcome), more) if part)


def outcome_values(outcome: "Report | GateOutcome", *, errors: bool = False) -> dict[str, object]:
    """Return a report, or the verdict over a floors file, as plain values.

    ``errors`` adds to a report on agreement the pairs that disagree.
    """
    from rejoinder.evaluation.agreement import AgreementReport
    from rejoinder.evaluation.agreement_text import disagreements_values
    from rejoinder.evaluation.gated import GateOutcome
    from rejoinder.evaluation.report import gate_values, report_values

    if isinstance(outcome, GateOutcome):
        return gate_values(outcome)
    values = report_values(outcome)
    if errors and isinstance(outcome, AgreementReport):
        values["disagreements"] = disagreements_values(outcome)
    return values


def _extract(articles: Sequence[Article]) -> list[ArticleRecord]:
    """Return the records with the links across them, as a ledger of just these would hold them."""
    from rejoinder.pipeline.reconcile import identify, link_records, with_links
    from rejoinder.pipeline.stages import build_engine

    engine = build_engine()
    records = tuple(engine.extract(article) for article in articles)
    across = link_records(records, identify(records))
    return [with_links(record, across) for record in records]


def _evaluate_errors(gold: Path, texts: Path, page: Path, limit: int) -> "Report":
    """Score attribution gold and write the error report, which is opened before anything is read.

    Raises:
        ConfigError: the gold is a folder, or the page cannot be written or is one of the inputs.
    """
    from rejoinder.evaluation.errors_html import errors_page
    from rejoinder.evaluation.evaluate import evaluate_cases

    if gold.is_dir():
        raise ConfigError(
            f"there is no error report of full gold ({str(gold)!r}); name attribution gold, a file"
        )
    if page.exists() and any(page.samefile(one) for one in (gold, texts)):
        raise ConfigError(f"the error report would replace {str(page)!r}; name another file for it")
    with whole_file(page) as stream:
        report, cases = evaluate_cases(gold, _read(texts), _extract)
        html = errors_page(report, cases, title=gold.name, limit=limit)
        stream.write(html.encode("utf-8"))
    return report


def _read(path: Path) -> list[Article]:
    from rejoinder.articles.options import ReadOptions
    from rejoinder.articles.reading import read_inputs

    articles = []
    for one in read_inputs([str(path)], ReadOptions()):
        if isinstance(one, Failure):
            raise GoldError(f"{one.input}: {one.reason.value}: {one.detail}")
        articles.append(one.article)
    return articles


def _file(path: str | Path) -> Path:
    found = Path(path)
    if not found.is_file():
        raise GoldError(f"there is no file {str(found)!r}; name a JSON lines file")
    return found


def _texts_of(gold: Path) -> Path:
    texts = gold / "texts.jsonl" if gold.is_dir() else gold
    if not texts.exists():
        raise GoldError(f"{str(gold)!r} holds no texts; name its articles with --articles PATH")
    return texts
