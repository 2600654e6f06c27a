"""Parties exchanged: how much of what is found is exchanged and not otherwise changed.

    python -m benchmarks.symmetry [--pairs | --samples [INPUT ...]] [--all]

Each frame is filled with two parties and with the same two exchanged; statements, acts, actors'
parts, events and links must come out alike but for the names.  ``--pairs`` asks the pair coder
instead, whose type must be the same.  ``--samples`` exchanges parties in the sample articles, or
in others, and says what share of statements, acts, events and links in both has its like in the
other.  ``--all`` prints what has not.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.exchanged import EXCHANGES, Alike, Exchange, compare_article
from benchmarks.made_up import read_articles
from rejoinder.actors.slugs import slug
from rejoinder.events.pairs.coder import PairCoder
from rejoinder.events.pairs.line import PairLine
from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.stages import build_engine

FRAMES = (
    "{a} accused {b} of firing on its posts, and {b} denied it.",
    "{a} said that {b} had closed the border.",
    "“{b} must withdraw its troops,” {a} said in a statement on Monday.",
    "According to {a}, {b} has broken the agreement.",
    "{a} rejected the offer made by {b}.",
    "In response, {a} warned {b} that it would not remain silent.",
    "{a} claimed that {b} had fired first, which {b} called a lie.",
    "{a} urged {b} to return to the talks.",
    "{a} demanded an apology from {b}.",
    "{a} condemned the decision of {b} to leave the treaty.",
    "{b} denied claims by {a} that its troops had crossed the river.",
    "{a} told {b} that the talks were over.",
    "{a} thanked {b} for its help.",
    "{a} offered to mediate between {b} and its neighbours.",
    "{a} said it would never recognise the vote that {b} held on Sunday.",
    "{a} expelled two envoys of {b} on Friday.",
    "{a} imposed sanctions on {b}.",
    "{a} signed an agreement with {b} on Tuesday.",
    "{a} and {b} held talks on Wednesday.",
    "{a} attacked {b} overnight.",
    "{a} released ten soldiers of {b}.",
    "{a} withdrew its troops from the border with {b}.",
    "{a} threatened {b} with new measures.",
    "{a} blamed {b} for the failure of the talks.",
    "{a} called on {b} to stop the shelling.",
    "{a} insisted that {b} was behind the blast.",
    "{a} dismissed the accusations of {b} as groundless.",
    "{a} described the remarks of {b} as unacceptable.",
    "“We do not trust {b},” {a} said. “It has lied before.”",
    "{a} reported that {b} had moved tanks to the border.",
    "{a} admitted that it had shelled {b}.",
    "{a} expects {b} to keep its word.",
    "{a} plans to meet {b} next week.",
    "{a} praised the role of {b} in the talks.",
    "{a} alleged that {b} had trained the gunmen.",
    "{a} summoned the ambassador of {b} over the incident.",
    "{a} complained that {b} had not kept its promises.",
    "{a} agreed to a ceasefire proposed by {b}.",
    "{a} refused to meet {b}.",
    "Despite the denial of {b}, {a} repeated its accusation.",
    "{a} said {b} was ready to talk, but {b} said it was not.",
    "{a} asked {b} to explain the arrest of its citizens.",
)
STATES = ("Armenia", "Azerbaijan", "Iran", "Israel", "Russia", "Ukraine")
PERSONS = (
    "Daniel Kovac", "Samir Haddad", "Lena Brandt", "Nino Beridze", "Omar Farouk", "Petra Novak",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How the sentences with one sort of parties came out."""

    compared: int
    alike: int
    apart: tuple[tuple[str, str, str], ...]


def compare(parties: Sequence[str], found: Callable[[str, str, str], str]) -> Outcome:
    """Compare every frame filled with each ordered pair of parties with the pair exchanged."""
    apart = [
        (frame, left, right)
        for frame in FRAMES
        for left in parties
        for right in parties
        if left != right and found(frame, left, right) != found(frame, right, left)
    ]
    count = len(FRAMES) * len(parties) * (len(parties) - 1)
    return Outcome(compared=count, alike=count - len(apart), apart=tuple(apart))


def frame_line(frame: str, left: str, right: str) -> PairLine:
    """Return a frame filled with two parties, the first place of either marked."""
    text, spans = "", dict[str, Span]()
    for part in re.split(r"(\{[ab]\})", frame):
        words = {"{a}": left, "{b}": right}.get(part, part)
        if part != words:
            spans.setdefault(part, Span(len(text), len(text) + len(words)))
        text += words
    return PairLine(id=None, text=text, source=spans["{a}"], target=spans["{b}"])


