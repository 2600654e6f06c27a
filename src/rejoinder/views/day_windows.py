"""Statements in the order of their days, taken a stretch of days at a time.

What is said on which day is known without looking at statements (``speech_days``), so that the
first fifty of a million are found without putting the million in order.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from rejoinder.ledger.days import first_days
from rejoinder.ledger.schema import extractions, speech_days, statements
from rejoinder.model.ids import StatementId

__all__ = ["first_ids_by_day", "ids_by_day"]

_DAY: Final = func.coalesce(statements.c.said_start, extractions.c.published_start)
_ROWS: Final = (400, 4_000, 40_000)


def ids_by_day(
    connection: Connection,
    query: Select[Any],
    order: tuple[ColumnElement[Any], ...],
    *,
    limit: int,
    begin: date | None = None,
    since: date | None = None,
    until: date | None = None,
    rows: Sequence[int] = _ROWS,
) -> list[StatementId]:
    """Return the first ids that a query for statements gives in an order that begins with days.

    Args:
        connection: of the ledger.
        query: for statements joined with their extractions.
        order: by first possible day, else the article's, undated last; then by anything.
        limit: at most so many.
        begin: nothing that the query gives has an earlier first day.
        since: nothing that it gives has an earlier last day.
        until: nothing that it gives has a later first day.
        rows: how many articles' days the stretches have; then comes all that is left.
    """
    chosen = query.with_only_columns(statements.c.id).order_by(*order)
    least, greatest = _between(begin, since, until)
    stretches = _stretches(connection, least, greatest, rows)
    found = _taken(connection, chosen, stretches, limit)
    if len(found) >= limit:
        return found
    undated = chosen.where(_among(speech_days.c.first_day == ""), _DAY.is_(None))
    undated = undated.limit(limit - len(found))
    return [*found, *(StatementId(each) for each in connection.execute(undated).scalars())]


def first_ids_by_day(
    connection: Connection,
    query: Select[Any],
    order: tuple[ColumnElement[Any], ...],
    *,
    limit: int,
    begin: date | None,
    rows: Sequence[int],
) -> list[StatementId]:
    """Return of the same what lies in the first stretches alone; there may be more behind them."""
    chosen = query.with_only_columns(statements.c.id).order_by(*order)
    every = list(_stretches(connection, *_between(begin, None, None), rows))
    return _taken(connection, chosen, every[:-1], limit)


def _between(begin: date | None, since: date | None, until: date | None) -> tuple[str, str]:
    least, greatest = first_days(since or date.min, until or date.max)
    return (least if begin is None else max(least, begin.isoformat())), greatest


def _taken(
    connection: Connection, chosen: Select[Any], stretches: Iterable[tuple[str, str]], limit: int
) -> list[StatementId]:
    """Return the first ids of stretches that follow each other."""
    found: list[StatementId] = []
    for n, (first, last) in enumerate(stretches):
        # Before the first stretch lies only what takes longer than any day that is kept.
        few = chosen.where(_said_in(first, last, open_=n == 0)).limit(limit - len(found))
        found += (StatementId(each) for each in connection.execute(few).scalars())
        if len(found) >= limit:
            break
    return found


def _stretches(
    connection: Connection, least: str, greatest: str, sizes: Iterable[int]
) -> Iterator[tuple[str, str]]:
    """Yield stretches of days in their order, which leave out none."""
    own = speech_days.c.first_day
    for size in sizes:
        nth = select(own).where(own >= least, own <= greatest).order_by(own).offset(size).limit(1)
        last = connection.execute(nth).scalar()
        if last is None or last >= greatest:
            break
        yield least, last
        least = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    yield least, greatest


def _said_in(first: str, last: str, *, open_: bool) -> ColumnElement[bool]:
    own = speech_days.c.first_day
    days = [date.fromisoformat(last) >= _DAY]
    days += [] if open_ else [date.fromisoformat(first) <= _DAY]
    # What has no day of its own there has none, or one that is a year long.
    return and_(_among(or_(own == "", and_(own >= first, own <= last))), *days)


def _among(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return statements.c.extraction_id.in_(select(speech_days.c.extraction_id).where(condition))
