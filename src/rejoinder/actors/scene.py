"""Scene: who is meant by each sighting of one article."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rejoinder.actors.bearers import Bearers, offices_agree
from rejoinder.actors.belonging import owner_of_body
from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.identity import Person, group_persons
from rejoinder.actors.mentions import Survey
from rejoinder.actors.namekeys import name_parts
from rejoinder.actors.profiles import Profile, person_profile, table_profile
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import MentionKind
from rejoinder.model.ids import ActorId

__all__ = ["Scene", "Seen", "build_scene"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A sighting with those it mentions; nobody where that is not known."""

    sighting: Sighting
    actors: tuple[ActorId, ...]


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


def build_scene(words: Words, text: str, survey: Survey, heads: Collection[int]) -> Scene:
    """Resolve what can be resolved without knowing who speaks where.

    Args:
        words: the article.
        text: its characters.
        survey: its sightings.
        heads: tokens on which the heads of attribution sources lie.
    """
    persons = group_persons(words, survey.sightings, heads)
    meant = _introduce(words, survey.sightings, persons, heads)
    of_person = {id(s): place for place, p in enumerate(persons) for s in p.sightings}
    profiles = [person_profile(words, text, person) for person in persons]
    bearers = Bearers(words, persons, profiles, meant)
    table: dict[ActorId, Profile] = {profile.id: profile for profile in profiles}
    seen: list[Seen] = []
    bodies: list[tuple[int, Entry]] = []
    for sighting in [*survey.sightings, *_bare_surnames(words, survey.sightings, persons)]:
        if sighting.name:
            place = of_person.get(id(sighting), _surname(sighting, persons))
            found = [profiles[place]] if place is not None else []
        elif sighting.entry is not None:
            found = [table_profile(sighting.entry)]
            bodies.append((sighting.first, sighting.entry))
        elif sighting.body is not None:
            entry = owner_of_body(words, survey, sighting, bodies)
            found = [table_profile(entry)] if entry is not None else []
            bodies.extend([(sighting.first, entry)] if entry is not None else [])
        else:
            found = bearers.find(sighting, survey)
        for profile in found:
            table.setdefault(profile.id, profile)
        seen.append(Seen(sighting=sighting, actors=tuple(profile.id for profile in found)))
    seen.sort(key=lambda s: (s.sighting.first, -s.sighting.last))
    for _, land in survey.lands:
        table.setdefault(ActorId(land.id), table_profile(land))
    return Scene(
        words=words,
        text=text,
        seen=seen,
        outer=_outermost(seen),
        profiles=table,
        lands={token: ActorId(land.id) for token, land in survey.lands},
    )


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


def _introduce(
    words: Words, sightings: Sequence[Sighting], persons: Sequence[Person], heads: Collection[int]
) -> dict[int, int]:
    """Return the place of the person meant by each office that speaks before any name is given.

    Reports often open with "a former envoy said", and name the envoy, without a title, as the next
    speaker. The office is given to that person.
    """
    spoken = {t: n for n, p in enumerate(persons) for s in p.sightings for t in range(*s.core)}
    meant: dict[int, int] = {}
    untitled = {place for place, person in enumerate(persons) if not person.offices}
    for sighting in sightings:
        office = sighting.office
        speaks = any(t in heads for t in range(*sighting.core))
        if office is None or sighting.name or not speaks or office.plural or office.unique:
            continue
        if any(offices_agree(office, known) for p in persons for known in p.offices):
            continue
        behind = sorted(t for t in heads if t >= sighting.last and t in spoken)
        if not behind or words.sentence[behind[0]] - words.sentence[sighting.first] > 4:
            continue
        place = spoken[behind[0]]
        person = persons[place]
        if place in untitled and sighting.first < person.first:
            person.offices.append(office)
            person.owner = person.owner or (office.owners[0] if office.owners else None)
            person.gender = person.gender or office.gender
            meant[office.nouns[0]] = place
    return meant


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
