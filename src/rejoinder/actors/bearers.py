"""Bearers: who "the president", "the ex-envoy", "Morland's foreign minister" is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.groups import bearers_entry
from rejoinder.actors.identity import Person
from rejoinder.actors.lands import antecedent_state
from rejoinder.actors.mentions import Survey
from rejoinder.actors.nouns import load_ranks
from rejoinder.actors.offices import speaks_for_somebody
from rejoinder.actors.profiles import Profile, agent_profile, holder_profile, table_profile
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind

__all__ = ["ONE_OF_THEM", "Bearers", "agrees_by_rank", "determiner", "offices_agree"]

_NEAR = 2
_GENERIC = frozenset({"minister", "leader"})
# Groups whose members may be called by each other's nouns.
_LOOSE = frozenset("expert spokesperson envoy legislator commander journalist fighter".split())
# Who, without a name, is still somebody by whom he speaks for.
_SPEAK_FOR_OWNER = frozenset("spokesperson official envoy commander".split())
_OWNING = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT_BODY,
        ActorKind.ARMED_FORCE,
        ActorKind.IGO,
        ActorKind.NGO,
        ActorKind.GROUP,
    }
)


# Everybody may have one, so that another's is somebody else.
_HIS = {"his": "m", "her": "f"}
_SERVING = frozenset("lawyer adviser family doctor".split())
# Of those that one key holds: "the chief" may be a director or a chairman, but no inspector is.
_HEADS = frozenset(
    "head chief director chairman chairwoman chairperson chair commissioner administrator".split()
)
# Before a role noun they pick out one of several.
ONE_OF_THEM = frozenset({"one", "another", "some"})
_TITLES_OF_ANY = frozenset({"head", "chief"})
_ATTRIBUTES = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "NUM", "VERB"})
_ARTICLES = frozenset({"a", "an"})


class Bearers:
    """The persons of an article by what they are."""

    def __init__(
        self,
        words: Words,
        persons: Sequence[Person],
        profiles: Sequence[Profile],
        meant: Mapping[int, int],
    ) -> None:
        """Keep the persons beside their profiles, which come in the same order.

        ``meant`` holds the places of persons by the first token of the role noun that is known to
        mean them.
        """
        self._meant = meant
        self._words = words
        self._persons = persons
        self._profiles = profiles

    def find(self, sighting: Sighting, survey: Survey) -> list[Profile]:
        """Return whom an office without a name means; nobody where that is not known.

        Where no name is given at all, an office of which a state has one is an actor of its own.
        """
        office = sighting.office
        if office is None:
            return []
        if not office.owners and self._words.lower[office.first] in {"its", "their"}:
            owner = antecedent_state(self._words, survey, office.first)
            office = replace(office, owners=(owner,) if owner is not None else ())
        if office.nouns[0] in self._meant:
            return [self._profiles[self._meant[office.nouns[0]]]]
        served = self._who_serves(office) if office.whose and not office.plural else []
        if served:
            return served
        if office.patron is not None:
            return self._for_patron(office.patron, office)
        serves = speaks_for_somebody(office) or "staff" in office.groups
        if self._words.lower[office.first] in _HIS and serves:
            return self._for_his_patron(office)
        if office.plural:
            return self._several(sighting, office)
        if office.whose and office.key in _SERVING:
            return []
        place = self._match(sighting, office, office.owners[:1])
        if place is not None:
            return [self._profiles[place]]
        return self._holder(office, office.owners[:1])

    def _for_patron(self, patron: int, office: Office) -> list[Profile]:
        """Return who speaks for a person, an actor of his own."""
        for person, profile in zip(self._persons, self._profiles, strict=True):
            if any(sighting.core[0] == patron for sighting in person.sightings):
                return [agent_profile(profile, office)]
        return []

    def _for_his_patron(self, office: Office) -> list[Profile]:
        """Return who speaks for the only person named shortly before: "His lawyer denied it"."""
        number = self._words.sentence[office.first]
        gender = _HIS[self._words.lower[office.first]]
        near = [
            profile
            for person, profile in zip(self._persons, self._profiles, strict=True)
            if any(
                s.first < office.first and number - self._words.sentence[s.first] <= 1
                for s in person.sightings
            )
        ]
        alone = len(near) == 1 and near[0].gender in {"", gender}
        return [agent_profile(near[0], office)] if alone else []

    def _who_serves(self, office: Office) -> list[Profile]:
        """Return who is known to be that person's lawyer, adviser, wife."""
        return [
            profile
            for person, profile in zip(self._persons, self._profiles, strict=True)
            if any(k.whose == office.whose and k.groups & office.groups for k in person.offices)
        ][:1]

    def _several(self, sighting: Sighting, office: Office) -> list[Profile]:
        """Return the bearers one by one where there are two, else the group that they are."""
        if not office.owners:
            return self._joint(sighting, office) if office.definite else []
        if len(office.owners) > 1 and office.key == "leader":
            return [table_profile(owner) for owner in office.owners]
        alone = len(office.owners) == 2 or "leader" in office.groups
        if len(office.owners) > 1 and office.unique and alone:
            found: list[Profile] = []
            for owner in office.owners:
                place = self._match(sighting, office, (owner,))
                found.extend(
                    [self._profiles[place]] if place is not None else self._holder(office, (owner,))
                )
            return found
        noun = " ".join(self._words.lower[slice(*office.nouns)])
        if noun == "members" and office.owners[0].kind is ActorKind.GROUP:
            return [table_profile(office.owners[0])]
        if len(office.owners) == 2 and office.body is None:
            # "Norland and Sudland officials" are two parties, each with a country.
            apart = [replace(office, owners=(owner,)) for owner in office.owners]
            groups = [bearers_entry(one, noun) for one in apart]
        else:
            groups = [bearers_entry(office, noun)]
        return [table_profile(group) for group in groups if group is not None]

    def _joint(self, sighting: Sighting, office: Office) -> list[Profile]:
        """Return those of one office named shortly before: "the presidents"."""
        number = self._words.sentence[sighting.first]
        found = [
            profile
            for person, profile in zip(self._persons, self._profiles, strict=True)
            if any(known.key == office.key for known in person.offices)
            and any(
                s.first < sighting.first and number - self._words.sentence[s.first] <= _NEAR
                for s in person.sightings
            )
        ]
        return found if len(found) > 1 else []

    def _holder(self, office: Office, owners: tuple[Entry, ...]) -> list[Profile]:
        if not owners or office.former:
            return []
        if "journalist" in office.groups and owners[0].kind is ActorKind.MEDIA:
            return [table_profile(owners[0])]
        if office.groups & _SPEAK_FOR_OWNER and owners[0].kind in _OWNING:
            return [holder_profile(office, owners[0])]
        own = [o for o in owners if o.land]
        return [holder_profile(office, own[0])] if own and office.unique else []

    def _match(self, sighting: Sighting, office: Office, owners: tuple[Entry, ...]) -> int | None:
        fitting = [
            place
            for place, person in enumerate(self._persons)
            if any(
                _fits(office, owners, known, person) and self._is_same_title(office, known)
                for known in person.offices
            )
            or (agrees_by_rank(office, person) and not _of_others(owners, person.owner))
        ]
        if not office.definite and not owners:
            fitting = [p for p in fitting if self._is_heading(sighting)]
        else:
            fitting = self._still_to_come(fitting, sighting, office)
        if not fitting:
            return None

        def distance(place: int) -> tuple[bool, bool, int, int]:
            """Sort by who was named before, bears that very office, most often, and last."""
            firsts = [s.first for s in self._persons[place].sightings]
            other = all(known.key != office.key for known in self._persons[place].offices)
            before = [first for first in firsts if first < sighting.first]
            if not before:
                return (True, other, 0, min(firsts))
            return (False, other, -len(before), sighting.first - max(before))

        return min(fitting, key=distance)

    def _still_to_come(self, fitting: list[int], sighting: Sighting, office: Office) -> list[int]:
        """Return who may be told anew: nobody named before "an official", none for "one"."""
        lead = determiner(self._words, office)
        if lead in ONE_OF_THEM:
            return []
        if lead not in _ARTICLES or self._is_heading(sighting):
            return fitting
        return [p for p in fitting if self._persons[p].first > sighting.first]

    def _is_same_title(self, office: Office, known: Office) -> bool:
        """Say whether two nouns of one key may be one person's: no director is the inspector.

        Nor is whoever speaks for one the spokesman for another who is named.
        """
        lower = self._words.lower
        if "spokesperson" in office.groups & known.groups:
            served = self._served(office)
            return not served or bool(served & set(lower[known.first : known.last]))
        if not office.key == known.key == "head":
            return True
        one, other = (lower[each.nouns[1] - 1] for each in (office, known))
        heads = {one, other}
        return one == other or (heads <= _HEADS and bool(heads & _TITLES_OF_ANY))

    def _served(self, office: Office) -> set[str]:
        """Return the names behind "a spokesman for" of whom no table knows, in small letters."""
        words = self._words
        behind = range(office.nouns[1], office.last)
        names = {words.lower[t] for t in behind if words.pos[t] == "PROPN"}
        known = office.owners and (office.definite or len(names) < _NEAR)
        return set() if known or office.body or office.patron is not None else names

    def _is_heading(self, sighting: Sighting) -> bool:
        number = self._words.sentence[sighting.first]
        return number == 0 or self._words.headline[number] or self._words.is_heading(sighting.first)


