"""Partners: sounds of one word that find none in another, which tells most words apart at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Sorts", "least_alone", "sorts_of"]

# What is swapped within a sort may cost little; whatever else becomes of one of the first costs as
# much as to leave out a consonant, unless it is swapped for one of the second.
_SORTS = (("l", ""), ("m", ""), ("n", ""), ("r", ""), ("pbf", "v"), ("kqgHszScCZdt", "hGJ"))
_BITS = 8
_MASK = (1 << _BITS) - 1
_OWN = {sound: _BITS * n for n, (own, _) in enumerate(_SORTS) for sound in own}
_TAKEN = {sound: _BITS * n for n, (_, more) in enumerate(_SORTS) for sound in more} | _OWN


@dataclass(frozen=True, slots=True)
class Sorts:
    """How many sounds of each sort a word has, a bit each: the first, the second ...

    Attributes:
        own: those that every reading has.
        taken: those that any reading has to swap for one of another word's.
        longest: sounds of the longest reading.
    """

    own: int
    taken: int
    longest: int


def sorts_of(readings: Iterable[Sequence[str]]) -> Sorts:
    """Return the sorts of a word's sounds, as it may be read."""
    own, taken, longest = -1, 0, 0
    for sounds in readings:
        own &= _counted(sounds, _OWN)
        taken |= _counted(sounds, _TAKEN)
        longest = max(longest, len(sounds))
    return Sorts(own, taken, longest)


def _counted(sounds: Iterable[str], places: Mapping[str, int]) -> int:
    found = 0
    for sound in sounds:
        place = places.get(sound)
        if place is not None:
            found |= (found >> place << 1 & _MASK | 1) << place
    return found


def least_alone(one: Sorts, other: Sorts) -> int:
    """Return how many consonants at least have no partner, however the two words are read."""
    return max((one.own & ~other.taken).bit_count(), (other.own & ~one.taken).bit_count())
