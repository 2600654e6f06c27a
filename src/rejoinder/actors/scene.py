"""Scene: who is meant by each sighting of one article."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.actors.bearers import Bearers
from rejoinder.actors.identity import Person, group_persons
from rejoinder.actors.introductions import introduce
from rejoinder.actors.leaders import names_of_leaders
from rejoinder.actors.mentions import Survey
from rejoinder.actors.namekeys import name_parts
from rejoinder.actors.owners import settle_owners
from rejoinder.actors.profiles import Profile, person_profile, table_profile
from rejoinder.actors.referents import Referents
from rejoinder.actors.sighting import Seen, Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind
from rejoinder.model.ids import ActorId

__all__ = ["Scene", "Seen", "build_scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One article's sightings, resolved.

    Attributes:
        seen: in text order, the longer of two that begin together first.
        outer: those that lie in no other one that is resolved.
        lands: states by the token on which their name, or their demonym, begins.
        profiles: the actors by id.
    """

    words: Words
    text: str
    seen: Sequence[Seen]
    outer: Sequence[Seen]
    profiles: Mapping[ActorId, Profile]
    lands: Mapping[int, ActorId]


def build_scene(
    words: Words, text: str, survey: Survey, heads: Collection[int], publisher: str | None
) -> Scene:
    """Resolve what can be resolved without knowing who speaks where.

    Args:
        words: the article.
        text: its characters.
        survey: its sightings.
        heads: tokens on which the heads of attribution sources lie.
        publisher: who published it.
    """
    survey = settle_owners(words, survey)
    named = names_of_leaders(s.name for s in survey.sightings if s.name)
    persons = group_persons(words, survey.sightings, heads, {*survey.listed, *named})
    meant = introduce(words, survey.sightings, persons, heads)
    of_person = {id(s): place for place, p in enumerate(persons) for s in p.sightings}
    profiles = [person_profile(words, text, person) for person in persons]
    table: dict[ActorId, Profile] = {profile.id: profile for profile in profiles}
    for _, land in survey.lands:
        table.setdefault(ActorId(land.id), table_profile(land))
    resolver = _Resolver(
        words=words,
        survey=survey,
        persons=persons,
        profiles=profiles,
        of_person=of_person,
        bearers=Bearers(words, persons, profiles, meant),
        referents=Referents(words, survey, table, publisher),
        table=table,
    )
    surnames = _bare_surnames(words, survey.sightings, persons)
    seen = resolver.resolve(sorted([*survey.sightings, *surnames], key=_place))
    return Scene(
        words=words,
        text=text,
        seen=seen,
        outer=_outermost(seen),
        profiles=table,
        lands={token: ActorId(land.id) for token, land in survey.lands},
    )


def _place(sighting: Sighting) -> tuple[int, int]:
    return (sighting.first, -sighting.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Resolver:
    """What is needed to say whom each sighting means; ``table`` collects the profiles."""

    words: Words
    survey: Survey
    persons: Sequence[Person]
    profiles: Sequence[Profile]
    of_person: Mapping[int, int]
    bearers: Bearers
    referents: Referents
    table: dict[ActorId, Profile]

    def resolve(self, sightings: Sequence[Sighting]) -> list[Seen]:
        """Return the sightings with those they mean, in their order."""
        seen: list[Seen] = []
        known: list[Seen] = []
        for sighting in sightings:
            found = self._find(sighting, known)
            seen.append(self._seen(sighting, found))
            if found:
                known.append(seen[-1])
        for number, one in enumerate(seen):
            if not one.actors and one.sighting.epithet is not None:
                behind = [s for s in seen[number + 1 :] if s.actors]
                found = self.referents.find_behind(one.sighting, behind)
                seen[number] = self._seen(one.sighting, found)
            elif one.actors and one.actors[0].startswith("grp:"):
                named = self._named_behind(seen, number)
                if len(named) > 1:
                    seen[number] = Seen(sighting=one.sighting, actors=named)
        return seen

    def _named_behind(self, seen: Sequence[Seen], number: int) -> tuple[ActorId, ...]:
        """Return the states that a group is said to be: "Morland's allies, Tavia and Orlin"."""
        last, found = seen[number].sighting.last, dict[ActorId, None]()
        if self.words.text[last : last + 1] != [","]:
            return ()
        for behind in seen[number + 1 :]:
            if behind.sighting.first < last:
                continue
            gap = self.words.lower[last : behind.sighting.first]
            state = [a for a in behind.actors if self.table[a].kind is ActorKind.STATE]
            if not state or any(word not in {",", "and", "the"} for word in gap):
                break
            found[state[0]] = None
            last = behind.sighting.last
        return tuple(found)

    def _seen(self, sighting: Sighting, found: Sequence[Profile]) -> Seen:
        for profile in found:
            self.table.setdefault(profile.id, profile)
        return Seen(sighting=sighting, actors=tuple(profile.id for profile in found))

    def _find(self, sighting: Sighting, known: Sequence[Seen]) -> Sequence[Profile]:
        if sighting.name:
            place = self.of_person.get(id(sighting), _surname(sighting, self.persons))
            return [self.profiles[place]] if place is not None else []
        if sighting.entry is not None:
            return [table_profile(sighting.entry)]
        if sighting.epithet is not None:
            return self.referents.find(sighting, known)
        found = self.bearers.find(sighting, self.survey)
        if not found and sighting.office is not None and sighting.office.plural:
            return self.referents.find_again(sighting, known)
        return found


def _outermost(seen: Sequence[Seen]) -> list[Seen]:
    outer: list[Seen] = []
    for one in seen:
        if not one.actors:
            continue
        inside = outer and one.sighting.last <= outer[-1].sighting.last
        same = inside and (outer[-1].sighting.first, outer[-1].sighting.last) == (
            one.sighting.first,
            one.sighting.last,
        )
        if not inside or same:
            outer.append(one)
    return outer


def _bare_surnames(
    words: Words, sightings: Sequence[Sighting], persons: Sequence[Person]
) -> list[Sighting]:
    """Return known surnames where they were not taken for names: in headlines, at line starts."""
    last_names = {person.parts[-1]: person for person in persons}
    covered = {token for s in sightings if s.name for token in range(*s.core)}
    found: list[Sighting] = []
    for token, word in enumerate(words.lower):
        person = last_names.get(name_parts(word)[-1]) if len(word) > 2 and word.isalpha() else None
        if person is None or not words.text[token][0].isupper():
            continue
        if words.hidden[token] or token in covered:
            continue
        start = token
        if token and words.lower[token - 1] in person.parts[:-1]:
            start = token - 1
        name = " ".join(words.text[start : token + 1])
        whole = _title_before(sightings, start)
        core = (start, token + 1)
        found.append(
            Sighting(first=whole, last=token + 1, core=core, kind=MentionKind.NAME, name=name)
        )
    return found


def _title_before(sightings: Sequence[Sighting], start: int) -> int:
    for sighting in sightings:
        if sighting.office is not None and sighting.office.nouns[1] == start and not sighting.name:
            return sighting.first
    return start


def _surname(sighting: Sighting, persons: Sequence[Person]) -> int | None:
    """Return the place of the person whose surname a headline has, or None for an unknown name."""
    if sighting.office is not None or sighting.honorific:
        return None
    last = name_parts(sighting.name)[-1:]
    places = [place for place, person in enumerate(persons) if person.parts[-1:] == last]
    return places[0] if places else None
