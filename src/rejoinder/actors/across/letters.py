"""Letters: any name in small Latin letters without marks, whatever its script.

Vowels that a script leaves out stay out; Chinese characters, which say little of their sound, are
dropped.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from rejoinder.actors.tables import read_table

__all__ = ["latin_words"]

_FIRST_SYLLABLE, _LAST_SYLLABLE = 0xAC00, 0xD7A3
_VOWELS, _ENDS = 21, 28
_APART = re.compile(r"[^a-z.\s-]")


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    scripts: dict[str, dict[str, str]] = {}
    for row in read_table("letters.tsv"):
        scripts.setdefault(row["script"], {})[row["letter"]] = row["latin"]
    return scripts


@cache
def _alphabet() -> Mapping[int, str]:
    """Return the Latin letters for each letter of an alphabet, by code point."""
    return {
        ord(letter): latin
        for script, letters in _letters().items()
        if not script.startswith("hangul")
        for letter, latin in letters.items()
    }


def _korean(word: str) -> str:
    """Return a Korean name in Latin letters, its family name apart; any other word as it is."""
    spelt = "".join(map(_syllable, word))
    if not 2 < len(word) < 5 or spelt == word:
        return spelt
    family = _letters()["hangul-family"].get(word[0], _syllable(word[0]))
    return f"{family} {'-'.join(map(_syllable, word[1:]))}"


def _syllable(character: str) -> str:
    """Return a Hangul syllable in Latin letters, any other character as it is."""
    code = ord(character)
    if not _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return character
    number, end = divmod(code - _FIRST_SYLLABLE, _ENDS)
    start, vowel = divmod(number, _VOWELS)
    places = {"hangul-first": start, "hangul-vowel": vowel, "hangul-last": end}
    return "".join(_letters()[part][str(place)] for part, place in places.items())


@lru_cache(maxsize=65536)
def latin_words(name: str) -> tuple[str, ...]:
    """Return the words of a name; an initial keeps its stop, a hyphen stays inside its word."""
    plain = name if name.isascii() else _plain(name)
    words = _APART.sub("", plain.lower().replace(".-", "-").replace(".", ". ")).split()
    return tuple(word.strip("-") for word in words if word.strip("-."))


def _plain(name: str) -> str:
    """Return the name in ASCII letters, in small ones."""
    words = unicodedata.normalize("NFC", name).split()
    composed = " ".join(map(_korean, words))
    spelt = composed.lower().translate(_alphabet())
    plain = unicodedata.normalize("NFKD", spelt).translate(_alphabet())
    # What is left of other scripts carries no sound that we know.
    return "".join(c for c in re.sub("[‐‑–—]", "-", plain) if c.isascii())
