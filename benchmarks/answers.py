"""Answers that a reader marked in articles before the tool was asked: how many of them it finds.

    python -m benchmarks.answers MARKED CORPUS... [--table DOCUMENT]

A mark is a line of JSON without a word of the articles: its ``draw``, the ``article``, the passage
of the ``answer``, the place of the words that are its ``marker`` (null where the reader noted
none), the passages that are ``answered`` and whether it may be an ``event`` that is. Passages are
paragraphs, as ``[start, end]``. A mark is found by one link: an explicit one from words of the one
passage to words of the other, or to an event; ``inferred`` tells of how many others there is a link
that is not. What the tool ``shows`` are the explicit links of those articles, but for those by
which a speaker bears himself out; ``at a mark`` are those that a mark stands behind, one or several
to a mark. A link without a mark need not be wrong: readers overlook some.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.made_up import read_articles
from benchmarks.marked import put_between
from rejoinder.model.ids import LinkId, StatementId
from rejoinder.model.link import Link
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.stages import build_engine

_BEGINS, _ENDS = "<!-- answers -->", "<!-- /answers -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How many of the marks of a draw are found.

    Attributes:
        explicit: by a link that says what marks it.
        inferred: of the others, by a link that does not.
        shown: explicit links of the articles, but for those from one speaker to himself.
        at_a_mark: of those, how many a mark stands behind.
    """

    draw: str
    articles: int
    marks: int
    explicit: int
    inferred: int
    shown: int
    at_a_mark: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reader marked."""

    draw: str
    article: str
    answer: Span
    marker: Span | None
    answered: tuple[Span, ...]
    event: bool


def read_marks(lines: Iterable[str]) -> list[Mark]:
    """Return the marks of a file, by line."""
    return [
        Mark(
            row["draw"],
            row["article"],
            Span(*row["answer"]),
            Span(*row["marker"]) if row["marker"] else None,
            tuple(Span(*each) for each in row["answered"]),
            row["event"],
        )
        for row in map(json.loads, lines)
    ]


def score(marks: Sequence[Mark], records: Mapping[str, ArticleRecord]) -> list[Found]:
    """Return by draw how many of the marks the records' own links find; records are by ref."""
    draws: dict[str, list[Mark]] = {}
    for mark in marks:
        draws.setdefault(mark.draw, []).append(mark)
    return [
        Found(
            draw=draw,
            articles=len({mark.article for mark in own}),
            marks=len(own),
            explicit=len(met := _met(own, records, explicit=True)),
            inferred=len(_met([m for m in own if m not in met], records, explicit=False)),
            shown=len(shown := _shown(own, records)),
            at_a_mark=len(
                shown & {link.id for mark in own for link in _links(mark, records[mark.article])}
            ),
        )
        for draw, own in draws.items()
    ]


def _met(
    marks: Sequence[Mark], records: Mapping[str, ArticleRecord], *, explicit: bool
) -> list[Mark]:
    """Return the marks that have a link of their own; those whose very marker it names choose."""
    used: set[str] = set()
    found: list[Mark] = []
    for exact in (True, False):
        for mark in (each for each in marks if each not in found):
            for link in _links(mark, records[mark.article]):
                if link.explicit is not explicit or link.id in used:
                    continue
                if exact and not _names(link, mark):
                    continue
                used.add(link.id)
                found.append(mark)
                break
    return found


def _shown(marks: Iterable[Mark], records: Mapping[str, ArticleRecord]) -> set[LinkId]:
    """Return the explicit links of the marked articles by which somebody answers another."""
    found: set[LinkId] = set()
    for ref in {mark.article for mark in marks}:
        speakers = {one.id: set(one.speaker) for one in records[ref].statements}
        found |= {
            link.id
            for link in records[ref].links
            if link.explicit
            and not speakers[link.answer] & speakers.get(StatementId(link.answered), set())
        }
    return found


def _names(link: Link, mark: Mark) -> bool:
    return bool(link.evidence and mark.marker and link.evidence.overlaps(mark.marker))


def _links(mark: Mark, record: ArticleRecord) -> Iterator[Link]:
    """Yield the links from the passage that answers to one that is answered, or to an event."""
    places: dict[str, tuple[Span, ...]] = {
        one.id: (*one.source, *one.cue, *one.content) for one in record.statements
    }
    events = {event.id for event in record.events}
    for link in record.links:
        if not any(mark.answer.overlaps(span) for span in places.get(link.answer, ())):
            continue
        ends = places.get(link.answered, ())
        meant = any(there.overlaps(span) for there in mark.answered for span in ends)
        if meant or (mark.event and link.answered in events):
            yield link


def _lines(found: Iterable[Found]) -> Iterator[str]:
    yield "| draw | articles | marked | found | inferred besides | shows | at a mark |"
    yield "|---|---|---|---|---|---|---|"
    for each in found:
        cells = (
            each.draw,
            each.articles,
            each.marks,
            each.explicit,
            each.inferred,
            each.shown,
            each.at_a_mark,
        )
        yield f"| {' | '.join(map(str, cells))} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print by draw how many marks are found."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers")
    parser.add_argument("marked", type=Path)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--table", type=Path, help="a document to put the table into")
    given = parser.parse_args(arguments)
    marks = read_marks(given.marked.read_text(encoding="utf-8").splitlines())
    wanted = {mark.article for mark in marks}
    engine = build_engine()
    records = {
        article.ref: engine.extract(article)
        for article in read_articles(given.corpora)
        if article.ref in wanted
    }
    missing = sorted(wanted - records.keys())
    if missing:
        parser.error(f"no corpus given has the article {missing[0]!r}; give those that were read")
    table = "\n".join(_lines(score(marks, records)))
    if given.table is None:
        sys.stdout.write(table + "\n")
    else:
        put_between(given.table, _BEGINS, _ENDS, table)


if __name__ == "__main__":
    main()
