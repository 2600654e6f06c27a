"""Sighting: words that mention somebody, before it is known whom."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.actors.gazetteer import Body, Entry
from rejoinder.model.actor import ActorKind, MentionKind
from rejoinder.model.ids import ActorId

__all__ = ["Epithet", "Office", "Seen", "Sighting", "Sort"]


class Sort(StrEnum):
    """What sort of words stand for an actor that only the text around them tells."""

    COUNTRY = "country"
    KIND = "kind"
    PAIR = "pair"
    GROUP = "group"
    TAIL = "tail"
    COMPATRIOT = "compatriot"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Epithet:
    """Words such as "the country", "both sides", "the watchdog", "the envoys".

    Attributes:
        among: country codes that it may mean; empty for any.
        kinds: kinds of actors that it may mean; empty for any.
        key: of the group that it names again; the last word of the name.
        sector: of that group, if it has to be made.
        whose: ``"own"`` in "his country", ``"our"`` in "our country", ``"other"`` in "the
            neighbouring country", else empty.
        first: may be the first mention, of a group in the land that the article is about.
    """

    sort: Sort
    among: frozenset[str] = frozenset()
    kinds: frozenset[ActorKind] = frozenset()
    key: str = ""
    sector: str = ""
    whose: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or an affiliation, as one noun phrase gives it.

    Attributes:
        first: first token of the phrase, its article included.
        last: token behind the phrase, complements included.
        nouns: tokens of the role noun itself.
        groups: groups of role nouns that the phrase uses (`roles.tsv`).
        owners: states and organisations named as its own; one for each bearer in a plural.
        body: the ministry, parliament ... that it belongs to, if any.
        former: no longer held.
        definite: has a definite article, a possessor or an owner.
        patron: first token of the name of whom one speaks for: "a spokesman for Ilona Vey".
        whose: surname, in small letters, of the person served: "Vey's lawyer", "an aide to Vey".
    """

    first: int
    last: int
    nouns: tuple[int, int]
    key: str
    groups: frozenset[str]
    sector: str
    unique: bool
    plural: bool
    gender: str
    owners: tuple[Entry, ...] = ()
    body: Entry | None = None
    former: bool = False
    definite: bool = False
    patron: int | None = None
    whose: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """One noun phrase on tokens ``[first, last)``; ``core`` is the name inside it.

    Exactly one of ``entry`` (known from the tables), ``name`` (a person's), ``body`` (whose owner
    is still to be found), ``epithet`` and ``office`` alone says what kind of sighting it is; a
    named person may have an office besides, and a ``further`` one behind the name.
    """

    first: int
    last: int
    core: tuple[int, int]
    kind: MentionKind
    entry: Entry | None = None
    name: str = ""
    body: Body | None = None
    office: Office | None = None
    further: Office | None = None
    epithet: Epithet | None = None
    owner: Entry | None = None
    gender: str = ""
    honorific: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A sighting with those it mentions; nobody where that is not known."""

    sighting: Sighting
    actors: tuple[ActorId, ...]
