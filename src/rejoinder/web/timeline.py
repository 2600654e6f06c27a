"""What the timeline of the overview draws: statements by day, month or year, in groups of acts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from rejoinder.web.words import ACT_GROUPS, group_of

if TYPE_CHECKING:
    from rejoinder.api.workbench import PeriodView

__all__ = ["MOST_ROWS", "ChartRow", "chart_rows"]

MOST_ROWS: Final = 240
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


def chart_rows(periods: "Iterable[PeriodView]") -> tuple[ChartRow, ...]:
    """Return a row for each period in which something was said."""
    return tuple(
        ChartRow(first=each.first, last=each.last, counts=_counts(each)) for each in periods
    )


def _counts(period: "PeriodView") -> tuple[int, ...]:
    counts: Counter[str] = Counter()
    for act, count in period.acts:
        counts[group_of(act)] += count
    return tuple(counts[group.key] for group in ACT_GROUPS)
