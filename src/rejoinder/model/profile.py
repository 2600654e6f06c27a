"""Profile: what is known of one actor, as sets of facts that only grow."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef

__all__ = ["Fact", "Profile", "Sighting"]


class Fact(StrEnum):
    """What sort of thing is known of an actor; the value is a string in each case."""

    NAME = "name"
    """A form of the name, as printed."""
    COUNTRY = "country"
    SECTOR = "sector"
    OFFICE = "office"
    """``owner/office/year``: whose, which, and when an article gave it; the year may be empty."""
    FORMER = "former"
    """An office that is no longer held, in the form of ``OFFICE``."""
    GENDER = "gender"
    YEAR = "year"
    """A year in which an article that mentions the actor came out."""
    STATE = "state"
    """A country code: an article that mentions the actor mentions that state."""
    BESIDE = "beside"
    """The id of another actor of like name in one article."""
    HOME = "home"
    """``country/kind``: of an office whose words name its state, and what kind of office it is."""
    PLAIN = "plain"
    """``given`` or ``family``: which name a person's id begins with, where tables know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What is known of one actor.

    Facts and keys are sets: the profile of several articles is the union of theirs, in whatever
    order they came.

    Attributes:
        keys: the blocks that the profile is found by; opaque.
    """

    ref: ActorRef
    kind: ActorKind
    facts: frozenset[tuple[Fact, str]]
    keys: frozenset[str]

    def values(self, fact: Fact) -> frozenset[str]:
        """Return the known values of one sort of fact."""
        return frozenset(value for sort, value in self.facts if sort is fact)

    def joined(self, other: "Profile") -> "Profile":
        """Return everything that is known from either.

        Raises:
            ValueError: they are not of one ref.
        """
        if self.ref != other.ref:
            raise ValueError(f"not profiles of one actor: {self.ref!r}, {other.ref!r}")
        return Profile(
            ref=self.ref,
            kind=min(self.kind, other.kind),
            facts=self.facts | other.facts,
            keys=self.keys | other.keys,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A person whom an article gives a country and a role.

    Attributes:
        states: country codes of the states that the article mentions.
    """

    actor: ActorId
    article: ArticleId
    country: str
    role: str
    sector: str | None
    states: frozenset[str]
