"""Patterns: codebook knowledge as sentences made from data/patterns.tsv.

In a pattern, S acts and T is acted upon, ``[a|b]`` is a choice and ``<time>`` a word of lists.tsv.
"""

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.events.pairs.line import PairLine
from rejoinder.model.event import EventType
from rejoinder.model.span import Span

__all__ = ["Made", "Pattern", "knowledge", "made_sentences", "read_lists", "read_patterns"]

_DATA = Path(__file__).parent / "data"
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_LIST = re.compile(r"<(\w+)>")
_PARTY = re.compile(r"\b[ST]\b")
# Invented: no party of these names is in any text.
_FIRST, _SECOND = "Arvania", "Belmoria"
_BEFORE = ("", "", "", "", "", "Reports say ", "It emerged <time> that ", "<time>, ")
_AFTER = (
    "",
    "",
    "",
    " <time>",
    " <reason>",
    ", <source>",
    ", <source>",
    " <time>, <source>",
    ", <aside>",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One line of patterns.tsv."""

    event_type: EventType
    mode: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A sentence made from a pattern."""

    line: PairLine
    event_type: EventType


def knowledge() -> tuple[Path, ...]:
    """Return the files that the sentences are made from."""
    return _DATA / "patterns.tsv", _DATA / "lists.tsv"


def read_patterns() -> tuple[Pattern, ...]:
    """Return the patterns in the file's order."""
    rows = [row.split("\t") for row in _rows("patterns.tsv")]
    return tuple(
        Pattern(event_type=EventType(kind), mode=mode, words=words) for kind, mode, words in rows
    )


def read_lists() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of words by name."""
    rows = [row.split("\t") for row in _rows("lists.tsv")]
    return {name: tuple(words.split("|")) for name, words in rows}


def made_sentences(each: int, seed: int) -> tuple[Made, ...]:
    """Return about ``each`` sentences for every type, no two alike; every pattern has its share."""
    chance, lists = random.Random(seed), read_lists()
    patterns = read_patterns()
    made: dict[str, Made] = {}
    for event_type in EventType:
        own = [p for p in patterns if p.event_type is event_type]
        for k in range(max(each, len(own))):
            sentence = _sentence(own[k % len(own)], lists, chance)
            made.setdefault(sentence.line.text, sentence)
    return tuple(made.values())


def _rows(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [row for row in text.splitlines() if row and not row.startswith("#")]


def _sentence(pattern: Pattern, lists: Mapping[str, Sequence[str]], chance: random.Random) -> Made:
    words = _CHOICE.sub(lambda found: chance.choice(found[1].split("|")), pattern.words)
    for form, framed in ((_BEFORE, "{0}{1}"), (_AFTER, "{1}{0}")):
        added = chance.choice(form)
        if not set(_LIST.findall(added)) & set(_LIST.findall(words)):
            words = framed.format(added, words)
    while found := _LIST.search(words):
        words = words[: found.start()] + chance.choice(lists[found[1]]) + words[found.end() :]
    words = " ".join(words.split()).replace(" ,", ",") + "."
    words = words[0].upper() + words[1:]
    return Made(line=_marked(words), event_type=pattern.event_type)


def _marked(words: str) -> PairLine:
    """Return the sentence with names for S and T."""
    spans: dict[str, Span] = {}
    text, at = "", 0
    for found in _PARTY.finditer(words):
        text += words[at : found.start()]
        name = _FIRST if found[0] == "S" else _SECOND
        spans.setdefault(found[0], Span(len(text), len(text) + len(name)))
        text, at = text + name, found.end()
    text += words[at:]
    return PairLine(id=None, text=text, source=spans.get("S"), target=spans.get("T"))
