"""Appositions: titles between commas before or behind a name."""

from dataclasses import replace

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.titles import past_affiliation
from rejoinder.actors.words import Words

__all__ = ["with_apposition"]


def with_apposition(
    terrain: Terrain, sighting: Sighting, free: dict[int, Office], follower: int
) -> Sighting:
    """Read titles between commas before or behind a name; ``follower`` begins the next name."""
    words = terrain.words
    if sighting.office is not None:
        return _with_further(words, sighting, free)
    before = sighting.first - 1
    if before > 0 and words.lower[before] == ",":
        for office in list(free.values()):
            ahead = before in {office.last, past_affiliation(words, office.last)}
            if ahead and not office.plural and not _is_another(words, sighting, office):
                del free[office.nouns[0]]
                return _with_further(words, _appose(sighting, office), free)
    if sighting.last < len(words) - 1 and words.lower[sighting.last] == ",":
        return _with_title_behind(terrain, sighting, free, follower)
    return sighting


def _is_another(words: Words, sighting: Sighting, office: Office) -> bool:
    """Say whether a title before a name is somebody else's: "in a note to the mayor, Vey said"."""
    nouns, name = range(*office.nouns), sighting.core[1] - 1
    noun = next((t for t in nouns if words.head[t] not in nouns), nouns[0])
    placed = words.dep[noun] == "pobj" and words.lower[words.head[noun]] != "as"
    return placed and words.dep[name] in {"nsubj", "nsubjpass"}


def _with_title_behind(
    terrain: Terrain, sighting: Sighting, free: dict[int, Office], follower: int
) -> Sighting:
    words = terrain.words
    for office in list(free.values()):
        behind = _begin(terrain, office) == sighting.last + 1 and not office.plural
        if not behind or _acts_alone(words, sighting, office):
            continue
        if words.lower[office.last : office.last + 1] == ["'s"]:
            served = _served_by(words, office, free)
            if served is not None:
                del free[served.nouns[0]]
                return _appose(sighting, replace(served, first=office.first))
            continue
        if follower == office.last + 1 and words.text[office.last] == ",":
            continue
        told = office.definite or office.owners or office.whose
        if told or words.pos[office.first] == "DET":
            del free[office.nouns[0]]
            return _appose(sighting, office)
    return sighting


def _served_by(words: Words, owner: Office, free: dict[int, Office]) -> Office | None:
    """Return the office of who is somebody's: "the president's chief political adviser"."""
    for token in range(owner.last + 1, min(owner.last + 6, len(words))):
        if token in free and not free[token].plural:
            return free[token]
        if words.pos[token] not in {"ADJ", "NOUN", "PROPN"}:
            break
    return None


def _with_further(words: Words, sighting: Sighting, free: dict[int, Office]) -> Sighting:
    """Read a title behind a name that has one: "Senator Ilona Vey, the majority leader, said"."""
    place = sighting.last
    if place >= len(words) - 1 or words.text[place] != ",":
        return sighting
    for office in list(free.values()):
        if office.first != place + 1 or office.plural or not (office.definite or office.owners):
            continue
        last = _past_home(words, office.last)
        closed = words.text[last : last + 1] in ([","], ["."], [";"])
        subject = words.dep[office.nouns[1] - 1] in {"nsubj", "nsubjpass"}
        if closed and not subject:
            del free[office.nouns[0]]
            return replace(sighting, last=last, further=office)
    return sighting


def _past_home(words: Words, last: int) -> int:
    """Return the token behind the place in "the mayor of Ulgor"."""
    if words.lower[last : last + 1] != ["of"]:
        return last
    place = last + 1
    while place < len(words) and words.text[place][0].isupper():
        place += 1
    return place


def _acts_alone(words: Words, sighting: Sighting, office: Office) -> bool:
    """Say whether a title behind a name is no apposition: "in Ulgor, the minister said"."""
    noun, name = office.nouns[1] - 1, sighting.core[1] - 1
    placed = sighting.first > 0 and words.pos[sighting.first - 1] == "ADP"
    return placed and words.dep[noun] in {"nsubj", "nsubjpass"} and words.head[noun] != name


def _begin(terrain: Terrain, office: Office) -> int:
    """Return where the office begins, the form of address of whose it is included."""
    title = terrain.at[office.first - 1] if office.first else None
    address = title is not None and title.sense.use is Use.HONORIFIC and office.whose
    return title.first if title is not None and address else office.first


def _appose(sighting: Sighting, office: Office) -> Sighting:
    return replace(
        sighting,
        first=min(sighting.first, office.first),
        last=max(sighting.last, office.last),
        office=office,
        gender=sighting.gender or office.gender,
    )
