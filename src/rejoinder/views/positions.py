"""Positions: who is for a matter, who against, on which statements, and when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, or_, select

from rejoinder.ledger.schema import extractions
from rejoinder.model.actor import ActorKind
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, StatementId
from rejoinder.model.position import Position, Stance, position_of
from rejoinder.model.statement import Act
from rejoinder.views.filters import said_on_days
from rejoinder.views.matters import Matter, tokens_of
from rejoinder.views.on_matter import statements_on
from rejoinder.views.periods import Period, period_of
from rejoinder.views.publishers_meant import publishers_meant
from rejoinder.views.shown import Who, find_origins, find_who
from rejoinder.views.stance_reading import Spoken
from rejoinder.views.stances import stance_of, stance_without_query
from rejoinder.views.told import SaidRow, said_rows

__all__ = ["HeldView", "PeriodPosition", "PositionView", "find_positions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """One statement behind a position.

    Attributes:
        date: when it was said, else published; None where neither is known.
        said: whether the date is that of the saying.
        origin: from where the article's text comes.
        repeats: an earlier one of the same origin has the same words; it does not count again.
    """

    statement_id: StatementId
    article_ref: str
    publisher: str | None
    date: DateInterval | None
    said: bool
    act: Act
    stance: Stance
    words: str
    told_by: tuple[str, ...] | None
    origin: str
    repeats: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPosition:
    """What was held in one week or month; ``start`` is its first day."""

    start: date
    position: Position
    agreeing: int
    disagreeing: int
    unclear: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """What one actor holds of one matter.

    Attributes:
        kind: of the actor.
        agreeing: statements for the matter; repetitions count once.
        disagreeing: statements against it.
        unclear: statements that name it and show neither.
        origins: from how many independent origins those for and against come.
        statements: what the actor says, by date, undated last.
        alleged: what others say that he says; it does not count.
        periods: those with a statement, by date; a date that lies in no single one is left out.
        undated: how many statements are in no period.
    """

    matter: str
    actor: ActorId
    name: str
    role: str | None
    kind: ActorKind
    position: Position
    agreeing: int
    disagreeing: int
    unclear: int
    origins: int
    statements: tuple[HeldView, ...]
    alleged: tuple[HeldView, ...]
    periods: tuple[PeriodPosition, ...]
    undated: int


def find_positions(
    connection: Connection,
    matters: Sequence[Matter],
    *,
    by: Period = Period.MONTH,
    ids: Set[ActorId] | None = None,
    since: date | None = None,
    until: date | None = None,
    publisher: str | None = None,
) -> list[PositionView]:
    """Return who holds what of each matter; who says nothing of it is left out.

    Args:
        connection: of the ledger.
        matters: what is asked about.
        by: what changes are shown by.
        ids: only these actors, by canonical ids; None for all.
        since: first day on which a statement may have been said, or else published.
        until: last day of the same.
        publisher: name of who printed it, or part of names.
    """
    told = [*said_on_days(since, until), *_printed_by(connection, publisher)]
    found: list[PositionView] = []
    for matter in matters:
        rows = _rows(connection, matter, ids, told)
        cells: defaultdict[ActorId, list[SaidRow]] = defaultdict(list)
        for row in rows:
            for actor in row.speaker:
                if ids is None or actor in ids:
                    cells[actor].append(row)
        tellers = {actor for row in rows for actor in row.told_by or ()}
        who = find_who(connection, cells.keys() | tellers)
        origins = find_origins(connection, {row.article_id for row in rows})
        stances = {row.id: _stance(row, matter) for row in rows}
        views = [
            _view(matter, who[actor], _held(actor, own, stances, origins, who), by)
            for actor, own in cells.items()
        ]
        found += sorted(views, key=_most_first)
    return found


def _rows(
    connection: Connection,
    matter: Matter,
    ids: Set[ActorId] | None,
    conditions: Iterable[ColumnElement[bool]],
) -> list[SaidRow]:
    """Return the statements on the matter by one of those actors that meet the conditions."""
    if matter.query is None:
        chosen = set(matter.statements or ())
    else:
        chosen = statements_on(connection, matter.query, speakers=ids)
        chosen = chosen if matter.statements is None else chosen & matter.statements
    return said_rows(
        connection,
        chosen,
        *conditions,
        keep=None if ids is None else lambda row: not ids.isdisjoint(row.speaker),
    )


def _printed_by(connection: Connection, name: str | None) -> Iterator[ColumnElement[bool]]:
    """Yield the condition that a statement is of an article of whom the name means."""
    if name is None:
        return
    own = extractions.c.publisher
    meant = publishers_meant(name, connection.execute(select(own).distinct()).scalars())
    unknown = [own.is_(None)] if None in meant else []
    yield or_(own.in_(sorted(each for each in meant if each)), *unknown)


def _stance(row: SaidRow, matter: Matter) -> Stance:
    spoken = Spoken(
        act=row.act,
        quotation=row.quotation,
        cue=row.cue,
        content=row.content,
        others=bool(row.about),
    )
    if matter.query is None:
        return stance_without_query(spoken)
    return stance_of(spoken, matter.query)


def _held(
    actor: ActorId,
    rows: Iterable[SaidRow],
    stances: dict[StatementId, Stance],
    origins: Mapping[ArticleId, str],
    who: Mapping[ActorId, Who],
) -> list[HeldView]:
    """Return the statements of one actor by date, undated last; of the same words the first."""
    found: list[HeldView] = []
    seen: set[tuple[str, bool, tuple[str, ...]]] = set()
    for row in sorted(rows, key=_by_date):
        apart = row.told_by is not None and actor not in row.told_by
        origin = origins.get(row.article_id, row.article_id)
        words = (origin, apart, tokens_of(row.content))
        found.append(
            HeldView(
                statement_id=row.id,
                article_ref=row.ref,
                publisher=row.publisher,
                date=row.said or row.published,
                said=row.said is not None,
                act=row.act,
                stance=stances[row.id],
                words=row.content,
                told_by=tuple(who[each].name for each in row.told_by or ()) if apart else None,
                origin=origin,
                repeats=words in seen,
            )
        )
        seen.add(words)
    return found


def _by_date(row: SaidRow) -> tuple[date, date, str, str]:
    day = row.said or row.published
    return (day.start if day else date.max, day.end if day else date.max, row.ref, row.id)


def _view(matter: Matter, who: Who, held: Sequence[HeldView], by: Period) -> PositionView:
    own = tuple(each for each in held if each.told_by is None)
    counted = [each for each in own if not each.repeats]
    clear = [each for each in counted if each.stance is not Stance.UNCLEAR]
    periods = tuple(_periods(counted, by))
    return PositionView(
        matter=matter.name,
        actor=who.id,
        name=who.name,
        role=who.role,
        kind=who.kind,
        position=position_of(each.stance for each in counted),
        agreeing=_count(counted, Stance.FOR),
        disagreeing=_count(counted, Stance.AGAINST),
        unclear=_count(counted, Stance.UNCLEAR),
        origins=len({each.origin for each in clear}),
        statements=own,
        alleged=tuple(each for each in held if each.told_by is not None),
        periods=periods,
        undated=sum(period_of(each.date, by) is None for each in counted),
    )


def _periods(held: Iterable[HeldView], by: Period) -> Iterator[PeriodPosition]:
    found: defaultdict[date, list[HeldView]] = defaultdict(list)
    for each in held:
        start = period_of(each.date, by)
        if start is not None:
            found[start].append(each)
    for start in sorted(found):
        own = found[start]
        yield PeriodPosition(
            start=start,
            position=position_of(each.stance for each in own),
            agreeing=_count(own, Stance.FOR),
            disagreeing=_count(own, Stance.AGAINST),
            unclear=_count(own, Stance.UNCLEAR),
        )


def _count(held: Iterable[HeldView], stance: Stance) -> int:
    return sum(each.stance is stance for each in held)


def _most_first(view: PositionView) -> tuple[int, int, str, str]:
    return (-view.agreeing - view.disagreeing, -view.unclear, view.name, view.actor)
