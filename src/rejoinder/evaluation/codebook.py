"""Codebook sentences end to end: who does what to whom, from the sentence alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.evaluation.dyads import (
    LEVELS,
    DyadicEvent,
    Party,
    coded_events,
    party,
    tally_sentence,
)
from rejoinder.evaluation.fields import Fields, read_lines
from rejoinder.evaluation.intervals import SEED, Interval, bootstrap
from rejoinder.evaluation.scores import NOTHING, Counts, Score, add_up, score_of
from rejoinder.events.pairs.types import FOLDED
from rejoinder.model.record import ArticleRecord

__all__ = [
    "EventsReport",
    "GoldSentence",
    "Miss",
    "misses_text",
    "read_sentences",
    "score_sentences",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSentence:
    """A sentence and its events.

    Attributes:
        id: of the first record of the sentence, by which its article goes.
    """

    id: str
    text: str
    events: tuple[DyadicEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A sentence in which what is coded is not what the gold has, as triples."""

    sentence: GoldSentence
    found: tuple[DyadicEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsReport:
    """Figures over all sentences; docs/evaluation.md defines each.

    Attributes:
        coded: sentences in which anything was coded.
        missing: sentences without a record; they count as if nothing was coded in them.
        levels: what is compared, with its score, in the order of ``LEVELS``.
        misses: sentences with a triple that is missed or not the gold's.
        intervals: of F1, bootstrap over sentences.
    """

    sentences: int
    coded: int
    missing: tuple[str, ...]
    levels: tuple[tuple[str, Score], ...]
    misses: tuple[Miss, ...]
    intervals: tuple[Interval, ...]


def read_sentences(path: Path) -> tuple[GoldSentence, ...]:
    """Return the sentences of a file of JSON lines, in their order.

    A line has ``id``, ``event`` and the lists ``source`` and ``target`` of objects with ``code``
    and ``sector``; lines with the same ``group`` are one sentence.

    Raises:
        GoldError: a line is malformed, or an id comes twice; the message names file and line.
    """
    first: dict[str, tuple[str, str]] = {}
    events: dict[str, list[DyadicEvent]] = {}
    seen: set[str] = set()
    for row in read_lines(path):
        name = row.text("id")
        if name in seen:
            raise row.fail("id", f"the record {name!r} is given twice; give it once")
        seen.add(name)
        group = row.maybe_text("group") or name
        first.setdefault(group, (name, row.text("text")))
        events.setdefault(group, []).append(_read_event(row))
    return tuple(
        GoldSentence(id=first[group][0], text=first[group][1], events=tuple(own))
        for group, own in events.items()
    )


def score_sentences(
    gold: Sequence[GoldSentence], records: Sequence[ArticleRecord], *, seed: int = SEED
) -> EventsReport:
    """Return what the records score; they are paired with gold by the article's ``ref``."""
    found = {record.article.ref: coded_events(record) for record in records}
    tallies = [tally_sentence(one.events, found.get(one.id, ())) for one in gold]
    total = add_up(tallies)
    intervals = (bootstrap(level, tallies, _f1, seed=seed) for level in LEVELS)
    return EventsReport(
        sentences=len(gold),
        coded=sum(bool(found.get(one.id)) for one in gold),
        missing=tuple(one.id for one in gold if one.id not in found),
        levels=tuple((level, score_of(total.get(level, NOTHING), vacuous=0.0)) for level in LEVELS),
        misses=tuple(
            Miss(sentence=one, found=found.get(one.id, ()))
            for one, tally in zip(gold, tallies, strict=True)
            if not _right(tally["triple"])
        ),
        intervals=tuple(each for each in intervals if each is not None),
    )


def misses_text(report: EventsReport) -> str:
    """Return the sentences in which triples are missed or wrong, gold above what was coded."""
    return "\n\n".join("\n".join(_lines(miss)) for miss in report.misses)


def _lines(miss: Miss) -> Iterator[str]:
    yield f"{miss.sentence.id}: {' '.join(miss.sentence.text.split())}"
    for name, events in (("gold", miss.sentence.events), ("coded", miss.found)):
        told = "; ".join(map(_told, events)) or "nothing"
        yield f"  {name}: {told}"


def _told(event: DyadicEvent) -> str:
    actor, recipient = (
        ", ".join(" ".join(filter(None, one)) for one in parties) or "nobody"
        for parties in (event.actor, event.recipient)
    )
    return f"{event.event_type} {actor} -> {recipient}"


def _right(counts: Counts) -> bool:
    return counts.right == counts.gold == counts.predicted


def _read_event(row: Fields) -> DyadicEvent:
    event_type = row.text("event")
    if event_type not in FOLDED:
        raise row.fail("event", f"needs one of {', '.join(FOLDED)}, has {event_type!r:.60}")
    return DyadicEvent(
        event_type=event_type,
        actor=tuple(_read_party(one) for one in row.rows("source")),
        recipient=tuple(_read_party(one) for one in row.rows("target")),
    )


def _read_party(row: Fields) -> Party:
    return party(row.text("code"), row.maybe_text("sector"))


def _f1(counts: Counts) -> float | None:
    return score_of(counts, vacuous=0.0).f1 if counts.gold else None
