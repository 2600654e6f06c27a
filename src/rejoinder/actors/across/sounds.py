"""Sounds: how far apart two spellings of one word of a name are, and what all of them share.

A word is read as consonants with groups of vowels between them. Romanisations differ in a few ways
(*e* for *i*, *q* for *g*, *y* for *i*, doubling), which cost little; everything else costs much.
"""

import re
from functools import lru_cache
from itertools import accumulate, chain, product

from rejoinder.actors.across.partners import Sorts, least_alone, sorts_of

__all__ = ["distance", "skeletons"]

_VOWELS = frozenset("aeiou")
# Longest first; capitals stand for one sound each: S sh, C ch, Z zh, J as in jam, H kh, G gh.
_GRAPHS = (
    ("shch", "S"), ("dsch", "J"), ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "J"),
    ("dj", "J"), ("kh", "H"), ("gh", "G"), ("zh", "Z"), ("sh", "S"), ("ch", "C"), ("th", "t"),
    ("dh", "d"), ("ph", "f"), ("ts", "c"), ("tz", "c"), ("cz", "C"), ("sz", "S"), ("ck", "k"),
    ("qu", "k"), ("w", "v"), ("j", "J"), ("x", "ks"), ("y", "i"),
)  # fmt: skip
_GRAPH = re.compile("|".join(graph for graph, _ in _GRAPHS) + "|.")
_SOUND = dict(_GRAPHS)
_DOUBLE = re.compile(r"([^aeiou])\1+")
_LONG_VOWEL = re.compile(r"([aeiou])\1+")
_VOWEL_J = re.compile(r"(?<=[aeiouy])j(?=$|[^aeiouy])")
_EACH = re.compile(r"[aeiou]+|.")
_HIS, _HERS = (
    re.compile(r"(?<=[sc]k)(y|i|yy|iy|ii|ij|yj|yi)$"),
    re.compile(r"(?<=[sc]k)(aya|aia|aja|a)$"),
)
_LONG = (("ee", "i"), ("oo", "u"), ("ou", "u"))
_ALIKE = {
    "sz": 0.3, "sS": 0.25, "cC": 0.2, "cs": 0.3, "cz": 0.3, "cS": 0.3, "CS": 0.3, "Ck": 0.35,
    "ck": 0.2, "Zz": 0.25, "ZJ": 0.2, "ZS": 0.4, "Jg": 0.3, "JC": 0.4, "Jc": 0.3, "JS": 0.4,
    "kq": 0.05, "kg": 0.45, "qg": 0.25, "Hh": 0.1, "Hk": 0.2, "Hg": 0.4, "Gg": 0.05, "Gq": 0.3,
    "Gh": 0.7, "gh": 0.35, "pb": 0.5, "dt": 0.4, "dz": 0.4, "fv": 0.25, "pf": 0.45, "kc": 0.2,
    "ks": 0.5, "hk": 0.5, "Jz": 0.4, "GH": 0.2, "qH": 0.25,
}  # fmt: skip
_CONSONANT = {frozenset(pair): cost for pair, cost in _ALIKE.items()}
_VOWEL = {
    frozenset(pair): cost
    for pair, cost in {
        "ae": 0.25, "ei": 0.15, "ou": 0.15, "ai": 0.45, "ao": 0.5, "au": 0.5, "eo": 0.45,
        "eu": 0.5, "iu": 0.5, "io": 0.6,
    }.items()
}  # fmt: skip
_SILENT = 0.07
# So much that no surname alone is taken for the other.
_GUTTURAL = 0.09
_OTHER, _LOST, _LOST_H, _LOST_VOWEL, _GLIDE = 1.0, 0.9, 0.25, 0.3, 0.12
_LEAST_LOST = min(_LOST, _LOST_H, _LOST_VOWEL)
_ROUNDING = 1e-9
_CLASSES = {
    **dict.fromkeys("kqgHGh", "k"),
    **dict.fromkeys("szScCZJ", "s"),
    **dict.fromkeys("td", "t"),
    **dict.fromkeys("pb", "p"),
    **dict.fromkeys("fv", "f"),
}


@lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[tuple[str, ...], ...]:
    """Return the word as sounds, groups of vowels being one each; twice where *j* has two values.

    The letter is a consonant in *Jafar* and a vowel in *Netanjahu*.
    """
    # After a vowel, at the end or before a consonant, it can only be the vowel.
    word = _VOWEL_J.sub("y", word) if "j" in word else word
    variants = [word]
    if "dj" in word:
        # What others write "đ" is printed as "dj" and as "d".
        variants.append(word.replace("dj", "d"))
    if "j" in word.replace("dj", ""):
        variants.append(re.sub(r"(?<!d)j", "y", word))
    if "dh" in word:
        # Arabic letters that Persians say as "z".
        variants.append(word.replace("dh", "z"))
    if "dz" in word:
        # "dž" without its mark.
        variants.append(word.replace("dz", "dj"))
    return tuple(_sounds(variant) for variant in variants)


def _german(word: str) -> str:
    """Return the word with each *ch* that is none of *sch*, *tch* and so on as *kh*, as in Bach."""
    spelt = re.sub(r"(?<!t)(?<!d)sch(?=[aou])", "skh", word)
    return re.sub(r"(?<![ts])ch", "kh", spelt)


def _sounds(word: str) -> tuple[str, ...]:
    spelt = "".join(_SOUND.get(graph, graph) for graph in _GRAPH.findall(_DOUBLE.sub(r"\1", word)))
    if spelt.startswith("ks"):
        spelt = spelt[1:]
    for written, sound in _LONG:
        spelt = spelt.replace(written, sound)
    spelt = _DOUBLE.sub(r"\1", _LONG_VOWEL.sub(r"\1", spelt))
    return tuple(_EACH.findall(spelt))


@lru_cache(maxsize=65536)
def distance(left: str, right: str, limit: float = 1.0) -> float:
    """Return how far two words are apart in sound: 0 for the same, 1 for nothing in common.

    Args:
        left: in small Latin letters, without marks.
        right: likewise.
        limit: how far matters; of words that are further apart some number above it is returned,
            which costs a fraction of finding out by how much.
    """
    if left == right:
        return 0.0
    ours, theirs = _sorts(left), _sorts(right)
    most = limit * max(ours.longest, theirs.longest) + _ROUNDING
    if _LOST * least_alone(ours, theirs) > most:
        return 1.0
    if _is_feminine(left, right) or _is_feminine(right, left):
        return 1.0
    apart = min(_apart(a, b, limit) for a, b in product(_readings(left), _readings(right)))
    if apart > _GUTTURAL and ("ch" in left or "ch" in right):
        for one, other in ((_german(left), right), (left, _german(right))):
            spelt = min(_apart(a, b, limit) for a, b in product(_readings(one), _readings(other)))
            apart = min(apart, spelt + _GUTTURAL)
    return apart + _SILENT if _ends_silent(left, right) or _ends_silent(right, left) else apart


@lru_cache(maxsize=65536)
def _sorts(word: str) -> Sorts:
    """Return the sorts of the word's sounds in all of its readings."""
    return sorts_of(chain(_readings(word), _readings(_german(word)) if "ch" in word else ()))


def _ends_silent(short: str, long: str) -> bool:
    """Say whether an *e* at the end tells two English families apart; in Poutine it is French."""
    return long == short + "e" and not short.endswith("in")


def _is_feminine(short: str, long: str) -> bool:
    """Say whether the longer is the same family name of a woman: Lavrov, Lavrova."""
    if long == short + "a":
        return short[-2:] in {"ov", "ev", "in", "yn"} and len(short) > 3
    his = _HIS.search(short)
    return his is not None and short != long and short[: his.start()] == _HERS.sub("", long)


def _apart(left: tuple[str, ...], right: tuple[str, ...], limit: float) -> float:
    """Return how far sounds are apart, or 1 as soon as that is found to be above the limit."""
    if left == right:
        return 0.0
    most = limit * max(len(left), len(right)) + _ROUNDING
    if _LEAST_LOST * abs(len(left) - len(right)) > most:
        return 1.0
    losses = _losses(right)
    row = list(accumulate(losses, initial=0.0))
    for place, (one, lost) in enumerate(zip(left, _losses(left), strict=True), 1):
        ending = len(right) if place == len(left) else 0
        row = _next_row(row, one, lost, right, losses, most, ending)
        if min(row) > most:
            return 1.0
    return min(row[-1] / max(len(left), len(right)), 1.0)


