"""Fingerprints of articles: shingles of words, the windows they are compared by, and MinHash keys.

A *shingle* is a run of `WIDTH` words, hashed. A *window* is the whole body, or a passage of it (a
paragraph; short ones together, long ones in parts). Two windows are compared in full only where
they share a *key*: equal least hashes in one of several bands (Broder 1997; Indyk, Motwani 1998).
Hashes have fixed seeds, so that the same text has the same keys on every machine.
"""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.span import Span

__all__ = [
    "STAGE",
    "WHOLE",
    "Fingerprint",
    "Window",
    "alike_among",
    "are_alike",
    "fingerprint",
    "window_keys",
]

STAGE: Final = "copies.minhash.v1"
WHOLE: Final = -1
"""Position of the window that is the whole body; passages count from 0."""

WIDTH: Final = 4
_BANDS: Final = {True: 32, False: 8}
_ROWS: Final = 2
_LEAST_SHARED: Final = 8
_OF_SHORTER: Final = 0.5
_OF_LONGER: Final = 0.2
_LEAST_WORDS: Final = 15
_MOST_WORDS: Final = 90

_WORD: Final = re.compile(r"\w+")
_INNER: Final = re.compile(r"(?<=\w)['’‘ʼ](?=\w)")
_SENTENCE: Final = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+")

Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A stretch of an article that is compared with those of others.

    Attributes:
        position: `WHOLE`, or 0, 1, 2 ... for passages in text order.
        span: its characters in the text.
        first: its first shingle.
        past: one past its last shingle.
    """

    position: int
    span: Span
    first: int
    past: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What an article is compared by.

    Attributes:
        words: how many words the body has.
        shingles: a 32-bit hash for each run of words, in text order, little-endian.
        windows: the whole body first; none where the text is too short to be compared.
    """

    words: int
    shingles: bytes
    windows: tuple[Window, ...]

    def of(self, window: Window) -> bytes:
        """Return the shingles of a window."""
        return self.shingles[4 * window.first : 4 * window.past]


@dataclass(frozen=True, slots=True)
class _Words:
    span: Span
    words: list[str]


def fingerprint(text: str, zones: Sequence[Zone]) -> Fingerprint:
    """Return what the body of a text is compared by; case, accents, marks and breaks do not count.

    Args:
        text: the document of record.
        zones: what its stretches are; without a body zone the whole text is the body.
    """
    body = [zone.span for zone in zones if zone.kind is ZoneKind.BODY]
    if text and not body:
        body = [Span(0, len(text))]
    passages = _passages([part for span in body for part in _parts(text, span)])
    words = [word for passage in passages for word in passage.words]
    shingles = _shingles(words)
    windows: list[Window] = []
    if len(shingles) >= _LEAST_SHARED:
        whole = Span(body[0].start, body[-1].end)
        windows.append(Window(position=WHOLE, span=whole, first=0, past=len(shingles)))
    start = 0
    for passage in passages:
        past = min(start + len(passage.words) - WIDTH + 1, len(shingles))
        if past - start >= _LEAST_SHARED:
            place = len(windows) - 1
            windows.append(Window(position=place, span=passage.span, first=start, past=past))
        start += len(passage.words)
    little = shingles.astype("<u4").tobytes()
    return Fingerprint(words=len(words), shingles=little, windows=tuple(windows))


def window_keys(shingles: bytes, position: int) -> tuple[int, ...]:
    """Return the keys of a window: signed 64-bit numbers, those of whole bodies unlike passages'.

    Args:
        shingles: the window's, not the article's.
        position: the window's.
    """
    return _keys(_unpacked(shingles), is_whole=position == WHOLE)


def are_alike(left: bytes, right: bytes) -> bool:
    """Say whether two windows, as runs of shingles, are copies, one perhaps cut.

    Half of the shorter must stand in the longer and be a fifth of that, so that a survey that
    carries many short texts joins none of them.
    """
    return _overlap(np.unique(_unpacked(left)), np.unique(_unpacked(right)))


