"""Whether two names may be one person's: parts, initials and spellings."""

import re
from functools import lru_cache

from rejoinder.actors.organisations import slug

__all__ = ["name_parts", "part_of_name", "same_name", "spelling_key"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
_SOUNDS = (
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("ck", "k"),
    ("sch", "sh"),
    ("tz", "z"),
    ("dj", "j"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("w", "v"),
    ("y", "i"),
)


@lru_cache(maxsize=4096)
def name_parts(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters without marks or "Jr"; initials are one letter."""
    parts = tuple(part for part in slug(name).split("-") if part)
    return parts[:-1] if len(parts) > 2 and parts[-1] in _SUFFIXES else parts


@lru_cache(maxsize=4096)
def spelling_key(part: str) -> str:
    """Return what different romanisations of one name share: its consonants, evened out."""
    for written, sound in _SOUNDS:
        part = part.replace(written, sound)
    head = "a" if part[:1] in "aeiou" else part[:1]
    return head + re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiou]", "", part[1:]))


def part_of_name(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Say whether the short form stands for the full name: its end, or its end with initials.

    A single word may also be the first of three, as family names are in Korean or Chinese.
    """
    if not short or len(short) > len(full):
        return False
    if short == full[-len(short) :]:
        return True
    if len(short) == 1:
        return len(full) == 3 and short[0] == full[0]
    return short[-1] == full[-1] and _fits(short[0], full[0], exact=True)


def _fits(left: str, right: str, *, exact: bool) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[:1] == right[:1]
    return left == right if exact else spelling_key(left) == spelling_key(right)


def same_name(left: tuple[str, ...], right: tuple[str, ...], *, exact: bool = True) -> bool:
    """Say whether two names agree; ``exact=False`` lets romanisations differ."""
    if not left or not right:
        return False
    if not exact:
        last = spelling_key(left[-1]) == spelling_key(right[-1]) and len(left[-1]) > 3
        return last and (len(left) == 1 or len(right) == 1 or _fits(left[0], right[0], exact=False))
    if left == right or part_of_name(left, right) or part_of_name(right, left):
        return True
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or left[0] != right[0]:
        return False
    middles = zip(left[1:-1], right[1:-1], strict=False)
    return all(_fits(one, other, exact=True) for one, other in middles)