def _fits(office: Office, owners: tuple[Entry, ...], known: Office, person: Person) -> bool:
    if not offices_agree(office, known):
        return False
    if owners and office.key != known.key and not known.owners and person.owner is None:
        # "The Morland president" is not whoever is only called a leader.
        return False
    return not _of_others(owners, person.owner or (known.owners[0] if known.owners else None))


def agrees_by_rank(office: Office, person: Person) -> bool:
    """Say whether "the general" may be somebody who is addressed as one."""
    rank = load_ranks().get(person.honorific, "")
    return (rank in _LOOSE and rank in office.groups) or person.honorific == office.key


def _of_others(owners: tuple[Entry, ...], owner: Entry | None) -> bool:
    return bool(owners) and owner is not None and owners[0].country != owner.country


def offices_agree(office: Office, known: Office) -> bool:
    """Say whether somebody known by one office may be meant by the other."""
    if office.former and not known.former:
        return False
    shared = office.groups & known.groups
    if not shared:
        return False
    return (
        office.key == known.key or bool(shared & _LOOSE) or bool({office.key, known.key} & _GENERIC)
    )


def determiner(words: Words, office: Office) -> str:
    """Return the word before a role noun and its attributes: "one" in "one Morland senator"."""
    place = office.nouns[0] - 1
    first, _ = words.sentence_of(office.nouns[0])
    while (
        place > first and words.pos[place] in _ATTRIBUTES and words.lower[place] not in ONE_OF_THEM
    ):
        place -= 1
    return words.lower[place] if place >= first else ""
