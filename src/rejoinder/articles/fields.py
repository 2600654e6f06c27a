"""The fields of one JSON article: what each may be, and the refusal that names field and value."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rejoinder.errors import ArticleError
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.failure import Reason
from rejoinder.model.span import Span
from rejoinder.text.times.find import find_dates
from rejoinder.text.times.resolve import resolve

__all__ = ["ArticleFields", "read_day", "read_fields", "two_letters"]

_PREFIX = re.compile(r"(\d{4})(?:-(\d\d))?")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d.*)?", re.DOTALL)
_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][\w-]*)?", re.IGNORECASE)
_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFields:
    """What an input says about one article; None where it says nothing."""

    ref: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: DateInterval | None = None
    url: str | None = None
    language: str | None = None
    retrieved: str | None = None


def read_fields(value: object) -> ArticleFields:
    """Return the fields of a JSON value; fields that it does not know are passed over.

    Raises:
        ArticleError: the value is no object (NOT_JSON), lacks ``id`` or ``text`` (MISSING_FIELD),
            has a field of a wrong kind (BAD_FIELD) or no text in ``text`` (EMPTY).
    """
    if not isinstance(value, Mapping):
        raise ArticleError(
            Reason.NOT_JSON,
            f"It is {_shown(value)}, not an object. Write articles as {{...}} with id and text.",
        )
    text = _string(value, "text", keep=True)
    ref = _ref(value)
    for name, got in (("id", ref), ("text", text)):
        if got is None:
            raise ArticleError(
                Reason.MISSING_FIELD, f"The field {name!r} is missing. Every article needs it."
            )
    if not text or text.isspace():
        raise ArticleError(Reason.EMPTY, "The field 'text' is empty. Remove the article.")
    return ArticleFields(
        ref=ref or "",
        text=text,
        title=_string(value, "title"),
        publisher=_string(value, "publisher") or _string(value, "outlet"),
        published=_published(value, text),
        url=_string(value, "url"),
        language=two_letters(_string(value, "language")),
        retrieved=_moment(value, "retrieved"),
    )


def read_day(words: str) -> DateInterval | None:
    """Return the day, month or year of an ISO date or of one whole date phrase with its year."""
    words = words.strip()
    try:
        if prefix := _PREFIX.fullmatch(words):
            return _prefix(int(prefix[1]), int(prefix[2]) if prefix[2] else None)
        if day := _DAY.fullmatch(words):
            start = date.fromisoformat(day[1])
            return DateInterval(start=start, end=start, precision=Precision.DAY)
    except ValueError:
        return None
    phrases = find_dates(words)
    if len(phrases) != 1 or len(phrases[0].span) != len(words):
        return None
    meant = resolve(phrases[0], None)
    if meant is None:
        return None
    return DateInterval(start=meant.start, end=meant.end, precision=meant.precision)


def two_letters(language: str | None) -> str | None:
    """Return the ISO 639-1 part of a language tag ("en-GB"), or None where it has none."""
    match = _LANGUAGE.fullmatch((language or "").strip())
    return match[1].lower() if match else None


def _prefix(year: int, month: int | None) -> DateInterval:
    if month is None:
        return DateInterval(
            start=date(year, 1, 1), end=date(year, 12, 31), precision=Precision.YEAR
        )
    last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
    return DateInterval(start=date(year, month, 1), end=last, precision=Precision.MONTH)


def _string(value: Mapping[str, object], name: str, *, keep: bool = False) -> str | None:
    got = value.get(name)
    if got is None:
        return None
    if not isinstance(got, str):
        raise _bad(name, got, "a string")
    if "\x00" in got or any("\ud800" <= c <= "\udfff" for c in got):
        raise _bad(name, got, "free of NUL and of half characters (lone surrogates)")
    return got if keep else got.strip() or None


def _ref(value: Mapping[str, object]) -> str | None:
    got = value.get("id")
    if isinstance(got, int) and not isinstance(got, bool):
        return str(got)
    ref = _string(value, "id")
    if ref is None and got is not None:
        raise _bad("id", got, "a string that is not empty")
    return ref


def _published(value: Mapping[str, object], text: str) -> DateInterval | None:
    for name in ("published", "date"):
        got = value.get(name)
        if isinstance(got, Mapping):
            return _date_object(name, got, text)
        words = _string(value, name)
        if words is not None:
            day = read_day(words)
            if day is None:
                raise _bad(name, got, "a date like 2022-11-10, 2022-11 or 2022")
            return day
    return None


def _date_object(name: str, got: Mapping[str, object], text: str) -> DateInterval:
    """Read a DATE of our own wire form (DESIGN §3); its span must lie in the text."""
    try:
        start = date.fromisoformat(str(got["start"]))
        end = date.fromisoformat(str(got["end"]))
        precision = Precision(str(got["precision"]))
        span = got.get("span")
        where = None
        if isinstance(span, list) and all(isinstance(n, int) for n in span):
            first, last = span
            where = Span(first, last)
        elif span is not None:
            raise ValueError("span")
        if where is not None and where.end > len(text):
            raise ValueError("span")
        return DateInterval(start=start, end=end, precision=precision, span=where)
    except (KeyError, ValueError):
        wanted = '{"start": "2022-11-08", "end": "2022-11-08", "precision": "day", "span": null}'
        raise _bad(name, got, f"like {wanted}") from None


def _moment(value: Mapping[str, object], name: str) -> str | None:
    words = _string(value, name)
    if words is None:
        return None
    try:
        datetime.fromisoformat(words)
    except ValueError:
        raise _bad(name, words, "an ISO 8601 time like 2022-11-10T09:30:00Z") from None
    return words


def _bad(name: str, value: object, wanted: str) -> ArticleError:
    return ArticleError(
        Reason.BAD_FIELD, f"The field {name!r} is {_shown(value)}; it should be {wanted}."
    )


def _shown(value: object) -> str:
    words = json.dumps(value, default=repr)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 3] + "..."
