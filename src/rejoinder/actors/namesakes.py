"""Namesakes: words of the tables that are a person's name in this article."""

from collections.abc import Sequence

from rejoinder.actors.gazetteer import Hit, Use
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.words import Words

__all__ = ["without_namesakes"]

_PLACED = (["in"], ["to"], ["from"])
_BEFORE_NAMES = frozenset({Use.ROLE, Use.HONORIFIC})


def without_namesakes(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits without those that name persons here.

    Where "Michael Ulgor" is named, "Ulgor" is nobody's news agency, and no state unless something
    happens in it. In "President Morland Vey" and
    "Morland Vey, the president of …" the state's name is a given name.
    """
    surnames = {words.text[hit.first] for hit in hits if _is_surname(words, hit)}
    borne = {hit.first for hit in hits if _bears_land(words, hit, hits)}
    lands = {words.text[first] for first in borne}
    addressed = {hit.last for hit in hits if hit.sense.use is Use.HONORIFIC}
    borne |= {hit.first for hit in hits if _is_land(hit) and hit.first in addressed}
    lands -= {words.text[hit.first] for hit in hits if _is_place(words, hit)}
    ends = {hit.last: hit for hit in hits}
    starts = {hit.first: hit for hit in hits}
    return [
        hit
        for hit in hits
        if not (
            (_may_be_surname(hit) and words.text[hit.first] in surnames)
            or _is_given_name(words, hit, ends, starts)
            or hit.first in borne
            or (_is_land(hit) and words.text[hit.first] in lands)
        )
    ]


def _may_be_surname(hit: Hit) -> bool:
    entry = hit.sense.entry
    named = hit.sense.use is Use.NAME and hit.last - hit.first == 1
    return named and entry is not None and not entry.land


def _is_land(hit: Hit) -> bool:
    entry = hit.sense.entry
    named = hit.sense.use is Use.NAME and hit.last - hit.first == 1
    return named and entry is not None and entry.land


def _bears_land(words: Words, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether a state's name is the surname behind a given name: "Michael Morland said"."""
    first = hit.first
    if not _is_land(hit) or not first or words.text[first].isupper():
        return False
    own = not any(other.last == first and other.sense.entry is not None for other in hits)
    given = words.lower[first - 1] in load_genders() and words.text[first - 1][0].isupper()
    return given and own and words.head[first - 1] == first


def _is_place(words: Words, hit: Hit) -> bool:
    return _is_land(hit) and words.lower[hit.first - 1 : hit.first] in _PLACED


def _is_surname(words: Words, hit: Hit) -> bool:
    """Say whether a known given name stands before the word, with initials or without.

    A name that goes on behind it is another.
    """
    first, last = hit.first, hit.last
    if not _may_be_surname(hit) or not first or words.text[first].isupper():
        return False
    before = first - 1
    while before and _is_initial(words.text[before]):
        before -= 1
    given = words.lower[before] in load_genders() and words.text[before][0].isupper()
    more = last < len(words) and words.pos[last] == "PROPN"
    return given and not more and words.sentence[before] == words.sentence[first]


def _is_initial(word: str) -> bool:
    return word[:1].isupper() and word[1:] in {"", "."}


def _is_given_name(words: Words, hit: Hit, ends: dict[int, Hit], starts: dict[int, Hit]) -> bool:
    entry, surname = hit.sense.entry, hit.last
    named = hit.sense.use is Use.NAME and hit.last - hit.first == 1
    if not named or entry is None or not entry.land or surname + 2 >= len(words):
        return False
    capital = words.text[surname][0].isupper() and words.pos[surname] == "PROPN"
    if not capital or surname in starts or words.dep[hit.first] != "compound":
        return False
    title = ends.get(hit.first)
    if (
        title is not None
        and title.sense.use in _BEFORE_NAMES
        and words.text[hit.first - 1][0].isupper()
    ):
        return True
    role = starts.get(surname + 3) or starts.get(surname + 2)
    apposed = words.text[surname + 1] == "," and words.pos[surname + 2] == "DET"
    return apposed and role is not None and role.sense.use is Use.ROLE
