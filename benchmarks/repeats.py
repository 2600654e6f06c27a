"""Statements that two outlets of one event are said to repeat: drawn to be judged, and scored.

    python -m benchmarks.repeats draw CORPUS [--pairs N] [--seed N] [--read]
    python -m benchmarks.repeats score CORPUS JUDGED

The corpus has an ``event`` on each line. A drawn pair is a line of JSON with ids, spans and digests
and without a word of the articles, to which whoever judges adds ``same`` and ``reason``; ``--read``
prints the words to judge by. Scoring finds the judged statements by their places in what is found
now, and tells how many of the pairs are still linked and how many of these were judged the same.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.judged import Told, draw, is_at, place_of
from benchmarks.made_up import read_articles
from rejoinder.model.ids import StatementId
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.reconcile import identify, link_records
from rejoinder.pipeline.stages import build_engine

PAIRS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What became of judged pairs.

    Attributes:
        linked: pairs that are linked as repeats now.
        same: those of them that were judged the same.
        judged_same: pairs that were judged the same, linked or not.
    """

    pairs: int
    linked: int
    same: int
    judged_same: int


def repeats(
    records: Sequence[ArticleRecord], links: Iterable[Link], event_of: Mapping[str, str]
) -> list[tuple[Told, Told]]:
    """Return the pairs of two articles of one event that links say repeat, later one first."""
    home = {one.id: Told(record, one) for record in records for one in record.statements}
    found = []
    for link in links:
        if link.relation is not Relation.REPEATS:
            continue
        later, earlier = home[link.answer], home[StatementId(link.answered)]
        events = [event_of.get(each.record.article.ref) for each in (later, earlier)]
        if later.record is not earlier.record and events[0] == events[1] is not None:
            found.append((later, earlier))
    return sorted(found, key=lambda pair: (pair[0].statement.id, pair[1].statement.id))


def row_of(number: int, pair: tuple[Told, Told]) -> dict[str, Any]:
    """Return what is kept of a pair: nothing of its words."""
    later, earlier = map(place_of, pair)
    return {"n": number, "later": later, "earlier": earlier}


def score(judged: Iterable[Mapping[str, Any]], pairs: Sequence[tuple[Told, Told]]) -> Scored:
    """Return how the judged pairs stand to the pairs that are linked now."""
    rows = list(judged)
    linked = [row["same"] for row in rows if any(_is_pair(row, pair) for pair in pairs)]
    return Scored(
        pairs=len(rows),
        linked=len(linked),
        same=sum(linked),
        judged_same=sum(row["same"] for row in rows),
    )


def _is_pair(row: Mapping[str, Any], pair: tuple[Told, Told]) -> bool:
    places = row["later"], row["earlier"]
    return any(all(map(is_at, pair, ends)) for ends in (places, places[::-1]))


def _found(corpus: Path) -> list[tuple[Told, Told]]:
    """Return the pairs that are found in a corpus, in a ledger of just its articles."""
    lines = map(json.loads, corpus.read_text(encoding="utf-8").splitlines())
    event_of = {line["id"]: str(line["event"]) for line in lines}
    engine = build_engine()
    records = [engine.extract(article) for article in read_articles([str(corpus)])]
    return repeats(records, link_records(records, identify(records)), event_of)


def _printed(pairs: Iterable[tuple[Told, Told]], *, read: bool) -> Iterator[str]:
    for number, pair in enumerate(pairs, start=1):
        if not read:
            yield json.dumps(row_of(number, pair), ensure_ascii=False)
            continue
        yield f"--- {number}"
        for told in pair:
            publisher, speakers = told.record.article.publisher, ", ".join(told.actors)
            yield f"  {publisher}: {speakers}: {told.kind}: {told.words}"


def main() -> None:
    """Print the drawn pairs, or the score of judged ones."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.repeats")
    parser.add_argument("task", choices=("draw", "score"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("judged", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true")
    given = parser.parse_args()
    if (given.task == "score") is (given.judged is None):
        parser.error("score goes with a file of judged pairs, draw without")
    pairs = _found(given.corpus)
    if given.judged is None:
        for line in _printed(draw(pairs, given.pairs, given.seed), read=given.read):
            sys.stdout.write(line + "\n")
        return
    rows = map(json.loads, given.judged.read_text(encoding="utf-8").splitlines())
    found = score(rows, pairs)
    sys.stdout.write(
        f"{len(pairs)} pairs are linked now\n"
        f"of {found.pairs} judged pairs {found.linked} are, {found.same} of them the same\n"
        f"of {found.judged_same} that were judged the same {found.same} are linked\n"
    )


if __name__ == "__main__":
    main()
