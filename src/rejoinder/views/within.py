"""What may have been said from one day to another, of what is made of several statements."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Column, ColumnElement, Table, exists, or_, select

__all__ = ["within"]


def within(
    part: Column[int], since: date | None, until: date | None, *, whole: Table
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions that one of its statements may have been made on those days.

    Args:
        part: the column of the table of statements, with their first and last days, that holds the
            number of the whole.
        since: the first of the days; None for no first.
        until: the last of them; None for no last.
        whole: the table with a row for each; its first and last days answer nearly always.
    """
    own, days = whole.c, part.table.c
    if since is not None:
        yield own.latest >= since.toordinal()
    if until is not None:
        yield own.earliest.between(1, until.toordinal())
    if since is not None and until is not None:
        met = (days.first_day.is_not(None), days.last_day >= since, days.first_day <= until)
        yield or_(
            own.earliest >= since.toordinal(),
            own.latest <= until.toordinal(),
            exists(select(1).where(part == own.seq, *met).correlate(whole)),
        )
