"""Mentions: every noun phrase of an article that may mention an actor."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from rejoinder.actors.bodies import find_bodies, takes_sides
from rejoinder.actors.epithets import find_epithets
from rejoinder.actors.gazetteer import Entry, Gazetteer, Hit, Use
from rejoinder.actors.groups import find_groups
from rejoinder.actors.laws import find_laws
from rejoinder.actors.metonyms import stands_for_actor
from rejoinder.actors.names import find_names
from rejoinder.actors.namesakes import without_namesakes
from rejoinder.actors.offices import read_offices
from rejoinder.actors.organisations import find_organisations
from rejoinder.actors.peoples import find_blocs, find_peoples
from rejoinder.actors.persons import find_persons
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = ["Survey", "survey"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What the rules see in one article.

    Attributes:
        sightings: in text order, the longer of two that begin together first.
        lands: each state that is named, also as a place or a demonym, by token.
        places: each state or territory that is named, not by a demonym, by token.
        listed: names of persons on a user's list, in parts.
    """

    sightings: Sequence[Sighting]
    lands: Sequence[tuple[int, Entry]]
    places: Sequence[tuple[int, Entry]]
    listed: Collection[tuple[str, ...]] = ()


def survey(words: Words, gazetteer: Gazetteer) -> Survey:
    """Return the noun phrases of the article that may mention actors."""
    hits = without_namesakes(words, gazetteer.find(words.text, words.lower))
    at: list[Hit | None] = [None] * len(words)
    for hit in hits:
        for token in range(hit.first, hit.last):
            at[token] = hit
    terrain = Terrain(words=words, gazetteer=gazetteer, hits=hits, at=at, owned={})
    organisations = find_organisations(terrain)
    laws = [law for law in find_laws(terrain) if not _overlaps(law, organisations)]
    claimed = _cover(len(words), [*organisations, *laws])
    bodies = [body for body in find_bodies(terrain) if not claimed[body.core[0]]]
    names = find_names(terrain, claimed)
    offices = read_offices(terrain, {name.first: name.last for name in names})
    persons = find_persons(terrain, names, offices)
    tables = (s for s in _from_tables(terrain) if not claimed[s.core[0]])
    groups = find_groups(terrain, claimed)
    epithets = find_epithets(terrain, claimed)
    peoples = chain(find_peoples(terrain), find_blocs(terrain))
    found = chain(organisations, laws, bodies, persons, tables, groups, peoples, epithets)
    return Survey(
        listed=gazetteer.persons.keys(),
        sightings=sorted(found, key=lambda s: (s.first, -s.last, s.core)),
        lands=[
            (hit.first, hit.sense.entry)
            for hit in hits
            if hit.sense.entry is not None
            and hit.sense.entry.kind is ActorKind.STATE
            and not words.hidden[hit.first]
            and not _names_a_meeting(terrain, hit)
        ],
        places=[
            (hit.first, hit.sense.entry)
            for hit in hits
            if hit.sense.entry is not None
            and hit.sense.use in {Use.NAME, Use.METONYM}
            and hit.sense.entry.land
            and not words.hidden[hit.first]
        ],
    )


def _overlaps(sighting: Sighting, others: Sequence[Sighting]) -> bool:
    return any(s.first < sighting.last and sighting.first < s.last for s in others)


def _cover(size: int, sightings: Sequence[Sighting]) -> list[bool]:
    claimed = [False] * size
    for sighting in sightings:
        for token in range(sighting.core[0], sighting.core[1]):
            claimed[token] = True
    return claimed


def _from_tables(terrain: Terrain) -> Iterator[Sighting]:
    words = terrain.words
    for hit in terrain.hits:
        entry, use = hit.sense.entry, hit.sense.use
        if entry is None or use is Use.PLACE or words.hidden[hit.first]:
            continue
        if use is not Use.NAME and words.lower[hit.last : hit.last + 1] == ["side"]:
            yield _sighting(words, hit, hit.last + 1, MentionKind.EPITHET)
        elif use is Use.DEMONYM:
            if hit.sense.plural and hit.first and words.lower[hit.first - 1] == "the":
                yield _sighting(words, hit, hit.last, MentionKind.EPITHET)
        elif takes_sides(words, hit.first) and use is Use.NAME:
            yield _sighting(words, hit, hit.last, MentionKind.NAME)
        elif _is_part_of_word(words, hit) or _is_part_of_name(terrain, hit):
            continue
        elif use is Use.METONYM:
            if stands_for_actor(words, hit.first, hit.last):
                own = entry.kind is not ActorKind.GROUP
                kind = MentionKind.METONYM if own else MentionKind.NAME
                yield _sighting(words, hit, hit.last, kind)
        else:
            yield _sighting(words, hit, hit.last, MentionKind.NAME)
            yield from _named_inside(terrain, hit)


def _named_inside(terrain: Terrain, hit: Hit) -> Iterator[Sighting]:
    """Yield the state or organisation that a body's name begins with: "UN" in "UN council"."""
    words, whole = terrain.words, hit.sense.entry
    if hit.last - hit.first < 2 or whole is None or whole.kind is ActorKind.MEDIA:
        return
    inside = slice(hit.first, hit.last - 1)
    for part in terrain.gazetteer.find(words.text[inside], words.lower[inside])[:1]:
        entry = part.sense.entry
        named = part.first == 0 and part.sense.use is Use.NAME and entry != whole
        if named and entry is not None and entry.kind in {ActorKind.STATE, ActorKind.IGO}:
            span = (hit.first, hit.first + part.last)
            yield Sighting(
                first=span[0], last=span[1], core=span, kind=MentionKind.NAME, entry=entry
            )


def _is_part_of_word(words: Words, hit: Hit) -> bool:
    """Say whether the name is half of a compound such as "Morland-led" or "anti-Morland"."""
    behind = hit.last
    return takes_sides(words, hit.first) or (
        behind + 1 < len(words)
        and words.text[behind] == "-"
        and words.start[behind] == words.end[behind - 1]
        and words.text[behind + 1].islower()
    )


def _is_part_of_name(terrain: Terrain, hit: Hit) -> bool:
    """Say whether a state's name is part of a longer one, as an airline's or a person's."""
    words, behind = terrain.words, hit.last
    if behind >= len(words) or words.headline[words.sentence[hit.first]]:
        return False
    modifies = words.dep[behind - 1] == "compound" and words.head[behind - 1] >= behind
    capital = words.text[behind][0].isupper() and words.pos[behind] == "PROPN"
    return modifies and capital and terrain.at[behind] is None


def _names_a_meeting(terrain: Terrain, hit: Hit) -> bool:
    """Say whether a city only tells one agreement or meeting from another: "the Minsk accords"."""
    words, last = terrain.words, hit.last - 1
    if hit.sense.use is not Use.METONYM or words.dep[last] != "compound":
        return False
    return words.head[last] > last and terrain.at[hit.last] is None


def _sighting(words: Words, hit: Hit, last: int, kind: MentionKind) -> Sighting:
    first = hit.first
    modifies = words.dep[last - 1] == "compound" and words.head[last - 1] >= last
    if first > 0 and words.lower[first - 1] == "the" and not modifies:
        first -= 1
    return Sighting(
        first=first, last=last, core=(hit.first, last), kind=kind, entry=hit.sense.entry
    )
