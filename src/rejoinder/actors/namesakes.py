"""Namesakes: words of the tables that are a person's name in this article."""

from collections.abc import Sequence

from rejoinder.actors.gazetteer import Hit, Use
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.words import Words

__all__ = ["without_namesakes"]

_BEFORE_NAMES = frozenset({Use.ROLE, Use.HONORIFIC})


def without_namesakes(words: Words, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits without those that name persons here.

    Where "Michael Ulgor" is named, "Ulgor" is nobody's news agency. In "President Morland Vey" and
    "Morland Vey, the president of …" the state's name is a given name.
    """
    surnames = {words.text[hit.first] for hit in hits if _is_surname(words, hit)}
    ends = {hit.last: hit for hit in hits}
    starts = {hit.first: hit for hit in hits}
    return [
        hit
        for hit in hits
        if not (
            (_may_be_surname(hit) and words.text[hit.first] in surnames)
            or _is_given_name(words, hit, ends, starts)
        )
    ]


def _may_be_surname(hit: Hit) -> bool:
    entry = hit.sense.entry
    named = hit.sense.use is Use.NAME and hit.last - hit.first == 1
    return named and entry is not None and not entry.land


def _is_surname(words: Words, hit: Hit) -> bool:
    """Say whether a known given name stands before the word, and no name goes on behind it."""
    first, last = hit.first, hit.last
    if not _may_be_surname(hit) or not first or words.text[first].isupper():
        return False
    given = words.lower[first - 1] in load_genders() and words.text[first - 1][0].isupper()
    more = last < len(words) and words.pos[last] == "PROPN"
    return given and not more and words.sentence[first - 1] == words.sentence[first]


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
