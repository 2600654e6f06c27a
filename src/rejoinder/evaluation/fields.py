"""Read gold files field by field, so that what is wrong is said with file and place."""

import json
from collections.abc import Sequence
from pathlib import Path

from rejoinder.errors import GoldError
from rejoinder.model.span import Span

__all__ = ["Fields", "read_fields", "read_lines"]

_PAIR = 2


class Fields:
    """One JSON object of a gold file and where it stands.

    Every method raises `GoldError` when the field is missing (unless its docstring says otherwise)
    or holds something else than it should.
    """

    def __init__(self, value: object, file: str, place: str) -> None:
        """Take the object found at ``place`` of ``file``."""
        self.file = file
        self.place = place
        if not isinstance(value, dict):
            raise GoldError(
                f"{file}: {place or 'top'}: needs an object, has {value!r:.60}; write {{...}}"
            )
        self._row: dict[str, object] = value

    def fail(self, name: str, what: str) -> GoldError:
        """Return the error for one field."""
        return GoldError(f"{self.file}: {self.at(name)}: {what}")

    def at(self, name: str) -> str:
        """Return the place of a field inside the file."""
        return f"{self.place}.{name}" if self.place else name

    def text(self, name: str) -> str:
        """Return a string."""
        value = self._required(name)
        if not isinstance(value, str):
            raise self.fail(name, f"needs a string, has {value!r:.60}")
        return value

    def maybe_text(self, name: str) -> str | None:
        """Return a string, or None where the field is null or missing."""
        return None if self._row.get(name) is None else self.text(name)

    def number(self, name: str, default: int | None = None) -> int:
        """Return a whole number; a missing one is ``default`` where that is given."""
        value = self._row.get(name, default) if default is not None else self._required(name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(name, f"needs a whole number, has {value!r:.60}")
        return value

    def rate(self, name: str) -> float:
        """Return a number from 0 to 1."""
        value = self._required(name)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.fail(name, f"needs a number from 0 to 1, has {value!r:.60}")
        return float(value)

    def rates(self, name: str) -> dict[str, float]:
        """Return numbers from 0 to 1 by key."""
        inner = self.row(name)
        return {key: inner.rate(key) for key in inner.names()}

    def names(self) -> tuple[str, ...]:
        """Return the names of the object's fields."""
        return tuple(self._row)

    def flag(self, name: str) -> bool:
        """Return true or false; a missing one is false."""
        value = self._row.get(name, False)
        if not isinstance(value, bool):
            raise self.fail(name, f"needs true or false, has {value!r:.60}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return strings from a list, one string or null; none where the field is missing."""
        value = self._row.get(name)
        many = value if isinstance(value, list) else [] if value is None else [value]
        if not all(isinstance(x, str) for x in many):
            raise self.fail(name, f"needs a list of strings, has {value!r:.60}")
        return tuple(str(x) for x in many)

    def text_lists(self, name: str) -> dict[str, tuple[str, ...]]:
        """Return lists of strings by key; none where the field is missing."""
        inner = Fields(self._row.get(name, {}), self.file, self.at(name))
        return {key: inner.texts(key) for key in inner._row}

    def span(self, name: str) -> Span:
        """Return a span."""
        return self._span(name, self._required(name))

    def maybe_span(self, name: str) -> tuple[Span, ...]:
        """Return a span in a tuple; an empty one where the field is null or missing."""
        return () if self._row.get(name) is None else (self.span(name),)

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a list of spans; none where the field is missing."""
        return tuple(self._span(name, value) for value in self._list(name))

    def rows(self, name: str) -> tuple["Fields", ...]:
        """Return a list of objects; none where the field is missing."""
        return tuple(
            Fields(row, self.file, f"{self.at(name)}[{n}]")
            for n, row in enumerate(self._list(name))
        )

    def row(self, name: str) -> "Fields":
        """Return an object."""
        return Fields(self._required(name), self.file, self.at(name))

    def _required(self, name: str) -> object:
        """Return the field or refuse."""
        if name not in self._row:
            raise self.fail(name, "the field is missing; write it")
        return self._row[name]

    def _list(self, name: str) -> Sequence[object]:
        """Return a list or refuse."""
        value = self._row.get(name, [])
        if not isinstance(value, list):
            raise self.fail(name, f"needs a list, has {value!r:.60}")
        return value

    def _span(self, name: str, value: object) -> Span:
        """Return two numbers as a span or refuse."""
        if isinstance(value, list) and len(value) == _PAIR:
            start, end = value
            if type(start) is int and type(end) is int and 0 <= start < end:
                return Span(start, end)
        raise self.fail(name, f"needs [start, end] with 0 <= start < end, has {value!r:.60}")


def read_fields(path: Path) -> Fields:
    """Read a JSON file that holds one object.

    Raises:
        GoldError: the file cannot be read, is no JSON, or holds something else.
    """
    return Fields(_parse(_read(path), path.name), path.name, "")


def read_lines(path: Path) -> tuple[Fields, ...]:
    """Read a file of JSON lines, each one object; blank lines are skipped.

    Raises:
        GoldError: the file cannot be read, or a line is no JSON object.
    """
    return tuple(
        Fields(_parse(line, f"{path.name}: line {n}"), path.name, f"line {n}")
        for n, line in enumerate(_read(path).split("\n"), start=1)
        if line.strip()
    )


def _read(path: Path) -> str:
    """Return the file's text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            f"{path}: cannot be read as gold: {error}; give a UTF-8 file that you may read"
        ) from error


def _parse(text: str, where: str) -> object:
    """Return the JSON value."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise GoldError(f"{where}: is no JSON: {error}; write one JSON value there") from error
    return value
