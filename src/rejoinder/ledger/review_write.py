"""An article as persons have corrected it, written as one more extraction of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from rejoinder.ledger.batch import Batch
from rejoinder.ledger.maker_rows import REVIEW_STAGE, maker_ids, makers_of_extraction
from rejoinder.ledger.numbering import BatchNumber
from rejoinder.ledger.verify import verify_record
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link
from rejoinder.model.provenance import Provenance
from rejoinder.model.record import ArticleRecord

__all__ = ["write_corrected", "write_drawn"]


def write_corrected(
    connection: Connection,
    record: ArticleRecord,
    *,
    base: str,
    mark: str,
    corrected: Collection[StatementId],
    now: datetime,
    version: str,
) -> Batch:
    """Write the article as the latest extraction of it, with the links within it.

    It is a batch of its own, so that it comes after the machine's of the same transaction. What was
    not corrected keeps the stages that made it.

    Args:
        connection: holds the write lock.
        record: the article as it reads now.
        base: the machine's extraction that was corrected.
        mark: stands for the reviews that were applied and what they were applied to.
        corrected: the statements that persons changed.
        now: the time to put down.
        version: of Rejoinder.

    Returns:
        the batch, to which links across articles can be added.

    Raises:
        RecordError: the record contradicts its text or itself; nothing is to be committed.
    """
    verify_record(record)
    machine = makers_of_extraction(connection, base)
    persons = Provenance(stage=REVIEW_STAGE, version=version, model=None, digest=mark)
    makers = replace(machine, statements=persons)
    own = maker_ids(machine)
    changed = maker_ids(replace(makers, acts=persons, actors=persons))
    made = {each.id: changed if each.id in corrected else own for each in record.statements}
    batch = Batch(connection, makers, now, BatchNumber(connection, now, version))
    batch.add_records([record], (), made)
    batch.add_links([record], record.links)
    return batch


def write_drawn(
    connection: Connection, links: Sequence[Link], extraction: str, now: datetime, version: str
) -> None:
    """Write links that persons drew from an article that reads as its extraction has it."""
    makers = makers_of_extraction(connection, extraction)
    number = BatchNumber(connection, now, version)
    Batch(connection, makers, now, number).add_links((), links)
