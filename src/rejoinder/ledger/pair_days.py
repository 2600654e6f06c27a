"""Days in whole years and months, so that few rows need be added up; pure."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Blocks", "blocks"]

_Range = tuple[int, int]
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Stretches of days, from first to last as ordinals, that together are all days.

    Attributes:
        years: of whole years.
        months: of whole months beside these.
        days: beside both.
    """

    years: tuple[_Range, ...]
    months: tuple[_Range, ...]
    days: tuple[_Range, ...]


def blocks(since: int, until: int) -> Blocks:
    """Return the whole years from day to day, the whole months beside, and the days beside these.

    Args:
        since: first day, 1 is 0001-01-01.
        until: last day.
    """
    if since > until:
        return Blocks(years=(), months=(), days=())
    months, years = _inside(since, until, months=1), _inside(since, until, months=_YEAR)
    if months is None:
        return Blocks(years=(), months=(), days=((since, until),))
    return Blocks(
        years=() if years is None else (years,),
        months=(months,) if years is None else _beside(*months, years),
        days=_beside(since, until, months),
    )


def _beside(since: int, until: int, inner: _Range) -> tuple[_Range, ...]:
    """Return what lies before and behind the inner stretch."""
    both = ((since, inner[0] - 1), (inner[1] + 1, until))
    return tuple(each for each in both if each[0] <= each[1])


def _inside(since: int, until: int, *, months: int) -> _Range | None:
    """Return the first and last day of the whole years or months from day to day."""
    first, last = date.fromordinal(since), date.fromordinal(until)
    begin = since if _start(first, months) == since else _after(first, months)
    end = until if _after(last, months) == until + 1 else _start(last, months) - 1
    return (begin, end) if begin <= end else None


def _start(day: date, months: int) -> int:
    """Return the first day of the year or the month that holds a day."""
    return day.replace(month=1 if months == _YEAR else day.month, day=1).toordinal()


def _after(day: date, months: int) -> int:
    """Return the first day after the year or the month that holds a day."""
    number = day.year * _YEAR + (0 if months == _YEAR else day.month - 1) + months
    if number // _YEAR > date.max.year:
        return date.max.toordinal() + 1
    return date(number // _YEAR, number % _YEAR + 1, 1).toordinal()
