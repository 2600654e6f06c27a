"""The words that mark an answer: tables, and how they are found in text."""

import functools
import importlib.resources
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rejoinder.model.link import Relation
from rejoinder.model.span import Span
from rejoinder.model.statement import Act
from rejoinder.text.patterns import WordPatterns
from rejoinder.text.tables import tables_digest

__all__ = [
    "PRAISED",
    "RATED",
    "Kind",
    "Marker",
    "SpeechNoun",
    "data_digest",
    "find_markers",
    "find_speech_nouns",
    "is_cancelled",
]

_TABLES = ("deciding.tsv", "deeds.tsv", "markers.tsv", "nouns.tsv", "stopwords.txt", "verdicts.tsv")
_BY_THE_ACTS = "-"
_ANY_ACT = "*"
# "He claims", "who demands": a verb.
_SUBJECT = re.compile(r"\b(?:he|she|it|they|who|I|we|you)\s+(?:also\s+|now\s+)?$", re.IGNORECASE)
_WORD = 12
# A negation reaches this far over the words of its clause.
_NEGATION_REACH = 40


class Kind(StrEnum):
    """What sort of marker it is."""

    RESPONSE = "response"
    ANNOUNCING = "announcing"
    REPLY = "reply"
    REMEDY = "remedy"
    DENIAL = "denial"
    VERDICT = "verdict"
    RATING = "rating"
    WELCOME = "welcome"
    JOINING = "joining"
    DESPITE = "despite"
    AFTER = "after"
    SINCE = "since"
    SAME = "same"
    PART = "part"
    RETURN = "return"
    ASIDE = "aside"
    TURN = "turn"
    DIFFERING = "differing"
    AGREEING = "agreeing"
    WHILE = "while"
    CONTRAST = "contrast"
    GROUND = "ground"
    CONCLUSION = "conclusion"
    REJECTING = "rejecting"
    NEGATOR = "negator"


RATED: Final = frozenset({Kind.RATING, Kind.VERDICT, Kind.WELCOME})
"""Words that judge something, well or badly."""
PRAISED: Final = frozenset({Kind.WELCOME, Kind.JOINING})
"""Words that judge it well, or take it up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Words that mark an answer; ``relation`` is None where the acts decide it."""

    kind: Kind
    relation: Relation | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechNoun:
    """A noun that names somebody's words, or (``deed``) what such words allege.

    ``acts`` is empty where it may be any act.
    """

    span: Span
    acts: frozenset[Act]
    deed: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    marked: tuple[tuple[Kind, Relation | None], ...]
    markers: WordPatterns
    named: tuple[tuple[frozenset[Act], bool], ...]
    nouns: WordPatterns
    negators: WordPatterns


def _rows(name: str) -> Iterator[list[str]]:
    body = importlib.resources.files("rejoinder.exchanges").joinpath("data", name)
    for line in body.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")


@functools.cache
def _tables() -> _Tables:
    patterns: dict[tuple[Kind, Relation | None], list[str]] = {}
    for kind, relation, pattern in _rows("markers.tsv"):
        put = None if relation == _BY_THE_ACTS else Relation(relation)
        patterns.setdefault((Kind(kind), put), []).append(pattern)
    nouns: dict[tuple[frozenset[Act], bool], list[str]] = {}
    for pattern, acts, sort in _rows("nouns.tsv"):
        named = frozenset() if acts == _ANY_ACT else frozenset(Act(act) for act in acts.split())
        nouns.setdefault((named, sort == "deed"), []).append(pattern)
    return _Tables(
        marked=tuple(patterns),
        markers=WordPatterns(["|".join(every) for every in patterns.values()]),
        named=tuple(nouns),
        nouns=WordPatterns(["|".join(every) for every in nouns.values()]),
        negators=WordPatterns(
            ["|".join(every) for (kind, _), every in patterns.items() if kind is Kind.NEGATOR]
        ),
    )


def data_digest() -> str:
    """Return the SHA-256 of the tables, hexadecimal, for the provenance of links."""
    return tables_digest("rejoinder.exchanges", _TABLES)


def find_markers(text: str, window: Span) -> list[Marker]:
    """Return the markers inside the window of the text, in text order."""
    tables = _tables()
    found: list[Marker] = []
    for each in tables.markers.find(text, window.start, window.end):
        kind, relation = tables.marked[each.number]
        found.append(Marker(kind=kind, relation=relation, span=Span(each.start, each.end)))
    return sorted(found, key=lambda marker: (marker.span, marker.kind))


def find_speech_nouns(text: str, window: Span) -> list[SpeechNoun]:
    """Return the nouns inside the window that name somebody's words, in text order."""
    tables = _tables()
    found: list[SpeechNoun] = []
    for each in tables.nouns.find(text, window.start, window.end):
        before = max(0, each.start - _WORD)
        # "The Memorandum on Security Assurances" is a name.
        if not text[each.start].isupper() and not _SUBJECT.search(text, before, each.start):
            acts, deed = tables.named[each.number]
            found.append(SpeechNoun(span=Span(each.start, each.end), acts=acts, deed=deed))
    return sorted(found, key=lambda noun: noun.span)


def is_cancelled(text: str, marker: Span, window: Span) -> bool:
    """Say whether the words before a marker, in its clause, take it back ("did not deny")."""
    start = max(window.start, marker.start - _NEGATION_REACH)
    before = text[start : marker.start]
    clause = re.split(r"[.;:!?,“”\n]", before)[-1]
    return bool(_tables().negators.find(text, marker.start - len(clause), marker.start))
