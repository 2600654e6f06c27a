"""Positions: what a statement holds of a matter, and what that makes of who speaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rejoinder.model.ids import ActorId, StatementId

__all__ = ["Coding", "Position", "Stance", "position_of"]


class Stance(StrEnum):
    """What one statement holds of a matter, as far as its words show it."""

    FOR = "for"
    AGAINST = "against"
    UNCLEAR = "unclear"


class Position(StrEnum):
    """What all that somebody said of a matter comes to."""

    FOR = "for"
    AGAINST = "against"
    MIXED = "mixed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One statement of a discourse network, in DNA's terms.

    Attributes:
        statement: its id.
        actor: who speaks; ``person`` says whether DNA would call that a person.
        organization: of a person, the state whose official most articles show; None where none is.
        concept: the matter.
        agreement: for it, or against it.
        day: when it was said, or else published; None where neither is known to the day.
        document: the article, by what the input called it.
        origin: from where the article's text comes, see `rejoinder.model.copies.by_origin`.
        text: the words.
    """

    statement: StatementId
    actor: ActorId
    name: str
    person: bool
    organization: str | None
    concept: str
    agreement: bool
    day: date | None
    document: str
    publisher: str | None
    origin: str
    text: str


def position_of(stances: Iterable[Stance]) -> Position:
    """Return what stances come to; those that are unclear do not count beside others."""
    clear = {each for each in stances if each is not Stance.UNCLEAR}
    if len(clear) > 1:
        return Position.MIXED
    return Position(clear.pop().value) if clear else Position.UNCLEAR
