"""Belonging: whose ministry "the ministry" is, whose police "police" are."""

from collections import Counter
from collections.abc import Sequence

from rejoinder.actors.gazetteer import Body, Entry
from rejoinder.actors.mentions import Survey
from rejoinder.actors.sighting import Sighting
from rejoinder.actors.words import Words
from rejoinder.model.actor import ActorKind

__all__ = ["main_state", "nearest_state", "owner_of_body"]

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
        return _of(body, nearest_state(words, survey, sighting.first))
    if words.lower[sighting.first] in {"our", "my", "his", "her", "your"}:
        return None
    keys = _MINISTRIES if body.key == "ministry" else (body.key,)
    before = [entry for _, entry in known if _key(entry) in keys]
    if before:
        return before[-1]
    if body.key == "ministry":
        return None
    behind = [
        s.entry for s in survey.sightings if s.entry is not None and _key(s.entry) == body.key
    ]
    if behind:
        return behind[0]
    owner = _subject_state(words, survey, sighting)
    if owner is None and body.key in _BY_PLACE:
        owner = _only_state(words, survey, sighting) or main_state(survey)
    return _of(body, owner) if body.key != "mission" else None


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


def main_state(survey: Survey) -> Entry | None:
    """Return the state that the article names half as often again as any other, at least thrice."""
    counts = Counter(entry.id for _, entry in survey.lands).most_common(2)
    if not counts or counts[0][1] < 3 or (len(counts) > 1 and counts[0][1] < 1.5 * counts[1][1]):
        return None
    return next(entry for _, entry in survey.lands if entry.id == counts[0][0])


def nearest_state(words: Words, survey: Survey, token: int) -> Entry | None:
    """Return the state named last before the token in its sentence: "Morland … its minister"."""
    number = words.sentence[token]
    near = [e for place, e in survey.lands if place < token and words.sentence[place] == number]
    return near[-1] if near else None
