"""Sentences without an event: in how many of them is one coded all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rejoinder.evaluation.fields import read_lines
from rejoinder.evaluation.intervals import SEED, Interval, bootstrap
from rejoinder.evaluation.scores import NOTHING, Counts, Share, Tally, add_up, share_of
from rejoinder.exports.plover import plover_events
from rejoinder.model.event import EventType
from rejoinder.model.record import ArticleRecord

__all__ = [
    "FalseAlarm",
    "NoEventsReport",
    "QuietSentence",
    "alarms_text",
    "read_quiet_sentences",
    "score_quiet_sentences",
]

_ALL = "coded"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietSentence:
    """A sentence in which nobody does anything to anybody that PLOVER has a type for.

    Attributes:
        kind: what it is about, such as ``sports``.
    """

    id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarm:
    """A sentence in which something was coded, and what."""

    sentence: QuietSentence
    types: tuple[EventType, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoEventsReport:
    """Shares over all sentences; the lower the better.

    Attributes:
        missing: sentences without a record; they count as sentences in which nothing is coded.
        coded: the sentences in which anything is coded, whatever its modality.
        events: those with an event of the record, beside acts of statements.
        kinds: ``coded`` by kind of sentence.
        alarms: the sentences themselves.
        intervals: of ``coded``, bootstrap over sentences.
    """

    sentences: int
    missing: tuple[str, ...]
    coded: Share
    events: Share
    kinds: tuple[tuple[str, Share], ...]
    alarms: tuple[FalseAlarm, ...]
    intervals: tuple[Interval, ...]


def read_quiet_sentences(path: Path) -> tuple[QuietSentence, ...]:
    """Return the sentences of a file of JSON lines with ``id``, ``kind`` and ``text``.

    Raises:
        GoldError: a line is malformed, or an id comes twice; the message names file and line.
    """
    found: dict[str, QuietSentence] = {}
    for row in read_lines(path):
        one = QuietSentence(id=row.text("id"), kind=row.text("kind"), text=row.text("text"))
        if one.id in found:
            raise row.fail("id", f"the sentence {one.id!r} is given twice; give it once")
        found[one.id] = one
    return tuple(found.values())


def score_quiet_sentences(
    sentences: Sequence[QuietSentence], records: Sequence[ArticleRecord], *, seed: int = SEED
) -> NoEventsReport:
    """Return in how many sentences something is coded; records are paired by ``ref``."""
    by_ref = {record.article.ref: record for record in records}
    told = {one.id: _types(by_ref[one.id]) if one.id in by_ref else () for one in sentences}
    tallies = [_tally(one, told[one.id], by_ref.get(one.id)) for one in sentences]
    total = add_up(tallies)
    interval = bootstrap(_ALL, tallies, _share, seed=seed)
    return NoEventsReport(
        sentences=len(sentences),
        missing=tuple(one.id for one in sentences if one.id not in by_ref),
        coded=share_of(total.get(_ALL, NOTHING)),
        events=share_of(total.get("events", NOTHING)),
        kinds=tuple(
            (kind, share_of(total[f"kind {kind}"]))
            for kind in dict.fromkeys(one.kind for one in sentences)
        ),
        alarms=tuple(
            FalseAlarm(sentence=one, types=told[one.id]) for one in sentences if told[one.id]
        ),
        intervals=() if interval is None else (interval,),
    )


def alarms_text(report: NoEventsReport) -> str:
    """Return the sentences in which something was coded, a line each."""
    return "\n".join(
        f"{', '.join(alarm.types)}  {alarm.sentence.id} ({alarm.sentence.kind}): "
        f"{' '.join(alarm.sentence.text.split())}"
        for alarm in report.alarms
    )


def _types(record: ArticleRecord) -> tuple[EventType, ...]:
    """Return the types of everything that is coded, each once."""
    return tuple(dict.fromkeys(each for one in plover_events(record) for each in one.event))


def _tally(
    sentence: QuietSentence, types: Sequence[EventType], record: ArticleRecord | None
) -> Tally:
    hit = Counts(found=int(bool(types)), gold=1)
    events = Counts(found=int(record is not None and bool(record.events)), gold=1)
    return {_ALL: hit, f"kind {sentence.kind}": hit, "events": events}


def _share(counts: Counts) -> float | None:
    return share_of(counts).value
