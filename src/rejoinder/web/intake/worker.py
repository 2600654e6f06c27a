"""The process that reads what was taken in, beside the server: ``python -m ...worker``.

It is told its work as one line of JSON on standard input and tells how far it is as lines of JSON
on standard output. It may be ended at any moment: what was committed stays, and the same work again
goes on behind it.
"""

import json
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from rejoinder.api import Ledger
from rejoinder.api.workbench import Workbench
from rejoinder.errors import RejoinderError
from rejoinder.web.intake.names import ARCHIVE, unused
from rejoinder.web.intake.unpacking import Refused, Room, unpack

__all__ = ["main"]

_LOG: Final = logging.getLogger("rejoinder.web")
_PAUSE: Final = 0.2
"""Least seconds between two words on how far it is."""
_FAILURES: Final = 500
"""So many failures are told of one by one."""
_NICE: Final = 5

Tell = Callable[..., None]


def main() -> None:
    """Do the work that standard input tells of."""
    os.nice(_NICE)
    work = json.loads(sys.stdin.readline())
    stream = sys.stdout

    def tell(**words: object) -> None:
        stream.write(json.dumps(words) + "\n")
        stream.flush()

    try:
        _read_in(work, tell)
    except RejoinderError as error:
        tell(error=str(error))
    except OSError as error:
        tell(error=f"it could not be read: {error.strerror or error}; see to the disk, then again")


def _read_in(work: dict[str, Any], tell: Tell) -> None:
    os.chdir(work["folder"])
    room = Room(**work["room"])
    files: list[str] = []
    for found in _unpacked([Path(each) for each in work["files"]], room):
        if isinstance(found, Refused):
            tell(refused=asdict(found))
        else:
            files.append(str(found))
    tell(total=sum(_articles_in(Path(each)) for each in files))
    with Workbench(work["ledger"]) as looked:
        tell(begun=looked.last_batch())
    if not files:
        tell(summary=None)
        return
    published = work.get("published")
    with Ledger(work["ledger"], create=False) as ledger:
        summary = ledger.ingest(
            *files,
            publisher=work.get("publisher"),
            published=date.fromisoformat(published) if published else None,
            progress=_sparingly(lambda done: tell(done=done)),
        )
    failures = [
        {"name": each.input, "reason": each.reason.value, "detail": each.detail}
        for each in summary.failures[:_FAILURES]
    ]
    counts = {
        name: getattr(summary, name)
        for name in ("read", "added", "unchanged", "statements", "links", "merges")
    }
    tell(summary={**counts, "failed": len(summary.failures), "failures": failures})


def _unpacked(files: list[Path], room: Room) -> Iterator[Path | Refused]:
    """Yield the files, and in the place of archives what is in them."""
    held = {each.name for each in files}
    for each in files:
        if each.suffix.lower() != ARCHIVE:
            yield each
            continue
        into = unused(each.stem or "archive", held)
        held.add(into)
        yield from unpack(each, Path(into), room)


def _articles_in(path: Path) -> int:
    """Return about how many articles a file holds: lines of JSON lines, else one."""
    if path.suffix.lower() not in {".jsonl", ".ndjson"}:
        return 1
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _sparingly(told: Callable[[int], None]) -> Callable[[int], None]:
    """Return what passes a number on, but not more often than anybody looks."""
    last = 0.0

    def tell(done: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _PAUSE:
            last = now
            told(done)

    return tell


if __name__ == "__main__":
    main()
