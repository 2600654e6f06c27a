"""Exchange: linked statements between parties, in order."""

from dataclasses import dataclass

from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.link import Link

__all__ = ["Exchange", "Turn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A statement's place in an exchange.

    Attributes:
        answers: the links by which it answers earlier turns; empty for one that opens.
        nested: the statement in whose content it survives, or None where it is told by itself.
    """

    statement_id: StatementId
    answers: tuple[Link, ...]
    nested: StatementId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A connected set of statements between parties; derived, never stored.

    Attributes:
        id: made from the ids of its statements.
        parties: those who speak or are spoken about, most turns first.
        turns: in order of what answers what, then of date and text.
        unanswered: accusations and demands in it that no turn answers.
    """

    id: str
    title: str
    parties: tuple[ActorId, ...]
    turns: tuple[Turn, ...]
    unanswered: tuple[StatementId, ...]
