"""Owners: whose bodies and offices are, where the words themselves do not say."""

from collections.abc import Mapping
from dataclasses import replace

from rejoinder.actors.belonging import of_region, owner_of_body, same_ministry
from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.lands import land_before, main_state, state_of, subject_state_near
from rejoinder.actors.lexicon import load_bodies
from rejoinder.actors.mentions import Survey
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.words import Words

__all__ = ["settle_owners"]


def settle_owners(words: Words, survey: Survey) -> Survey:
    """Return the survey with the owners that the text around tells.

    "The ministry" becomes the one named before; "Foreign Ministry spokesman" and "leaders of the
    opposition" belong to that body; a head of state or a minister without a country is of the
    state that the article is about, if that one acts there as well.
    """
    known: list[tuple[int, Entry]] = []
    bodies: dict[int, Entry] = {}
    sightings: list[Sighting] = []
    for sighting in survey.sightings:
        entry = sighting.entry
        if sighting.body is not None:
            entry = owner_of_body(words, survey, sighting, known)
        if entry is not None:
            entry = same_ministry(entry, known)
            known.append((sighting.first, entry))
            if sighting.body is not None:
                bodies[sighting.core[0]] = entry
            sighting = replace(sighting, entry=entry, body=None)
        sightings.append(sighting)
    settled = replace(survey, sightings=sightings)
    return replace(settled, sightings=[_with_owner(words, settled, s, bodies) for s in sightings])


def _with_owner(
    words: Words, survey: Survey, sighting: Sighting, bodies: Mapping[int, Entry]
) -> Sighting:
    office = sighting.office
    if office is None or office.owners:
        return sighting
    if of_region(words, office.first, office.nouns[0]):
        land = land_before(survey, office.first)
        return replace(sighting, office=replace(office, owners=(land,))) if land else sighting
    for token in range(office.first, office.last):
        entry = bodies.get(token)
        if entry is not None:
            return replace(sighting, office=_of_body(office, entry))
    if office.plural and "opposition" in office.groups:
        body = replace(sighting, office=None, body=load_bodies()["opposition"])
        entry = owner_of_body(words, survey, body, list(bodies.items()))
        if entry is not None:
            return replace(sighting, office=_of_body(office, entry))
    main = main_state(survey) if sighting.name and office.unique and not office.plural else None
    if main is None or _is_opposed(words, survey, sighting, main):
        return sighting
    if subject_state_near(words, survey, sighting) == main:
        return replace(sighting, office=replace(office, owners=(main,)))
    return sighting


def _is_opposed(words: Words, survey: Survey, sighting: Sighting, state: Entry) -> bool:
    """Say whether the sentence has something against the state: nobody's who is its own."""
    number = words.sentence[sighting.first]
    for token, entry in survey.lands:
        before = token - 1 - (token > 0 and words.lower[token - 1] == "the")
        if entry == state and words.sentence[token] == number and words.lower[before] == "against":
            return True
    return False


def _of_body(office: Office, body: Entry) -> Office:
    state = state_of(body)
    owners = (state,) if state is not None else (body,)
    return replace(office, owners=owners, body=body if body.sector != "OPP" else None)
