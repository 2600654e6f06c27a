"""Identity: which named persons of one article are the same."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.namekeys import has_generation, name_parts, same_name
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.words import Words

__all__ = ["Person", "group_persons"]

_HUMAN_VERBS = frozenset(
    """
    say tell add note stress claim ask warn urge meet speak believe think announce declare
    explain argue accuse criticize criticise deny insist emphasize emphasise reject call condemn
    promise suggest reply respond answer admit recall point comment state underline reiterate
    """.split()
)
_LONGEST_INITIALS = 6
_SHORTEST_MISPRINT = 5
_BARE = 0.75


@dataclass(slots=True)
class Person:
    """One person of the article, while it is being put together.

    Attributes:
        name: the fullest name seen.
        sightings: those that name the person, in text order once grouping is done.
        first: first token that names the person.
    """

    name: str
    sightings: list[Sighting] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    owner: Entry | None = None
    gender: str = ""
    honorific: str = ""

    def add(self, sighting: Sighting) -> None:
        """Take in one more sighting and what it tells."""
        self.sightings.append(sighting)
        if len(name_parts(sighting.name)) > len(name_parts(self.name)):
            self.name = sighting.name
        if sighting.office is not None:
            self.offices.append(sighting.office)
        if sighting.further is not None:
            self.offices.append(sighting.further)
        own = sighting.office.owners[:1] if sighting.office is not None else ()
        self.owner = self.owner or sighting.owner or (own[0] if own else None)
        self.gender = self.gender or sighting.gender
        self.honorific = self.honorific or sighting.honorific

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the words of the fullest name."""
        return name_parts(self.name)

    @property
    def first(self) -> int:
        """Return the first token that names the person."""
        return min(sighting.core[0] for sighting in self.sightings)


def group_persons(
    words: Words,
    sightings: Sequence[Sighting],
    sources: Collection[int],
    listed: Collection[tuple[str, ...]] = (),
) -> list[Person]:
    """Return the persons of the article in order of first mention.

    A run of capitalised words is a person's name where it has a title or an apposition, begins with
    a known given name, speaks (``sources`` holds the tokens that heads of sources lie on), is on a
    user's list (``listed`` holds names in parts), or is part of a name for which that holds.
    """
    named = [s for s in sightings if s.name]
    genders = _genders_by_surname(named)
    persons: list[Person] = []
    for sighting in sorted(named, key=_fullest_first):
        person = _find(persons, sighting, genders)
        if person is None:
            person = Person(name=sighting.name)
            persons.append(person)
        person.add(sighting)
    kept = [
        p
        for p in persons
        if p.parts in listed or any(_is_person(words, s, sources) for s in p.sightings)
    ]
    for person in [p for p in kept if _is_misprint_of_any(p, kept)]:
        kept.remove(person)
        for sighting in person.sightings:
            next(p for p in kept if _is_misprint(person, p)).sightings.append(sighting)
    for person in kept:
        person.sightings.sort(key=lambda s: s.first)
        person.gender = person.gender or _given_gender(person)
    return sorted(kept, key=lambda p: p.first)


def _is_misprint_of_any(person: Person, persons: Sequence[Person]) -> bool:
    alone = len(person.parts) == 1 and len(person.sightings) == 1
    bare = not person.offices and not person.honorific
    return alone and bare and any(_is_misprint(person, other) for other in persons)


def _is_misprint(person: Person, other: Person) -> bool:
    """Say whether a surname printed once lacks a letter of somebody's who is named before."""
    meant = other.parts[-1]
    if len(meant) < _SHORTEST_MISPRINT or len(other.sightings) < 3 or other.first > person.first:
        return False
    return person.parts[0] in {meant[:n] + meant[n + 1 :] for n in range(1, len(meant) - 1)}


def _fullest_first(sighting: Sighting) -> tuple[int, int]:
    parts = name_parts(sighting.name)
    whole = len(parts) > 1 and len(parts[0]) > 1
    return (0 if whole else 1 if len(parts) > 1 else 2, sighting.first)


def _genders_by_surname(named: Sequence[Sighting]) -> dict[str, str]:
    """Return the gender of whoever goes by a surname alone, where its forms of address agree.

    One "Mrs. Vey" among many a "Vey" sets her apart from whoever goes by the bare name.
    """
    told: dict[str, list[str]] = defaultdict(list)
    for sighting in named:
        parts = name_parts(sighting.name)
        if len(parts) == 1:
            told[parts[0]].append(sighting.gender)
    return {
        surname: max(found)
        for surname, found in told.items()
        if len({*found} - {""}) == 1 and found.count("") <= _BARE * len(found)
    }


