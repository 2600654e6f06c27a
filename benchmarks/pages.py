"""How long the workbench's server takes for each page: ``python -m benchmarks.pages LEDGER...``.

Of each page the first time after the ledger has changed, when views over the whole ledger are
worked out, and the median of the times after: CPU milliseconds of the server, so that other work
on the machine does not count. The browser's own work is not in it.
"""

import asyncio
import secrets
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rejoinder.web.app import create_app
from rejoinder.web.desk import Desk
from rejoinder.web.settings import Settings

__all__ = ["PageTime", "main", "measure"]

_TIMES = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTime:
    """What one page took, in CPU milliseconds, and how many bytes it has."""

    path: str
    first: float
    median: float
    size: int


def measure(ledger: Path, times: int = _TIMES) -> tuple[PageTime, ...]:
    """Return what each page of a workbench over the ledger takes.

    Args:
        ledger: the file; it is only read.
        times: how often each page is asked for after the first time.
    """
    app = create_app(Settings(ledger=ledger, secret=secrets.token_bytes(32)))
    desk: Desk = app.state.desk
    try:
        return tuple(_measured(app, desk, path, times) for path in _paths(desk))
    finally:
        desk.close()


def main(arguments: Sequence[str]) -> str:
    """Return the tables for those ledgers, in Markdown."""
    lines: list[str] = []
    for name in arguments:
        lines += [f"{name}", "", "| page | first, ms | then, ms | kB |", "|---|---:|---:|---:|"]
        lines += [
            f"| `{each.path}` | {each.first:.0f} | {each.median:.0f} | {each.size / 1000:.0f} |"
            for each in measure(Path(name))
        ]
        lines.append("")
    return "\n".join(lines)


def _paths(desk: Desk) -> list[str]:
    """Return the pages, with the article and the exchange that have most in them."""
    found = [
        "/",
        "/?whole=1",
        "/exchanges",
        "/claims",
        "/statements",
        "/statements?act=accuse",
        "/articles",
    ]
    articles = desk.ledger.article_page(limit=200).articles
    if articles:
        most = max(articles, key=lambda each: each.statements)
        found.append(f"/articles/{most.id}")
    exchanges = desk.ledger.exchanges()
    if exchanges:
        longest = max(exchanges, key=lambda each: len(each.turns))
        found.append(f"/exchanges/{longest.id}")
    return found


def _measured(app: Any, desk: Desk, path: str, times: int) -> PageTime:  # noqa: ANN401 - ASGI
    desk.forget()
    taken = []
    for _ in range(times + 1):
        begun = time.process_time()
        size = asyncio.run(_ask(app, path))
        taken.append((time.process_time() - begun) * 1000)
    return PageTime(path=path, first=taken[0], median=statistics.median(taken[1:]), size=size)


async def _ask(app: Any, path: str) -> int:  # noqa: ANN401 - ASGI
    """Ask for a page as a server would; return how many bytes came."""
    place, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": place,
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
    status = came[0]["status"]
    if status != 200:
        raise RuntimeError(f"{path!r} answered {status}; is the ledger one of this version?")
    return sum(len(each.get("body", b"")) for each in came)


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1:]) + "\n")
