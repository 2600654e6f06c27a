"""The summary of deeds: who does or says what to whom in which article."""

import json
from collections.abc import Iterable, Iterator, Sequence

from rejoinder.ledger.deed_book import DeedBook, DeedRow
from rejoinder.model.copies import Report
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, Modality
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement

__all__ = ["deeds_of", "take_deeds"]

_TOLD = frozenset({Modality.ACTUAL, Modality.ALLEGED})


def take_deeds(
    book: DeedBook,
    articles: Sequence[str],
    records: Iterable[ArticleRecord],
    reports: Iterable[Report],
) -> None:
    """Take in the deeds of those articles.

    Args:
        book: within the transaction of writing.
        articles: those that have changed.
        records: their latest records, in the ledger's ids.
        reports: what is known of copies of them.
    """
    fresh = {row for record in records for row in deeds_of(record)}
    book.take(articles, fresh, reports)


def deeds_of(record: ArticleRecord) -> Iterator[DeedRow]:
    """Yield who does what to whom in an article, a row for each two that are not one.

    A statement is done to those whom it is about, else to those to whom it is said; events that
    are only planned, thought of or denied are none.
    """
    published = record.article.published
    for statement in record.statements:
        yield from _said(record, statement, statement.said or published)
    for event in record.events:
        if event.modality in _TOLD:
            yield from _happened(record, event)


def _said(record: ArticleRecord, said: Statement, day: DateInterval | None) -> Iterator[DeedRow]:
    about = [each for each in said.about if each not in said.speaker]
    for actor, whom in _pairs(said.speaker, about or said.addressee):
        yield DeedRow(
            article_id=record.article.id,
            record_id=said.id,
            actor_id=actor,
            recipient_id=whom,
            deed=said.act.value,
            mode="",
            told=said.parent is None,
            about=bool(about),
            first_day=day.start.toordinal() if day else 0,
            last_day=day.end.toordinal() if day else 0,
        )


def _happened(record: ArticleRecord, event: Event) -> Iterator[DeedRow]:
    for actor, whom in _pairs(event.actor, event.recipient):
        yield DeedRow(
            article_id=record.article.id,
            record_id=event.id,
            actor_id=actor,
            recipient_id=whom,
            deed=event.event_type.value,
            mode=json.dumps(event.mode),
            told=event.asserted_by is None and event.modality is Modality.ACTUAL,
            about=False,
            first_day=event.date.start.toordinal() if event.date else 0,
            last_day=event.date.end.toordinal() if event.date else 0,
        )


def _pairs(actors: Iterable[ActorId], others: Iterable[ActorId]) -> set[tuple[ActorId, ActorId]]:
    every = list(others)
    return {(actor, whom) for actor in actors for whom in every if actor != whom}
