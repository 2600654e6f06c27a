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
from rejoinder.exchanges.reader import is_open
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Act, Quotation
from rejoinder.text.quotes import find_quotes

__all__ = [
    "ACTS",
    "FOR",
    "HEAD",
    "HEADS_OF",
    "OPEN_DATE",
    "Outline",
    "outline_of",
    "outlines_mark",
]

STAGE: Final = "outlines.v1"

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
            somebody may speak, which stays what it is whoever the state's id comes to stand for.
        days: who is heard, himself or by others for him, with the first and the last possible day;
            zeros where these are open, and then no states (`rejoinder.exchanges.reader.holding`).
    """

    heads: bytes
    hashes: bytes
    cast: bytes
    actors: tuple[ActorId, ...]
    days: frozenset[tuple[ActorId, int, int]]


@functools.cache
def outlines_mark() -> str:
    """Return what stands for the stage with its tables."""
    return f"{STAGE}:{data_digest()}"


def outline_of(record: ArticleRecord) -> Outline:
    """Return the outline of a record in the ids that extraction gave."""
    scene = Scene(record)
    countries = {actor.id: actor.country for actor in record.actors}
    numbers: dict[ActorId, int] = {}
    places = {statement.id: place for place, statement in enumerate(record.statements)}

    def numbered(actors: Iterable[ActorId]) -> list[int]:
        return [numbers.setdefault(actor, len(numbers)) for actor in actors]

    def states(actors: Iterable[ActorId]) -> Iterator[ActorId]:
        # Of everybody with a country: by other articles he may turn out to be an official.
        return (
            ActorId(FOR + state_id(country)) for each in actors if (country := countries.get(each))
        )

    heads, hashes, cast = [], list[int](), list[int]()
    quotes = [quote.inner for quote in find_quotes(record.article.text)]
    days = set[tuple[ActorId, int, int]]()
    for voice in scene.voices:
        said = voice.statement
        if not said.speaker:
            continue
        about = dict.fromkeys((*said.about, *said.addressee))
        parties = dict.fromkeys(states(said.speaker))
        their = dict.fromkeys((*about, *states(about)))
        first, last, marks = _when(record, voice)
        days.update((actor, first, last) for actor in (*said.speaker, *parties))
        matter, names, least = _matter(voice)
        runs = _runs(record.article.text, _quoted(voice, quotes))
        for words in (matter, names, runs):
            hashes += map(_hash, sorted(words))
        cast += numbered((*dict.fromkeys(said.speaker), *parties, *their))
        heads.append(
            (
                places[said.id],
                ACTS.index(said.act),
                marks | (HEAD if voice.zone in HEADS else 0),
                first,
                last,
                len(matter),
                len(names),
                len(runs),
                least,
                len(set(said.speaker)),
                len(parties),
                len(their),
                _hash(" ".join(sorted(voice.words))),
            )
        )
    return Outline(
        heads=np.array(heads, dtype=HEADS_OF).tobytes(),
        hashes=np.array(hashes, dtype="<u4").tobytes(),
        cast=np.array(cast, dtype="<u2").tobytes(),
        actors=tuple(numbers),
        days=frozenset(
            (actor, first, last)
            for actor, first, last in days
            if first or not is_state_id(ActorId(actor.removeprefix(FOR)))
        ),
    )


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
