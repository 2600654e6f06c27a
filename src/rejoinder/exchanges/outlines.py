"""Outlines: as much of an article's statements as tells which others they may be linked with.

An outline is small and made of one article alone, so that a ledger can keep it and compare many of
them without the articles. What it compares (`rejoinder.exchanges.likely`) may let too much through
and must keep back nothing: the rules for links then decide on the articles themselves.
"""

import functools
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

import numpy as np

from rejoinder.exchanges.claims.wording import concept_of
from rejoinder.exchanges.markers import data_digest
from rejoinder.exchanges.matter import word_spans
from rejoinder.exchanges.parties import is_state_id, state_id
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.exchanges.timing import is_open
from rejoinder.exchanges.undated_keys import matter_keys
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation
from rejoinder.text.quotes import find_quotes

__all__ = [
    "ABOUT",
    "ACTS",
    "FOR",
    "HEAD",
    "HEADS_OF",
    "KEY",
    "OPEN_DATE",
    "Known",
    "Outline",
    "outline_of",
    "outlines_mark",
]

STAGE: Final = "outlines.v5"

HEADS_OF: Final = np.dtype(
    [
        ("place", "<u2"),
        ("act", "u1"),
        ("marks", "u1"),
        ("first", "<i4"),
        ("last", "<i4"),
        ("matter", "<u2"),
        ("names", "<u2"),
        ("runs", "<u2"),
        ("least", "<u2"),
        ("speakers", "<u2"),
        ("parties", "<u2"),
        ("about", "<u2"),
        ("whole", "<u4"),
    ]
)
"""What is fixed in length of a statement: place in the record, act, `HEAD` and `OPEN_DATE`, days,
how many words, names and quoted runs it has, the least that its words may be, how many actors there
are of each sort, and a hash of all of its words."""

FOR: Final = "="
"""Stands before the id of a state for which somebody may speak."""

ABOUT: Final = "~"
"""Stands, in ``days``, before the id of somebody who is spoken of."""

KEY: Final = "#"
"""Stands before what is no id: two words that go together in an article that nobody dated."""

HEAD: Final = 1
OPEN_DATE: Final = 2

ACTS: Final = tuple(Act)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One article's statements that have a speaker, as four runs of bytes.

    Attributes:
        heads: an entry of `HEADS_OF` a statement.
        hashes: of each statement: its words without names, names, quoted runs of two; 32 bits each.
        cast: of each statement numbers of ``actors``: speakers, their states, whom it is about with
            theirs; 16 bits each.
        actors: ids as extraction gave them; with `FOR` before it, that of a state for which
            somebody may speak, which stays what it is whoever the state's id comes to stand for;
            behind all of these, with `KEY`, words that go together.
        days: who is heard, himself or by others for him, with the first and the last possible day;
            zeros where these are open, and then no states (`rejoinder.exchanges.timing.holding`).
            With `ABOUT` before the id who is spoken of, which counts where a day is open.
    """

    heads: bytes
    hashes: bytes
    cast: bytes
    actors: tuple[ActorId, ...]
    days: frozenset[tuple[ActorId, int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An outline in the ids by which actors go.

    Attributes:
        ids: of ``outline.actors``, in their order.
        mixed: two of the article's actors are one, so that its words cannot be told from its names
            by the outline alone.
    """

    outline: Outline
    ids: Sequence[ActorId]
    mixed: bool


@functools.cache
def outlines_mark() -> str:
    """Return what stands for the stage with its tables."""
    return f"{STAGE}:{data_digest()}"


def outline_of(record: ArticleRecord) -> Outline:
    """Return the outline of a record in the ids that extraction gave."""
    sketch = _Sketch(record)
    for voice in Scene(record).voices:
        if voice.statement.speaker:
            sketch.take(voice)
        elif record.article.published is None:
            sketch.mention(voice)
    return sketch.outline()


