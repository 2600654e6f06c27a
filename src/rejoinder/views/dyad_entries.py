"""What two parties said and did to each other, one by one, with words and where they stand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from rejoinder.ledger.chunks import chunks
from rejoinder.ledger.latest import is_latest
from rejoinder.ledger.linked import shown_records
from rejoinder.ledger.schema import events, extractions
from rejoinder.model.date import DateInterval
from rejoinder.model.event import Event, EventType
from rejoinder.model.ids import ArticleId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.views.deeds import Deed
from rejoinder.views.filters import StatementFilter
from rejoinder.views.statements import StatementView, find_statements
from rejoinder.views.tension import TensionView

__all__ = ["EventView", "PassageView", "find_behind", "find_passages", "latest_first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event, with the words that tell it.

    Attributes:
        actor: names of those who do it.
        recipient: names of those to whom it is done.
        told: the article itself tells that it happened.
        claimed_by: names of those who say so; None where the article does.
    """

    id: str
    event_type: EventType
    mode: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    date: DateInterval | None
    words: str
    told: bool
    claimed_by: tuple[str, ...] | None
    asserted_by: str | None
    article_id: ArticleId
    article_ref: str
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A statement or an event between two parties; one of both is None.

    Attributes:
        forth: by the first party to the second.
        back: by the second to the first; a statement of several may be both.
    """

    forth: bool
    back: bool
    statement: StatementView | None
    event: EventView | None


def latest_first(deeds: Iterable[Deed]) -> list[str]:
    """Return the ids of what was done, each once, the latest first, undated last."""
    days = {each.id: each.days for each in deeds}
    return sorted(days, key=lambda one: _place(one, days[one]))


def find_passages(
    connection: Connection, ids: Sequence[str], deeds: Iterable[Deed]
) -> tuple[PassageView, ...]:
    """Return what was said and done, in the order of the ids.

    Args:
        connection: of the ledger.
        ids: of statements and events.
        deeds: what those two parties do, among it all of the ids.
    """
    wanted = set(ids)
    own = [each for each in deeds if each.id in wanted]
    forth = {each.id for each in own if each.forth}
    back = {each.id for each in own if not each.forth}
    return _passages(connection, ids, forth, back)


def find_behind(connection: Connection, view: TensionView) -> dict[str, PassageView]:
    """Return what the ids behind the points of a tension stand for."""
    forth = {one for each in view.points for one in (*each.forth.ids, *each.alleged_forth.ids)}
    back = {one for each in view.points for one in (*each.back.ids, *each.alleged_back.ids)}
    ids = sorted(forth | back)
    return dict(zip(ids, _passages(connection, ids, forth, back), strict=True))


def _passages(
    connection: Connection, ids: Sequence[str], forth: Collection[str], back: Collection[str]
) -> tuple[PassageView, ...]:
    said = find_statements(connection, StatementFilter(ids=tuple(sorted(set(ids)))))
    statements = {view.id: view for view in said}
    happened = _events(connection, set(ids).difference(statements))
    return tuple(
        PassageView(
            forth=one in forth,
            back=one in back,
            statement=statements.get(StatementId(one)),
            event=happened.get(one),
        )
        for one in ids
    )


def _events(connection: Connection, ids: Collection[str]) -> dict[str, EventView]:
    tellers: set[str] = set()
    for few in chunks(sorted(ids)):
        query = (
            select(events.c.asserted_by)
            .join(extractions, extractions.c.id == events.c.extraction_id)
            .where(events.c.id.in_(few), is_latest(), events.c.asserted_by.is_not(None))
        )
        tellers.update(connection.execute(query).scalars())
    return {
        event.id: _event(event, record)
        for record in (shown_records(connection, {*ids, *tellers}) if ids else ())
        for event in record.events
        if event.id in ids
    }


def _event(event: Event, record: ArticleRecord) -> EventView:
    names = {actor.id: actor.name for actor in record.actors}
    speakers = {each.id: each.speaker for each in record.statements}
    by = event.asserted_by
    claimed = None if by is None else tuple(names[each] for each in speakers.get(by, ()))
    return EventView(
        id=event.id,
        event_type=event.event_type,
        mode=event.mode,
        actor=tuple(names[each] for each in event.actor),
        recipient=tuple(names[each] for each in event.recipient),
        date=event.date,
        words=event.span.text_of(record.article.text),
        told=by is None and event.modality.value == "actual",
        claimed_by=claimed,
        asserted_by=by,
        article_id=record.article.id,
        article_ref=record.article.ref,
        publisher=record.article.publisher,
    )


def _place(key: str, days: tuple[date, date] | None) -> tuple[bool, int, int, str]:
    if days is None:
        return True, 0, 0, key
    return False, -days[1].toordinal(), -days[0].toordinal(), key
