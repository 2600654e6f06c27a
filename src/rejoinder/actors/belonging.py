"""Belonging: whose ministry "the ministry" is, whose police "police" are."""

from collections.abc import Collection, Sequence

from rejoinder.actors.gazetteer import Body, Entry
from rejoinder.actors.lands import (
    acting_state,
    antecedent_state,
    by_number,
    home_state,
    land_before,
    main_state,
    only_state,
    state_of,
    subject_of,
    subject_state,
)
from rejoinder.actors.leaders import home_of_headed
from rejoinder.actors.mentions import Survey
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.words import Words

__all__ = ["of_region", "owner_of_body", "same_ministry"]

_MINISTRIES = (
    "foreign",
    "defence",
    "interior",
    "justice",
    "finance",
    "economy",
    "energy",
    "health",
    "emergencies",
)
_BY_PLACE = frozenset(
    """
    police parliament government opposition protesters separatists security-forces
    """.split()
)
# Bodies that speak for the state that the report is about.
_SPEAKING = frozenset(
    """
    foreign defence interior justice state-security presidency general-staff prosecution
    intelligence security-council
    """.split()
)
_REGIONS = frozenset("region country republic peninsula territory province state nation".split())


def owner_of_body(
    words: Words, survey: Survey, sighting: Sighting, known: Sequence[tuple[int, Entry]]
) -> Entry | None:
    """Return the body meant by words that name no owner, or None.

    It is the body of that kind named last before, else first behind; "its army" is that of the
    state named before in the sentence; a bare "Foreign Ministry" that speaks of a state in the same
    sentence is that state's own; police, parliament and the like are those of the land that the
    sentence, else the article, is about.

    Args:
        words: the article.
        survey: its sightings.
        sighting: the one with a body and no owner.
        known: the bodies resolved before, by first token, in text order.
    """
    body = sighting.body
    if body is None:
        return None
    if words.lower[sighting.first] in {"its", "their"}:
        return _of(body, antecedent_state(words, survey, sighting.first))
    if words.lower[sighting.first] in {"his", "her"}:
        return _of(body, _state_of_person(words, survey, sighting))
    if words.lower[sighting.first] in {"our", "my", "your", "ethnic"}:
        return None
    owner = _owner_beside(words, survey, sighting)
    if owner is not None:
        return body.of(owner)
    keys = _keys(words, sighting, known)
    before = [entry for _, entry in known if _key(entry) in keys]
    behind = [
        s.entry
        for s in survey.sightings
        if s.entry is not None and s.first > sighting.first and _key(s.entry) in keys
    ]
    if behind and words.is_heading(sighting.first):
        return behind[0]
    if before or body.key == "ministry":
        return before[-1] if before else None
    if behind:
        return behind[0]
    owner = _owner_by_context(words, survey, sighting, body)
    first, last = sighting.core
    opens = last - first == 1 and first == words.sentence_of(first)[0]
    if owner is None and words.text[first][0].isupper() and not opens:
        # Written as a name it is one that readers know: their own, in a report from home.
        owner = home_state(survey)
    return _of(body, owner)


def _keys(words: Words, sighting: Sighting, known: Sequence[tuple[int, Entry]]) -> Collection[str]:
    """Return the kinds of bodies that the words may mean.

    "The mission" is one of peacekeepers where no other has been named.
    """
    key = sighting.body.key if sighting.body is not None else ""
    if key == "ministry":
        return _MINISTRIES
    of_soldiers = key == "mission" and words.lower[sighting.core[1] - 1] == "mission"
    if of_soldiers and not any(_key(entry) == key for _, entry in known):
        return (key, "peacekeepers")
    return (key,)


def _owner_beside(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the owner of "the region's parliament" and of a bare "Foreign Ministry spokesman".

    The latter is of the state that acts in the sentence.
    """
    first, noun = sighting.first, sighting.core[1] - 1
    head = sighting.core[0] - 1 - (words.lower[sighting.core[0] - 1] == "'s")
    if head >= 0 and words.pos[head] == "PROPN":
        return _state_of_surname(words, survey, words.lower[head])
    if first == sighting.core[0] and words.dep[noun] == "compound":
        return subject_of(words, survey, words.sentence[noun], first)
    return land_before(survey, first) if of_region(words, first, sighting.core[0]) else None


def _state_of_surname(words: Words, survey: Survey, surname: str) -> Entry | None:
    """Return the state of the person of that surname, by any title that the article gives.

    Without one it is that of the head who is called so: "the Clinton administration".
    """
    for s in survey.sightings:
        if not s.name or words.lower[s.core[1] - 1] != surname:
            continue
        owner = s.office.owners[0] if s.office is not None and s.office.owners else s.owner
        if owner is not None:
            return state_of(owner)
    return home_of_headed(surname)


def _state_of_person(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state of the person named last in the sentence or in the one before."""
    number = words.sentence[sighting.first]
    for s in reversed(survey.sightings):
        if s.first >= sighting.first or not (s.name or s.office):
            continue
        if number - words.sentence[s.first] > 1:
            return None
        owner = s.office.owners[0] if s.office is not None and s.office.owners else s.owner
        if owner is not None:
            return state_of(owner)
    return None


def _owner_by_context(words: Words, survey: Survey, sighting: Sighting, body: Body) -> Entry | None:
    """Return whose the body is where no other of its kind is named."""
    if body.key == "mission":
        return None
    if body.key in {"separatists", "protesters"}:
        sides = {e.country for t, e in survey.lands if sighting.first <= t < sighting.core[0]}
        if sides:
            # "Pro-Morland rebels" are of another land than Morland; protesters may be of any.
            rebels = body.key == "separatists"
            fitting = [e for e in by_number(survey) if not rebels or e.country not in sides]
            return fitting[0] if fitting else None
    owner = subject_state(words, survey, sighting)
    if owner is None and body.key in _BY_PLACE:
        return only_state(words, survey, sighting) or main_state(survey)
    if owner is None and body.key in _SPEAKING:
        return acting_state(words, survey, sighting)
    return owner


def same_ministry(entry: Entry, known: Sequence[tuple[int, Entry]]) -> Entry:
    """Return the ministry that "the ministry in X" means: the one of X named last before."""
    if _key(entry) != "ministry":
        return entry
    owned = [e for _, e in known if e.country == entry.country and _key(e) in _MINISTRIES]
    return owned[-1] if owned else entry


def of_region(words: Words, first: int, noun: int) -> bool:
    """Say whether the phrase begins "the region's": whose is told by the place named before."""
    lead = words.lower[first:noun]
    return "'s" in lead and lead[lead.index("'s") - 1] in _REGIONS


def _key(entry: Entry) -> str:
    return entry.id.partition("-")[2]


def _of(body: Body, owner: Entry | None) -> Entry | None:
    return body.of(owner) if owner is not None else None
