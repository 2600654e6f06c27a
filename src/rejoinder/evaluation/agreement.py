"""Whether outlets that quote the same words are read as naming the same speaker.

This needs no annotation: who is quoted with the same words about the same event is one actor,
unless the outlets themselves disagree.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from rejoinder.evaluation.fields import read_lines
from rejoinder.evaluation.intervals import SEED, Interval, bootstrap
from rejoinder.evaluation.quotations import QuotedWords, find_quoted, shared_run
from rejoinder.evaluation.scores import NOTHING, Counts, Share, Tally, add_up, share_of
from rejoinder.model.identity import Identity
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.model.statement import Statement

__all__ = [
    "LEAST_WORDS",
    "SHARES",
    "AgreementReport",
    "Finding",
    "QuotedPair",
    "Reading",
    "Told",
    "read_events",
    "score_agreement",
]

LEAST_WORDS = 6
SHARES = ("agreement", "agreement_named", "told", "named", "quotations")
"""The figures of a report that are shares, the headline first."""

_MOST = 0.5

Told: TypeAlias = tuple[str, str]
"""An article's ``ref`` and text; a ``ref`` alone is not unique."""


class Finding(StrEnum):
    """What two readings of the same quotation come to."""

    SAME = "same"
    DIFFERENT = "different"
    UNRESOLVED = "unresolved"
    """At least one of the two names nobody."""
    NO_STATEMENT = "no-statement"
    """At least one of the two was not found to be a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the words are read in one article.

    Attributes:
        article: the article's ``ref``.
        span: the words that both articles quote.
        statement: the statement that they lie in; None where there is none.
        speaker: ledger-wide ids, sorted; empty where the statement names nobody.
        names: what the article calls them, in that order.
    """

    article: str
    publisher: str
    span: Span
    statement: StatementId | None
    speaker: tuple[ActorId, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPair:
    """A quotation of one outlet and one of another that share a run of words.

    Attributes:
        words: the run, as the left article has it.
    """

    event: str
    finding: Finding
    words: str
    left: Reading
    right: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementReport:
    """Figures over all events; docs/evaluation.md defines each.

    Attributes:
        missing: articles without a record; they count as if nothing was found in them.
        least_words: the fewest words that a shared run has.
        quotations: of the quotations of so many words, those in a statement.
        told: of all pairs, those with a statement on both sides.
        named: of those, the ones with a speaker on both sides.
        agreement: of the pairs that are told, those with the same speaker; the headline.
        agreement_named: of the pairs that are named, the same.
        pairs: every pair, in the order of events and articles.
        intervals: bootstrap over events.
    """

    articles: int
    events: int
    missing: tuple[str, ...]
    least_words: int
    quotations: Share
    told: Share
    named: Share
    agreement: Share
    agreement_named: Share
    pairs: tuple[QuotedPair, ...]
    intervals: tuple[Interval, ...]


def read_events(path: Path) -> dict[Told, str]:
    """Return the event that each article tells.

    The file holds JSON lines with ``id``, ``text`` and ``event``.

    Raises:
        GoldError: a line is malformed or an article comes twice; the message names file and line.
    """
    events: dict[Told, str] = {}
    for row in read_lines(path):
        told = row.text("id"), row.text("text")
        if told in events:
            raise row.fail("id", f"the article {told[0]!r} is given twice; give it once")
        events[told] = row.text("event")
    return events


def score_agreement(
    events: Mapping[Told, str],
    records: Sequence[ArticleRecord],
    identity: Identity,
    *,
    least_words: int = LEAST_WORDS,
    seed: int = SEED,
) -> AgreementReport:
    """Return how far the speakers of quotations agree between outlets that tell the same event.

    Args:
        events: the event of each article, by ``ref`` and text.
        records: those that are in no event are left out.
        identity: who is one actor in all of them.
        least_words: the fewest words that a quotation and a shared run have.
        seed: the bootstrap's.
    """
    by_event: dict[str, list[_Quoting]] = {event: [] for event in events.values()}
    for record in records:
        event = events.get((record.article.ref, record.article.text))
        if event is not None:
            by_event[event].append(_Quoting(record, identity, least_words))
    pairs = {e: tuple(_pairs(e, told, least_words)) for e, told in by_event.items()}
    tallies = [_tally(by_event[event], pairs[event]) for event in by_event]
    total = add_up(tallies)
    known = {(record.article.ref, record.article.text) for record in records}
    found = (bootstrap(name, tallies, _share, seed=seed) for name in SHARES)
    return AgreementReport(
        articles=len(events),
        events=len(by_event),
        missing=tuple(told[0] for told in events if told not in known),
        least_words=least_words,
        quotations=share_of(total.get("quotations", NOTHING)),
        told=share_of(total.get("told", NOTHING)),
        named=share_of(total.get("named", NOTHING)),
        agreement=share_of(total.get("agreement", NOTHING)),
        agreement_named=share_of(total.get("agreement_named", NOTHING)),
        pairs=tuple(pair for event in by_event for pair in pairs[event]),
        intervals=tuple(interval for interval in found if interval is not None),
    )


class _Quoting:
    """One article with its quotations."""

    def __init__(self, record: ArticleRecord, identity: Identity, least: int) -> None:
        self.article = record.article
        self.quoted = find_quoted(record.article.text, least)
        self._statements = record.statements
        self._names = {actor.id: actor.name for actor in record.actors}
        self._identity = identity

    def statement_of(self, quoted: QuotedWords, within: Span) -> Statement | None:
        """Return the statement that holds half of the words there and most of the quotation.

        What is between two quotation marks is one speaker's, also where he retells somebody else in
        it, so that the quotation decides and not the part of it; of equals the innermost.
        """
        words = [place for place in quoted.places if within.contains(place)]
        holding = [s for s in self._statements if _held(words, s) >= _MOST * len(words)]
        return max(
            holding,
            key=lambda s: (_held(quoted.places, s), -sum(map(len, s.content))),
            default=None,
        )

    def read(self, quoted: QuotedWords, within: Span) -> Reading:
        """Return how the words are read."""
        found = self.statement_of(quoted, within)
        speaker = found.speaker if found is not None else ()
        own = self.article.id
        named = {self._identity.of(i, own): self._names.get(i, i) for i in sorted(speaker)}
        return Reading(
            article=self.article.ref,
            publisher=self.article.publisher or "",
            span=within,
            statement=found.id if found is not None else None,
            speaker=tuple(sorted(named)),
            names=tuple(named[actor] for actor in sorted(named)),
        )


def _pairs(event: str, told: Sequence[_Quoting], least: int) -> Iterator[QuotedPair]:
    """Yield the quotations that two outlets share; an outlet that is not known shares none."""
    for left, right in combinations((one for one in told if one.article.publisher), 2):
        if left.article.publisher == right.article.publisher:
            continue
        for mine in left.quoted:
            for theirs in right.quoted:
                run = shared_run(mine, theirs, least)
                if run is not None:
                    readings = left.read(mine, run[0]), right.read(theirs, run[1])
                    yield QuotedPair(
                        event=event,
                        finding=_finding(*readings),
                        words=run[0].text_of(left.article.text),
                        left=readings[0],
                        right=readings[1],
                    )


def _finding(left: Reading, right: Reading) -> Finding:
    """Compare two readings."""
    if left.statement is None or right.statement is None:
        return Finding.NO_STATEMENT
    if not left.speaker or not right.speaker:
        return Finding.UNRESOLVED
    return Finding.SAME if left.speaker == right.speaker else Finding.DIFFERENT


def _tally(told: Sequence[_Quoting], pairs: Sequence[QuotedPair]) -> Tally:
    """Return the counts of one event."""
    findings = Counter(pair.finding for pair in pairs)
    same = findings[Finding.SAME]
    named = same + findings[Finding.DIFFERENT]
    both = named + findings[Finding.UNRESOLVED]
    every = [(quoting, quoted) for quoting in told for quoted in quoting.quoted]
    in_statement = sum(
        quoting.statement_of(quoted, quoted.span) is not None for quoting, quoted in every
    )
    return {
        "quotations": Counts(found=in_statement, gold=len(every)),
        "told": Counts(found=both, gold=len(pairs)),
        "named": Counts(found=named, gold=both),
        "agreement": Counts(found=same, gold=both),
        "agreement_named": Counts(found=same, gold=named),
    }


def _held(words: Sequence[Span], statement: Statement) -> int:
    """Return how many of the words the statement's content touches."""
    return sum(any(word.overlaps(span) for span in statement.content) for word in words)


def _share(counts: Counts) -> float | None:
    """Return the found part."""
    return share_of(counts).value
