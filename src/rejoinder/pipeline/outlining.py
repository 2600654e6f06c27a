"""Outlines of the articles of a ledger, made as they arrive and where they are missing."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from rejoinder.exchanges.outlines import outline_of, outlines_mark
from rejoinder.ledger.canonical import canonical_of_extractions
from rejoinder.ledger.connect import LedgerFile
from rejoinder.ledger.outline_book import (
    OutlineBook,
    Outlined,
    latest_extractions,
    needs_outlines,
)
from rejoinder.ledger.read import LedgerReader
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

__all__ = [
    "catch_up_outlines",
    "fill_outlines",
    "mark_mixed",
    "take_all_outlines",
    "take_outlines",
]

_AT_ONCE = 256


def take_outlines(reader: LedgerReader, records: Sequence[ArticleRecord]) -> None:
    """Outline articles that were just written, by their latest extractions.

    Args:
        reader: within the transaction of writing, after actors were judged; gives records as they
            went in.
        records: in the ids that extraction gave; read again where a later extraction is newer.
    """
    latest = latest_extractions(reader.connection, {each.article.id for each in records})
    sole = {each.article.id: each for each in records if latest[each.article.id][1]}
    read = [key for article, (key, _) in latest.items() if article not in sole]
    keyed = [(latest[article][0], record) for article, record in sole.items()]
    _take(reader, [*keyed, *reader.load_by_key(read)])


def take_all_outlines(reader: LedgerReader) -> None:
    """Make all outlines of a ledger again."""
    OutlineBook(connection=reader.connection).clear()
    records = reader.keyed()
    while batch := list(islice(records, _AT_ONCE)):
        _take(reader, batch)


def catch_up_outlines(ledger: LedgerFile) -> bool:
    """Make them again where an article has none, or one of another stage; say whether it was."""
    with ledger.reading() as connection:
        if not needs_outlines(connection, outlines_mark()):
            return False
    with ledger.writing() as connection:
        take_all_outlines(LedgerReader(connection=connection))
    return True


def fill_outlines(reader: LedgerReader) -> None:
    """Make all outlines again, within a transaction of writing, where any is missing."""
    if needs_outlines(reader.connection, outlines_mark()):
        take_all_outlines(reader)


def mark_mixed(reader: LedgerReader, keys: Collection[str]) -> None:
    """Note of which extractions two actors have become one."""
    ids = canonical_of_extractions(reader.connection, sorted(keys))
    mixed = {key for key, own in ids.items() if _is_mixed(own)}
    OutlineBook(connection=reader.connection).mark_mixed(mixed)


def _take(reader: LedgerReader, keyed: Sequence[tuple[str, ArticleRecord]]) -> None:
    ids = canonical_of_extractions(reader.connection, [key for key, _ in keyed])
    made = [_outlined(key, record, ids.get(key, {})) for key, record in keyed]
    OutlineBook(connection=reader.connection).add(made, outlines_mark())


def _outlined(key: str, record: ArticleRecord, ids: Mapping[ActorId, ActorId]) -> Outlined:
    made = outline_of(record)
    return Outlined(
        article=record.article.id,
        extraction=key,
        mixed=_is_mixed(ids),
        heads=made.heads,
        hashes=made.hashes,
        cast=made.cast,
        actors=made.actors,
        days=made.days,
    )


def _is_mixed(ids: Mapping[ActorId, ActorId]) -> bool:
    return len(set(ids.values())) < len(ids)
