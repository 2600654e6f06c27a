"""Terrain: the words of an article with the phrases of the gazetteer on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from rejoinder.actors.gazetteer import Entry, Gazetteer, Hit
from rejoinder.actors.words import Words

__all__ = ["Owned", "Terrain"]


@dataclass(frozen=True, slots=True)
class Terrain:
    """The words of an article with the gazetteer's hits on them.

    Attributes:
        at: the hit on each token, or None.
        owned: the owners of each body hit, by its first token; filled while bodies are found.
    """

    words: Words
    gazetteer: Gazetteer
    hits: Sequence[Hit]
    at: Sequence[Hit | None]
    owned: "dict[int, Owned]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A phrase on tokens ``[first, last)`` with those whose body or office it is."""

    first: int
    last: int
    owners: tuple[Entry, ...] = ()
    body: Entry | None = None
    former: bool = False
    possessed: bool = False
    article: str = ""
