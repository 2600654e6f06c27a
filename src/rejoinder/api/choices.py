"""What callers give for one of a few things, acts or kinds of actors, and how many they want."""

from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from rejoinder.errors import ConfigError

__all__ = ["at_most", "check_days", "choose", "choose_any", "least_score"]

_Choice = TypeVar("_Choice", bound=StrEnum)
_COUNTABLE: Final = 2**62
"""No ledger holds so many of anything, and its database can count as far."""


def choose(kind: type[_Choice], name: str, what: str) -> _Choice:
    """Return the member of that name.

    Args:
        kind: of which it is one.
        name: as its members are written.
        what: how a message calls it, such as "act".

    Raises:
        ConfigError: there is none of that name.
    """
    try:
        return kind(name)
    except ValueError:
        raise ConfigError(f"no {what} {name!r}; choose one of: {', '.join(kind)}") from None


def choose_any(kind: type[_Choice], name: str | None, what: str) -> _Choice | None:
    """Return the same; None, for whichever it is, where no name is given.

    Raises:
        ConfigError: as there.
    """
    return None if name is None else choose(kind, name, what)


def at_most(limit: int | None) -> int | None:
    """Return how many items are wanted at most, as ledgers take it; None for all.

    Raises:
        ConfigError: it is less than none.
    """
    if limit is not None and limit < 0:
        raise ConfigError(f"limit {limit} is less than none; give 0 or more, or None for all")
    return None if limit is None else min(limit, _COUNTABLE)


def least_score(least: float | None) -> float | None:
    """Return the score that something needs; None for any.

    Raises:
        ConfigError: it is not from 0 to 1.
    """
    if least is not None and not 0 <= least <= 1:
        raise ConfigError(f"least score {least:g} is none; give one from 0 to 1, or None for any")
    return least


def check_days(since: date | None, until: date | None) -> None:
    """Refuse what are no two days, or none in their order.

    Raises:
        ConfigError: one is no date, or the last comes before the first.
    """
    for name, day in (("since", since), ("until", until)):
        if day is not None and not isinstance(day, date):
            raise ConfigError(f"{name} {day!r} is no day; give a datetime.date(2022, 11, 8)")
    if since is not None and until is not None and until < since:
        raise ConfigError(f"until {until} comes before since {since}; exchange them")
