"""JSON to values: JSON lines one by one as they are read, or one JSON file at once."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rejoinder.articles.paths import too_large
from rejoinder.errors import ArticleError
from rejoinder.model.failure import Reason

__all__ = ["BadLine", "JsonLine", "json_items", "json_lines", "read_line"]

_CHUNK = 1024 * 1024
_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonLine:
    """One value and the line that it stood on, counted from 1 (or its place in a list)."""

    number: int
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line that holds no value, with the error that says why."""

    number: int
    error: ArticleError


def json_lines(
    file: BinaryIO, limit: int, *, head: bytes = b"", number: int = 1
) -> Iterator[JsonLine | BadLine]:
    """Yield the value of each line that is not blank; never more than one line is in memory.

    ``head`` is the beginning of line ``number`` where that was already read from the file.
    """
    line = head if head.endswith(b"\n") else head + read_line(file, limit - len(head))
    while line:
        if number == 1:
            line = line.removeprefix(_MARK)
        if len(line) > limit:
            size = len(line) + _skip_line(file, line)
            yield BadLine(number=number, error=too_large(size, limit))
        elif line.strip():
            yield _parse_line(number, line)
        number += 1
        line = read_line(file, limit)


def read_line(file: BinaryIO, limit: int) -> bytes:
    """Return the next line, cut where it is longer than the limit and one byte."""
    return file.readline(max(limit, 0) + 1)


def json_items(raw: bytes) -> Iterator[JsonLine]:
    """Yield the values of a JSON file: its one object, or the members of its list.

    Raises:
        ArticleError: it is not UTF-8 (ENCODING) or not JSON (NOT_JSON).
    """
    value = _parse(raw.removeprefix(_MARK))
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield JsonLine(number=number, value=item)


def _parse_line(number: int, line: bytes) -> JsonLine | BadLine:
    try:
        return JsonLine(number=number, value=_parse(line))
    except ArticleError as error:
        return BadLine(number=number, error=error)


def _parse(raw: bytes) -> object:
    try:
        value: object = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ArticleError(
            Reason.ENCODING,
            f"Byte {error.start} is not UTF-8, as JSON must be. Convert it (iconv -t UTF-8).",
        ) from None
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, ValueError) else "nested too deeply"
        raise ArticleError(
            Reason.NOT_JSON,
            f"This is not JSON: {why}. Write one object a line in .jsonl, one in all in .json.",
        ) from None
    return value


def _skip_line(file: BinaryIO, begun: bytes) -> int:
    """Read past the rest of a line that is too long, in pieces, and return how long that was."""
    size = 0
    while not begun.endswith(b"\n"):
        begun = file.readline(_CHUNK)
        size += len(begun)
        if not begun:
            break
    return size
