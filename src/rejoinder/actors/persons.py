"""Persons: names joined with the titles before them and the appositions around them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rejoinder.actors.appositions import with_apposition
from rejoinder.actors.bodies import owners_left, owners_right
from rejoinder.actors.gazetteer import Use
from rejoinder.actors.names import Name
from rejoinder.actors.offices import speaks_for_somebody
from rejoinder.actors.sighting import Office, Sighting
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words
from rejoinder.model.actor import MentionKind

__all__ = ["find_persons"]

_STAFFS = frozenset("office campaign team camp staff".split())
# What a campaign is for: "Vey's presidential campaign".
_RACES = frozenset("presidential senate mayoral gubernatorial election reelection".split())
_HIS = frozenset({"his", "her"})
_LEADS = frozenset("head lead command chair run direct oversee".split())


def find_persons(
    terrain: Terrain, names: Sequence[Name], offices: Sequence[Office]
) -> list[Sighting]:
    """Return a sighting for each name and for each office that belongs to no name."""
    free = {office.nouns[0]: office for office in offices}
    found: list[Sighting] = []
    # Titles before a name come first, so that "A, President B" does not give A the title of B.
    named = [_with_title(terrain, name, free) for name in names if not _is_of_title(terrain, name)]
    titled = _with_homes(terrain.words, named)
    for place, sighting in enumerate(titled):
        follower = titled[place + 1].first if place + 1 < len(titled) else -1
        apposed = with_apposition(terrain, sighting, free, follower)
        found.append(_with_relative(terrain, apposed))
        if sighting.office is not None and sighting.office.plural:
            found[-1] = _first_of_several(titled, place, found[-1])
        elif place and _shares_title(terrain, found[place - 1], found[place]):
            found[place] = _next_of_several(found[place - 1], found[place])
    alone = (_of_patron(terrain.words, titled, office) for office in free.values())
    found.extend(_alone(terrain, office) for office in alone)
    found.extend(_alone(terrain, office) for office in _staffs(terrain.words, titled))
    return sorted(found, key=lambda sighting: (sighting.first, -sighting.last))


def _is_of_title(terrain: Terrain, name: Name) -> bool:
    """Say whether the words only tell of what somebody is the head: "Ulgor Campaign President"."""
    hit = terrain.at[name.last] if name.last < len(terrain.at) else None
    if hit is None or hit.sense.use is not Use.ROLE or hit.first != name.last:
        return False
    return terrain.words.text[hit.first][0].isupper()


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
    if office is not None and not _is_of_others(words, office, name):
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


def _is_of_others(words: Words, office: Office, name: Name) -> bool:
    """Say whether a clause about the bearers begins with the name: "the officers Vey accuses"."""
    # Several bear a title in the plural; one who is followed by what he does is not of them.
    return office.plural and words.pos[name.last : name.last + 1] in (["VERB"], ["AUX"])


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
    """Read "a spokesman for President Ilona Vey", "Vey's spokeswoman", "lawyers for Vey"."""
    if not speaks_for_somebody(office):
        return office
    noun = office.nouns[1]
    follows = words.lower[noun : noun + 1] in (["for"], ["of"], ["to"])
    behind = noun + 1 + (words.lower[noun + 1 : noun + 2] == ["the"])
    for sighting in titled:
        named = sighting.first == noun + 1
        staff = sighting.first == behind and words.lower[sighting.last] in _STAFFS
        if follows and (named or staff):
            last = sighting.last + (words.lower[sighting.last] in _STAFFS)
            return replace(office, last=last, patron=sighting.core[0])
        if words.lower[sighting.last : office.nouns[0]] == ["'s"]:
            return replace(office, first=sighting.first, patron=sighting.core[0])
    return office


def _staffs(words: Words, titled: Sequence[Sighting]) -> Iterator[Office]:
    """Read "Vey's office denied it", "the campaign of Vey said": a person's staff that acts."""
    for sighting in titled:
        owned = words.lower[sighting.last : sighting.last + 1] == ["'s"]
        behind = sighting.last + owned
        behind += owned and behind < len(words) and words.lower[behind] in _RACES
        if behind < len(words) and words.lower[behind] in _STAFFS:
            apart = owned or words.dep[sighting.last - 1] == "compound"
            alone = words.pos[min(behind + 1, len(words) - 1)] != "ADP"
            if apart and alone and _acts(words, behind):
                yield _staff(words, behind, sighting.first, behind + 1, sighting.core[0])
        noun = sighting.first - 2
        of = noun > 0 and not owned and words.lower[noun + 1] == "of"
        if of and words.lower[noun] in _STAFFS and _acts(words, noun):
            yield _staff(words, noun, noun, sighting.last, sighting.core[0])
    for noun in range(1, len(words)):
        if words.lower[noun] in _STAFFS and words.lower[noun - 1] in _HIS and _acts(words, noun):
            yield _staff(words, noun, noun - 1, noun + 1, None)


def _acts(words: Words, noun: int) -> bool:
    return words.dep[noun] == "nsubj" and words.pos[words.head[noun]] == "VERB"


def _staff(words: Words, noun: int, first: int, last: int, patron: int | None) -> Office:
    """Return a person's staff; the article before it is a part of its phrase."""
    return Office(
        first=first - (first > 0 and words.lower[first - 1] == "the"),
        last=last,
        nouns=(noun, noun + 1),
        key=words.lower[noun],
        groups=frozenset({"staff"}),
        sector="=",
        unique=True,
        plural=False,
        gender="",
        definite=True,
        patron=patron,
    )


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
