"""Link: one statement answers, denies, counters ... another."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.ids import EventId, LinkId, StatementId, content_key
from rejoinder.model.span import Span

__all__ = ["Link", "Relation", "link_id"]


class Relation(StrEnum):
    """How the later statement stands to the earlier one (DESIGN §2)."""

    ANSWERS = "answers"
    DENIES = "denies"
    COUNTERS = "counters"
    REFUSES = "refuses"
    ACCEPTS = "accepts"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    REPEATS = "repeats"
    MEDIATES = "mediates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """``answer`` stands in ``relation`` to ``answered``; on the wire ``from`` and ``to``.

    Attributes:
        answered: a statement, or an event that only the publisher tells.
        explicit: the text marks it.
        evidence: the words that mark it, in the article of ``answer``; None where inferred.
        score: how likely it is that both ends are said, 0 to 1; of a repetition, how alike.
        drawn: a person drew it.
    """

    id: LinkId
    answer: StatementId
    answered: StatementId | EventId
    relation: Relation
    explicit: bool
    evidence: Span | None
    score: float
    drawn: bool = False


def link_id(answer: StatementId, answered: StatementId | EventId, relation: Relation) -> LinkId:
    """Return the id of that relation between those two."""
    return LinkId(content_key("l", answer, answered, relation.value))
