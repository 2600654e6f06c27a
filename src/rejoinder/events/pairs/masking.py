"""Masking: the sentence without the names of its parties.

Who acts must not decide what is done: either party becomes a sign that says its role and nothing
else, and so does every other place that names it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Final

from rejoinder.events.pairs.line import PairLine
from rejoinder.model.span import Span

__all__ = ["Part", "Role", "masked"]

_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.]*")
_NO_NAMES: Final = frozenset(
    "the a an his her its their our my this that these those some in on at mr mrs ms dr".split()
)
_SHORT, _STEM = 4, 5


class Role(IntEnum):
    """What a part of the sentence is; ``EITHER`` may name the one party or the other."""

    WORDS = 0
    SOURCE = 1
    TARGET = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of plain words, or a party (with no words)."""

    role: Role
    words: str


def masked(line: PairLine) -> tuple[Part, ...]:
    """Return the sentence's parts in order, parties without their names."""
    parts: list[Part] = []
    at = 0
    for span, role in _joined(sorted(_signs(line), key=lambda sign: sign[0]), line.text):
        if line.text[at : span.start].strip():
            parts.append(Part(Role.WORDS, line.text[at : span.start].strip()))
        parts.append(Part(role, ""))
        at = span.end
    if line.text[at:].strip():
        parts.append(Part(Role.WORDS, line.text[at:].strip()))
    return tuple(parts)


def _signs(line: PairLine) -> Iterator[tuple[Span, Role]]:
    """Yield every place that names a party, with its role; no two overlap."""
    named = [(line.source, Role.SOURCE), (line.target, Role.TARGET)]
    given = {role: span for span, role in named if span is not None}
    words = {role: span.text_of(line.text) for role, span in given.items()}
    # Of a party inside the other's words no sign is left.
    taken = [s for s in given.values() if not any(_holds(other, s) for other in given.values())]
    yield from ((span, role) for role, span in given.items() if span in taken)
    for role, span in _repeated(line.text, words):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            yield span, role
    names = {role: _NAME.findall(own) for role, own in words.items()}
    for found in _NAME.finditer(line.text):
        span = Span(*found.span())
        kin = [role for role, own in names.items() if any(_same(found[0], n) for n in own)]
        if kin and not any(span.overlaps(other) for other in taken):
            yield span, kin[0] if len(kin) == 1 else Role.EITHER


def _repeated(text: str, words: Mapping[Role, str]) -> Iterator[tuple[Role, Span]]:
    """Yield the places that name a party in the very same words, the longer words first."""
    for role in sorted(words, key=lambda role: -len(words[role])):
        if _NAME.search(words[role]):
            for found in re.finditer(rf"(?<!\w){re.escape(words[role])}(?!\w)", text):
                yield role, Span(*found.span())


def _joined(signs: Iterable[tuple[Span, Role]], text: str) -> list[tuple[Span, Role]]:
    """Return the signs, those of one role with only space between them as one."""
    ordered = list(signs)
    out = ordered[:1]
    for (before, role), (span, own) in pairwise(ordered):
        if role is own and not text[before.end : span.start].strip():
            out[-1] = (Span(out[-1][0].start, span.end), own)
        else:
            out.append((span, own))
    return out


def _holds(outer: Span, inner: Span) -> bool:
    return outer != inner and outer.start <= inner.start and inner.end <= outer.end


def _same(word: str, name: str) -> bool:
    """Say whether two words with a capital name one party: Iran and Iranian, U.S. and U.S."""
    word, name = word.rstrip("."), name.rstrip(".")
    if word == name:
        return word.lower() not in _NO_NAMES
    if word.isupper():
        return False
    shared = min(len(word), len(name), _STEM)
    return shared >= _SHORT and word[:shared] == name[:shared]
