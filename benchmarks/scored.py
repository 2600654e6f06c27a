"""A learned scorer of pairs inside articles, held out: what it would add to the links, and lose.

    python -m benchmarks.scored MARKED CORPUS... [--draw DRAW]... [--table DOCUMENT]

MARKED is as `benchmarks.answers` has it. Each pair of statements of two sides is scored by a
logistic regression on what the rules go by (where both stand, who speaks of whom, what they do,
which words mark an answer, what they share, which links there are), without a name. Articles of one
day are held out together, a tenth of all at a time. Of each answer the best pair that has no link
is added if it scores enough. Links as they are come first; ``right`` are those pairs that a mark
stands behind, which understates it: readers overlook some. Links to events do not count.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from benchmarks.answers import Mark, read_marks
from benchmarks.made_up import read_articles
from benchmarks.marked import put_between
from benchmarks.pair_features import features_of
from rejoinder.exchanges.scene import HEADS, Scene, Voice
from rejoinder.model.record import ArticleRecord
from rejoinder.model.span import Span
from rejoinder.pipeline.stages import build_engine

_BEGINS, _ENDS = "<!-- scored -->", "<!-- /scored -->"
_FOLDS: Final = 10
_PENALTY: Final = 100.0
_STEPS: Final = 12
_SPREAD: Final = 1e-3
_LEASTS: Final = (0.5, 0.4, 0.3, 0.2, 0.1)

Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements of which one may answer the other.

    Attributes:
        ends: the article and the ids of answer and answered.
        values: its features.
        marks: numbers of the marks that stand behind it.
        sure: those of them whose marker, if there is one, stands in the answer's own sentences.
        linked: the rules link the two.
    """

    ends: tuple[str, str, str]
    values: tuple[float, ...]
    marks: frozenset[int]
    sure: frozenset[int]
    linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What links score with those that are added; ``least`` is None where none are."""

    least: float | None
    added: int
    added_right: int
    pairs: int
    right: int
    met: int
    marks: int

    @property
    def f1(self) -> float:
        """Return F1 of pairs that are right and marks that are met."""
        precision, recall = self.right / max(1, self.pairs), self.met / max(1, self.marks)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairs_of(record: ArticleRecord, marks: Mapping[int, Mark]) -> Iterator[Pair]:
    """Yield the pairs of an article that may be linked; the answer comes last, or tells the other.

    Args:
        record: with its links.
        marks: those of the article, by number.
    """
    scene = Scene(record)
    linked = {(link.answer, link.answered) for link in record.links}
    features = features_of(scene)
    for voice in scene.voices:
        windows = scene.passages.around(_places(voice))
        for other in scene.voices:
            if not _may_answer(scene, voice, other):
                continue
            behind = {
                number: mark
                for number, mark in marks.items()
                if _touches((mark.answer,), voice) and _touches(mark.answered, other)
            }
            ends = (voice.statement.id, other.statement.id)
            yield Pair(
                ends=(record.article.ref, *ends),
                values=features(voice, other),
                marks=frozenset(behind),
                sure=frozenset(
                    number
                    for number, mark in behind.items()
                    if mark.marker is None or any(each.overlaps(mark.marker) for each in windows)
                ),
                linked=ends in linked,
            )


def _may_answer(scene: Scene, voice: Voice, other: Voice) -> bool:
    if voice is other or voice.same_side(other):
        return False
    told = scene.is_inside(other.statement, voice.statement.id)
    before = other.start < voice.start or other.place == voice.place or other.zone in HEADS
    return (told or before) and not scene.is_inside(voice.statement, other.statement.id)


def _places(voice: Voice) -> tuple[Span, ...]:
    return (*voice.statement.source, *voice.statement.cue, *voice.statement.content)


def _touches(passages: Iterable[Span], voice: Voice) -> bool:
    return any(there.overlaps(span) for there in passages for span in _places(voice))


def weights_of(values: Floats, right: Floats) -> Floats:
    """Return weights, the constant last, of the logistic regression with a ridge (Newton)."""
    whole = np.hstack([values, np.ones((len(values), 1))])
    ridge = np.full(whole.shape[1], _PENALTY)
    ridge[-1] = _SPREAD
    weights: Floats = np.zeros(whole.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(whole @ weights, -30, 30)))
        slope = whole.T @ (chance - right) + ridge * weights
        curve = (whole * (chance * (1 - chance))[:, None]).T @ whole + np.diag(ridge)
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def _score(
    values: Floats, pairs: Sequence[Pair], taught: Sequence[int], asked: list[int]
) -> Floats:
    """Return the chance of each pair asked for.

    A mark stands behind several pairs: first all of them are taken for right, then only the best.
    """
    middle, spread = values[taught].mean(0), values[taught].std(0)
    scaled = (values - middle) / np.where(spread < _SPREAD, np.inf, spread)
    right = {number for number in taught if pairs[number].sure}
    for again in (True, False):
        used = [n for n in taught if n in right or not pairs[n].marks]
        weights = weights_of(scaled[used], np.array([float(n in right) for n in used]))
        if again:
            told = scaled @ weights[:-1]
            best: dict[int, int] = {}
            for n in sorted(right, key=lambda n: float(told[n])):
                best |= dict.fromkeys(pairs[n].sure, n)
            right = set(best.values())
    chance: Floats = 1 / (1 + np.exp(-(scaled[asked] @ weights[:-1] + weights[-1])))
    return chance


def hold_out(pairs: Sequence[Pair], families: Mapping[str, str]) -> list[float]:
    """Return each pair's chance by the scorer that was taught without its family of articles."""
    names = sorted(set(families.values()))
    random.Random(0).shuffle(names)
    fold = {name: place % _FOLDS for place, name in enumerate(names)}
    folds = [fold[families[pair.ends[0]]] for pair in pairs]
    values = np.array([pair.values for pair in pairs])
    chances = [0.0] * len(pairs)
    for held in sorted(set(folds)):
        taught = [number for number, each in enumerate(folds) if each != held]
        asked = [number for number, each in enumerate(folds) if each == held]
        for number, chance in zip(asked, _score(values, pairs, taught, asked), strict=True):
            chances[number] = float(chance)
    return chances


