"""Persons: names joined with the titles before them and the appositions around them."""

from collections.abc import Sequence
from dataclasses import replace

from rejoinder.actors.bodies import owners_left, owners_right
from rejoinder.actors.gazetteer import Use
from rejoinder.actors.names import Name
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import MentionKind

__all__ = ["find_persons"]
_LEADS = frozenset("head lead command chair run direct oversee".split())


def find_persons(
    terrain: Terrain, names: Sequence[Name], offices: Sequence[Office]
) -> list[Sighting]:
    """Return a sighting for each name and for each office that belongs to no name."""
    free = {office.nouns[0]: office for office in offices}
    found: list[Sighting] = []
    # Titles before a name come first, so that "A, President B" does not give A the title of B.
    titled = _with_homes(terrain.words, [_with_title(terrain, name, free) for name in names])
    for place, sighting in enumerate(titled):
        follower = titled[place + 1].first if place + 1 < len(titled) else -1
        apposed = _with_apposition(terrain, sighting, free, follower)
        found.append(_with_relative(terrain, apposed))
        if sighting.office is not None and sighting.office.plural:
            found[-1] = _first_of_several(titled, place, found[-1])
        elif place and _shares_title(terrain, found[place - 1], found[place]):
            found[place] = _next_of_several(found[place - 1], found[place])
    alone = (_of_patron(terrain.words, titled, office) for office in free.values())
    found.extend(_alone(terrain, office) for office in alone)
    return sorted(found, key=lambda sighting: (sighting.first, -sighting.last))


def _with_homes(words: Words, titled: Sequence[Sighting]) -> list[Sighting]:
    """Join where somebody is from to the name: "Senator Ilona Vey of Ulgor, the chairwoman"."""
    joined: list[Sighting] = []
    for sighting in titled:
        last = joined[-1] if joined else None
        home = last is not None and last.last == sighting.first - 1 and sighting.office is None
        if home and last is not None and words.lower[last.last] == "of":
            joined[-1] = replace(last, last=sighting.last)
        else:
            joined.append(sighting)
    return joined


def _with_title(terrain: Terrain, name: Name, free: dict[int, Office]) -> Sighting:
    words = terrain.words
    first, gender, honorific = name.first, "", ""
    hit = terrain.at[first - 1] if first else None
    if hit is not None and hit.sense.use is Use.HONORIFIC and hit.last == first:
        first, gender, honorific = hit.first, hit.sense.gender, hit.sense.key
    sighting = Sighting(
        first=first,
        last=name.last,
        core=(name.first, name.last),
        kind=MentionKind.NAME,
        name=name.text,
        gender=gender,
        honorific=honorific,
    )
    office = _office_ending(words, free, first, words.sentence_of(first)[0])
    if office is not None:
        del free[office.nouns[0]]
        office = _with_higher(words, free, office)
        sighting = replace(
            sighting, first=office.first, office=office, gender=gender or office.gender
        )
        if not office.owners:
            return _with_owner_behind(terrain, sighting)
        return sighting
    owned = owners_left(terrain, first)
    if owned.owners and owned.body is None and words.lower[first - 1] == "'s":
        return replace(sighting, first=owned.first, owner=owned.owners[0])
    if owned.owners and terrain.at[first - 1] is not None and owned.body is None:
        return replace(sighting, owner=owned.owners[0])
    return sighting


def _office_ending(words: Words, free: dict[int, Office], first: int, start: int) -> Office | None:
    """Return the office whose noun, or whose complement, ends right before the name."""
    near = [office for office in free.values() if start <= office.nouns[0] < first]
    for office in reversed(near):
        if office.nouns[1] == first or (office.last == first and _may_end(words, office, first)):
            return office
    return None


def _may_end(words: Words, office: Office, first: int) -> bool:
    """Say whether a complement ends before the name: not so in "head of the Ulgor battalion"."""
    if "family" in office.groups:
        return False
    place = first - 1
    while place > office.nouns[0] and words.pos[place] in {"DET", "ADJ", "PUNCT"}:
        place -= 1
    return words.pos[place] != "ADP"


def _with_higher(words: Words, free: dict[int, Office], rank: Office) -> Office:
    """Join the title before a rank to it: "the head of the delegation Major General Vey"."""
    start, _ = words.sentence_of(rank.nouns[0])
    higher = _office_ending(words, free, rank.nouns[0], start)
    if higher is None or higher.plural or rank.sector != "MIL":
        return rank
    del free[higher.nouns[0]]
    return replace(
        higher,
        last=rank.last,
        groups=higher.groups | rank.groups,
        sector=rank.sector if higher.sector == "=" else higher.sector,
        owners=higher.owners or rank.owners,
        body=higher.body or rank.body,
    )


