"""The gazetteer: states, territories, organisations, bodies and offices by the words for them."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from rejoinder.model.actor import ActorKind
from rejoinder.model.ids import ActorId
from rejoinder.model.listed import ListedActor

__all__ = ["Body", "Entry", "Gazetteer", "Hit", "Sense", "Use", "named_in_phrase", "split_alias"]


class Use(StrEnum):
    """What a phrase of the gazetteer does."""

    NAME = "name"
    METONYM = "metonym"
    PLACE = "place"
    """Never an actor, but what is there is a state's."""
    DEMONYM = "demonym"
    BODY = "body"
    ROLE = "role"
    HONORIFIC = "honorific"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An actor as the tables have it; the fields are those of `rejoinder.model.actor.Actor`.

    Attributes:
        land: a state or a territory: it has bodies and offices of its own.
        past: a state that is no more; "the former Soviet republics" are others.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    land: bool = False
    past: bool = False
    claimed_by: tuple[str, ...] = ()


# Troops, police, courts and assemblies of an organisation are that besides being its own.
_OF_THEIR_OWN = frozenset({"COP", "JUD", "LEG", "MIL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A kind of body that a state has: with a state it makes an entry.

    Attributes:
        name: has ``{}`` where the state's name goes.
        default: id of the entry that the bare words stand for, or None.
    """

    key: str
    prefix: str
    kind: ActorKind
    sector: str
    name: str
    default: str | None

    def of(self, owner: Entry) -> Entry:
        """Return the body of that state, territory or organisation."""
        name = self.name.format(named_in_phrase(owner.name))
        if not owner.land:
            return Entry(
                id=f"{owner.id}-{self.key}",
                name=name,
                kind=owner.kind,
                country=owner.country,
                sector=self.sector if self.sector in _OF_THEIR_OWN else owner.sector,
            )
        code = owner.id.partition(":")[2]
        return Entry(
            id=f"{self.prefix}:{code}-{self.key}",
            name=name,
            kind=self.kind,
            country=owner.country,
            sector="PRE" if owner.sector == "PRE" else self.sector,
        )


_ARTICLE = re.compile(
    r"(United|Ministry|Government|Embassy|Parliament|Czech|Dominican|Democratic|Republic|Central) |"
    r"(Holy|Marshall|Solomon|Organi[sz]ation) |"
    r"(Netherlands|Philippines|Maldives|Bahamas|Comoros|Gambia)$"
)


def named_in_phrase(name: str) -> str:
    """Return a name as it stands within a phrase: some need an article."""
    return f"the {name}" if _ARTICLE.match(name) else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a phrase means; which fields are filled depends on ``use``.

    Attributes:
        key: of a role or an honorific.
        group: roles that may stand for each other.
        sector: PLOVER sector of whoever bears the role; ``=`` means that of the body.
        unique: one bearer a state at a time.
        gender: ``m``, ``f`` or empty.
    """

    use: Use
    entry: Entry | None = None
    body: Body | None = None
    key: str = ""
    group: str = ""
    sector: str = ""
    unique: bool = False
    gender: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase of the gazetteer on tokens ``[first, last)``."""

    first: int
    last: int
    sense: Sense


_Indexed = tuple[list[str], Sense]


class Gazetteer:
    """Finds its phrases in a text, the longest first; capitals must be as in the tables.

    A value: nothing changes it once it is made, and `rejoinder.actors.overlay` makes a new one with
    the actors of a user's list.

    Attributes:
        phrases: each with what it means.
        entries: by id.
        listed: actors of users' lists by id.
        persons: ids of listed persons by the parts of their names; a name that several have is not
            among them.
        given: given names in small letters; an organisation that is called so is not meant where a
            surname follows.
    """

    def __init__(
        self,
        phrases: Sequence[tuple[str, Sense]],
        entries: Sequence[Entry],
        listed: Mapping[str, ListedActor] = MappingProxyType({}),
        persons: Mapping[tuple[str, ...], ActorId] = MappingProxyType({}),
        given: frozenset[str] = frozenset(),
    ) -> None:
        """Index the phrases by their first two words."""
        self.phrases = tuple(phrases)
        self.entries = MappingProxyType({entry.id: entry for entry in entries})
        self.listed = MappingProxyType(dict(listed))
        self.persons = MappingProxyType(dict(persons))
        self.given = given
        index: dict[str, dict[str, list[_Indexed]]] = defaultdict(lambda: defaultdict(list))
        for phrase, sense in self.phrases:
            parts = split_alias(phrase)
            second = parts[1].lower() if len(parts) > 1 else ""
            index[parts[0].lower()][second].append((parts, sense))
        self._index = {
            first: {
                second: sorted(found, key=lambda pair: -len(pair[0]))
                for second, found in behind.items()
            }
            for first, behind in index.items()
        }

    def claims_of(self, claimant: str) -> tuple[str, ...]:
        """Return the ids of the territories that the state or entity of that id claims, sorted."""
        return tuple(sorted(e.id for e in self.entries.values() if claimant in e.claimed_by))

    def find(self, text: Sequence[str], lower: Sequence[str]) -> list[Hit]:
        """Return the phrases in the tokens, from left to right, none overlapping."""
        hits: list[Hit] = []
        place = 0
        while place < len(text):
            if lower[place] not in self._index:
                place += 1
                continue
            hit = self._at(place, text, lower)
            if hit is not None and lower[place] == "the":
                # "The National" is no newspaper in "The National Rifle Association".
                inner = self._at(place + 1, text, lower)
                hit = None if inner is not None and inner.last > hit.last else hit
            if (
                hit is None
                or _is_of_what_followed(hit, lower)
                or self._is_given_name(hit, text, lower)
            ):
                place += 1
            else:
                hits.append(hit)
                place = hit.last
        return hits

    def _at(self, place: int, text: Sequence[str], lower: Sequence[str]) -> Hit | None:
        """Return the longest phrase that begins at the token."""
        behind = self._index.get(lower[place]) if place < len(text) else None
        if behind is None:
            return None
        found = behind.get(lower[place + 1]) if place + 1 < len(text) else None
        hit = _longest(found, text, place) if found else None
        return hit or _longest(behind.get("", ()), text, place)

    def _is_given_name(self, hit: Hit, text: Sequence[str], lower: Sequence[str]) -> bool:
        """Say whether a surname follows what is both an organisation and a given name."""
        entry, behind = hit.sense.entry, hit.last
        if entry is None or entry.land or behind - hit.first > 1 or behind >= len(text):
            return False
        if lower[hit.first] not in self.given:
            return False
        word = text[behind]
        return word[0].isupper() and not word.isupper() and lower[behind] not in self._index


def _is_of_what_followed(hit: Hit, lower: Sequence[str]) -> bool:
    entry, first = hit.sense.entry, hit.first
    if entry is None or not entry.past or not first:
        return False
    before = lower[first - 2] if lower[first - 1] == "-" and first > 1 else lower[first - 1]
    return before in {"former", "ex", "post"}


def _longest(found: Sequence[_Indexed], text: Sequence[str], place: int) -> Hit | None:
    for parts, sense in found:
        last = place + len(parts)
        if last <= len(text) and all(
            map(_same_word, parts, (text[token] for token in range(place, last)))
        ):
            return Hit(first=place, last=last, sense=sense)
    return None


def _same_word(wanted: str, word: str) -> bool:
    if wanted == word:
        return True
    if wanted.lower() != word.lower():
        return False
    if wanted.islower():
        return True
    return word.isupper() if wanted.isupper() and len(wanted) > 1 else word[0].isupper()


_INITIALS = re.compile(r"(?:[A-Za-z]\.)+|[A-Za-z][a-z]{0,4}\.")


def split_alias(alias: str) -> list[str]:
    """Return the words of a phrase as the parser's tokenizer cuts them."""
    words: list[str] = []
    for word in alias.replace("’", "'").split():
        if _INITIALS.fullmatch(word):
            words.append(word)
            continue
        stem, owner = (word[:-2], "'s") if word.endswith("'s") else (word, "")
        words.extend(
            part
            for part in re.split(r"((?<=\w)[-/](?=[^\W\d])|(?<=\d)\+(?=\d)|[',]$)", stem)
            if part
        )
        if owner:
            words.append(owner)
    return words
