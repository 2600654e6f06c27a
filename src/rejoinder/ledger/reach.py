"""From which day to which something reaches that is made of statements; pure."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

__all__ = ["Reach", "reach"]


class Reach(TypedDict):
    """The first and the last possible day, from 0001-01-01 as 1; 0: none has a date."""

    earliest: int
    latest: int


def reach(days: Iterable[tuple[date | None, date | None]]) -> Reach:
    """Return the first and the last of all days.

    Args:
        days: first and last possible day of each statement; both None where it has no date.
    """
    known = [(first, last) for first, last in days if first and last]
    return Reach(
        earliest=min((first.toordinal() for first, _ in known), default=0),
        latest=max((last.toordinal() for _, last in known), default=0),
    )
