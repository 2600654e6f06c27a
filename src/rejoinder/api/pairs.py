"""Sentences with two parties marked, and what the one does to the other."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from rejoinder.errors import ConfigError, PairError
from rejoinder.exports.files import whole_file
from rejoinder.exports.lines import json_line
from rejoinder.model.failure import Failure, failure_id

if TYPE_CHECKING:
    from rejoinder.events.pairs.coder import CodedPair

__all__ = ["code_pairs", "pair_lines", "write_pairs"]


def code_pairs(lines: Iterable[str | bytes], name: str = "-") -> Iterator["CodedPair | Failure"]:
    """Yield what each line's source does to its target, or why it could not be told, in order.

    Args:
        lines: JSON objects with ``text``, ``source_span`` and ``target_span`` ([start, end] in
            characters; null for a party that is not named) and, if wished, ``id``.
            Lines of nothing but space are passed over.
        name: what to call the input in failures; the line's number, from 1, is added.

    Raises:
        ModelNotInstalled: the pair coder's files are missing or others.
    """
    from rejoinder.events.pairs.coder import PairCoder
    from rejoinder.events.pairs.line import read_line

    coder = PairCoder()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            read = read_line(line)
        except PairError as error:
            place = f"{name}:{number}"
            yield Failure(
                id=failure_id(place, error.reason, error.detail),
                input=place,
                reason=error.reason,
                detail=error.detail,
            )
        else:
            yield coder.code(read)


def pair_lines(path: str | Path) -> Iterator[bytes]:
    """Yield a file's lines as they are read.

    Raises:
        ConfigError: the file cannot be read.
    """
    try:
        with Path(path).open("rb") as stream:
            yield from stream
    except OSError as wrong:
        raise ConfigError(
            f"cannot read {str(path)!r}: {wrong.strerror}; name a file of JSON lines, or -"
        ) from wrong


def write_pairs(pairs: Iterable["CodedPair"], target: str | Path) -> int:
    """Write a line of JSON for each pair, the whole file or nothing; return how many.

    Raises:
        ConfigError: the file cannot be written.
    """
    count = 0
    with whole_file(Path(target)) as stream:
        for pair in pairs:
            stream.write((json_line(pair) + "\n").encode("utf-8"))
            count += 1
    return count