def pair_types(coder: PairCoder) -> Callable[[str, str, str], str]:
    """Return what tells the type that the coder gives a frame filled with two parties."""
    return lambda frame, left, right: coder.code(frame_line(frame, left, right)).event_type


def compare_samples(
    articles: Sequence[Article],
    exchanges: Sequence[Exchange],
    extract: Callable[[Article], ArticleRecord],
) -> list[tuple[str, Alike]]:
    """Compare the articles that name one of the parties, exchange by exchange."""
    out = []
    for exchange in exchanges:
        alike, every, apart = Counter[str](), Counter[str](), list[str]()
        for article in articles:
            if exchange.text(article.text) == article.text:
                continue
            found = compare_article(article, exchange, extract)
            for sort, (same, either) in found.counts.items():
                alike[sort] += same
                every[sort] += either
            apart += found.apart
        counts = {sort: (alike[sort], every[sort]) for sort in every}
        out.append((exchange.name, Alike(counts=counts, apart=tuple(apart))))
    return out


_KEPT: dict[tuple[str, str, str], str] = {}


def _found(frame: str, left: str, right: str) -> str:
    """Return everything found, with the parties by the places in the frame."""
    key = (frame, left, right)
    if key not in _KEPT:
        record = build_engine().extract(_article(frame.format(a=left, b=right)))
        _KEPT[key] = _masked("\n".join(_lines(record)), record, left, right)
    return _KEPT[key]


def _article(text: str) -> Article:
    return Article(
        id=article_id("s", None, text),
        ref="s",
        url=None,
        publisher=None,
        title=None,
        language="en",
        published=None,
        retrieved=None,
        text=text,
        zones=(Zone(kind=ZoneKind.BODY, span=Span(0, len(text))),),
    )


def _lines(record: ArticleRecord) -> Iterator[str]:
    text = record.article.text
    names: dict[str, str] = {s.id: f"s{n}" for n, s in enumerate(record.statements)}
    names |= {e.id: f"e{n}" for n, e in enumerate(record.events)}
    for s in record.statements:
        words = [[x.text_of(text) for x in spans] for spans in (s.source, s.cue, s.content)]
        parent = names[s.parent] if s.parent else ""
        yield f"{names[s.id]} {words} {s.act} {s.speaker} {s.addressee} {s.about} {parent}"
    for e in record.events:
        by = names[e.asserted_by] if e.asserted_by else ""
        yield f"{names[e.id]} {e.event_type} {e.mode} {e.actor} {e.recipient} {e.modality} {by}"
    for link in record.links:
        yield f"{names[link.answer]} {link.relation} {names[link.answered]} {link.explicit}"


def _masked(found: str, record: ArticleRecord, left: str, right: str) -> str:
    for name, place in ((left, "{a}"), (right, "{b}")):
        found = found.replace(name, place).replace(slug(name), place)
        codes = {str(x.country) for x in record.actors if x.name == name and x.country}
        for code in codes:
            found = found.replace(code, place)
    return found


def main() -> int:
    """Print the shares; return 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.symmetry")
    parser.add_argument("inputs", nargs="*")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--samples", action="store_true")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    if given.samples:
        _print_samples(given.inputs, whole=given.all)
        return 0
    found = pair_types(PairCoder()) if given.pairs else _found
    for sort, parties in (("states", STATES), ("persons", PERSONS)):
        outcome = compare(parties, found)
        share = 100 * outcome.alike / outcome.compared
        sys.stdout.write(f"{sort}: {outcome.alike} of {outcome.compared} alike, {share:.1f} %\n")
        if given.all:
            for frame, left, right in outcome.apart:
                sys.stdout.write(f"  {frame.format(a=left, b=right)}\n")
    return 0


def _print_samples(inputs: Sequence[str], *, whole: bool) -> None:
    total, every = Counter[str](), Counter[str]()
    for name, alike in compare_samples(read_articles(inputs), EXCHANGES, build_engine().extract):
        for sort, (same, either) in alike.counts.items():
            total[sort] += same
            every[sort] += either
        sys.stdout.write(f"{name}: {_shares(alike.counts)}\n")
        for line in alike.apart if whole else ():
            sys.stdout.write(f"  {line}\n")
    sys.stdout.write(f"all: {_shares({sort: (total[sort], every[sort]) for sort in every})}\n")


def _shares(counts: Mapping[str, tuple[int, int]]) -> str:
    return ", ".join(
        f"{sort} {same} of {either}" + (f" ({100 * same / either:.1f} %)" if either else "")
        for sort, (same, either) in counts.items()
    )


if __name__ == "__main__":
    raise SystemExit(main())
