"""Belonging: whose ministry "the ministry" is, whose police "police" are."""

from collections import Counter
from collections.abc import Sequence

from rejoinder.actors.gazetteer import Body, Entry
from rejoinder.actors.lexicon import load_gazetteer
from rejoinder.actors.mentions import Survey
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind, MentionKind

__all__ = [
    "antecedent_state",
    "land_before",
    "main_state",
    "most_named",
    "of_region",
    "owner_of_body",
    "same_ministry",
    "state_of",
    "state_of_country",
    "subject_state_near",
]

_OF_STATE = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT_BODY, ActorKind.ARMED_FORCE})
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
    if words.lower[sighting.first] in {"our", "my", "your"}:
        return None
    if of_region(words, sighting.first, sighting.core[0]):
        return _of(body, land_before(survey, sighting.first))
    keys = _MINISTRIES if body.key == "ministry" else (body.key,)
    before = [entry for _, entry in known if _key(entry) in keys]
    behind = [
        s.entry
        for s in survey.sightings
        if s.entry is not None and s.first > sighting.first and _key(s.entry) in keys
    ]
    if behind and _is_heading(words, sighting.first):
        return behind[0]
    if before or body.key == "ministry":
        return before[-1] if before else None
    if behind:
        return behind[0]
    return _of(body, _owner_by_context(words, survey, sighting, body))


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
            fitting = [e for e in _by_number(survey) if not rebels or e.country not in sides]
            return fitting[0] if fitting else None
    owner = _subject_state(words, survey, sighting)
    if owner is None and body.key in _BY_PLACE:
        return _only_state(words, survey, sighting) or main_state(survey)
    if owner is None and body.key in _SPEAKING:
        return _acting_state(words, survey, sighting)
    return owner


def same_ministry(entry: Entry, known: Sequence[tuple[int, Entry]]) -> Entry:
    """Return the ministry that "the ministry in X" means: the one of X named last before."""
    if _key(entry) != "ministry":
        return entry
    owned = [e for _, e in known if e.country == entry.country and _key(e) in _MINISTRIES]
    return owned[-1] if owned else entry


def _is_heading(words: Words, token: int) -> bool:
    """Say whether the sentence stands on lines of its own, without a final stop."""
    first, last = words.sentence_of(token)
    while last > first and words.pos[last - 1] == "SPACE":
        last -= 1
    return words.text[last - 1] not in {".", "!", "?", '"', "”", "'"}


def of_region(words: Words, first: int, noun: int) -> bool:
    """Say whether the phrase begins "the region's": whose is told by the place named before."""
    lead = words.lower[first:noun]
    return "'s" in lead and lead[lead.index("'s") - 1] in _REGIONS


def land_before(survey: Survey, token: int) -> Entry | None:
    """Return the state or territory named last before the token."""
    places = [(place, entry) for place, entry in survey.places if place < token]
    return places[-1][1] if places else None


def _key(entry: Entry) -> str:
    return entry.id.partition("-")[2]


def _of(body: Body, owner: Entry | None) -> Entry | None:
    return body.of(owner) if owner is not None else None


def _subject_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state that is a subject in the sentence: "the Foreign Ministry said Morland …"."""
    number = words.sentence[sighting.first]
    for s in survey.sightings:
        entry, last = s.entry, s.core[1] - 1
        near = words.sentence[s.first] == number and words.dep[last] in {"nsubj", "nsubjpass"}
        if near and entry is not None and entry.kind is ActorKind.STATE:
            return entry
    return None


def _only_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    number = words.sentence[sighting.first]
    near = {e.id: e for token, e in survey.lands if words.sentence[token] == number}
    return next(iter(near.values())) if len(near) == 1 else None


def most_named(survey: Survey) -> Entry | None:
    """Return the state that the article names most often; of equals the one named first."""
    return next(iter(_by_number(survey)), None)


def _by_number(survey: Survey) -> list[Entry]:
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


def _acting_state(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state of the subject of a sentence shortly before, the nearest first."""
    number = words.sentence[sighting.first]
    for back in range(number, max(-1, number - 4), -1):
        state = _subject_of(words, survey, back, sighting.first)
        if state is not None:
            return state
    return None


def subject_state_near(words: Words, survey: Survey, sighting: Sighting) -> Entry | None:
    """Return the state of the subject of the same sentence or of the one before."""
    number = words.sentence[sighting.first]
    same = _subject_of(words, survey, number, sighting.first)
    return same or (_subject_of(words, survey, number - 1, sighting.first) if number else None)


def _subject_of(words: Words, survey: Survey, number: int, end: int) -> Entry | None:
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
    return nearest_state(words, survey, token) or _acting_before(words, survey, token)


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
    return _acting_state(words, survey, before) if start else None


def nearest_state(words: Words, survey: Survey, token: int) -> Entry | None:
    """Return the state named last before the token in its sentence: "Morland … its minister"."""
    number = words.sentence[token]
    near = [e for place, e in survey.lands if place < token and words.sentence[place] == number]
    return near[-1] if near else None
