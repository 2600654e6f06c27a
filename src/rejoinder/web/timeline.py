"""What the timeline of the overview draws: statements by day, month or year, in groups of acts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from rejoinder.web.words import ACT_GROUPS, group_of

if TYPE_CHECKING:
    from rejoinder.api.workbench import DayView

__all__ = ["ChartRow", "chart_rows"]

_MOST_ROWS: Final = 240
"""More columns cannot be told apart, and nobody reads a longer table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """How many statements were made from one day to another.

    Attributes:
        counts: by group of acts, in the order of ``ACT_GROUPS``.
    """

    first: date
    last: date
    counts: tuple[int, ...]


def chart_rows(days: "Sequence[DayView]") -> tuple[ChartRow, ...]:
    """Return a row for each day on which something was said, or month or year where they are many.

    Times in which nothing was said have no row.
    """
    spans = ((day.day, day.day) for day in days)
    if len(days) > _MOST_ROWS:
        spans = ((_first(day.day, months=1), _last(day.day, months=1)) for day in days)
        if len({(day.day.year, day.day.month) for day in days}) > _MOST_ROWS:
            spans = ((_first(day.day, months=12), _last(day.day, months=12)) for day in days)
    counted: dict[tuple[date, date], Counter[str]] = {}
    for span, day in zip(spans, days, strict=True):
        counts = counted.setdefault(span, Counter())
        for act, count in day.acts:
            counts[group_of(act)] += count
    return tuple(
        ChartRow(first=first, last=last, counts=tuple(counts[group.key] for group in ACT_GROUPS))
        for (first, last), counts in sorted(counted.items())
    )


def _first(day: date, *, months: int) -> date:
    return day.replace(month=1, day=1) if months == 12 else day.replace(day=1)


def _last(day: date, *, months: int) -> date:
    if months == 12:
        return day.replace(month=12, day=31)
    following = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return following - timedelta(days=1)
