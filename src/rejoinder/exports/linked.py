"""Linked: which statements and events hang together by links, and one reference for each such set.

PLOVER's ``link`` is a common reference of related events.
"""

from collections import defaultdict

from rejoinder.model.ids import content_key
from rejoinder.model.record import ArticleRecord

__all__ = ["Linked"]


class Linked:
    """The sets that the links of the records make, grown record by record."""

    def __init__(self) -> None:
        """Start without links."""
        self._root: dict[str, str] = {}
        self._events: set[str] = set()
        self._references: dict[str, str] | None = None

    def add(self, record: ArticleRecord) -> None:
        """Take the record's links."""
        self._references = None
        self._events.update(event.id for event in record.events)
        for link in record.links:
            first, second = sorted((self._find(link.answer), self._find(link.answered)))
            self._root[second] = first

    def reference(self, one: str) -> str | None:
        """Return the reference of the set that a statement or an event is in, or None.

        It is made of the ids of the set's statements, as the id of an exchange is: where no link
        goes to an event, it is the exchange's own id.
        """
        if one not in self._root:
            return None
        if self._references is None:
            self._references = self._named()
        return self._references[self._find(one)]

    def _named(self) -> dict[str, str]:
        members = defaultdict[str, list[str]](list)
        for one in self._root:
            members[self._find(one)].append(one)
        return {
            root: content_key("x", *sorted(one for one in ones if one not in self._events))
            for root, ones in members.items()
        }

    def _find(self, one: str) -> str:
        self._root.setdefault(one, one)
        while self._root[one] != one:
            self._root[one] = self._root[self._root[one]]
            one = self._root[one]
        return one