def _find(
    persons: Sequence[Person], sighting: Sighting, genders: Mapping[str, str]
) -> Person | None:
    parts = name_parts(sighting.name)
    gender = sighting.gender or (genders.get(parts[0], "") if len(parts) == 1 else "")
    named = [
        p for p in persons if same_name(parts, p.parts) and p.gender in {"", gender or p.gender}
    ]
    agreeing = [p for p in named if _may_bear(p, sighting, gender)]
    exact = [p for p in agreeing if p.parts == parts]
    if exact:
        return exact[0]
    if agreeing:
        return _earliest(_foremost(agreeing, sighting))
    # Tables of given names err; who alone is named before bears the surname all the same.
    before = [p for p in named if p.first < sighting.first and not _is_apart(p, sighting)]
    if len(before) == 1 and len(named) == 1:
        return before[0]
    alike = [
        p
        for p in persons
        if same_name(parts, p.parts, exact=False)
        and p.parts[-1:] != parts[-1:]
        and (_offices_agree(p, sighting) or len(parts) < 2)
    ]
    return _earliest(alike) if alike else None


def _may_bear(person: Person, sighting: Sighting, gender: str) -> bool:
    """Say whether the person may be meant; relatives share a surname, but no form of address."""
    given = person.gender or _given_gender(person)
    return {given, gender} != {"m", "f"} and not _is_apart(person, sighting)


def _is_apart(person: Person, sighting: Sighting) -> bool:
    """Say whether the two are told apart by "Jr." or by being somebody's relative.

    "Vey" or "President Vey" is not yet "his wife, Ilona Vey" or "Petros Vey Jr.".
    """
    parts, office = name_parts(sighting.name), sighting.office
    junior = has_generation(person.name) != has_generation(sighting.name)
    relative = any("family" in known.groups for known in person.offices)
    if not (junior or relative) or (relative and _is_relative(sighting)):
        return False
    if junior and 1 in {len(parts), len(person.parts)} and not _is_short_of(sighting, person):
        return True
    if office is not None and office.unique:
        return not any(office.groups & known.groups for known in person.offices)
    if len(parts) > 1:
        return junior and relative
    return relative and sighting.first < person.first and not has_generation(sighting.name)


def _is_short_of(sighting: Sighting, person: Person) -> bool:
    """Say whether a surname alone may mean "Petros Vey Jr."."""
    return len(person.parts) > 1 and not has_generation(sighting.name)


def _is_relative(sighting: Sighting) -> bool:
    return sighting.office is not None and "family" in sighting.office.groups


def _foremost(persons: Sequence[Person], sighting: Sighting) -> Sequence[Person]:
    """Return those of several bearers of a name who are meant sooner than the others."""
    junior = has_generation(sighting.name)
    kept = [
        p
        for p in persons
        if not any("family" in known.groups for known in p.offices)
        and (has_generation(p.name) == junior or not _has_namesake(p, persons))
    ] or persons
    return [p for p in kept if _offices_agree(p, sighting)] or kept


def _has_namesake(person: Person, persons: Sequence[Person]) -> bool:
    """Say whether another of them has the same given name, as a father and a son do."""
    return any(p is not person and p.parts[0] == person.parts[0] for p in persons)


def _earliest(persons: Sequence[Person]) -> Person:
    """Return who is named first: relatives and namesakes named later keep their full names."""
    return min(persons, key=lambda person: person.first)


def _offices_agree(person: Person, sighting: Sighting) -> bool:
    office = sighting.office
    if office is None:
        return False
    return any(
        known.groups & office.groups
        and {o.id for o in known.owners[:1]} == {o.id for o in office.owners[:1]}
        for known in person.offices
    )


def _is_person(words: Words, sighting: Sighting, sources: Collection[int]) -> bool:
    if sighting.office is not None or sighting.honorific:
        return True
    parts = name_parts(sighting.name)
    if len(parts) > 1 and parts[0] in load_genders():
        return True
    if len(parts) == 1 and _is_abbreviation(sighting.name):
        return False
    last = sighting.core[1] - 1
    if sighting.first and words.lower[sighting.first - 1] in {"the", "a", "an"}:
        return False
    if any(token in sources for token in range(sighting.core[0], sighting.core[1])):
        return True
    subject = words.dep[last] in {"nsubj", "nsubjpass"}
    return subject and words.lemma[words.head[last]] in _HUMAN_VERBS


def _is_abbreviation(name: str) -> bool:
    """Say whether the word is an organisation's initials: "MTS", "KIIS"."""
    return name.isupper() and len(name) <= _LONGEST_INITIALS


def _given_gender(person: Person) -> str:
    parts = person.parts
    return load_genders().get(parts[0], "") if len(parts) > 1 else ""
