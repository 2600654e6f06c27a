"""Words that callers give for one of a few things: acts, kinds of actors, verdicts and the like."""

from enum import StrEnum
from typing import TypeVar

from rejoinder.errors import ConfigError

__all__ = ["choose", "choose_any"]

_Choice = TypeVar("_Choice", bound=StrEnum)


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
