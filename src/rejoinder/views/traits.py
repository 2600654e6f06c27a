"""What is known of one actor, for pages: names, roles, whom it accuses and who accuses it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rejoinder.ledger.presence import Presence
from rejoinder.model.ids import ActorId
from rejoinder.model.statement import Act

__all__ = [
    "MOST",
    "Blame",
    "Blamed",
    "Form",
    "Named",
    "RoleTimes",
    "blamed",
    "blames_of",
    "forms_of",
    "roles_of",
]

MOST: Final = 20
"""So many of those who are accused or accuse are shown."""
_BLAMING: Final = (Act.ACCUSE, Act.CRITICISE)
_Count = tuple[ActorId, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor by its id in the ledger, and what the ledger calls it."""

    id: ActorId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A name that articles use.

    Attributes:
        articles: how many use it.
        publishers: of these, the publishers with how many each, most first, unknown last.
    """

    name: str
    articles: int
    publishers: tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTimes:
    """What articles say an actor is, and when they say it.

    Attributes:
        articles: how many.
        first: month (or year) of the first that is dated, as ``2022-11``; None: none is.
        last: the same of the last.
    """

    role: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """How often one accuses and criticises another, in statements."""

    actor: Named
    accuse: int
    criticise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blamed:
    """All whom one accuses or criticises, or who do so to one.

    Attributes:
        actors: how many they are.
        statements: in how many statements; one that is about two counts for each.
        most: those of most statements first, no more than twenty.
    """

    actors: int
    statements: int
    most: tuple[Blame, ...]


def blames_of(actor: ActorId, presence: Presence) -> tuple[list[_Count], list[_Count]]:
    """Return whom the actor accuses and criticises how often, and who does so to it."""
    accuses: dict[str, Counter[str]] = defaultdict(Counter)
    accused_by: dict[str, Counter[str]] = defaultdict(Counter)
    for (speaker, target, act), count in presence.pairs.items():
        if act not in _BLAMING:
            continue
        if speaker == actor:
            accuses[target][act] += count
        if target == actor:
            accused_by[speaker][act] += count
    return _most_first(accuses), _most_first(accused_by)


def _most_first(counts: Mapping[str, Counter[str]]) -> list[_Count]:
    found = [(ActorId(each), own[Act.ACCUSE], own[Act.CRITICISE]) for each, own in counts.items()]
    return sorted(found, key=lambda each: (-each[1] - each[2], -each[1], each[0]))


def blamed(counts: Sequence[_Count], names: Mapping[ActorId, str]) -> Blamed:
    """Return those counts with names, which those shown must have."""
    return Blamed(
        actors=len(counts),
        statements=sum(accuse + criticise for _, accuse, criticise in counts),
        most=tuple(
            Blame(actor=Named(id=each, name=names[each]), accuse=accuse, criticise=criticise)
            for each, accuse, criticise in counts[:MOST]
        ),
    )


def forms_of(presence: Presence) -> tuple[Form, ...]:
    """Return every name that articles use, those of most articles first."""
    carried: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, fact, value, place), count in presence.places.items():
        if fact == "form":
            carried[value][place] += count
    forms = [
        Form(
            name=name,
            articles=places.total(),
            publishers=tuple(
                (place or None, places[place])
                for place in sorted(places, key=lambda each: (not each, -places[each], each))
            ),
        )
        for name, places in carried.items()
    ]
    return tuple(sorted(forms, key=lambda form: (-form.articles, -len(form.name), form.name)))


def roles_of(presence: Presence) -> tuple[RoleTimes, ...]:
    """Return what articles say an actor is, by the first month in which they say it."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, fact, value, place), count in presence.places.items():
        if fact == "role":
            given[value][place] += count
    found = []
    for role, places in given.items():
        dated = sorted(each for each in places if each)
        found.append(
            RoleTimes(
                role=role,
                articles=places.total(),
                first=dated[0] if dated else None,
                last=dated[-1] if dated else None,
            )
        )
    return tuple(
        sorted(found, key=lambda each: (each.first is None, each.first, -each.articles, each.role))
    )
