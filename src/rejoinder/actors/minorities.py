"""Minorities: "ethnic Poles" are of the land in which they live, as PLOVER has it."""

from collections import Counter
from dataclasses import replace

from rejoinder.actors.gazetteer import Entry, Use
from rejoinder.actors.terrain import Owned, Terrain
from rejoinder.actors.words import Words

__all__ = ["at_home", "home_of_minority", "is_ethnic", "land_behind"]

_IN_PLACE = frozenset("of in from inside across near around within at".split())


def is_ethnic(words: Words, first: int, last: int) -> bool:
    """Say whether one of the words on tokens ``[first, last)`` is "ethnic"."""
    return "ethnic" in words.lower[first:last]


def home_of_minority(
    terrain: Terrain, own: Entry, noun: tuple[int, int], end: int, *, near: bool
) -> Entry | None:
    """Return the land in which they live, if it is another than the one they are named after.

    Args:
        terrain: the article.
        own: the land that they are named after.
        noun: the tokens that name them.
        end: where their phrase ends.
        near: the other land that the sentence names most will do where their phrase names none.
    """
    behind = land_behind(terrain, noun[1], end)
    if behind is not None and behind.id != own.id:
        return behind
    if not near:
        return None
    start, stop = terrain.words.sentence_of(noun[0])
    entries = (hit.sense.entry for hit in terrain.hits if start <= hit.first < stop)
    others = [one for one in entries if one is not None and one.land and one.id != own.id]
    ranked = Counter(one.id for one in others).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return next(one for one in others if one.id == ranked[0][0])


def at_home(terrain: Terrain, owned: Owned, noun: int) -> Owned:
    """Return the phrase before a noun, of the home of those whom "ethnic" stands before.

    Where their home is not named nobody is the owner.
    """
    before = owned.first - 1
    if len(owned.owners) != 1 or not is_ethnic(terrain.words, max(0, before), noun):
        return owned
    start, stop = terrain.words.sentence_of(noun)
    home = home_of_minority(
        terrain, owned.owners[0], (max(start, before), noun + 1), stop, near=True
    )
    return replace(
        owned,
        first=before if is_ethnic(terrain.words, before, owned.first) else owned.first,
        owners=() if home is None else (home,),
    )


def land_behind(terrain: Terrain, place: int, end: int) -> Entry | None:
    """Return the land named behind a preposition on tokens ``[place, end)``, or by "there"."""
    words = terrain.words
    if place < len(words) and words.lower[place] == "there":
        before = [h for h in terrain.hits if h.last <= place and h.sense.use is not Use.BODY]
        near = [h.sense.entry for h in before[-6:] if _is_land(h.sense.entry)]
        return near[-1] if near else None
    for token in range(place, end):
        if words.lower[token] not in _IN_PLACE:
            continue
        behind = token + 1
        while behind < end and words.pos[behind] in {"DET", "ADJ"} and terrain.at[behind] is None:
            behind += 1
        hit = terrain.at[behind] if behind < end else None
        if hit is None or hit.sense.use not in {Use.NAME, Use.METONYM, Use.PLACE}:
            continue
        if _is_land(hit.sense.entry):
            return hit.sense.entry
    return None


def _is_land(entry: Entry | None) -> bool:
    if entry is None:
        return False
    return entry.land
