"""What the workbench's server takes for each page: ``python -m benchmarks.pages LEDGER...``.

Every page is asked for, also those that later routes bring: what their addresses need is filled
with what is in the ledger. Of each the first time after the ledger has changed, when nothing is
kept in memory yet, and the median and the 95th percentile of the times after, as a server has them,
in milliseconds of the clock and of the processor; of those after, half are first times again for
what the desk remembers. A page that takes longer than ``--longest`` seconds is given up.

``--results FILE`` gathers the figures as JSON by the name of the ledger; ``--table FILE DOCUMENT``
writes the table of a gathering between its marks in a document.
"""

import argparse
import asyncio
import json
import secrets
import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from benchmarks.marked import put_between
from benchmarks.page_addresses import addresses_of
from rejoinder.web.app import create_app
from rejoinder.web.desk import Desk
from rejoinder.web.settings import Settings

__all__ = ["PageTime", "main", "measure", "table"]

_TIMES = 9
_LONGEST = 30.0
_OK = 200
_SHOWN = (0, _OK)
_NOTHING: Any = dict.fromkeys(("first", "median", "p95", "cpu", "cpu95", "again", "size"), 0)
_BEGINS, _ENDS = "<!-- pages -->", "<!-- /pages -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTime:
    """What one page took, in milliseconds.

    Attributes:
        name: of the page, the same for every ledger.
        path: what was asked for.
        first: the first time after the ledger was opened, by the clock.
        median: of those times after which nothing is remembered, by the clock.
        p95: of the same times.
        cpu: median of what the processor did for them.
        cpu95: 95th percentile of the same.
        again: median where the desk remembers, by the clock.
        size: bytes.
        status: 200; another where the page could not be had, 0 where it was given up.
    """

    name: str
    path: str
    first: float
    median: float
    p95: float
    cpu: float
    cpu95: float
    again: float
    size: int
    status: int


def measure(
    ledger: Path, times: int = _TIMES, *, only: str = "", longest: float = _LONGEST
) -> Iterator[PageTime]:
    """Yield what each page of a workbench over the ledger takes.

    Args:
        ledger: the file; it is only read.
        times: how often each page is asked for after the first time.
        only: what the name of a page must hold.
        longest: seconds after which a page is given up.
    """
    app = create_app(Settings(ledger=ledger, secret=secrets.token_bytes(32)))
    desk: Desk = app.state.desk
    try:
        pages = addresses_of(app, desk)
    finally:
        desk.close()
    for name, path in pages.items():
        if only in name:
            yield _measured_apart(ledger, name, path, times, longest)


def _measured_apart(ledger: Path, name: str, path: str, times: int, longest: float) -> PageTime:
    """Measure a page in a process of its own, which can be ended where it takes too long."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    work = context.Process(target=_measured, args=(there, ledger, name, path, times))
    begun = time.perf_counter()
    work.start()
    there.close()
    try:
        if here.poll(longest) and here.recv() and here.poll(longest * (2 * times + 1)):
            found: PageTime = here.recv()
            return found
    except EOFError:
        return PageTime(name=name, path=path, status=500, **_NOTHING)
    finally:
        work.kill()
        work.join()
    taken = (time.perf_counter() - begun) * 1000
    return PageTime(name=name, path=path, status=0, **{**_NOTHING, "first": taken})


def table(results: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the figures as a table: a row a page, three columns a ledger."""
    ledgers = sorted(results, key=lambda name: int(results[name]["statements"]))
    counts = [f"{results[name]['statements']:,}" for name in ledgers]
    lines = [
        "| page | "
        + " | ".join(f"{each} statements, ms | 95 % | again" for each in counts)
        + " | ratio |",
        "|---|" + "---:|" * (3 * len(ledgers) + 1),
    ]
    pages = [{each["name"]: each for each in results[name]["pages"]} for name in ledgers]
    for name in dict.fromkeys(name for found in pages for name in found):
        own = [found.get(name) for found in pages]
        if all(each is None or each["status"] not in _SHOWN for each in own):
            continue
        cells = [cell for each in own for cell in _cells(each)]
        lines.append(f"| {name} | " + " | ".join(cells) + f" | {_ratio(own)} |")
    return "\n".join(lines)


