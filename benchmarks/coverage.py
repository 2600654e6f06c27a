"""How much of the news that the pair coder is trained on is coded when nobody names the parties.

    python -m benchmarks.coverage INPUT.jsonl [--misses]

INPUT has lines as `rejoinder code` takes them, with ``plover``, the type.  Each sentence is
extracted, and its events and acts (as `rejoinder evaluate events` counts them) are compared with
the type and the two spans.  One sentence in three, by a hash of its text, is kept out: its figures
are given apart, and ``--misses`` never prints it, so that rules made after what is printed can be
seen not to fit it alone.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from benchmarks.made_up import read_articles
from rejoinder.evaluation.dyads import told_events
from rejoinder.events.pairs.types import FOLDED, YIELD
from rejoinder.exports.plover import PloverActor
from rejoinder.model.ids import ActorId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.stages import build_engine

MEASURES = ("anything", "type", "pair", "direction", "alone", "known")
_KEPT_OUT = 3
_YIELDING = frozenset({"CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with what one party does to the other."""

    id: str
    text: str
    source: Span
    target: Span
    event_type: str

    @property
    def is_kept_out(self) -> bool:
        """Say whether nobody reads the sentence, so that no rule can be made after it."""
        return sha256(self.text.encode()).digest()[0] % _KEPT_OUT == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event or act as it is coded."""

    event_type: str
    actor: frozenset[ActorId]
    recipient: frozenset[ActorId]


def read_lines(path: Path) -> Iterator[Line]:
    """Yield the lines of a file that say where both parties stand.

    Raises:
        KeyError: a line lacks a field.
    """
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if row["source_span"] is None or row["target_span"] is None:
            continue
        yield Line(
            id=row["id"],
            text=row["text"],
            source=Span(*row["source_span"]),
            target=Span(*row["target_span"]),
            event_type=row["plover"],
        )


def told_in(record: ArticleRecord) -> list[Told]:
    """Return what is coded, CONCEDE and RETREAT as one type."""
    return [
        Told(
            event_type=YIELD if one.event[0].value in _YIELDING else one.event[0].value,
            actor=_ids(one.actor),
            recipient=_ids(one.recipient),
        )
        for one in told_events(record)
    ]


def _ids(parties: Sequence[PloverActor]) -> frozenset[ActorId]:
    return frozenset(one.id for one in parties)


def measures_of(line: Line, record: ArticleRecord) -> dict[str, bool]:
    """Return what holds of one sentence.

    ``anything`` is coded; something of the right ``type``; that between actors of whom one is
    mentioned in the source's words and the other in the target's (``pair``); in the right
    ``direction``, or without one; that ``alone``, with nothing of another type beside it.
    ``known`` says that both spans hold a mention of an actor at all, different ones.
    """
    source, target = (_mentioned(record, span) for span in (line.source, line.target))
    told = told_in(record)
    right = [one for one in told if one.event_type == line.event_type]
    pairs = [one for one in right if _joins(one, source, target)]
    directed = any(_leads(one, source, target) for one in pairs)
    return {
        "anything": bool(told),
        "type": bool(right),
        "pair": bool(pairs),
        "direction": directed,
        "alone": directed and len(right) == len(told),
        "known": any(one != other for one in source for other in target),
    }


def _mentioned(record: ArticleRecord, span: Span) -> frozenset[ActorId]:
    return frozenset(
        actor.id
        for actor in record.actors
        if any(mention.span.overlaps(span) for mention in actor.mentions)
    )


def _joins(told: Told, source: frozenset[ActorId], target: frozenset[ActorId]) -> bool:
    everybody = told.actor | told.recipient
    return any(a != b for a in everybody & source for b in everybody & target)


def _leads(told: Told, source: frozenset[ActorId], target: frozenset[ActorId]) -> bool:
    others = told.recipient or told.actor
    return any(a != b for a in told.actor & source for b in others & target)


def table(found: Sequence[tuple[Line, Mapping[str, bool]]]) -> str:
    """Return the shares by type and of all, in percent."""
    rows = [f"{'':11}{'lines':>6}" + "".join(f"{name:>11}" for name in MEASURES)]
    for name in (*FOLDED, "all"):
        own = [held for line, held in found if name in (line.event_type, "all")]
        if own:
            shares = (100 * sum(held[each] for held in own) / len(own) for each in MEASURES)
            rows.append(f"{name:11}{len(own):6}" + "".join(f"{one:11.1f}" for one in shares))
    return "\n".join(rows)


def confusions(found: Sequence[tuple[Line, ArticleRecord]]) -> str:
    """Return which types are coded in sentences that have nothing of theirs, by their type."""
    every: dict[str, Counter[str]] = {}
    for line, record in found:
        types = {one.event_type for one in told_in(record)}
        if line.event_type not in types:
            every.setdefault(line.event_type, Counter()).update(types or {"nothing"})
    return "\n".join(
        f"{name:11}" + ", ".join(f"{other} {n}" for other, n in every[name].most_common())
        for name in FOLDED
        if name in every
    )


def _miss(line: Line, record: ArticleRecord) -> str:
    names = {actor.id: actor.name for actor in record.actors}
    told = "; ".join(
        f"{one.event_type} {sorted(names[each] for each in one.actor)}"
        f" -> {sorted(names[each] for each in one.recipient)}"
        for one in told_in(record)
    )
    source, target = (line.text[each.start : each.end] for each in (line.source, line.target))
    return (
        f"{line.event_type} [{source}] -> [{target}]\n  {line.text}\n  coded: {told or 'nothing'}"
    )


def main() -> None:
    """Print the figures of the part that may be read and of the part that is kept out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("input", type=Path)
    parser.add_argument("--misses", action="store_true", help="print the sentences missed")
    options = parser.parse_args()
    engine = build_engine()
    articles = {article.ref: article for article in read_articles([str(options.input)])}
    lines = [line for line in read_lines(options.input) if line.id in articles]
    found = [(line, engine.extract(articles[line.id])) for line in lines]
    for name, kept_out in (("read", False), ("kept out", True)):
        own = [each for each in found if each[0].is_kept_out is kept_out]
        held = [(line, measures_of(line, record)) for line, record in own]
        sys.stdout.write(f"{name}\n{table(held)}\n\n")
        if not kept_out:
            sys.stdout.write(f"coded instead\n{confusions(own)}\n\n")
        if options.misses and not kept_out:
            told = zip(own, held, strict=True)
            missed = [_miss(*each) for each, (_, holds) in told if not holds["direction"]]
            sys.stdout.write("\n\n".join(missed) + "\n\n")


if __name__ == "__main__":
    main()
