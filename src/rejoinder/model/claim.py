"""Claim: the statements that put one proposition forward, and those on its other side."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.ids import ActorId, ArticleId, StatementId, content_key
from rejoinder.model.span import Span

__all__ = ["Claim", "ClaimPart", "ClaimStatus", "Side", "Voices", "claim_id", "status_of"]


class Side(StrEnum):
    """What a statement does with a claim's proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONCEDES = "concedes"


class ClaimStatus(StrEnum):
    """How the parties stand to a claim, as far as a ledger knows; never who is right."""

    CONTESTED = "contested"
    """One party asserts and another denies it."""
    CONCEDED = "conceded"
    """Another party than the one who asserts it concedes it, and none denies it since."""
    DENIED = "denied"
    """Somebody denies what nobody is known to assert."""
    UNCONTESTED = "uncontested so far"
    """No other party is known to have denied it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who makes a statement.

    Attributes:
        speakers: empty where the text names nobody.
        parties: the speakers with the states for which they speak.
    """

    speakers: frozenset[ActorId]
    parties: frozenset[ActorId]

    def is_one_with(self, other: "Voices") -> bool:
        """Say whether a speaker is the same, or one is the state for which the other speaks.

        Two who hold offices of one state are two: a president's opponents sit in its parliament.
        """
        return not (
            self.speakers.isdisjoint(other.parties) and other.speakers.isdisjoint(self.parties)
        )

    def faces(self, other: "Voices") -> bool:
        """Say whether both are known, and are not one."""
        return bool(self.speakers and other.speakers) and not self.is_one_with(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPart:
    """A statement's part in a claim; one statement may have parts in several claims.

    Attributes:
        words: which of its words these are, where others of them are part of another claim; else
            empty, which stands for all of them.
    """

    statement_id: StatementId
    article_id: ArticleId
    side: Side
    voices: Voices
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements that put one proposition forward, or its contrary; derived, never stored.

    Attributes:
        id: made from the least of its statements, so that most stay as articles arrive.
        parts: by statement id, each statement once.
    """

    id: str
    parts: tuple[ClaimPart, ...]
    status: ClaimStatus


def claim_id(statements: Iterable[tuple[StatementId, int]]) -> str:
    """Return the id of a claim: made from the least of its statements and their propositions.

    Args:
        statements: ids, each with the number of the proposition in it.

    Raises:
        ValueError: there is none.
    """
    return min(content_key("k", statement, place) for statement, place in statements)


def status_of(parts: Iterable[ClaimPart]) -> ClaimStatus:
    """Return how the parties stand to a claim.

    Somebody unknown is nobody's other party: what an unnamed speaker denies is not contested by it.
    """
    every = tuple(parts)
    asserting, denying, conceding = (
        [part.voices for part in every if part.side is side] for side in Side
    )
    if _has_two_sides(asserting, denying):
        return ClaimStatus.CONTESTED
    if _has_two_sides(asserting, conceding):
        return ClaimStatus.CONCEDED
    return ClaimStatus.UNCONTESTED if asserting or conceding else ClaimStatus.DENIED


def _has_two_sides(left: list[Voices], right: list[Voices]) -> bool:
    return any(one.faces(two) for one in left for two in right)
