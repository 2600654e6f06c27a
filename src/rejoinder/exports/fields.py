"""Read typed fields out of parsed JSON, or say which one is wrong."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from rejoinder.errors import ArticleError
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.failure import Reason
from rejoinder.model.span import Span

__all__ = ["Fields"]

_Kind = TypeVar("_Kind", bound=StrEnum)


class Fields:
    """A JSON object whose fields are read with the type that they must have.

    Every reading method raises ArticleError, naming the path, where a field is missing or is of
    another type.
    """

    def __init__(self, value: object, path: str) -> None:
        """Refuse what is not an object.

        Raises:
            ArticleError: ``value`` is no JSON object.
        """
        if not isinstance(value, Mapping):
            raise _bad(path, "an object", value)
        self._values: Mapping[str, object] = value
        self._path = path

    def text(self, name: str) -> str:
        """Return a string."""
        value = self._value(name)
        if not isinstance(value, str):
            raise _bad(self._at(name), "a string", value)
        return value

    def optional_text(self, name: str) -> str | None:
        """Return a string, or None for null."""
        return None if self._value(name) is None else self.text(name)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of strings."""
        values = self._list(name)
        for value in values:
            if not isinstance(value, str):
                raise _bad(self._at(name), "a list of strings", values)
        return tuple(str(value) for value in values)

    def number(self, name: str) -> float:
        """Return a number."""
        value = self._value(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _bad(self._at(name), "a number", value)
        return float(value)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._value(name)
        if not isinstance(value, bool):
            raise _bad(self._at(name), "true or false", value)
        return value

    def kind(self, name: str, of: type[_Kind]) -> _Kind:
        """Return a member of a closed set of words."""
        word = self.text(name)
        try:
            return of(word)
        except ValueError:
            raise _bad(self._at(name), " or ".join(of), word) from None

    def objects(self, name: str) -> tuple["Fields", ...]:
        """Return a list of objects."""
        path = self._at(name)
        return tuple(Fields(v, f"{path}[{n}]") for n, v in enumerate(self._list(name)))

    def optional_object(self, name: str) -> "Fields | None":
        """Return an object, or None for null."""
        value = self._value(name)
        return None if value is None else Fields(value, self._at(name))

    def span(self, name: str) -> Span:
        """Return a span given as ``[start, end]``."""
        return _span(self._value(name), self._at(name))

    def spans(self, name: str) -> tuple[Span, ...]:
        """Return a list of spans."""
        return tuple(_span(value, self._at(name)) for value in self._list(name))

    def date(self, name: str) -> DateInterval | None:
        """Return a DATE object of DESIGN §3, or None for null."""
        value = self._value(name)
        if value is None:
            return None
        fields = Fields(value, self._at(name))
        try:
            return DateInterval(
                start=date.fromisoformat(fields.text("start")),
                end=date.fromisoformat(fields.text("end")),
                precision=fields.kind("precision", Precision),
                span=None if fields._value("span") is None else fields.span("span"),
            )
        except ValueError as wrong:
            raise ArticleError(
                Reason.BAD_FIELD, f"{self._at(name)} is not a date: {wrong}; correct it"
            ) from None

    def _value(self, name: str) -> object:
        try:
            return self._values[name]
        except KeyError:
            raise ArticleError(
                Reason.MISSING_FIELD,
                f"{self._at(name)} is missing; docs/records.md lists the fields",
            ) from None

    def _list(self, name: str) -> list[object]:
        value = self._value(name)
        if not isinstance(value, list):
            raise _bad(self._at(name), "a list", value)
        return value

    def _at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name


def _span(value: object, path: str) -> Span:
    match value:
        case [int() as start, int() as end] if 0 <= start < end:
            return Span(start, end)
        case _:
            raise _bad(path, "a span [start, end] with 0 <= start < end", value)


def _bad(path: str, wanted: str, value: object) -> ArticleError:
    shown = repr(value)
    shown = shown if len(shown) <= 60 else f"{shown[:57]}..."
    return ArticleError(Reason.BAD_FIELD, f"{path or 'the record'} must be {wanted}, not {shown}")
