"""Two reviewers and one ingest write to one ledger at once: nothing is lost, nobody is locked out.

``python -m benchmarks.writing --minutes 5`` prints what was written and how long a decision took.
"""

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from rejoinder.api import Ledger
from rejoinder.errors import ConfigError, LedgerError, NotFound
from rejoinder.model.statement import Act

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier

__all__ = ["Outcome", "write_at_once"]

_PEOPLE = ("Ada Lind", "Ivo Marn", "Una Thorsen", "Emil Brandt", "Sara Voss", "Nils Okland")
_VERBS = ("said that", "denied that", "claimed that", "warned that")
_DEEDS = ("shelled the bridge", "closed the border", "broke the truce", "held the convoy")
_PLACES = ("Armenia", "Turkey", "Georgia", "Iran")
_AT_ONCE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it.

    Attributes:
        decided: how many decisions each reviewer was told were kept.
        kept: how many of these the ledger holds.
        articles: how many articles were added meanwhile.
        errors: what anybody was told that went wrong.
        seconds: how long decisions took, each.
        is_whole: the summaries say what the records make of themselves.
    """

    decided: dict[str, int]
    kept: int
    articles: int
    errors: tuple[str, ...]
    seconds: tuple[float, ...]
    is_whole: bool


class _Told(NamedTuple):
    who: str
    reviews: list[str]
    seconds: list[float]
    articles: int
    errors: list[str]


def write_at_once(
    ledger: Path, seconds: float, reviewers: Sequence[str] = ("una", "ivo")
) -> Outcome:
    """Let reviewers decide and articles come in for that long, each in a process of its own.

    Args:
        ledger: is made, or added to.
        seconds: how long all of them write at once.
        reviewers: their names.
    """
    with tempfile.TemporaryDirectory() as folder:
        _put_articles(Path(folder) / "before", 0, 3 * _AT_ONCE)
        with Ledger(ledger) as opened:
            opened.ingest(Path(folder) / "before")
        context = multiprocessing.get_context("spawn")
        told: multiprocessing.Queue[_Told] = context.Queue()
        start = context.Barrier(len(reviewers) + 1)
        work = [
            context.Process(target=_review, args=(ledger, name, seconds, start, told))
            for name in reviewers
        ]
        work.append(
            context.Process(target=_ingest, args=(ledger, Path(folder), seconds, start, told))
        )
        for each in work:
            each.start()
        found = [told.get(timeout=seconds + 300) for _ in work]
        for each in work:
            each.join()
    return _looked_over(ledger, found)


def _looked_over(ledger: Path, found: Sequence[_Told]) -> Outcome:
    """Return what the ledger holds of what everybody was told."""
    wanted = {review for each in found for review in each.reviews}
    with Ledger(ledger, create=False) as opened:
        kept = opened.reviews_kept(wanted)
        rebuilt = opened.rebuild()
    return Outcome(
        decided={each.who: len(each.reviews) for each in found if each.who},
        kept=kept,
        articles=sum(each.articles for each in found),
        errors=tuple(error for each in found for error in each.errors),
        seconds=tuple(second for each in found for second in each.seconds),
        is_whole=rebuilt.was_current and not rebuilt.differed,
    )


def _review(
    ledger: Path,
    name: str,
    seconds: float,
    start: "Barrier",
    told: "multiprocessing.Queue[_Told]",
) -> None:
    """Judge what is least sure, again and again, as the workbench does it."""
    chance = random.Random(name)
    done = _Told(name, [], [], 0, [])
    with Ledger(ledger, create=False, read_only=True) as opened:
        opened.next_to_review(name)
        start.wait()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            statement = opened.next_to_review(name)
            if statement is None:
                time.sleep(0.05)
                continue
            began = time.monotonic()
            try:
                done.reviews.append(_decided(ledger, statement, name, chance))
            except NotFound:
                # The other reviewer has just rejected it.
                continue
            except (LedgerError, ConfigError) as error:
                done.errors.append(f"{name}: {error}")
            done.seconds.append(time.monotonic() - began)
    told.put(done)


def _decided(ledger: Path, statement: str, name: str, chance: random.Random) -> str:
    """Decide something of a statement; return the id of the decision."""
    with Ledger(ledger, create=False) as opened:
        what = chance.choice(("accept", "accept", "act", "reject", "undo"))
        if what == "act":
            act = chance.choice(list(Act)).value
            return opened.review(statement, what, act=act, by=name).review
        if what == "reject":
            return opened.review(statement, what, reason="other", by=name).review
        done = opened.review(statement, "accept", by=name)
        return opened.undo_review(by=name).review if what == "undo" else done.review


def _ingest(
    ledger: Path,
    folder: Path,
    seconds: float,
    start: "Barrier",
    told: "multiprocessing.Queue[_Told]",
) -> None:
    """Read articles in, a few at a time, as ``rejoinder ingest`` does it."""
    done = _Told("", [], [], 0, [])
    articles = 0
    with Ledger(ledger, create=False) as opened:
        opened.ingest(folder / "before")
        start.wait()
        end = time.monotonic() + seconds
        number = 100
        while time.monotonic() < end:
            _put_articles(folder / str(number), number, _AT_ONCE)
            try:
                articles += opened.ingest(folder / str(number)).added
            except LedgerError as error:
                done.errors.append(f"ingest: {error}")
            number += _AT_ONCE
    told.put(done._replace(articles=articles))


def _put_articles(folder: Path, number: int, count: int) -> None:
    """Write articles into a new folder, each another."""
    folder.mkdir()
    for n in range(number, number + count):
        chance = random.Random(n)
        lines = []
        for each in range(3):
            who, verb = chance.choice(_PEOPLE), chance.choice(_VERBS)
            whom, deed = chance.choice(_PLACES), chance.choice(_DEEDS)
            lines.append(f"{who} {verb} {whom} {deed} for the {n + each}th time.")
        (folder / f"story-{n}.txt").write_text("\n\n".join(lines), encoding="utf-8")


def main() -> int:
    """Write for as long as the arguments say, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = write_at_once(Path(folder) / "writing.sqlite", 60 * asked.minutes)
    told = sum(found.decided.values())
    slowest = quantiles(found.seconds, n=20)[-1] if len(found.seconds) > 1 else 0.0
    lines = (
        f"{told} decisions told as kept, {found.kept} in the ledger",
        f"{found.articles} articles added meanwhile",
        f"a decision took {median(found.seconds or [0.0]):.2f} s in the middle, {slowest:.2f} s at "
        "the 95th percentile",
        f"summaries as the records make them: {found.is_whole}; errors: {len(found.errors)}",
        *found.errors,
    )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if found.kept == told and found.is_whole and not found.errors else 1


if __name__ == "__main__":
    sys.exit(main())
