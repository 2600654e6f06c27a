"""Links that are shown on text without gold: drawn by kind to be judged, and scored.

    python -m benchmarks.shown draw CORPUS... [--without PATH...] [--links N] [--seed N] [--read]
    python -m benchmarks.shown score CORPUS... --judged FILE [--table DOCUMENT]

Of each kind so many are drawn. A drawn link is a line of JSON with its kind, its relation and the
places of both ends and without a word of the articles, to which whoever judges adds the name of
the ``draw``, ``right`` and ``reason``; ``--read`` prints the words to judge by. It is right where
both ends are said, or done, by whom the tool names, and the one stands in that relation to the
other. Articles of ``--without`` are not drawn from: files with an ``article`` on each line, folders
of gold. Scoring finds the links again by their places among those that are found now; a second
table has those that are shown still by their score, repetitions apart, which are scored otherwise.
"""

import argparse
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.judged import Told, draw, is_at, place_of
from benchmarks.made_up import read_articles
from benchmarks.marked import put_between
from rejoinder.model.link import Link, Relation
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.reconcile import identify, link_records
from rejoinder.pipeline.stages import build_engine

KINDS = (
    "answers another, marked",
    "answers another, inferred",
    "answers a deed",
    "goes on",
    "repeats, across articles",
    "answers, across articles",
)
OF_EACH = 25

_BEGINS, _ENDS = "<!-- shown -->", "<!-- /shown -->"
_BEGINS_BANDS, _ENDS_BANDS = "<!-- shown-by-score -->", "<!-- /shown-by-score -->"
_LEAST, _MOST = (0.0, 0.45, 0.6, 0.75), 1.0