def _next_row(
    before: list[float],
    one: str,
    lost: float,
    right: tuple[str, ...],
    losses: tuple[float, ...],
    most: float,
    ending: int,
) -> list[float]:
    """Return what it costs to get with one sound more to each beginning of the other word.

    Args:
        before: the same without this sound.
        one: the sound.
        lost: what it costs to leave it out.
        right: the other word.
        losses: what it costs to leave out each of its sounds.
        most: more than this is not of interest.
        ending: how long the other word is, if the sound is the last one; else 0.
    """
    # Most of judging names in a large ledger is spent here: no calls but where they are needed.
    best = before[0] + lost
    row = [best]
    for number, (other, gone, over) in enumerate(zip(right, losses, before, strict=False), 1):
        best += gone
        cost = before[number] + lost
        if cost < best:
            best = cost
        if over < best and over < most:
            swapped = 0.0 if one == other else _swapped(one, other)
            if number == ending and swapped < _OTHER:
                # Endings are spelt freely: -ov and -off, Mehmed and Mehmet.
                swapped /= 2
            if over + swapped < best:
                best = over + swapped
        row.append(best)
    return row


@lru_cache(maxsize=65536)
def _losses(sounds: tuple[str, ...]) -> tuple[float, ...]:
    """Return what it costs to leave out each of the sounds of a word."""
    return tuple(_lost(sound, first=not number) for number, sound in enumerate(sounds))


def _lost(sound: str, *, first: bool) -> float:
    if sound[0] in _VOWELS:
        return (2 if first else 1) * (_LOST_VOWEL + 0.1 * (len(sound) - 1))
    if sound in {"h", "G"}:
        return 2 * _LOST_H if first else _LOST_H
    return _LOST


@lru_cache(maxsize=4096)
def _swapped(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one[0] in _VOWELS and other[0] in _VOWELS:
        return _vowels_apart(one, other)
    if one[0] in _VOWELS or other[0] in _VOWELS:
        semi = {one, other} & {"v", "J"}
        return 0.3 if semi and {one, other} & {"u", "o", "i"} else 2 * _OTHER
    return _CONSONANT.get(frozenset((one, other)), _OTHER)


def _vowels_apart(one: str, other: str) -> float:
    row = [0.0]
    for vowel in other:
        row.append(row[-1] + _dropped(vowel))
    for a in one:
        before, row = row, [row[0] + _dropped(a)]
        for number, b in enumerate(other, 1):
            swapped = 0.0 if a == b else _VOWEL[frozenset((a, b))]
            row.append(
                min(
                    before[number - 1] + swapped,
                    before[number] + _dropped(a),
                    row[number - 1] + _dropped(b),
                )
            )
    return row[-1]


def _dropped(vowel: str) -> float:
    return _GLIDE if vowel == "i" else _LOST_VOWEL


@lru_cache(maxsize=65536)
def skeletons(word: str) -> tuple[str, ...]:
    """Return the coarse classes of the word's consonants, in each way that it may be read.

    Spellings at a small distance share at least one: *c* is read as *k* and as *s*; *j*, and an
    *h* that does not begin the word, are read and left out; *w* is a consonant and, as in Arabic
    script, a vowel.
    """
    readings = {word}
    if "dj" in word:
        readings |= {word.replace("dj", "d")}
    if "j" in word:
        readings |= {re.sub(r"(?<!d)j", "y", reading) for reading in readings}
    if "w" in word:
        readings |= {reading.replace("w", "u") for reading in readings}
    if "ch" in word:
        readings |= {_german(reading) for reading in readings}
    if "dh" in word:
        readings |= {reading.replace("dh", "z") for reading in readings}
    if "dz" in word:
        readings |= {reading.replace("dz", "dj") for reading in readings}
    spelt = {"".join(_sounds(reading)) for reading in readings}
    spelt = {reading.replace("c", sound) for reading in spelt for sound in "ks"}
    spelt = {r[:1].replace("h", "k") + r[1:].replace("h", sound) for r in spelt for sound in "-k"}
    return tuple(sorted({_classes(reading) for reading in spelt}))


def _classes(spelt: str) -> str:
    kept = "".join(_CLASSES.get(sound, sound) for sound in spelt if sound not in _VOWELS)
    return re.sub(r"(.)\1+", r"\1", kept.replace("-", ""))
