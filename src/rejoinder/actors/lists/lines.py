"""Lines of a list as text: what is no text, or too long for one, is a problem of its line."""

import re
from collections.abc import Iterable, Iterator

from rejoinder.actors.lists.result import ListProblem

__all__ = ["MOST_BYTES", "text_lines"]

MOST_BYTES = 1_000_000
_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Controls other than the tab, and marks that turn the direction of a line around.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def text_lines(lines: Iterable[bytes]) -> Iterator[tuple[int, str | ListProblem]]:
    """Yield each line with its number, from 1, without its end; or what is wrong with it."""
    for number, line in enumerate(lines, start=1):
        if number == 1 and line.startswith(_WIDE_MARKS):
            yield number, _problem(number, "is UTF-16; save the list as UTF-8")
            return
        yield number, _text(number, line.removeprefix(_MARK) if number == 1 else line)


def _text(number: int, line: bytes) -> str | ListProblem:
    if len(line) > MOST_BYTES:
        return _problem(
            number,
            f"has {len(line):,} bytes; at most {MOST_BYTES:,} are read: break it up, or check "
            "that this is a list of actors",
        )
    try:
        text = line.decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        byte = line[error.start]
        return _problem(
            number, f"is not UTF-8: byte 0x{byte:02x} at {error.start + 1}; save the list as UTF-8"
        )
    bad = _UNPRINTABLE.search(text)
    if bad is not None:
        return _problem(
            number,
            f"holds the control character U+{ord(bad[0]):04X} at {bad.start() + 1}; take it out",
        )
    return text


def _problem(number: int, detail: str) -> ListProblem:
    return ListProblem(line=number, detail=f"the line {detail}")