class _Sketch:
    """An outline that is being made."""

    def __init__(self, record: ArticleRecord) -> None:
        self._record = record
        self._countries = {actor.id: actor.country for actor in record.actors}
        self._places = {statement.id: place for place, statement in enumerate(record.statements)}
        self._quotes = [quote.inner for quote in find_quotes(record.article.text)]
        self._numbers: dict[ActorId, int] = {}
        self._heads: list[tuple[int, ...]] = []
        self._hashes: list[int] = []
        self._cast: list[int] = []
        self._days: set[tuple[ActorId, int, int]] = set()

    def take(self, voice: Voice) -> None:
        """Add a statement."""
        said = voice.statement
        speakers, others = dict.fromkeys(said.speaker), (*said.about, *said.addressee)
        parties = dict.fromkeys(self._states(speakers))
        about = dict.fromkeys((*others, *self._states(others)))
        first, last, marks = _when(self._record, voice)
        told_of = (ActorId(ABOUT + each) for each in others if not is_state_id(each))
        for actor in (*speakers, *parties, *told_of):
            if first or not is_state_id(ActorId(actor.removeprefix(FOR))):
                self._days.add((actor, first, last))
        matter, names, least = _matter(voice)
        runs = _runs(self._record.article.text, _quoted(voice, self._quotes))
        for words in (matter, names, runs):
            self._hashes += map(_hash, sorted(words))
        for actor in (*speakers, *parties, *about):
            self._cast.append(self._numbers.setdefault(actor, len(self._numbers)))
        marks |= HEAD if voice.zone in HEADS else 0
        own = (self._places[said.id], ACTS.index(said.act), marks, first, last)
        counts = map(len, (matter, names, runs))
        cast = map(len, (speakers, parties, about))
        whole = _hash(" ".join(sorted(voice.words)))
        self._heads.append((*own, *counts, least, *cast, whole))

    def mention(self, voice: Voice) -> None:
        """Add whom a statement of nobody's is about: articles without a day are found by them."""
        first, last, _ = _when(self._record, voice)
        for actor in voice.statement.about:
            if not is_state_id(actor):
                self._numbers.setdefault(actor, len(self._numbers))
                self._days.add((ActorId(ABOUT + actor), first, last))

    def outline(self) -> Outline:
        """Return it."""
        found = {f"{KEY}{_hash(each):08x}" for each in matter_keys(self._record)}
        keys = tuple(map(ActorId, sorted(found)))
        return Outline(
            heads=np.array(self._heads, dtype=HEADS_OF).tobytes(),
            hashes=np.array(self._hashes, dtype="<u4").tobytes(),
            cast=np.array(self._cast, dtype="<u2").tobytes(),
            actors=(*self._numbers, *keys),
            days=frozenset(self._days | {(key, 0, 0) for key in keys}),
        )

    def _states(self, actors: Iterable[ActorId]) -> Iterator[ActorId]:
        """Yield the states of those with a country, who may turn out to be officials."""
        for each in actors:
            if country := self._countries.get(each):
                yield ActorId(FOR + state_id(country))


def _when(record: ArticleRecord, voice: Voice) -> tuple[int, int, int]:
    """Return first and last day, or zeros and `OPEN_DATE`."""
    when = voice.statement.said or record.article.published
    if when is None or is_open(when):
        return 0, 0, OPEN_DATE
    return _number(when.start), _number(when.end), 0


def _number(day: date) -> int:
    return day.toordinal()


def _matter(voice: Voice) -> tuple[frozenset[str], frozenset[str], int]:
    """Return the words without names, the names, and how few words there may be.

    A word counts as itself and as what it is a synonym of, whichever the rules go by.
    """
    concepts = frozenset(concept_of(word).name for word in voice.words)
    named = voice.names | {concept_of(word).name for word in voice.names}
    plain, meant = voice.words - voice.names, concepts - named
    return plain | meant, frozenset(named), min(len(plain), len(meant))


def _quoted(voice: Voice, quotes: Sequence[Span]) -> Iterator[Span]:
    """Yield what of a statement stands between quotation marks."""
    for span in voice.statement.content:
        if voice.statement.quotation is Quotation.DIRECT:
            yield span
            continue
        for quote in quotes:
            if quote.overlaps(span):
                yield Span(max(span.start, quote.start), min(span.end, quote.end))


def _runs(text: str, spans: Iterable[Span]) -> set[str]:
    """Return each two words that follow each other and are not both capitalised."""
    found = set[str]()
    for span in spans:
        words = [
            (stem, text[span.start + start].isupper())
            for start, _, stem in word_spans(span.text_of(text))
        ]
        for (one, big), (other, bigger) in pairwise(words):
            if not (big and bigger):
                found.add(f"{one} {other}")
    return found


@functools.lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=4).digest(), "little")
