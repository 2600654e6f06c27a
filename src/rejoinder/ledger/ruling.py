"""One transaction in which a person rules on actors, with the links that this brings."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypeVar

from rejoinder.ledger.actor_book import ActorBook
from rejoinder.ledger.batch import Batch
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.maker_rows import latest_makers
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.read import LedgerReader
from rejoinder.ledger.upkeep import SummaryBook
from rejoinder.ledger.write import Summarise
from rejoinder.model.judgement import ActorRef
from rejoinder.model.link import Link

__all__ = ["rule"]

T = TypeVar("T")
LinkMoved = Callable[[LedgerReader, frozenset[ActorRef]], Sequence[Link]]


def rule(
    ledger: LedgerFile,
    write: Callable[[ActorBook], tuple[T, frozenset[ActorRef]]],
    link: LinkMoved,
    summarise: Summarise,
    *,
    now: datetime,
    version: str,
) -> tuple[T, int]:
    """Write what a person rules, and what links those have who thereby come to others.

    Args:
        ledger: open for writing.
        write: writes the rulings; returns what the caller wants and who has come to others.
        link: finds the links of the articles that have them.
        summarise: brings the summaries up to date.
        now: the time to put down.
        version: of Rejoinder.

    Returns:
        what ``write`` returned, and how many links were added.
    """
    with ledger.writing() as connection:
        number = BatchNumber(connection, now, version)
        result, moved = write(ActorBook(connection=connection, number=number))
        makers = latest_makers(connection) if moved else None
        added = 0
        if makers is not None:
            found = link(LedgerReader(connection=connection), moved)
            added = Batch(connection, makers, now, number).add_links((), found)
        summarise(SummaryBook(connection=connection))
        return result, added
