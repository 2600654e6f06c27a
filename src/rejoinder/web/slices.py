"""Pages of a list that is held whole: what comes after one of its items."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from rejoinder.errors import NotFound

__all__ = ["slice_after"]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


def slice_after(
    items: Sequence[_Item], after: str | None, limit: int
) -> tuple[Sequence[_Item], str | None]:
    """Return the items behind the one with that id, and the id to go on behind, if any follow.

    Raises:
        NotFound: the list has no such item.
    """
    start = 0
    if after is not None:
        start = next((n for n, each in enumerate(items, start=1) if each.id == after), -1)
        if start < 0:
            raise NotFound(f"nothing goes by {after!r} in this list; begin it anew")
    shown = items[start : start + limit]
    more = start + limit < len(items)
    return shown, shown[-1].id if more else None
