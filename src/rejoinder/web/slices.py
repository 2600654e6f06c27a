"""Pages of a list: some of its items, where it goes on, and how many there are in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

__all__ = ["Page", "page_of"]


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[_Item]):
    """Some items of a list.

    Attributes:
        following: the id to go on behind where more follow, else None.
        total: how many the whole list has.
    """

    items: tuple[_Item, ...]
    following: str | None
    total: int


def page_of(found: Sequence[_Item], limit: int, total: int) -> Page[_Item]:
    """Return a page of so many at most; one more than that shows that the list goes on."""
    shown = tuple(found[:limit])
    return Page(items=shown, following=shown[-1].id if len(found) > limit else None, total=total)