def alike_among(own: bytes, others: Sequence[bytes]) -> list[bool]:
    """Say of each of several windows whether it and that one are copies, as `are_alike` has it."""
    if not others:
        return []
    ours = np.unique(_unpacked(own))
    least = max(_LEAST_SHARED, _OF_LONGER * len(ours))
    if len(ours) < least:
        return [False] * len(others)
    every = _unpacked(b"".join(others))
    before = np.concatenate(([0], np.cumsum(_are_among(every, ours))))
    ends = np.concatenate(([0], np.cumsum([len(other) // 4 for other in others])))
    # Shingles that a window repeats are counted each time, so that this is never too few.
    most = np.diff(before[ends])
    return [
        bool(shared >= least) and _overlap(ours, np.unique(every[start:end]), int(shared))
        for shared, (start, end) in zip(most, pairwise(ends), strict=True)
    ]


def _overlap(ours: Hashes, theirs: Hashes, most: int | None = None) -> bool:
    """Say whether two windows are copies by their shingles, sorted and each once.

    Args:
        ours: of the one.
        theirs: of the other.
        most: how many they share at most; None where that is not known.
    """
    shorter, longer = sorted((ours, theirs), key=len)
    if not len(shorter) or (most is not None and not _is_enough(most, shorter, longer)):
        return False
    return _is_enough(int(np.count_nonzero(_are_among(shorter, longer))), shorter, longer)


def _is_enough(shared: int, shorter: Hashes, longer: Hashes) -> bool:
    """Say whether windows that share so many shingles are copies."""
    return (
        shared >= _LEAST_SHARED
        and shared >= _OF_SHORTER * len(shorter)
        and shared >= _OF_LONGER * len(longer)
    )


def _are_among(shingles: Hashes, found: Hashes) -> NDArray[np.bool_]:
    """Say of each shingle whether it is one of those, which are sorted and at least one."""
    places = np.minimum(np.searchsorted(found, shingles), len(found) - 1)
    among: NDArray[np.bool_] = found[places] == shingles
    return among


def _parts(text: str, span: Span) -> list[_Words]:
    """Return the words of a stretch, in parts that end with sentences where it is long."""
    words = _words(span.text_of(text))
    if len(words) <= _MOST_WORDS:
        return [_Words(span, words)] if words else []
    cuts = [span.start + found.end() for found in _SENTENCE.finditer(span.text_of(text))]
    edges = [span.start, *(cut for cut in cuts if cut < span.end), span.end]
    parts = [Span(a, a + len(text[a:b].rstrip())) for a, b in pairwise(edges)]
    return [_Words(part, found) for part in parts if (found := _words(part.text_of(text)))]


def _passages(parts: Sequence[_Words]) -> list[_Words]:
    """Return the parts, short ones joined to those before them."""
    found: list[_Words] = []
    for part in parts:
        if found and len(found[-1].words) < _LEAST_WORDS:
            last = found[-1]
            found[-1] = _Words(Span(last.span.start, part.span.end), [*last.words, *part.words])
        else:
            found.append(part)
    if len(found) > 1 and len(found[-1].words) < _LEAST_WORDS:
        last = found.pop()
        before = found[-1]
        found[-1] = _Words(Span(before.span.start, last.span.end), [*before.words, *last.words])
    return found


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", _INNER.sub("", text).casefold())
    if not plain.isascii():
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return _WORD.findall(plain)


def _shingles(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return the hash of each run of words."""
    if len(words) < WIDTH:
        return np.zeros(0, dtype=np.uint32)
    hashes = {word: _number(word.encode("utf-8", "surrogatepass")) for word in set(words)}
    each = np.array([hashes[word] for word in words], dtype=np.uint64)
    runs = np.zeros(len(words) - WIDTH + 1, dtype=np.uint64)
    for place in range(WIDTH):
        runs = _mixed(runs ^ each[place : place + len(runs)])
    return (runs >> np.uint64(32)).astype(np.uint32)


def _keys(shingles: Hashes, *, is_whole: bool) -> tuple[int, ...]:
    """Return one key for each band: a hash of its number and of the least hashes of its rows."""
    bands = _BANDS[is_whole]
    seeds = _seeds()[: bands * _ROWS]
    least = _mixed(shingles[None, :] ^ seeds[:, None]).min(axis=1).reshape(bands, _ROWS)
    keys = np.arange(bands, dtype=np.uint64) + np.uint64(0 if is_whole else 1_000)
    for row in range(_ROWS):
        keys = _mixed(keys ^ least[:, row])
    return tuple(int(key) for key in keys.view(np.int64))


def _mixed(numbers: Hashes) -> Hashes:
    """Return numbers with their bits mixed (the finaliser of splitmix64; Steele et al. 2014)."""
    mixed = numbers + np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


@cache
def _seeds() -> Hashes:
    most = max(_BANDS.values()) * _ROWS
    return np.array([_number(f"seed {n}".encode()) for n in range(most)], dtype=np.uint64)


def _number(body: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(body, digest_size=8).digest(), "little")


def _unpacked(shingles: bytes) -> Hashes:
    return np.frombuffer(shingles, dtype="<u4").astype(np.uint64)
