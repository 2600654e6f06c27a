"""What each way of finding links inside an article gives: it is left out, and what goes is counted.

    python -m benchmarks.ablated MARKED CORPUS... [--gold FOLDER]... [--table DOCUMENT]

``links`` are those of the corpora that go without it, ``marked`` how many of them the text marks,
``instead`` how many others come in their place. ``right`` and ``other`` are the links of the gold's
articles that go, as far as the gold has them or not, less those that come; ``marks`` are the
answers that readers marked (`benchmarks.answers`) and that no explicit link finds without it. Who
says the same in an earlier finder's place is not seen: of two that find one link neither gives it.
"""

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.answers import Mark, read_marks, score
from benchmarks.made_up import read_articles
from benchmarks.marked import put_between
from rejoinder.evaluation.event_scores import match_events
from rejoinder.evaluation.gold import read_gold
from rejoinder.evaluation.gold_types import GoldSet
from rejoinder.evaluation.names import ActorMatcher, GoldNames
from rejoinder.evaluation.statement_match import match_statements
from rejoinder.exchanges.within import FINDERS, FOLLOWERS, link_within
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.pipeline.stages import build_engine

__all__ = ["Given", "Paired", "give", "pair_with"]

_BEGINS, _ENDS = "<!-- ablated -->", "<!-- /ablated -->"
_NAMES = (*(each.name for each in FINDERS), *(each.name for each in FOLLOWERS))

_Records = Mapping[str, ArticleRecord]
_Links = Mapping[str, Sequence[Link]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What goes without a finder.

    Attributes:
        links: of the corpora; those that the text marks are ``marked``.
        instead: links that come without it.
        right: of the gold's links, how many more are found with it than without.
        other: the same of links that the gold does not have.
        marks: answers that readers marked.
    """

    name: str
    links: int
    marked: int
    instead: int
    right: int
    other: int
    marks: int


@dataclass(frozen=True, slots=True)
class Paired:
    """The links that a gold article has, and which ends of its own are those of a record."""

    wanted: frozenset[tuple[str, str]]
    gold_of: Mapping[str, str]

    def right(self, links: Iterable[Link]) -> int:
        """Return how many of the gold's links are among these, whatever their relation."""
        ends = {(self.gold_of.get(x.answer), self.gold_of.get(x.answered)) for x in links}
        return len(self.wanted & ends)


def pair_with(gold: GoldSet, records: _Records) -> dict[str, Paired]:
    """Return by ref what the gold says of the links of those records that it has."""
    names = GoldNames(gold.actors)
    found: dict[str, Paired] = {}
    for article in gold.articles:
        record = records.get(article.id)
        if record is None:
            continue
        matcher = ActorMatcher(names, article.id, record.actors)
        said = match_statements(article.statements, record.statements, matcher).pairs
        done = match_events(article.events, record.events)
        gold_of = {str(record.statements[j].id): article.statements[i].id for i, j in said.items()}
        gold_of |= {str(record.events[j].id): article.events[i].id for i, j in done.items()}
        wanted = frozenset((thread.answer, thread.answered) for thread in article.threads)
        found[article.id] = Paired(wanted, gold_of)
    return found


def give(
    records: _Records,
    gold: Mapping[str, Paired],
    marks: Sequence[Mark],
    names: Sequence[str] = _NAMES,
) -> Iterator[Given]:
    """Yield what each of those names gives; records, gold and marks are by ref."""
    whole = _linked(records, ())
    right, other, met = _counted(records, whole, gold, marks)
    for name in names:
        less = _linked(records, (name,))
        all_but = _counted(records, less, gold, marks)
        kept = {link.id for links in less.values() for link in links}
        had = {link.id for links in whole.values() for link in links}
        gone = [link for links in whole.values() for link in links if link.id not in kept]
        yield Given(
            name=name,
            links=len(gone),
            marked=sum(link.explicit for link in gone),
            instead=len(kept - had),
            right=right - all_but[0],
            other=other - all_but[1],
            marks=met - all_but[2],
        )


def _linked(records: _Records, without: Collection[str]) -> dict[str, Sequence[Link]]:
    return {ref: link_within(record, without=without) for ref, record in records.items()}


def _counted(
    records: _Records, links: _Links, gold: Mapping[str, Paired], marks: Sequence[Mark]
) -> tuple[int, int, int]:
    """Return how many links the gold has, how many it has not, and how many marks are found."""
    right = sum(paired.right(links[ref]) for ref, paired in gold.items())
    every = sum(len(links[ref]) for ref in gold)
    linked = {ref: replace(record, links=tuple(links[ref])) for ref, record in records.items()}
    return right, every - right, sum(each.explicit for each in score(marks, linked))


def _lines(given: Iterable[Given]) -> Iterator[str]:
    yield "| without | links | marked | instead | gold: right | other | marks |"
    yield "|---|---|---|---|---|---|---|"
    for each in given:
        cells = (
            each.name,
            each.links,
            each.marked,
            each.instead,
            each.right,
            each.other,
            each.marks,
        )
        yield f"| {' | '.join(map(str, cells))} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what each finder gives."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablated")
    parser.add_argument("marked", type=Path)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--gold", type=Path, action="append", default=[])
    parser.add_argument("--table", type=Path, help="a document to put the table into")
    options = parser.parse_args(arguments)
    engine = build_engine()
    records = {each.ref: engine.extract(each) for each in read_articles(options.corpora)}
    marks = read_marks(options.marked.read_text(encoding="utf-8").splitlines())
    missing = sorted({mark.article for mark in marks} - records.keys())
    if missing:
        parser.error(f"no corpus given has the article {missing[0]!r}; give those that were read")
    gold: dict[str, Paired] = {}
    for folder in options.gold:
        gold |= pair_with(read_gold(folder), records)
    table = "\n".join(_lines(give(records, gold, marks)))
    if options.table is None:
        sys.stdout.write(table + "\n")
    else:
        put_between(options.table, _BEGINS, _ENDS, table)


if __name__ == "__main__":
    main()
