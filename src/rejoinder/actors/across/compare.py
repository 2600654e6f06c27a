"""Compare: in which way two names agree, and how closely."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rejoinder.actors.across.forms import Form, given_rows, is_family_first, read_form
from rejoinder.actors.across.sounds import distance
from rejoinder.actors.lexicon import load_genders

__all__ = ["Agreement", "NameMatch", "compare_names", "is_rare", "match_names"]

# Normalised distances: spellings of one name; possibly so.
_ALIKE, _NEAR = 0.11, 0.2
# A surname alone has to be closer, for nothing else bears it out.
_ALIKE_ALONE = 0.08


class Agreement(Enum):
    """How two names of persons agree, from most to least."""

    SAME = "the same"
    ALIKE = "sound alike"
    VARIANT = "forms of one given name"
    OMITTED = "but for a middle name"
    INITIAL = "as far as initials go"
    REORDERED = "in another order"
    PART = "part of the other"
    NEAR = "nearly alike"
    SURNAME = "surname alone"
    GIVEN = "given name alone"
    APART = "another given name"
    MIDDLE = "another middle name"
    NONE = "different"


# Looked in so often that they are no sets: the hash of a member is a call.
_AGAINST = (Agreement.NONE, Agreement.APART)
_DOUBTFUL = (*_AGAINST, Agreement.NEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """How two names agree.

    Attributes:
        apart: distance of what was compared, 0 to 1.
        left: the words that were compared, as printed.
        right: likewise.
        suffixed: nothing but "Jr." or the like tells the two apart, or each has another. A formal
            name, with a middle initial, may have it where the name in use has not.
    """

    agreement: Agreement
    apart: float
    left: str
    right: str
    suffixed: bool = False


@lru_cache(maxsize=65536)
def compare_names(left: str, right: str) -> NameMatch:
    """Return how two printed names of persons agree; the order of the two does not matter."""
    one, other = read_form(left), read_form(right)
    if one is None or other is None:
        return NameMatch(agreement=Agreement.NONE, apart=1.0, left=left, right=right)
    agreement, apart = _compare(*_fuller_first(one, other))
    return NameMatch(
        agreement=agreement,
        apart=round(apart, 3),
        left=left,
        right=right,
        suffixed=_is_suffixed(one, other),
    )


@lru_cache(maxsize=65536)
def match_names(left: str, right: str) -> NameMatch | None:
    """Return how two names agree; None where they are NONE or APART, which is found out sooner."""
    one, other = read_form(left), read_form(right)
    if one is None or other is None:
        return None
    full, short = _fuller_first(one, other)
    if _is_hopeless(full, short) or _compare(full, short)[0] in _AGAINST:
        return None
    return compare_names(left, right)


def _fuller_first(one: Form, other: Form) -> tuple[Form, Form]:
    if (len(one.words), one.words) < (len(other.words), other.words):
        return other, one
    return one, other


def _is_hopeless(full: Form, short: Form) -> bool:
    """Say whether two names surely have another given name and no words in common elsewhere."""
    if len(short.words) == 1 or full.words == short.words:
        return False
    given, _ = _compare_given(full.given, short.given)
    return given is Agreement.NONE and _compare_moved(full, short) is None


def _is_suffixed(one: Form, other: Form) -> bool:
    if one.suffix == other.suffix or min(len(one.words), len(other.words)) < 2:
        return False
    if one.suffix and other.suffix:
        return True
    formal, used = (one, other) if one.suffix else (other, one)
    return len(formal.words) <= len(used.words)


def _compare(full: Form, short: Form) -> tuple[Agreement, float]:
    """Compare where ``full`` has at least as many words."""
    if full.words == short.words:
        return (Agreement.SAME if full.is_bare == short.is_bare else Agreement.SURNAME), 0.0
    if len(short.words) == 1:
        return _compare_surname(full, short)
    found = _compare_whole(full, short)
    if found[0] in _DOUBTFUL:
        return _compare_moved(full, short) or found
    return found


def _compare_surname(full: Form, short: Form) -> tuple[Agreement, float]:
    word = short.words[0]
    families = [full.family]
    if is_family_first(full):
        families.append(full.given)
    if len(full.words) > 2:
        families.append("".join(full.words[-2:]))
        if full.words[-2] not in given_rows():
            # "Peña" of "Enrique Peña Nieto"; a given name in the middle is no surname.
            families.append(full.words[-2])
    apart = min(distance(word, family, _ALIKE_ALONE) for family in families)
    if apart and word == full.given and word not in given_rows():
        return Agreement.GIVEN, 0.0
    if not short.particles <= full.particles or short.suffix not in {"", full.suffix}:
        # "Van Rompuy" is no Rompuy, but whoever has the particle as well; so is "Trump Jr.".
        return Agreement.NONE, 1.0
    if apart > (0.0 if word in given_rows() else _ALIKE_ALONE):
        return Agreement.NONE, apart
    if len(full.words) == 1:
        return Agreement.ALIKE, apart
    return Agreement.SURNAME, apart


def _compare_whole(full: Form, short: Form) -> tuple[Agreement, float]:
    """Compare word by word from both ends."""
    given, close = _compare_given(full.given, short.given)
    most = _NEAR if given is Agreement.ALIKE else _ALIKE
    family = distance(full.family, short.family, most)
    if family > most:
        return Agreement.NONE, family
    if given is Agreement.NONE:
        return Agreement.APART, close
    middles = _middles_agree(full, short)
    if middles is None:
        return Agreement.MIDDLE, (family + close) / 2
    apart = (family + close) / 2
    if family > _ALIKE or given is Agreement.NEAR:
        return Agreement.NEAR, apart
    if given is not Agreement.ALIKE:
        return given, apart
    return (Agreement.ALIKE if middles else Agreement.OMITTED), apart


@lru_cache(maxsize=65536)
def _compare_given(left: str, right: str) -> tuple[Agreement, float]:
    if left == right:
        return Agreement.ALIKE, 0.0
    if len(left) == 1 or len(right) == 1:
        agree = left[0] == right[0] or _first_sounds_agree(left, right)
        return (Agreement.INITIAL, 0.0) if agree else (Agreement.NONE, 1.0)
    rows = given_rows().get(left, frozenset()), given_rows().get(right, frozenset())
    apart = distance(left, right, 1.0 if rows[0] & rows[1] else _NEAR)
    genders = {load_genders().get(left, ""), load_genders().get(right, "")}
    if genders == {"m", "f"} or _is_feminine(left, right) or _is_feminine(right, left):
        return Agreement.NONE, max(apart, _NEAR)
    if apart <= _ALIKE:
        return Agreement.ALIKE, apart
    if rows[0] & rows[1]:
        return Agreement.VARIANT, apart
    if apart <= _NEAR or {name for name, _ in rows[0]} & {name for name, _ in rows[1]}:
        return Agreement.NEAR, min(apart, _NEAR)
    return Agreement.NONE, apart


def _first_sounds_agree(left: str, right: str) -> bool:
    """Say whether an initial may be that of another romanisation: Y. or E. for Yevgeny."""
    short, long = sorted((left, right), key=len)
    spelt = {long[0]} | ({long[1]} if long[:2] in {"ye", "yu", "ya", "kh", "gh"} else set())
    return short[0] in spelt


def _is_feminine(short: str, long: str) -> bool:
    return long in {short + "a", short + short[-1] + "e"}


def _middles_agree(full: Form, short: Form) -> bool | None:
    """Say whether what stands in the middle is the same; None where it contradicts."""
    left = [w for n, w in enumerate(full.words[1:-1], 1) if n not in full.patronymics]
    right = [w for n, w in enumerate(short.words[1:-1], 1) if n not in short.patronymics]
    if not left or not right:
        return left == right or not (left or right)
    for one, other in zip(left, right, strict=False):
        if _compare_given(one, other)[0] in (Agreement.NONE, Agreement.NEAR):
            return None
    return len(left) == len(right)


def _compare_moved(full: Form, short: Form) -> tuple[Agreement, float] | None:
    """Compare names that are cut, joined or ordered in another way; None if that is not so."""
    if len(full.words) > len(short.words) and not full.has_initials:
        apart = distance("".join(full.words), "".join(short.words), _ALIKE / 2)
        if apart <= _ALIKE / 2:
            return Agreement.ALIKE, apart
    # Whatever comes now pairs each word of the shorter name with one of the fuller.
    if not all(_is_among(word, full.words) for word in short.words):
        return None
    if len(full.words) == len(short.words) and not (full.descent or short.descent):
        rotated = full.words[1:] + full.words[:1], full.words[-1:] + full.words[:-1]
        apart = min(_sequence_apart(words, short.words) for words in rotated)
        if apart <= _ALIKE:
            return Agreement.REORDERED, apart
    if len(full.words) > len(short.words):
        return _compare_part(full, short)
    return None


def _is_among(word: str, words: Sequence[str]) -> bool:
    """Say whether one of those words sounds like that one."""
    return word in words or any(distance(each, word, _ALIKE) <= _ALIKE for each in words)


def _compare_part(full: Form, short: Form) -> tuple[Agreement, float] | None:
    size = len(short.words)
    if _is_prefixed(full, short) and _sequence_apart(full.words[-size:], short.words) <= _ALIKE:
        return Agreement.OMITTED, _sequence_apart(full.words[-size:], short.words)
    ends = [full.words[:size]] if full.given == short.given or size > 1 else []
    if not full.descent:
        ends.append(full.words[-size:])
    if len(full.words) == size + 2 == 4 and full.given not in {*full.words[1:], short.given}:
        # "Evo Morales" of "Juan Evo Morales Ayma".
        ends.append(full.words[1:3])
    if len(full.words) > size + 1 or size == 2:
        # "Juan Santos" of "Juan Manuel Santos Calderón".
        ends.extend((full.given, *full.words[n : n + size - 1]) for n in range(2, len(full.words)))
    apart = min((_sequence_apart(end, short.words) for end in ends), default=1.0)
    return (Agreement.PART, apart) if apart <= _ALIKE else None


def _is_prefixed(full: Form, short: Form) -> bool:
    """Say whether what comes before the shorter name is no name, or an initial.

    "R. Clarke Cooper" goes by Clarke; "Prosecutor Anna Veld" was taken for a name.
    """
    before = full.words[: -len(short.words)]
    if all(len(word) == 1 for word in before):
        return True
    return not is_rare(short.given) and all(len(w) > 1 and is_rare(w) for w in before)


def is_rare(word: str) -> bool:
    """Say whether the word is none of the given names that are known."""
    return word not in given_rows() and word not in load_genders()


def _sequence_apart(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how far apart the words are that differ most; 1 where that is too far."""
    most = 0.0
    if len(left) != len(right):
        return 1.0
    for one, other in zip(left, right, strict=True):
        apart = distance(one, other, _ALIKE)
        if apart > _ALIKE:
            return 1.0
        most = max(most, apart)
    return most
