"""Profile: what is known of one actor, as sets of facts that only grow."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId, ArticleId
from rejoinder.model.judgement import ActorRef

__all__ = ["Fact", "Facts", "Profile", "Sighting", "facts_of"]


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


Facts = Mapping[Fact, frozenset[str]]
"""The known values of each sort; a sort of which none is known is left out."""

_NOTHING: frozenset[str] = frozenset()


def facts_of(told: Iterable[tuple[Fact, str]]) -> Facts:
    """Return facts, each a sort and a value, by sort."""
    found: defaultdict[Fact, set[str]] = defaultdict(set)
    for sort, value in told:
        found[sort].add(value)
    return {sort: frozenset(values) for sort, values in found.items()}


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
    facts: Facts
    keys: frozenset[str]

    def values(self, fact: Fact) -> frozenset[str]:
        """Return the known values of one sort of fact."""
        return self.facts.get(fact, _NOTHING)

    def beyond(self, other: "Profile") -> Facts:
        """Return the facts that are not known from the other."""
        found = {sort: values - other.values(sort) for sort, values in self.facts.items()}
        return {sort: values for sort, values in found.items() if values}

    def says_more_than(self, other: "Profile") -> bool:
        """Say whether `joined` would add anything to the other."""
        more = self.kind < other.kind or not self.keys <= other.keys
        return more or any(not values <= other.values(sort) for sort, values in self.facts.items())

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
            facts={
                sort: self.values(sort) | other.values(sort)
                for sort in {**self.facts, **other.facts}
            },
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
