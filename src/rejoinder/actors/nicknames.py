"""Nicknames: quotation marks in and around names, and surnames that two given names share."""

from collections.abc import Sequence

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.lexicon import load_genders
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words

__all__ = ["behind_complement", "is_nickname", "past_nickname", "shared_surname"]

_QUOTES = frozenset("\"“”‘'")
_CALLING = frozenset("nickname dub call name know style christen".split())
_SAINTS = frozenset("st. saint san santa".split())
_LONGEST = 4


def past_nickname(words: Words, last: int) -> int:
    """Return the token behind the nickname that follows in quotation marks; ``last`` if none does.

    In 'Petros "Big Dog" Lamas' the name goes on behind it.
    """
    _, end = words.sentence_of(last - 1)
    if last >= end or words.text[last] not in _QUOTES:
        return last
    for token in range(last + 2, min(last + 2 + _LONGEST, end)):
        if words.text[token] in _QUOTES:
            return token + 1
        if not words.text[token][0].isalpha() and words.text[token] != "-":
            break
    return last


def is_nickname(words: Words, first: int, last: int) -> bool:
    """Say whether the words are only what somebody is called: 'dubbed "Big Dog Lamas"'."""
    start, end = words.sentence_of(first)
    if first - 1 <= start or last >= end:
        return False
    quoted = words.text[first - 1] in _QUOTES and words.text[last] in _QUOTES
    before = words.lemma[max(start, first - 4) : first - 1]
    return quoted and bool(_CALLING & {*before, *(w.removesuffix("d") for w in before)})


def shared_surname(words: Words, first: int, runs: Sequence[tuple[int, int]]) -> str:
    """Return the surname of the given name on the token, in "Anna and Petros Lamas"; else nothing.

    ``runs`` holds the first token of each run of name words and the token behind it.
    """
    given = load_genders()
    if words.lower[first] not in given or words.lower[first + 1 : first + 2] != ["and"]:
        return ""
    for start, last in runs:
        whole = start == first + 2 and last - start == 2 and words.lower[start] in given
        if whole and words.lower[last - 1] not in given:
            return words.text[last - 1]
    return ""


def behind_complement(terrain: Terrain, first: int, last: int) -> int:
    """Return where the name begins in a run that an office's complement opens.

    In "Secretary of the Interior Ilona Vey" that is the given name: the words before it tell the
    office.
    """
    words, given = terrain.words, load_genders()
    place = first - 1
    if place > 0 and words.lower[place] == "the":
        place -= 1
    hit = terrain.at[place - 1] if place > 0 else None
    if hit is None or hit.sense.use is not Use.ROLE or words.lower[place] not in {"of", "for"}:
        return first
    names = [token for token in range(first, last - 1) if words.lower[token] in given]
    return names[0] if names and words.lower[names[0] - 1] not in _SAINTS else first
