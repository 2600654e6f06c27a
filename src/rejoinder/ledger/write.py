"""Appending records: one transaction a batch, and nothing at all the second time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.batch import Batch
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.verify import verify_original, verify_record
from rejoinder.model.article import Original
from rejoinder.model.failure import Failure
from rejoinder.model.link import Link
from rejoinder.model.provenance import Makers
from rejoinder.model.record import ArticleRecord

__all__ = ["Appended", "FindLinks", "JudgeActors", "Summarise", "append"]

JudgeActors = Callable[[ActorBook], None]
"""Judges the new records' actors, and writes what comes of it."""

FindLinks = Callable[[LedgerReader], Sequence[Link]]
"""Finds links across articles in the state that they will be committed with."""

Summarise = Callable[[SummaryBook], None]
"""Brings the summaries up to date with the state that will be committed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """How much a batch added.

    Attributes:
        articles: records written: articles that were new, or new to this pipeline.
        links: within articles and across them.
        merges: pairs of actors newly found to be one.
        judgements: verdicts on pairs, of every sort.
    """

    articles: int = 0
    statements: int = 0
    links: int = 0
    failures: int = 0
    merges: int = 0
    judgements: int = 0


def append(
    ledger: LedgerFile,
    *,
    records: Sequence[ArticleRecord],
    makers: Makers,
    now: datetime,
    failures: Sequence[Failure] = (),
    originals: Sequence[Original] = (),
    actors: JudgeActors | None = None,
    links: FindLinks | Sequence[Link] = (),
    summarise: Summarise | None = None,
) -> Appended:
    """Add what the ledger does not hold yet, of each article and pipeline; all of it or none.

    Args:
        ledger: open for writing.
        records: what one pipeline found, an article each.
        makers: that pipeline.
        now: the time to put down, with its time zone.
        failures: what could not be used.
        originals: the pages that the articles name in ``original``.
        actors: judges the actors, within the transaction, after the records are in it.
        links: links across articles, or what finds them, called after the actors are judged.
        summarise: brings the summaries up to date; without it views do without them.

    Raises:
        RecordError: a record contradicts its text or itself; nothing was written.
        LedgerLocked: another program was writing for too long; nothing was written.
        LedgerError: the file cannot be written; nothing was written.
        ValueError: ``now`` has no time zone.
    """
    _verify(records, originals, now)
    with ledger.writing() as connection:
        batch = Batch(connection, makers, now)
        added = batch.new_records(records)
        batch.add_records(added, originals)
        within = _add_own_links(batch, added)
        if actors is not None:
            actors(batch.book)
        found = links(LedgerReader(connection=connection)) if callable(links) else links
        appended = replace(
            _counted(added),
            links=within + batch.add_links(added, found),
            failures=batch.add_failures(failures),
            merges=batch.book.joined,
            judgements=batch.book.said,
        )
        if summarise is not None:
            summarise(SummaryBook(connection=connection))
        return appended


def _add_own_links(batch: Batch, added: Sequence[ArticleRecord]) -> int:
    own = [link for each in added for link in each.links]
    return batch.add_links(added, own, as_found=True)


def _counted(added: Sequence[ArticleRecord]) -> Appended:
    return Appended(articles=len(added), statements=sum(len(each.statements) for each in added))


def _verify(records: Sequence[ArticleRecord], originals: Sequence[Original], now: datetime) -> None:
    """Refuse what contradicts itself before anything is written."""
    if now.tzinfo is None:
        raise ValueError(f"the time {now.isoformat()!r} has no time zone; pass an aware datetime")
    for record in records:
        verify_record(record)
    for original in originals:
        verify_original(original)
