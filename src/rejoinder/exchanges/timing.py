"""What may follow what: days, and where they are not known."""

from collections.abc import Iterable
from datetime import timedelta

from rejoinder.exchanges.parties import is_state_id
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId

__all__ = ["WINDOW", "holding", "in_time", "is_open", "near_in_time"]

WINDOW = timedelta(days=14)
"""An answer comes no later than this."""

# From the first to the last day of any year it is less.
_OPEN = timedelta(days=366)


def in_time(answer: DateInterval | None, answered: DateInterval | None) -> bool:
    """Say whether an answer may follow: not before, not later than the window; open dates may."""
    if answer is None or answered is None:
        return True
    return answered.start <= answer.end and answer.start <= answered.end + WINDOW


def is_open(*dates: DateInterval | None) -> bool:
    """Say whether one of the dates is unknown, or spans more than a year."""
    return any(when is None or when.end - when.start >= _OPEN for when in dates)


def holding(actors: Iterable[ActorId], *dates: DateInterval | None) -> bool:
    """Say whether the actors that two statements have in common are enough to compare them.

    Where a date is open a state is not: its words of all years could be meant, and each new article
    would have to be compared with all of them.
    """
    common = frozenset(actors)
    if is_open(*dates):
        common = frozenset(actor for actor in common if not is_state_id(actor))
    return bool(common)


def near_in_time(left: DateInterval | None, right: DateInterval | None) -> bool:
    """Say whether the two lie within the window of each other; open dates may."""
    return in_time(left, right) or in_time(right, left)
