"""Long lists of ids in pieces that fit into one query."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

__all__ = ["chunks"]

Item = TypeVar("Item")


def chunks(items: Sequence[Item], size: int = 400) -> Iterator[Sequence[Item]]:
    """Yield the items in their order, at most ``size`` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
