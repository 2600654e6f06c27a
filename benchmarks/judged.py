"""What somebody judged by reading, kept by its places and without a word of the articles."""

import hashlib
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from rejoinder.model.event import Event
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span, merge, overlap
from rejoinder.model.statement import Statement

__all__ = ["Told", "draw", "is_at", "place_of"]

_LEAST_IOU = 0.5
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with its article, or an event that the article tells."""

    record: ArticleRecord
    statement: Statement | Event

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return where it is told: a statement's content, an event's words."""
        if isinstance(self.statement, Event):
            return (self.statement.span,)
        return self.statement.content

    @property
    def actors(self) -> tuple[ActorId, ...]:
        """Return who says it, or who does what is told."""
        if isinstance(self.statement, Event):
            return self.statement.actor
        return self.statement.speaker

    @property
    def kind(self) -> str:
        """Return the statement's act or the event's type."""
        if isinstance(self.statement, Event):
            return self.statement.event_type.value
        return self.statement.act.value

    @property
    def words(self) -> str:
        """Return those words, their parts joined."""
        text = self.record.article.text
        return " … ".join(span.text_of(text) for span in self.spans)


def draw(found: Sequence[_T], count: int, seed: int) -> list[_T]:
    """Return so many of them; the same for the same seed."""
    shuffled = list(found)
    random.Random(seed).shuffle(shuffled)
    return shuffled[:count]


def place_of(told: Told) -> dict[str, Any]:
    """Return where it stands, with a digest of its words."""
    return {
        "article": told.record.article.ref,
        "publisher": told.record.article.publisher,
        "content": [[span.start, span.end] for span in told.spans],
        "sha256": hashlib.sha256(told.words.encode()).hexdigest()[:16],
    }


def is_at(told: Told, place: Mapping[str, Any]) -> bool:
    """Return whether it stands at that place, or at one that has half of both in common."""
    if told.record.article.ref != place["article"]:
        return False
    meant = tuple(Span(*ends) for ends in place["content"])
    union = sum(map(len, merge((*told.spans, *meant))))
    return overlap(told.spans, meant) >= _LEAST_IOU * union