@dataclass(frozen=True, slots=True)
class Shown:
    """A link with both its ends."""

    link: Link
    answer: Told
    answered: Told

    @property
    def kind(self) -> str:
        """Return which of the kinds it is of."""
        if self.answer.record is not self.answered.record:
            return KINDS[4 if self.link.relation is Relation.REPEATS else 5]
        if self.link.answered not in {one.id for one in self.answer.record.statements}:
            return KINDS[2]
        if set(self.answer.actors) & set(self.answered.actors):
            return KINDS[3]
        return KINDS[0 if self.link.explicit else 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What became of the judged links of a kind.

    Attributes:
        drawn: links that were judged.
        right: those of them that were judged right.
        kept: judged links that are shown still.
        kept_right: those of them that were judged right.
    """

    draw: str
    kind: str
    drawn: int
    right: int
    kept: int
    kept_right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """How many of the judged links that score from ``least`` to below ``most`` are right."""

    least: float
    most: float
    judged: int
    right: int


def shown(records: Sequence[ArticleRecord], across: Iterable[Link]) -> list[Shown]:
    """Return the links within the records and those across them, in an order of their ids."""
    home: dict[str, Told] = {}
    for record in records:
        home |= {each.id: Told(record, each) for each in record.statements}
        home |= {each.id: Told(record, each) for each in record.events}
    links = [*(link for record in records for link in record.links), *across]
    found = [Shown(link, home[link.answer], home[link.answered]) for link in links]
    return sorted(found, key=lambda each: each.link.id)


def drawn(found: Sequence[Shown], without: Collection[str], count: int, seed: int) -> list[Shown]:
    """Return so many of each kind, of articles that are not to be left out."""
    free = [
        each
        for each in found
        if not {told.record.article.ref for told in (each.answer, each.answered)} & set(without)
    ]
    return [
        each
        for kind in KINDS
        for each in draw([one for one in free if one.kind == kind], count, seed)
    ]


def row_of(number: int, each: Shown) -> dict[str, Any]:
    """Return what is kept of a link: nothing of its words."""
    return {
        "n": number,
        "kind": each.kind,
        "relation": each.link.relation.value,
        "answer": place_of(each.answer),
        "answered": place_of(each.answered),
    }


def score(judged: Iterable[Mapping[str, Any]], found: Sequence[Shown]) -> list[Scored]:
    """Return by draw and kind how many of the judged links are right, and are shown still."""
    by_kind: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in judged:
        by_kind.setdefault((row["draw"], row["kind"]), []).append(row)
    scored = []
    for (name, kind), own in by_kind.items():
        kept = [row for row in own if any(_is_link(row, each) for each in found)]
        scored.append(
            Scored(
                draw=name,
                kind=kind,
                drawn=len(own),
                right=sum(row["right"] for row in own),
                kept=len(kept),
                kept_right=sum(row["right"] for row in kept),
            )
        )
    return scored


def by_score(judged: Iterable[Mapping[str, Any]], found: Sequence[Shown]) -> list[Band]:
    """Return the judged links that are shown still by their score, repetitions left out."""
    scored = [
        (each.link.score, bool(row["right"]))
        for row in judged
        if row["relation"] != Relation.REPEATS.value
        for each in [one for one in found if _is_link(row, one)][:1]
    ]
    bands = []
    for least, most in pairwise((*_LEAST, _MOST)):
        last = most == _MOST
        own = [right for score, right in scored if least <= score and (score < most or last)]
        bands.append(Band(least=least, most=most, judged=len(own), right=sum(own)))
    return bands


def _is_link(row: Mapping[str, Any], each: Shown) -> bool:
    return (
        each.link.relation.value == row["relation"]
        and is_at(each.answer, row["answer"])
        and is_at(each.answered, row["answered"])
    )


def _refs(paths: Iterable[Path]) -> set[str]:
    """Return the articles that files of judgements name and that folders of gold hold."""
    refs: set[str] = set()
    for path in paths:
        if path.is_dir():
            refs |= {each.stem for each in path.glob("*.json")}
        else:
            lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
            refs |= {line["article"] for line in lines}
    return refs


def _found(corpora: Sequence[str], wanted: Collection[str] | None = None) -> list[Shown]:
    """Return the links of the corpora, or of those of their articles that are wanted."""
    engine = build_engine()
    records = [
        engine.extract(article)
        for article in read_articles(corpora)
        if wanted is None or article.ref in wanted
    ]
    return shown(records, link_records(records, identify(records)))


def _printed(links: Iterable[Shown], *, read: bool) -> Iterator[str]:
    for number, each in enumerate(links, start=1):
        if not read:
            yield json.dumps(row_of(number, each), ensure_ascii=False)
            continue
        yield f"--- {number} {each.kind}: {each.link.relation.value}"
        for told in (each.answer, each.answered):
            yield (
                f"  {told.record.article.ref} {told.spans[0].start}"
                f" {', '.join(told.actors)}: {told.kind}: {told.words}"
            )


def _table(scored: Iterable[Scored]) -> str:
    lines = ["| draw | links | drawn | right | shown still | right |", "|---|---|" + "---:|" * 4]
    for each in scored:
        cells = each.draw, each.kind, each.drawn, each.right, each.kept, each.kept_right
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(lines)


def _bands_table(bands: Iterable[Band]) -> str:
    lines = ["| score | judged | right | of a hundred |", "|---|" + "---:|" * 3]
    for each in bands:
        share = f"{100 * each.right / each.judged:.0f}" if each.judged else "-"
        lines.append(f"| {each.least} to {each.most} | {each.judged} | {each.right} | {share} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the drawn links, or how judged ones stand."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shown")
    parser.add_argument("task", choices=("draw", "score"))
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--judged", type=Path, help="a file of judged links, to score")
    parser.add_argument("--table", type=Path, help="a document to put the score into")
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--links", type=int, default=OF_EACH, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--read", action="store_true", help="print words to judge by")
    given = parser.parse_args(arguments)
    if (given.task == "score") is (given.judged is None):
        parser.error("score goes with a file of judged links, draw without")
    if given.judged is None:
        links = drawn(_found(given.corpora), _refs(given.without), given.links, given.seed)
        for line in _printed(links, read=given.read):
            sys.stdout.write(line + "\n")
        return
    rows = [json.loads(line) for line in given.judged.read_text(encoding="utf-8").splitlines()]
    wanted = {row[end]["article"] for row in rows for end in ("answer", "answered")}
    found = _found(given.corpora, wanted)
    table, bands = _table(score(rows, found)), _bands_table(by_score(rows, found))
    if given.table is None:
        sys.stdout.write(f"{table}\n\n{bands}\n")
    else:
        put_between(given.table, _BEGINS, _ENDS, table)
        put_between(given.table, _BEGINS_BANDS, _ENDS_BANDS, bands)


if __name__ == "__main__":
    main()
