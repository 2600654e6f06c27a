"""Days in whole months, so that few rows need be added up; pure."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Blocks", "blocks"]

_Range = tuple[int, int]
_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Stretches of days, from first to last as ordinals, that together are all days.

    Attributes:
        months: of whole months.
        days: beside them.
    """

    months: tuple[_Range, ...]
    days: tuple[_Range, ...]


def blocks(since: int, until: int) -> Blocks:
    """Return the whole months from day to day, and the days beside them.

    Args:
        since: first day, 1 is 0001-01-01.
        until: last day.
    """
    if since > until:
        return Blocks(months=(), days=())
    months = _inside(since, until)
    if months is None:
        return Blocks(months=(), days=((since, until),))
    beside = ((since, months[0] - 1), (months[1] + 1, until))
    return Blocks(months=(months,), days=tuple(each for each in beside if each[0] <= each[1]))


def _inside(since: int, until: int) -> _Range | None:
    """Return the first and last day of the whole months from day to day."""
    first, last = date.fromordinal(since), date.fromordinal(until)
    begin = since if first.day == 1 else _after(first)
    end = until if _after(last) == until + 1 else last.replace(day=1).toordinal() - 1
    return (begin, end) if begin <= end else None


def _after(day: date) -> int:
    """Return the first day after the month that holds a day."""
    number = day.year * _YEAR + day.month
    if number // _YEAR > date.max.year:
        return date.max.toordinal() + 1
    return date(number // _YEAR, number % _YEAR + 1, 1).toordinal()
