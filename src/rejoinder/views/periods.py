"""Periods: the week, month or year in which a day lies."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from rejoinder.model.date import DateInterval

__all__ = ["Period", "period_between", "period_of", "periods_between"]

_WEEK = timedelta(days=7)


class Period(StrEnum):
    """What counts are made by; weeks begin on Monday."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def period_of(day: DateInterval | None, period: Period) -> date | None:
    """Return the first day of the period that holds the whole interval; None where none does."""
    return None if day is None else period_between(day.start, day.end, period)


def period_between(first: date, last: date, period: Period) -> date | None:
    """Return the first day of the period that holds both days; None where none does."""
    start = _first(first, period)
    return start if start == _first(last, period) else None


def periods_between(first: date, last: date, period: Period) -> Iterator[date]:
    """Yield the first days of all periods from that of one day to that of another."""
    start = _first(first, period)
    while start <= last:
        yield start
        if period is Period.WEEK:
            start += _WEEK
        else:
            step = timedelta(days=32 if period is Period.MONTH else 367)
            start = _first(start + step, period)


def _first(day: date, period: Period) -> date:
    if period is Period.WEEK:
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if period is Period.MONTH else day.replace(month=1, day=1)
