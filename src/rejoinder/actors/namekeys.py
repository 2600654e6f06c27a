"""Whether two names may be one person's: parts, initials and spellings."""

from functools import lru_cache

from rejoinder.actors.across.sounds import distance
from rejoinder.actors.organisations import slug

__all__ = ["has_generation", "name_parts", "part_of_name", "same_name"]

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
# Up to this distance two words are spellings of one name.
_ALIKE = 0.11


@lru_cache(maxsize=4096)
def name_parts(name: str) -> tuple[str, ...]:
    """Return a name's words in small letters without marks or "Jr"; initials are one letter."""
    parts = tuple(part for part in slug(name).split("-") if part)
    return parts[:-1] if len(parts) > 1 and parts[-1] in _SUFFIXES else parts


def has_generation(name: str) -> bool:
    """Say whether "Jr." or "Sr." tells whose name it is from a parent's or a child's."""
    return slug(name).rpartition("-")[2] in {"jr", "sr"}


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
    ends = short[-1] == full[-1] and _fits(short[0], full[0], exact=True)
    return ends and _middles_fit(short, full)


def _fits(left: str, right: str, *, exact: bool) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[:1] == right[:1]
    return left == right if exact else distance(left, right) <= _ALIKE


def same_name(left: tuple[str, ...], right: tuple[str, ...], *, exact: bool = True) -> bool:
    """Say whether two names agree; ``exact=False`` lets romanisations differ."""
    if not left or not right:
        return False
    if not exact:
        last = len(left[-1]) > 3 and distance(left[-1], right[-1]) <= _ALIKE
        return last and (len(left) == 1 or len(right) == 1 or _fits(left[0], right[0], exact=False))
    if left == right or part_of_name(left, right) or part_of_name(right, left):
        return True
    if len(left) < 2 or len(right) < 2 or left[-1] != right[-1] or left[0] != right[0]:
        return False
    return _middles_fit(left, right)


def _middles_fit(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Say whether no middle name contradicts: W. and H. W. do, W. and Walter do not."""
    middles = zip(left[1:-1], right[1:-1], strict=False)
    return all(_fits(one, other, exact=True) for one, other in middles)
