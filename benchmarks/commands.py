"""What commands that read a ledger take: ``python -m benchmarks.commands LEDGER...``.

Each is run as a person runs it, in a process of its own, with a narrow question on what is in the
ledger: the two states of which most is told, a word that few of its statements hold and one that
many do, a month. Of each the least time of ``--rounds``, in seconds of the processor, and the most
memory that the process held, its start and the output included; one that takes longer than
``--longest`` seconds by the clock, or more than ``--most`` MiB, is given up.

``--results FILE`` gathers the figures as JSON by the number of articles and ``--state``; ``--table
FILE DOCUMENT`` writes the table of a gathering between its marks in a document.
"""

import argparse
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.command_questions import asked_of, commands
from benchmarks.marked import put_between

__all__ = ["CommandTime", "main", "measure", "table"]

_BEGINS, _ENDS = "<!-- commands -->", "<!-- /commands -->"
_MIB = 1024 * 1024
_ROUNDS = 3
_LONGEST = 300.0
_MOST = 6000


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTime:
    """What a command took.

    Attributes:
        command: without the ledger.
        seconds: of the processor; of a command that was given up, those until then.
        clock: seconds by the clock.
        peak: most memory in MiB.
        status: of the process; not 0 where it was given up.
        lines: that it printed.
    """

    name: str
    command: str
    seconds: float
    clock: float
    peak: int
    status: int
    lines: int


def measure(
    ledger: Path,
    *,
    rounds: int = _ROUNDS,
    only: str = "",
    longest: float = _LONGEST,
    most: int = _MOST,
) -> Iterator[CommandTime]:
    """Yield what each command takes on a ledger, which is only read.

    Args:
        ledger: the file.
        rounds: how often each is run.
        only: what the name of a command must hold.
        longest: seconds after which it is given up.
        most: MiB of memory with which it is given up.
    """
    asked = asked_of(ledger)
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "saved.txt"
        saved.write_text("".join(f"{each}\n" for each in asked.saved), encoding="utf-8")
        for name, words in commands(asked, saved).items():
            if only in name:
                yield _measured(ledger, name, words, rounds, longest, most)


def table(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the figures as a table: a row a command, seconds and MiB for each ledger and state."""
    lines = [
        "| question | " + " | ".join(f"{each}, s | MiB" for each in results) + " |",
        "|---|" + "---:|" * (2 * len(results)),
    ]
    found = [{each["name"]: each for each in own["commands"]} for own in results.values()]
    for name in dict.fromkeys(name for own in found for name in own):
        cells = [cell for own in found for cell in _cells(own.get(name))]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def put_table(results: Path, document: Path) -> None:
    """Write the table between its marks in a document."""
    made = table(json.loads(results.read_text(encoding="utf-8")))
    put_between(document, _BEGINS, _ENDS, made)


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each ledger, command by command, or write their table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.commands")
    parser.add_argument("ledgers", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--only", default="", help="what the name of a command must hold")
    parser.add_argument("--longest", type=float, default=_LONGEST)
    parser.add_argument("--most", type=int, default=_MOST)
    parser.add_argument("--state", default="", help="of the program: before, after")
    parser.add_argument("--results", type=Path)
    parser.add_argument("--table", nargs=2, type=Path, metavar=("RESULTS", "DOCUMENT"))
    given = parser.parse_args(arguments)
    if given.table:
        put_table(*given.table)
        return
    for ledger in given.ledgers:
        found = []
        for each in measure(
            ledger, rounds=given.rounds, only=given.only, longest=given.longest, most=given.most
        ):
            found.append(each)
            sys.stdout.write(f"{each.seconds:8.2f} s {each.peak:6} MiB  {_what(each)}\n")
            sys.stdout.flush()
        if given.results is not None:
            _gather(given.results, _called(ledger, given.state), found)


def _measured(
    ledger: Path, name: str, words: Sequence[str], rounds: int, longest: float, most: int
) -> CommandTime:
    runs = []
    for _ in range(rounds):
        runs.append(_run(ledger, words, longest, most))
        if runs[-1][2]:
            break
    seconds, peak, status, lines, clock = min(runs)
    return CommandTime(
        name=name,
        command=" ".join(words),
        seconds=round(seconds, 2),
        clock=round(clock, 2),
        peak=max(peak, *(each[1] for each in runs)) if len(runs) > 1 else peak,
        status=status,
        lines=lines,
    )


def _run(
    ledger: Path, words: Sequence[str], longest: float, most: int
) -> tuple[float, int, int, int, float]:
    """Run a command; return seconds, MiB, status, lines, and seconds by the clock."""
    line = [sys.executable, "-m", "rejoinder", *words, "--ledger", str(ledger)]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as notes:
        begun = time.perf_counter()
        child = subprocess.Popen(line, stdout=out, stderr=notes, preexec_fn=_bounded(most))
        while True:
            ended, status, used = os.wait4(child.pid, os.WNOHANG)
            clock = time.perf_counter() - begun
            if ended:
                break
            if clock > longest:
                child.kill()
            time.sleep(0.005)
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        lines = sum(1 for _ in out)
    seconds = used.ru_utime + used.ru_stime
    return seconds, used.ru_maxrss // 1024, child.returncode, lines, clock


def _bounded(most: int) -> Any:  # noqa: ANN401 - as Popen takes it
    limit = (most * _MIB, most * _MIB)
    return lambda: resource.setrlimit(resource.RLIMIT_AS, limit)


def _what(each: CommandTime) -> str:
    given_up = f" (ended with {each.status})" if each.status else ""
    return f"{each.name}{given_up}: {each.lines} lines  {each.command}"


def _called(ledger: Path, state: str) -> str:
    with closing(sqlite3.connect(f"{ledger.resolve().as_uri()}?mode=ro", uri=True)) as opened:
        (articles,) = opened.execute("SELECT count(*) FROM articles").fetchone()
    return f"{articles:,} articles" + (f", {state}" if state else "")


def _gather(results: Path, name: str, found: Sequence[CommandTime]) -> None:
    held: dict[str, Any] = {}
    if results.exists():
        held = json.loads(results.read_text(encoding="utf-8"))
    before = {each["name"]: each for each in held.get(name, {}).get("commands", [])}
    named = {**before, **{each.name: asdict(each) for each in found}}
    held[name] = {"commands": list(named.values())}
    results.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _cells(each: Mapping[str, Any] | None) -> tuple[str, str]:
    if each is None or each["status"] > 0:
        return "–", "–"
    if each["status"]:
        return f"over {each['clock']:.0f} by the clock", f"over {each['peak']:,}"
    return f"{each['seconds']:.2f}", f"{each['peak']:,}"


if __name__ == "__main__":
    main(sys.argv[1:])
