"""Lists of words that frames, operators and light verbs are told by."""

import functools
from collections.abc import Iterator, Mapping
from importlib.resources import files

__all__ = ["CLASSES", "ELSEWHERE", "LIGHT", "OPERATORS", "named", "rows_of", "spread"]

CLASSES, ELSEWHERE, LIGHT, OPERATORS = "classes.tsv", "elsewhere.tsv", "light.tsv", "operators.tsv"
_PACKAGE = "rejoinder.events"


def rows_of(table: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a table of ``data``; lines with ``#`` are comments.

    Raises:
        ValueError: a row has more or fewer cells than there are columns.
    """
    text = files(_PACKAGE).joinpath("data", table).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    for row in rows[1:]:
        if len(row) != len(rows[0]):
            raise ValueError(f"{table}: {row!r} has {len(row)} cells, not {len(rows[0])}")
        yield row


@functools.cache
def named(table: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a table by the name in its first column."""
    found: dict[str, frozenset[str]] = {}
    for row in rows_of(table):
        name, words = ":".join(row[:-1]), frozenset(row[-1].split())
        found[name] = found.get(name, frozenset()) | words
    return found


def spread(cell: str) -> frozenset[str]:
    """Return the words of a cell, names of classes replaced by their words; ``-`` is none.

    Raises:
        KeyError: there is no such class.
    """
    words: set[str] = set()
    for word in () if cell == "-" else cell.split():
        words |= named(CLASSES)[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)