def _with_owner_behind(terrain: Terrain, sighting: Sighting) -> Sighting:
    """Read "President Ilona Vey of Morland"."""
    words, office = terrain.words, sighting.office
    if office is None or sighting.last >= len(words) or words.lower[sighting.last] != "of":
        return sighting
    right = owners_right(terrain, sighting.last)
    if not right.owners:
        return sighting
    return replace(sighting, last=right.last, office=replace(office, owners=right.owners))


def _with_apposition(
    terrain: Terrain, sighting: Sighting, free: dict[int, Office], follower: int
) -> Sighting:
    """Read titles between commas before or behind a name; ``follower`` begins the next name."""
    words = terrain.words
    if sighting.office is not None:
        return _with_further(words, sighting, free)
    before = sighting.first - 1
    if before > 0 and words.lower[before] == ",":
        for office in list(free.values()):
            if office.last == before and not office.plural:
                del free[office.nouns[0]]
                return _with_further(words, _appose(sighting, office), free)
    if sighting.last < len(words) - 1 and words.lower[sighting.last] == ",":
        return _with_title_behind(words, sighting, free, follower)
    return sighting


def _with_title_behind(
    words: Words, sighting: Sighting, free: dict[int, Office], follower: int
) -> Sighting:
    for office in list(free.values()):
        behind = office.first == sighting.last + 1 and not office.plural
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
        if office.definite or office.owners or words.pos[office.first] == "DET":
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


def _with_relative(terrain: Terrain, sighting: Sighting) -> Sighting:
    """Read "Ilona Vey, who commands the Morland army": the body tells the office."""
    words, place = terrain.words, sighting.last
    if sighting.office is not None or place + 3 >= len(words):
        return sighting
    place += words.text[place] == ","
    if words.lower[place] != "who":
        return sighting
    verb = place + 1 + (words.pos[place + 1] in {"AUX", "ADV"})
    if words.lemma[verb] not in _LEADS:
        return sighting
    for token in range(verb + 1, min(verb + 8, len(words))):
        hit = terrain.at[token]
        if hit is None or hit.sense.body is None:
            continue
        owned = terrain.owned.get(hit.first)
        owners = owned.owners if owned is not None else ()
        military = hit.sense.body.sector == "MIL"
        office = Office(
            first=verb,
            last=max(hit.last, owned.last if owned is not None else 0),
            nouns=(verb, verb + 1),
            key="commander" if military else "head",
            groups=frozenset({"commander" if military else "official"}),
            sector="MIL" if military else "=",
            unique=False,
            plural=False,
            gender="",
            owners=owners[:1],
            body=hit.sense.body.of(owners[0]) if owners else None,
        )
        return replace(sighting, office=office)
    return sighting


def _appose(sighting: Sighting, office: Office) -> Sighting:
    return replace(
        sighting,
        first=min(sighting.first, office.first),
        last=max(sighting.last, office.last),
        office=office,
        gender=sighting.gender or office.gender,
    )


def _first_of_several(titled: Sequence[Sighting], place: int, sighting: Sighting) -> Sighting:
    """Give the first owner to the first name: "Sudanese and Egyptian Presidents A and B"."""
    office = sighting.office
    if office is None or len(office.owners) < 2 or place + 1 >= len(titled):
        return sighting
    return replace(sighting, owner=office.owners[0])


def _shares_title(terrain: Terrain, earlier: Sighting, later: Sighting) -> bool:
    office = earlier.office
    gap = terrain.words.lower[earlier.last : later.first]
    return office is not None and office.plural and later.office is None and list(gap) == ["and"]


def _next_of_several(earlier: Sighting, later: Sighting) -> Sighting:
    office = earlier.office
    owner = office.owners[-1] if office is not None and office.owners else None
    return replace(later, office=office, owner=owner)


def _of_patron(words: Words, titled: Sequence[Sighting], office: Office) -> Office:
    """Read "a spokesman for President Ilona Vey", "Vey's spokeswoman"."""
    if "spokesperson" not in office.groups:
        return office
    noun = office.nouns[1]
    follows = words.lower[noun : noun + 1] in (["for"], ["of"], ["to"])
    for sighting in titled:
        if follows and sighting.first == noun + 1:
            return replace(office, last=sighting.last, patron=sighting.core[0])
        if words.lower[sighting.last : office.nouns[0]] == ["'s"]:
            return replace(office, first=sighting.first, patron=sighting.core[0])
    return office


def _alone(terrain: Terrain, office: Office) -> Sighting:
    last = office.last
    return Sighting(
        first=office.first,
        last=last,
        core=office.nouns,
        kind=MentionKind.TITLE,
        office=office,
        gender=office.gender,
    )
