"""Run the stages over inputs: to a stream of records, or into a ledger."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from rejoinder.articles.options import ReadOptions
from rejoinder.articles.reading import read_inputs
from rejoinder.errors import ConfigError
from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.maker_rows import latest_makers
from rejoinder.ledger.read import open_reader
from rejoinder.ledger.registry import needs_judging
from rejoinder.ledger.review_book import ReviewBook
from rejoinder.ledger.write import Appended, append
from rejoinder.model.article import LoadedArticle
from rejoinder.model.failure import Failure
from rejoinder.model.provenance import Makers, makers_id
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.copying import catch_up_copies, with_credit
from rejoinder.pipeline.executor import Executor, InProcesses, Serial, Work
from rejoinder.pipeline.garbage import seldom_collected
from rejoinder.pipeline.outlining import catch_up_outlines
from rejoinder.pipeline.reconcile import JudgingAgain, Reconciliation, identity_mark
from rejoinder.pipeline.reviewing import with_reviews
from rejoinder.pipeline.stages import Engine
from rejoinder.pipeline.summaries import catch_up_summaries, rebuild_summaries, refresh_summaries

__all__ = ["RunSummary", "extract_inputs", "ingest_inputs", "judge_all", "judge_ledger"]

# As many are lost when it is killed. In a large ledger more of them share the pages they touch:
# at 100,000 articles 64 cost a tenth less each than 32, and 128 hardly less again.
BATCH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run did.

    Attributes:
        read: articles that could be read.
        added: articles that are new in the ledger, or newly extracted by other stages.
        unchanged: articles that the ledger held already.
        failures: inputs that could not be used, in input order.
        statements: statements added.
        links: links added, within and across articles.
        merges: pairs of actors of different articles newly found to be one.
    """

    read: int = 0
    added: int = 0
    unchanged: int = 0
    failures: tuple[Failure, ...] = ()
    statements: int = 0
    links: int = 0
    merges: int = 0


def extract_inputs(
    inputs: Sequence[str],
    options: ReadOptions,
    engine: Engine,
    *,
    workers: int = 1,
    stdin: BinaryIO | None = None,
) -> Iterator[ArticleRecord | Failure]:
    """Yield the record of each article, or the failure that it ended in, in input order.

    Raises:
        ConfigError: ``workers`` is below 1.
    """
    executor = _executor(engine, workers)
    pending: list[Failure] = []
    for _, result in executor.run(_articles(read_inputs(inputs, options, stdin=stdin), pending)):
        yield from _drain(pending)
        yield result if isinstance(result, Failure) else with_credit(result)
    yield from _drain(pending)


@seldom_collected()
def ingest_inputs(
    ledger: LedgerFile,
    inputs: Sequence[str],
    options: ReadOptions,
    engine: Engine,
    *,
    now: Callable[[], datetime],
    workers: int = 1,
    stdin: BinaryIO | None = None,
    progress: Callable[[int], None] | None = None,
) -> RunSummary:
    """Read, extract and append, a batch at a time; each batch is one transaction.

    What the ledger holds already is not extracted again, so a run that was killed goes on where its
    last batch ended. ``progress`` is called with the number of inputs dealt with so far.

    Raises:
        ConfigError: ``workers`` is below 1.
        LedgerError: the ledger could not be written; what was committed before stays.
    """
    summary = _catch_up(ledger, engine.makers, now())
    intake = _Intake(ledger, makers_id(engine.makers))
    found = _executor(engine, workers).run(
        intake.new_articles(read_inputs(inputs, options, stdin=stdin))
    )
    results = found if progress is None else _watched(found, intake, progress)
    while batch := list(islice(results, BATCH)):
        added = _append(ledger, batch, intake.take_failures(), engine, now())
        failed = tuple(f for _, f in batch if isinstance(f, Failure))
        summary = _add(summary, added, failed)
    last = _append(ledger, [], intake.take_failures(), engine, now())
    if progress is not None:
        progress(intake.seen)
    return replace(
        _add(summary, last, ()),
        read=intake.read,
        unchanged=intake.read - summary.added - len(summary.failures),
        failures=(*intake.failures, *summary.failures),
    )


def _watched(
    found: Iterator[Work], intake: "_Intake", progress: Callable[[int], None]
) -> Iterator[Work]:
    """Yield what is found on, and tell how many inputs were dealt with when it was."""
    for each in found:
        progress(intake.seen)
        yield each


