"""Names that an apposition tells to be an organisation's: "Lumen Rising, a research group"."""

from rejoinder.actors.gazetteer import Use
from rejoinder.actors.names import NOT_NAMES
from rejoinder.actors.terrain import Terrain
from rejoinder.actors.words import Words

__all__ = ["explained_name"]

_ONE = frozenset({"a", "an"})
_LONGEST = 12
_JOINING = frozenset({"and", "or", "of", "for", "on", "&"})
_OF_PERSONS = frozenset({Use.ROLE, Use.HONORIFIC})


def explained_name(terrain: Terrain, token: int) -> tuple[int, int] | None:
    """Return the tokens of the name that the noun of a kind explains, or None."""
    words = terrain.words
    if words.dep[token] != "appos" or _goes_on(words, token):
        return None
    start, _ = words.sentence_of(token)
    article = token - 1
    while article > max(start, token - _LONGEST) and words.text[article] != ",":
        article -= 1
    if words.text[article] != "," or words.lower[article + 1] not in _ONE:
        return None
    first = _beginning(terrain, article, start)
    return (first, article) if first < article else None


def _goes_on(words: Words, token: int) -> bool:
    """Say whether the noun only tells of another: "a company spokeswoman"."""
    behind = token + 1
    if behind >= len(words):
        return False
    return words.pos[behind] in {"NOUN", "PROPN"} or words.lower[behind] in {"'s", "’s", "-"}


def _beginning(terrain: Terrain, last: int, start: int) -> int:
    """Return the first token of the capitalised name that ends before the token."""
    words, first = terrain.words, last
    while first > start and words.text[first - 1][0].isupper():
        hit = terrain.at[first - 1]
        if hit is not None and hit.sense.use in _OF_PERSONS:
            return last
        if words.lower[first - 1] in NOT_NAMES and hit is None:
            break
        first -= 1
    known = all(terrain.at[token] is not None for token in range(first, last))
    # Of "the Committee to Save Ulgor and Morland" the last word is no name.
    joined = first - 1 > start and words.lower[first - 1] in _JOINING
    part = joined and words.text[first - 2][0].isupper()
    return last if known or part else first