def _cells(each: Mapping[str, Any] | None) -> tuple[str, str, str]:
    if each is None or each["status"] not in _SHOWN:
        return "–", "–", "–"
    if each["status"] == 0:
        return f"over {each['first']:,.0f}", "–", "–"
    return f"{each['cpu']:,.0f}", f"{each['cpu95']:,.0f}", f"{each['again']:,.0f}"


def _ratio(own: Sequence[Mapping[str, Any] | None]) -> str:
    ends = [each for each in (own[0], own[-1]) if each is not None and each["status"] == _OK]
    return f"{ends[1]['cpu'] / ends[0]['cpu']:.1f}" if len(ends) == len(own) == 2 else "–"


def put_table(results: Path, document: Path) -> None:
    """Write the table between its marks in a document."""
    made = table(json.loads(results.read_text(encoding="utf-8")))
    put_between(document, _BEGINS, _ENDS, made)


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each ledger, page by page, or write their table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages")
    parser.add_argument("ledgers", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=_TIMES)
    parser.add_argument("--only", default="", help="what the name of a page must hold")
    parser.add_argument("--longest", type=float, default=_LONGEST)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--table", nargs=2, type=Path, metavar=("RESULTS", "DOCUMENT"))
    given = parser.parse_args(arguments)
    if given.table:
        put_table(*given.table)
        return
    results: dict[str, Any] = {}
    if given.results is not None and given.results.exists():
        results = json.loads(given.results.read_text(encoding="utf-8"))
    for ledger in given.ledgers:
        pages = []
        for found in measure(ledger, given.times, only=given.only, longest=given.longest):
            pages.append(asdict(found))
            _say(_line(found))
        before = results.get(ledger.stem, {}).get("pages", []) if given.only else []
        named = {each["name"]: each for each in (*before, *pages)}
        results[ledger.stem] = {"statements": _count(ledger), "pages": list(named.values())}
        if given.results is not None:
            given.results.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


def _line(found: PageTime) -> str:
    times = "  ".join(
        f"{name} {value:8.1f}"
        for name, value in (
            ("first", found.first),
            ("median", found.median),
            ("95 %", found.p95),
            ("cpu", found.cpu),
            ("again", found.again),
        )
    )
    return f"{found.name:34} {found.status:4} {times}  {found.size / 1000:7.0f} kB  {found.path}"


def _count(ledger: Path) -> int:
    from rejoinder.api.workbench import Workbench

    with Workbench(str(ledger)) as opened:
        return opened.overview().statements


def _measured(there: Connection, ledger: Path, name: str, path: str, times: int) -> None:
    """Measure a page, and tell that the first answer came, then the figures."""
    app = create_app(Settings(ledger=ledger, secret=secrets.token_bytes(32)))
    desk: Desk = app.state.desk
    begun = time.perf_counter()
    status, size = asyncio.run(_ask(app, path))
    first = (time.perf_counter() - begun) * 1000
    there.send(status)
    taken, cpu, again = ([0.0], [0.0], [0.0]) if status != _OK else _series(app, desk, path, times)
    there.send(
        PageTime(
            name=name,
            path=path,
            status=status,
            first=first,
            median=statistics.median(taken),
            p95=_high(taken),
            cpu=statistics.median(cpu),
            cpu95=_high(cpu),
            again=statistics.median(again),
            size=size,
        )
    )


def _series(
    app: Any,  # noqa: ANN401 - ASGI
    desk: Desk,
    path: str,
    times: int,
) -> tuple[list[float], list[float], list[float]]:
    """Return times by the clock and of the processor, and by the clock where it is remembered."""
    taken: list[float] = []
    worked: list[float] = []
    again: list[float] = []
    for _ in range(times):
        desk.forget()
        for kept in (taken, again):
            clock, cpu = time.perf_counter(), time.process_time()
            asyncio.run(_ask(app, path))
            kept.append((time.perf_counter() - clock) * 1000)
            if kept is taken:
                worked.append((time.process_time() - cpu) * 1000)
    return taken, worked, again


def _high(times: Sequence[float]) -> float:
    return sorted(times)[min(len(times) - 1, round(0.95 * len(times)))]


async def _ask(app: Any, path: str) -> tuple[int, int]:  # noqa: ANN401 - ASGI
    """Ask for a page as a server would; return its status and how many bytes came."""
    place, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(place),
        "raw_path": place.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    came: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        came.append(message)

    await app(scope, receive, send)
    return came[0]["status"], sum(len(each.get("body", b"")) for each in came)


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
