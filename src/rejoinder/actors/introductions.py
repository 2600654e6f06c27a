"""Introductions: who is meant by an office that no named person is given in so many words."""

from collections.abc import Collection, Sequence

from rejoinder.actors.bearers import ONE_OF_THEM, agrees_by_rank, determiner, offices_agree
from rejoinder.actors.identity import Person
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.words import Words

__all__ = ["introduce"]

_AHEAD = 4
_BACK = 3
_LEDE = 5
_POSSESSORS = frozenset("his her its their our my".split())
_OFFICIAL = frozenset(
    "leader minister official envoy spokesperson commander legislator opposition".split()
)


def introduce(
    words: Words, sightings: Sequence[Sighting], persons: Sequence[Person], heads: Collection[int]
) -> dict[int, int]:
    """Return the place of the person meant by each such office, by first token of its noun.

    Reports open with "a former envoy said" or "Swiss official: …" and name the envoy, without a
    title, as the next speaker, or with another title as their only compatriot who speaks. Later
    "the analyst" is whoever spoke last without a title. The office is given to that person.

    Args:
        words: the article.
        sightings: in text order.
        persons: those that are named.
        heads: tokens on which the heads of attribution sources lie.
    """
    spoken = {t: n for n, p in enumerate(persons) for s in p.sightings for t in range(*s.core)}
    speaking = sorted(t for t in heads if t in spoken)
    meant: dict[int, int] = {}
    for sighting in sightings:
        office = sighting.office
        if office is None or sighting.name or office.plural:
            continue
        if words.lower[office.nouns[0]] == "member" or _speaks_for_others(words, office):
            continue
        if _tells_which(words, office):
            continue
        speaks = any(t in heads for t in range(*sighting.core))
        place = None
        if speaks and not office.unique and not _points_back(words, office):
            place = _next_speaker(words, sighting, persons, [(t, spoken[t]) for t in speaking])
        if place is None and any(_known(office, person) for person in persons):
            continue
        if place is None and _may_point_back(words, office):
            place = _last_named(words, sighting, persons, heads)
        if place is None and speaks and words.sentence[sighting.first] < _LEDE:
            place = _compatriot(office, persons, {spoken[t] for t in speaking})
        if place is not None:
            _give(persons[place], office)
            meant[office.nouns[0]] = place
    return meant


def _speaks_for_others(words: Words, office: Office) -> bool:
    """Say whether it is for whom no table knows: "a spokesman for Lumen Media Inc."."""
    behind = words.text[office.nouns[1] : office.nouns[1] + 2]
    named = len(behind) == 2 and behind[0] == "for" and behind[1][0].isupper()
    return named and "spokesperson" in office.groups and not office.owners


def _tells_which(words: Words, office: Office) -> bool:
    """Say whether it only tells one thing from another: "the inspector general report"."""
    last = office.nouns[1] - 1
    modifies = words.dep[last] in {"compound", "nmod", "amod"}
    return modifies and words.head[last] > last and words.pos[words.head[last]] == "NOUN"


def _known(office: Office, person: Person) -> bool:
    """Say whether the person is known to bear that office, of that country if both have one."""
    owner = office.owners[0].country if office.owners else None
    holder = person.owner.country if person.owner is not None else None
    if owner is not None and holder is not None and owner != holder:
        return False
    known = any(offices_agree(office, known) for known in person.offices)
    return known or agrees_by_rank(office, person)


def _give(person: Person, office: Office) -> None:
    person.offices.append(office)
    person.owner = person.owner or (office.owners[0] if office.owners else None)
    person.gender = person.gender or office.gender


def _points_back(words: Words, office: Office) -> bool:
    """Say whether the words are for somebody known: "the researcher", outside of headlines."""
    number = words.sentence[office.first]
    free = office.definite and not office.owners and office.patron is None
    return free and number > 0 and not words.headline[number]


def _may_point_back(words: Words, office: Office) -> bool:
    lead = words.lower[office.first]
    vague = not office.owners or (lead == "the" and not office.unique)
    free = office.definite and vague and office.patron is None
    return free and lead not in _POSSESSORS


def _next_speaker(
    words: Words,
    sighting: Sighting,
    persons: Sequence[Person],
    speaking: Sequence[tuple[int, int]],
) -> int | None:
    behind = [(token, place) for token, place in speaking if token >= sighting.last]
    if not behind or words.sentence[behind[0][0]] - words.sentence[sighting.first] > _AHEAD:
        return None
    person, office = persons[behind[0][1]], sighting.office
    if sighting.first >= person.first:
        return None
    if office is not None and determiner(words, office) in ONE_OF_THEM:
        return None
    apposed = person.first - sighting.last < _BACK
    free = not person.offices or (
        office is not None and _is_told_again(words, office, person, apposed=apposed)
    )
    return behind[0][1] if free else None


def _is_told_again(words: Words, office: Office, person: Person, *, apposed: bool) -> bool:
    """Say whether the office is the person's, in a lede, beside the name or as "the envoy".

    Further down "Senator Vey said" behind "a senator said" is the next of several.
    """
    if apposed or words.sentence[office.first] < _LEDE:
        return _may_be(office, person)
    known = (k for k in person.offices if k.key == office.key and not _of_others(office, person))
    return any(determiner(words, one) == "the" for one in known)


def _of_others(office: Office, person: Person) -> bool:
    owner = office.owners[0].country if office.owners else None
    return person.owner is not None and owner not in {None, person.owner.country}


def _may_be(office: Office, person: Person) -> bool:
    """Say whether the person has an office of that sort, of no other country."""
    return not _of_others(office, person) and any(
        office.groups & known.groups for known in person.offices
    )


def _last_named(
    words: Words, sighting: Sighting, persons: Sequence[Person], heads: Collection[int]
) -> int | None:
    """Return the last person without an office who was a subject or spoke shortly before."""
    number, office = words.sentence[sighting.first], sighting.office
    found: list[tuple[bool, bool, int, int]] = []
    for place, person in enumerate(persons):
        wrong = office is not None and {office.gender, person.gender} == {"m", "f"}
        if (
            any(known.key != "politician" for known in person.offices)
            or wrong
            or (office is not None and _of_others(office, person))
        ):
            continue
        for seen in person.sightings:
            near = seen.first < sighting.first and number - words.sentence[seen.first] <= _BACK
            if near and _acts(words, seen, heads):
                spoke = any(token in heads for token in range(*seen.core))
                known = office is not None and bool(office.gender) and person.gender != ""
                found.append((known, spoke, seen.first, place))
    return max(found)[3] if found else None


def _acts(words: Words, seen: Sighting, heads: Collection[int]) -> bool:
    core = range(*seen.core)
    return any(t in heads or words.dep[t] in {"nsubj", "nsubjpass"} for t in core)


def _compatriot(office: Office, persons: Sequence[Person], speakers: Collection[int]) -> int | None:
    """Return the only speaker who is of the office's country, if both are officials."""
    if not office.owners or not office.groups & _OFFICIAL:
        return None
    country = office.owners[0].country
    found = [
        place
        for place in sorted(speakers)
        if (owner := persons[place].owner) is not None and owner.country == country
    ]
    ranks = {rank for place in found for known in persons[place].offices for rank in known.groups}
    return found[0] if len(found) == 1 and ranks & _OFFICIAL else None