class _Intake:
    """What goes into a run: counts what is read and lets through what the ledger does not hold."""

    def __init__(self, ledger: LedgerFile, makers: str) -> None:
        self._ledger = ledger
        self._makers = makers
        self._taken = 0
        self.read = 0
        self.failures: list[Failure] = []

    @property
    def seen(self) -> int:
        """Return how many inputs were dealt with."""
        return self.read + len(self.failures)

    def new_articles(self, stream: Iterable[LoadedArticle | Failure]) -> Iterator[LoadedArticle]:
        """Yield the articles that these stages have not put into the ledger yet."""
        for one in stream:
            if isinstance(one, Failure):
                self.failures.append(one)
                continue
            self.read += 1
            if not self._holds(one):
                yield one

    def _holds(self, one: LoadedArticle) -> bool:
        with open_reader(self._ledger) as reader:
            return reader.has(one.article.id, self._makers)

    def take_failures(self) -> list[Failure]:
        """Return the failures that were not taken yet."""
        fresh = self.failures[self._taken :]
        self._taken = len(self.failures)
        return fresh


def _append(
    ledger: LedgerFile,
    batch: Sequence[Work],
    failures: list[Failure],
    engine: Engine,
    now: datetime,
) -> Appended:
    """Append one batch with what is judged of its actors and its links across articles."""
    records = [r for _, r in batch if isinstance(r, ArticleRecord)]

    def corrected(book: ActorBook) -> list[ArticleRecord]:
        reviews = ReviewBook(connection=book.connection)
        return with_reviews(reviews, records, now, engine.makers.articles.version)

    reconciliation = Reconciliation(records, corrected)
    return append(
        ledger,
        records=records,
        failures=[*failures, *(r for _, r in batch if isinstance(r, Failure))],
        originals=[a.original for a, _ in batch if a.original is not None],
        actors=reconciliation.judge,
        links=reconciliation.link,
        summarise=refresh_summaries,
        makers=engine.makers,
        now=now,
    )


def judge_ledger(ledger: LedgerFile, now: datetime) -> Appended:
    """Judge all actors of a ledger anew, and sign links by the pipeline that worked last.

    Nothing is done in a ledger without articles.
    """
    with ledger.reading() as connection:
        makers = latest_makers(connection)
    return judge_all(ledger, makers, now) if makers else Appended()


def judge_all(ledger: LedgerFile, makers: Makers, now: datetime) -> Appended:
    """Judge all actors of a ledger anew and link what comes together, in one transaction."""
    again = JudgingAgain()
    return append(
        ledger,
        records=(),
        makers=makers,
        now=now,
        actors=again.judge,
        links=again.link,
        summarise=refresh_summaries,
    )


def _catch_up(ledger: LedgerFile, makers: Makers, now: datetime) -> RunSummary:
    """Judge and compare what a ledger holds that was written without, or by another stage."""
    with ledger.reading() as connection:
        behind = needs_judging(connection, identity_mark())
    summary = RunSummary()
    if behind:
        summary = _add(summary, judge_all(ledger, makers, now), ())
    copied = catch_up_copies(ledger)
    catch_up_outlines(ledger)
    if copied:
        # From how many origins claims come follows from copies.
        rebuild_summaries(ledger)
    else:
        catch_up_summaries(ledger)
    return summary


def _add(summary: RunSummary, added: Appended, failed: tuple[Failure, ...]) -> RunSummary:
    return replace(
        summary,
        added=summary.added + added.articles,
        failures=(*summary.failures, *failed),
        statements=summary.statements + added.statements,
        links=summary.links + added.links,
        merges=summary.merges + added.merges,
    )


def _executor(engine: Engine, workers: int) -> Executor:
    """Return where to run."""
    if workers < 1:
        raise ConfigError(f"workers is {workers}; give 1 or more")
    return Serial(engine) if workers == 1 else InProcesses(engine, workers)


def _articles(
    stream: Iterable[LoadedArticle | Failure], failures: list[Failure]
) -> Iterator[LoadedArticle]:
    """Yield the articles and set the failures aside, to be given out in their turn."""
    for one in stream:
        if isinstance(one, Failure):
            failures.append(one)
        else:
            yield one


def _drain(failures: list[Failure]) -> Iterator[Failure]:
    while failures:
        yield failures.pop(0)