def rows_of(pairs: Sequence[Pair], chances: Sequence[float], marks: int) -> Iterator[Row]:
    """Yield what the links score as they are, then with those added that score enough."""
    linked = [pair for pair in pairs if pair.linked]
    best: dict[tuple[str, str], tuple[float, Pair]] = {}
    for pair, chance in zip(pairs, chances, strict=True):
        answer = pair.ends[:2]
        if not pair.linked and (answer not in best or chance > best[answer][0]):
            best[answer] = (chance, pair)
    for least in (None, *_LEASTS):
        added = [p for chance, p in best.values() if least is not None and chance >= least]
        every = [*linked, *added]
        yield Row(
            least=least,
            added=len(added),
            added_right=sum(bool(pair.marks) for pair in added),
            pairs=len(every),
            right=sum(bool(pair.marks) for pair in every),
            met=len({number for pair in every for number in pair.marks}),
            marks=marks,
        )


def _lines(rows: Iterable[Row]) -> Iterator[str]:
    yield "| added from | added | right | linked in all | right | marks | met | F1 |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in rows:
        first = "nothing" if row.least is None else f"{row.least:.1f}"
        cells = (first, row.added, row.added_right, row.pairs, row.right, row.marks, row.met)
        yield f"| {' | '.join(map(str, cells))} | {100 * row.f1:.1f} |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print what links score as they are and with those that the scorer would add."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scored")
    parser.add_argument("marked", type=Path)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--draw", action="append", help="count these draws alone; taught by all")
    parser.add_argument("--table", type=Path, help="a document to put the table into")
    given = parser.parse_args(arguments)
    marks = read_marks(given.marked.read_text(encoding="utf-8").splitlines())
    own: dict[str, dict[int, Mark]] = {}
    for number, mark in enumerate(marks):
        own.setdefault(mark.article, {})[number] = mark
    articles = [each for each in read_articles(given.corpora) if each.ref in own]
    if missing := sorted(own.keys() - {each.ref for each in articles}):
        parser.error(f"no corpus given has the article {missing[0]!r}; give those that were read")
    engine = build_engine()
    pairs = [
        pair for article in articles for pair in pairs_of(engine.extract(article), own[article.ref])
    ]
    families = {
        each.ref: str(each.published.start if each.published else each.ref) for each in articles
    }
    chances = hold_out(pairs, families)
    counted = {mark.article for mark in marks if not given.draw or mark.draw in given.draw}
    kept = [place for place, pair in enumerate(pairs) if pair.ends[0] in counted]
    rows = rows_of(
        [pairs[place] for place in kept],
        [chances[place] for place in kept],
        sum(mark.article in counted for mark in marks),
    )
    table = "\n".join(_lines(rows))
    if given.table is None:
        sys.stdout.write(table + "\n")
    else:
        put_between(given.table, _BEGINS, _ENDS, table)


if __name__ == "__main__":
    main()
