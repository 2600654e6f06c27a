"""Titles: party and home beside a name, and the person whom somebody serves."""

from rejoinder.actors.gazetteer import Hit, Use
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words

__all__ = ["past_affiliation", "served_surname"]

_REACH = 8


def past_affiliation(words: Words, place: int) -> int:
    """Return the token behind "(D-Ulgor)" or ", R-Ulgor," that begins at the token.

    ``place`` itself where nothing of the kind does. A comma that only closes it is behind it too.
    """
    opening = words.text[place : place + 1]
    end = min(place + _REACH, len(words))
    if opening == ["("]:
        closing = [token for token in range(place, end) if words.text[token] == ")"]
        return closing[0] + 1 if closing else place
    letter = words.text[place + 1 : place + 3]
    if opening != [","] or len(letter) < 2 or letter[1] != "-":
        return place
    if len(letter[0]) != 1 or not letter[0].isupper():
        return place
    closing = [token for token in range(place + 3, end) if words.text[token] == ","]
    return closing[0] if closing else place


def served_surname(terrain: Terrain, first: int, hit: Hit) -> str:
    """Return the surname, in small letters, of the person served; nothing for none.

    "Vey's lawyer", "a lawyer for Mr. Vey".

    Args:
        terrain: the article.
        first: where the office's phrase begins.
        hit: its role noun.
    """
    words = terrain.words
    for token in range(max(first, 1), hit.first):
        if words.lower[token] in {"'s", "'"} and _is_surname(terrain, token - 1):
            return words.lower[token - 1]
    place = hit.last + 1
    if place + 1 >= len(words) or words.lower[place - 1] not in {"for", "to", "of"}:
        return ""
    title = terrain.at[place]
    place += title is not None and title.sense.use is Use.HONORIFIC
    while place + 1 < len(words) and all(_is_surname(terrain, t) for t in (place, place + 1)):
        place += 1
    return words.lower[place] if place < len(words) and _is_surname(terrain, place) else ""


def _is_surname(terrain: Terrain, token: int) -> bool:
    words = terrain.words
    proper = words.pos[token] == "PROPN" and terrain.at[token] is None
    return proper and words.text[token][0].isupper()
