"""What linking needs from a ledger, satisfied by shape."""

from collections.abc import Collection, Iterator
from typing import Protocol

from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord

__all__ = ["Earlier"]


class Earlier(Protocol):
    """The records that were kept before, found by their actors.

    Both methods go by the ids as the statements carry them (``speaker`` and ``about``), may return
    more than was asked for, and may return an article twice; they must not return less, but that
    for states what has no date (``rejoinder.exchanges.timing.holding``) may be left out.
    """

    def records_speaking(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Return the records in which one of the actors is the speaker of a statement."""
        ...

    def records_about(self, actors: Collection[ActorId]) -> Iterator[ArticleRecord]:
        """Return the records with a statement about one of the actors."""
        ...
