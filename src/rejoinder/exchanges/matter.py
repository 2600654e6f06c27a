"""What a stretch of text is about, as a set of word stems."""

import functools
import importlib.resources
import re

__all__ = [
    "forms_of",
    "is_stop_word",
    "overlap_share",
    "shared_words",
    "stem",
    "stems",
    "word_spans",
]

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_STEM_LENGTH = 6
# Words and stretches of text whose stems are kept: an article asks for the same ones often.
_KEPT = 4096


@functools.cache
def _stop_words() -> frozenset[str]:
    body = importlib.resources.files("rejoinder.exchanges").joinpath("data", "stopwords.txt")
    lines = body.read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(word for line in lines for word in line.split())


@functools.lru_cache(maxsize=_KEPT)
def stem(word: str) -> str:
    """Return the stem: lower case, without possessive and inflection, six letters at most."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    for ending, put in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if low.endswith(ending) and len(low) - len(ending) >= 3 and not low.endswith("ss"):
            low = low.removesuffix(ending) + put
            break
    return low.removesuffix("e")[:_STEM_LENGTH]


def forms_of(found: str) -> frozenset[tuple[str, bool]]:
    """Return the words of which that is the stem, each with whether it is only their beginning."""
    many = {found[:-1] + "ies"} if found.endswith("y") else set()
    if len(found) == _STEM_LENGTH:
        return frozenset((each, True) for each in (found, *many))
    words = {base + ending for base in (found, f"{found}e") for ending in ("", "s", "ing", "ed")}
    return frozenset((each, False) for each in words | many if stem(each) == found)


def is_stop_word(word: str) -> bool:
    """Say whether it is a function word, or one of reporting, which every statement shares."""
    return word.lower().replace("’", "'").removesuffix("'s") in _stop_words()


def word_spans(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and stem of every word that is not a function word."""
    found = []
    stop = _stop_words()
    for match in _WORD.finditer(text):
        word = match.group()
        bare = word.lower().replace("’", "'").removesuffix("'s")
        if bare not in stop and (len(bare) > 2 or bare.isdigit()):
            found.append((match.start(), match.end(), stem(word)))
    return found


@functools.lru_cache(maxsize=_KEPT)
def stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry the matter."""
    return frozenset(found for _, _, found in word_spans(text))


def shared_words(left: frozenset[str], right: frozenset[str], but: frozenset[str]) -> int:
    """Return how many stems both have, those of ``but`` (the parties' names) left out."""
    return len((left & right) - but)


def overlap_share(left: frozenset[str], right: frozenset[str], but: frozenset[str]) -> float:
    """Return the shared stems as a part of the smaller set, 0 to 1; 0 where a set is empty."""
    smaller = min(len(left - but), len(right - but))
    return shared_words(left, right, but) / smaller if smaller else 0.0
