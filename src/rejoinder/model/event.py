"""Event: who did what to whom, in PLOVER's names, and who says so."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, ArticleId, EventId, StatementId, content_key
from rejoinder.model.span import Span

__all__ = ["Event", "EventType", "Modality", "event_id"]


class EventType(StrEnum):
    """The sixteen event types of PLOVER 2.0 (manual of 2021)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Modality(StrEnum):
    """Whether the words say that it happened."""

    ACTUAL = "actual"
    ALLEGED = "alleged"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of one type; ``actor`` and ``recipient`` are lists, as PLOVER has them.

    Attributes:
        asserted_by: the statement that claims it, or None where the publisher tells it.
        span: the words that tell it.
        also_asserted_by: the other statements of the article that claim it.
    """

    id: EventId
    article_id: ArticleId
    event_type: EventType
    mode: tuple[str, ...]
    context: tuple[str, ...]
    actor: tuple[ActorId, ...]
    recipient: tuple[ActorId, ...]
    span: Span
    date: DateInterval | None
    asserted_by: StatementId | None
    modality: Modality
    score: float
    also_asserted_by: tuple[StatementId, ...] = ()


def event_id(article_id: ArticleId, event_type: EventType, span: Span) -> EventId:
    """Return the id of an event of that type told in those words."""
    return EventId(content_key("e", article_id, event_type.value, span.start, span.end))
