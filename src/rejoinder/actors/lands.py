"""Lands: which state an article, a sentence or "its" is about."""

from collections import Counter

from rejoinder.actors.gazetteer import Entry
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.mentions import Survey
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = [
    "acting_state",
    "antecedent_state",
    "by_number",
    "home_state",
    "land_before",
    "main_state",
    "most_named",
    "only_state",
    "state_of",
    "state_of_country",
    "subject_of",
    "subject_state",
    "subject_state_near",
]

_OF_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE})


def land_before(survey: Survey, token: int) -> Entry | None:
    """Return the state or territory named last before the token."""
    places = [(place, entry) for place, entry in survey.places if place < token]
    return places[-1][1] if places else None


def subject_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state that is a subject in the sentence: "the Foreign Ministry said Morland …"."""
    number = words.sentence[sighting.first]
    for s in survey.sightings:
        entry, last = s.entry, s.core[1] - 1
        near = words.sentence[s.first] == number and words.dep[last] in {"nsubj", "nsubjpass"}
        if near and entry is not None and entry.kind is ActorKind.STATE:
            return entry
    return None


def only_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state that the sentence names if it names no other."""
    number = words.sentence[sighting.first]
    near = {e.id: e for token, e in survey.lands if words.sentence[token] == number}
    return next(iter(near.values())) if len(near) == 1 else None


def most_named(survey: Survey) -> Entry | None:
    """Return the state that the article names most often; of equals the one named first."""
    return next(iter(by_number(survey)), None)


def by_number(survey: Survey) -> list[Entry]:
    """Return the states that the article names, those named most often first."""
    counts = Counter(entry.id for _, entry in survey.lands)
    named = {entry.id: entry for _, entry in survey.lands}
    return sorted(named.values(), key=lambda entry: -counts[entry.id])


def main_state(survey: Survey) -> Entry | None:
    """Return the state that the article names half as often again as any other, at least thrice."""
    counts = Counter(entry.id for _, entry in survey.lands).most_common(2)
    if not counts or counts[0][1] < 3 or (len(counts) > 1 and counts[0][1] < 1.5 * counts[1][1]):
        return None
    return next(entry for _, entry in survey.lands if entry.id == counts[0][0])


def home_state(survey: Survey) -> Entry | None:
    """Return the state whose bodies, parties and name the article has twice as often as others'."""
    counts = Counter(entry.country for _, entry in survey.lands)
    for s in survey.sightings:
        owned = s.entry is not None and s.entry.kind in _OF_STATE - {ActorKind.STATE}
        if s.entry is not None and (owned or s.entry.sector == "PTY"):
            counts[s.entry.country] += 1
    first = counts.most_common(2)
    if not first or first[0][1] < 3 or (len(first) > 1 and first[0][1] < 2 * first[1][1]):
        return None
    return state_of_country(first[0][0])


def acting_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state of the subject of a sentence shortly before, the nearest first."""
    number = words.sentence[sighting.first]
    for back in range(number, max(-1, number - 4), -1):
        state = subject_of(words, survey, back, sighting.first)
        if state is not None:
            return state
    return None


def subject_state_near(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state of the subject of the same sentence or of the one before."""
    number = words.sentence[sighting.first]
    same = subject_of(words, survey, number, sighting.first)
    return same or (subject_of(words, survey, number - 1, sighting.first) if number else None)


def subject_of(words: Words, survey: Survey, number: int, end: int) -> Entry | None:
    """Return the state of the subject of a sentence, before a token; its main clause's first."""
    found: Entry | None = None
    for s in survey.sightings:
        if s.first >= end or words.sentence[s.first] != number:
            continue
        owner = s.entry or (s.office.owners[0] if s.office and s.office.owners else s.owner)
        subjects = [t for t in range(s.first, s.last) if words.dep[t] in {"nsubj", "nsubjpass"}]
        if not subjects or owner is None or owner.kind not in _OF_STATE:
            continue
        if any(words.dep[words.head[t]] == "ROOT" for t in subjects):
            return state_of(owner)
        found = found or state_of(owner)
    return found


def state_of(entry: Entry) -> Entry | None:
    """Return the state that the entry is, or is a body of."""
    if entry.land or entry.sector == "PRE":
        return entry
    return state_of_country(entry.country)


def state_of_country(country: str | None) -> Entry | None:
    """Return the state with that code."""
    return load_gazetteer().entries.get(f"state:{country}")


def antecedent_state(words: Words, survey: Survey, token: int) -> Entry | None:
    """Return the state that "its" means: a subject or possessor above it, else the last before.

    In "Morland said that Tavian forces shot at its troops" it is Morland. Where the sentence names
    no state before, it is that of the subject of the sentence before.
    """
    lands = _heads(words, survey)
    place = token
    while words.head[place] != place:
        above = words.head[place]
        if above in lands and above < token:
            return lands[above]
        for other in range(above - 1, max(-1, above - 30), -1):
            wanted = words.dep[other] in {"nsubj", "nsubjpass", "poss"}
            if words.head[other] == above and wanted and other in lands and other < token:
                return lands[other]
        place = above
    return _nearest_state(words, survey, token) or _acting_before(words, survey, token)


def _heads(words: Words, survey: Survey) -> dict[int, Entry]:
    """Return states by the last token of each name of theirs, and of a body that is "it"."""
    found: dict[int, Entry] = {}
    for s in survey.sightings:
        if s.entry is None or s.kind is MentionKind.EPITHET or s.entry.kind not in _OF_STATE:
            continue
        last = s.core[1] - 1
        if words.lower[last] == words.lemma[last] or s.entry.kind is ActorKind.STATE:
            state = state_of(s.entry)
            if state is not None:
                found[last] = state
    return found


def _acting_before(words: Words, survey: Survey, token: int) -> Entry | None:
    start, _ = words.sentence_of(token)
    before = Sighting(first=start, last=start, core=(start, start), kind=MentionKind.EPITHET)
    return acting_state(words, survey, before) if start else None


def _nearest_state(words: Words, survey: Survey, token: int) -> Entry | None:
    """Return the state named last before the token in its sentence: "Morland … its minister"."""
    number = words.sentence[token]
    near = [e for place, e in survey.lands if place < token and words.sentence[place] == number]
    return near[-1] if near else None
