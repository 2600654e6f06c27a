"""Inputs as a user writes them (files, folders, globs) to single files, each once, in order."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason

__all__ = [
    "ENDINGS",
    "STDIN",
    "FoundFile",
    "NotFoundInput",
    "find_files",
    "name_of",
    "open_regular",
    "read_limited",
    "too_large",
    "unreadable",
]

STDIN = "-"
ENDINGS = frozenset({".txt", ".html", ".htm", ".jsonl", ".ndjson", ".json"})
_KNOWN = ", ".join(sorted(ENDINGS))


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to read, or standard input (`STDIN`)."""

    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundInput:
    """An input that leads to no file, with the error that says why."""

    path: str
    error: ArticleError


def find_files(inputs: Sequence[str]) -> Iterator[FoundFile | NotFoundInput]:
    """Yield the files that the inputs name, in the order given, folders sorted, each file once.

    In folders, hidden entries and files with other endings are passed over; a file that is named
    itself, or by a glob, must have a known ending.
    """
    seen: set[str] = set()
    for name in inputs:
        for found in _expand(name):
            if isinstance(found, FoundFile):
                key = STDIN if found.path == STDIN else os.path.realpath(found.path)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def name_of(path: str) -> str:
    """Return the path for people and for the ledger: bytes that are no UTF-8 are escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def open_regular(path: str) -> BinaryIO:
    """Open a file for reading; a pipe or a device, which could wait for ever, is refused unopened.

    Raises:
        ArticleError: it is no regular file, or cannot be opened (UNREADABLE).
    """
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            raise ArticleError(
                Reason.UNREADABLE,
                "This is a folder, a pipe or a device, not a file. Pipe text into '-' instead.",
            )
        return Path(path).open("rb")
    except OSError as error:
        raise unreadable(error) from error


def read_limited(path: str, limit: int) -> bytes:
    """Return the bytes of a regular file; its size is looked at before it is read.

    Raises:
        ArticleError: it cannot be read (UNREADABLE), or has more bytes than the limit (TOO_LARGE).
    """
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        raw = b"" if size > limit else file.read(limit + 1)
    if max(size, len(raw)) > limit:
        raise too_large(max(size, len(raw)), limit)
    return raw


def unreadable(error: OSError) -> ArticleError:
    """Return the refusal for what the system would not let us read."""
    why = error.strerror or str(error)
    return ArticleError(Reason.UNREADABLE, f"It cannot be read: {why}. Check path and permissions.")


def too_large(size: int, limit: int) -> ArticleError:
    """Return the refusal for an article of that many bytes."""
    return ArticleError(
        Reason.TOO_LARGE,
        f"It has {size:,} bytes; one article may have {limit:,}. "
        "Split it into one article a file, or one a line of a .jsonl file.",
    )


def _expand(name: str) -> Iterator[FoundFile | NotFoundInput]:
    if name == STDIN:
        yield FoundFile(path=STDIN)
    elif os.path.isdir(name):  # noqa: PTH112 - a NUL byte or an endless name is no folder either
        yield from _walk_or_fail(name)
    elif os.path.lexists(name):
        yield _known(name)
    elif glob.has_magic(name) and "\0" not in name:
        yield from _match(name)
    else:
        yield _missing(name, "There is no such file or folder. Check the path.")


def _match(pattern: str) -> Iterator[FoundFile | NotFoundInput]:
    paths = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - keeps the pattern's own form
    if not paths:
        yield _missing(
            pattern, "No file matches this pattern. Check it, and quote it for the shell."
        )
    whole = "**" in pattern  # then the folders' files are matched themselves
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112
            yield _known(path)
        elif not whole:
            yield from _walk_or_fail(path)


def _known(path: str) -> FoundFile | NotFoundInput:
    ending = Path(path).suffix
    if ending.lower() in ENDINGS:
        return FoundFile(path=path)
    error = ArticleError(
        Reason.UNKNOWN_TYPE,
        f"It ends in {ending!r}, which is not known. Let it end in {_KNOWN}, or pipe it into '-'.",
    )
    return NotFoundInput(path=path, error=error)


def _missing(path: str, detail: str) -> NotFoundInput:
    return NotFoundInput(path=path, error=ArticleError(Reason.UNREADABLE, detail))


def _walk_or_fail(folder: str) -> Iterator[FoundFile | NotFoundInput]:
    empty = True
    for found in _walk(folder):
        empty = False
        yield found
    if empty:
        error = ArticleError(
            Reason.NO_ARTICLE, f"The folder holds no article. Put files there that end in {_KNOWN}."
        )
        yield NotFoundInput(path=folder, error=error)


def _walk(folder: str) -> Iterator[FoundFile | NotFoundInput]:
    """Yield the articles under a folder, depth first, by name; no link to a folder is followed."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path is not folder and not _is_folder(path):
            yield FoundFile(path=path)
            continue
        try:
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - paths keep the user's form
        except OSError as error:
            yield NotFoundInput(path=path, error=unreadable(error))
            continue
        inside = [os.path.join(path, n) for n in names if not n.startswith(".")]  # noqa: PTH118
        waiting += [p for p in inside if _is_folder(p) or _is_article(p)]


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)  # noqa: PTH112, PTH114


def _is_article(path: str) -> bool:
    return Path(path).suffix.lower() in ENDINGS
