"""What the chart of tension draws: periods with a record, each with its last day."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rejoinder.api import TensionPoint

__all__ = ["TensionRow", "tension_rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionRow:
    """A week, month or year with something said or done in it."""

    first: date
    last: date
    point: "TensionPoint"


def tension_rows(points: "Sequence[TensionPoint]", by: str) -> tuple[TensionRow, ...]:
    """Return a row for each period with a record.

    Args:
        points: of tension.
        by: week, month or year.
    """
    return tuple(
        TensionRow(first=point.start, last=_last(point.start, by), point=point)
        for point in points
        if point.together.records or point.alleged.records
    )


def _last(first: date, by: str) -> date:
    if by == "week":
        return first + timedelta(days=6)
    if by == "year":
        return first.replace(month=12, day=31)
    return first.replace(day=monthrange(first.year, first.month)[1])
