"""Years that a text does not give beside a day, but elsewhere: timelines, and dates said again."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rejoinder.model.date import DateInterval
from rejoinder.model.span import Span
from rejoinder.text.times.days import possible_day
from rejoinder.text.times.phrases import TimeKind, TimePhrase
from rejoinder.text.times.resolve import resolve

__all__ = ["Entry", "is_byname", "read_timeline", "year_from_elsewhere", "year_just_named"]

_HEAD = re.compile(r"[\s•*·-]*\Z")
_AFTER_HEAD = re.compile(r"\s*(?::|[-–—]\s)")
_LEAST = 3
# How far back a month with its year still says which year a tale is in, in characters.
_JUST = 1000
_BYNAME = re.compile(r"(?:\b(?:pre|post)-|the\s+)\Z")
_A_YEAR = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of a timeline: the date at its head and the whole line."""

    phrase: TimePhrase
    line: Span
    meant: DateInterval | None


def read_timeline(text: str, phrases: Sequence[TimePhrase]) -> tuple[Entry, ...]:
    """Return the entries of a list of dated lines; none where fewer than three begin with a date.

    Years run on from the entries that give them, forwards or backwards, whichever way the list
    runs; where no entry gives one, or both ways would do, the dates stay open.
    """
    entries = [
        Entry(phrase=phrase, line=line, meant=resolve(phrase, None))
        for phrase in phrases
        if (line := _entry_line(text, phrase)) is not None
    ]
    if len(entries) < _LEAST:
        return ()
    read = [_with_years(entries, step) for step in (1, -1)]
    fits = [one for one in read if one is not None]
    if not fits:
        return tuple(entries)
    shortest = min(fits, key=_length)
    if sum(_length(one) == _length(shortest) for one in fits) > 1 and fits[0] != fits[1]:
        return tuple(entries)
    return shortest


def year_from_elsewhere(
    phrase: TimePhrase, phrases: Sequence[TimePhrase], timeline: Sequence[Entry]
) -> int | None:
    """Return the year of a day or month where the text has only one for it.

    A day takes the year of other days of that month that are named in full, a month alone that of
    a timeline that spans less than a year and has the month.
    """
    fields = phrase.fields
    if phrase.kind is not TimeKind.CALENDAR or fields.month is None or fields.year is not None:
        return None
    if fields.unit is not None:
        return None
    if fields.day is not None:
        years = {
            other.fields.year
            for other in phrases
            if other.kind is TimeKind.CALENDAR
            and other.fields.month == fields.month
            and other.fields.day is not None
            and other.fields.year is not None
        }
    else:
        dated = [entry.meant for entry in timeline if entry.meant is not None]
        if not dated or (max(d.end for d in dated) - min(d.start for d in dated)).days > _A_YEAR:
            return None
        years = {d.start.year for d in dated if d.start.month == fields.month}
    return years.pop() if len(years) == 1 else None


def year_just_named(phrase: TimePhrase, before: Sequence[TimePhrase]) -> int | None:
    """Return the year of the same month where it was named a little before a day without a year.

    "In October 2016 they wrote to each other; on Oct. 7 …" tells of 2016.
    """
    fields = phrase.fields
    if phrase.kind is not TimeKind.CALENDAR or fields.year is not None or fields.unit is not None:
        return None
    for other in reversed(before):
        if phrase.span.start - other.span.end > _JUST:
            return None
        named = other.fields if other.to is None else other.to
        if named.year is not None and named.month == fields.month is not None:
            return named.year
    return None


def is_byname(text: str, phrase: TimePhrase) -> bool:
    """Say whether a day without a year can stand for what happened on it long ago.

    "The Sept. 11 attacks" and "the post-Sept. 11 law" are not of this year.
    """
    fields = phrase.fields
    if fields.year is not None or (fields.month, fields.day) != (9, 11):
        return False
    return _BYNAME.search(text, max(0, phrase.span.start - 8), phrase.span.start) is not None


def _entry_line(text: str, phrase: TimePhrase) -> Span | None:
    """Return the line that the phrase heads, or None."""
    if phrase.kind is not TimeKind.CALENDAR or phrase.fields.month is None:
        return None
    start = text.rfind("\n", 0, phrase.span.start) + 1
    if not _HEAD.match(text, start, phrase.span.start):
        return None
    if not _AFTER_HEAD.match(text, phrase.span.end):
        return None
    end = text.find("\n", phrase.span.end)
    return Span(start, len(text) if end < 0 else end)


def _with_years(entries: Sequence[Entry], step: int) -> tuple[Entry, ...] | None:
    """Return the entries with the years that the order gives; None where it breaks."""
    known = [n for n, entry in enumerate(entries) if entry.phrase.fields.year is not None]
    if not known:
        return None
    years: dict[int, int] = {}
    for n in (*range(known[0], len(entries)), *range(known[0] - 1, -1, -1)):
        own = entries[n].phrase.fields.year
        year = own if own is not None else _next_year(entries, n, known[0], years, step)
        if year is None:
            return None
        years[n] = year
    dated = [_dated(entry, years[n]) for n, entry in enumerate(entries)]
    keys = [_key(entry, years[n]) for n, entry in enumerate(entries)]
    return tuple(dated) if keys == sorted(keys, reverse=step < 0) else None


def _next_year(
    entries: Sequence[Entry], n: int, first: int, years: Mapping[int, int], step: int
) -> int | None:
    """Return the nearest year in which the entry keeps its place beside its neighbour."""
    neighbour = n - 1 if n > first else n + 1
    year = years[neighbour]
    later = step if n > first else -step
    this, other = _key(entries[n], year), _key(entries[neighbour], year)
    if later > 0:
        return year if this >= other else year + 1
    return year if this <= other else year - 1


def _key(entry: Entry, year: int) -> tuple[int, int, int]:
    return year, entry.phrase.fields.month or 1, entry.phrase.fields.day or 0


def _dated(entry: Entry, year: int) -> Entry:
    fields = entry.phrase.fields
    if not possible_day(year, fields.month or 1, fields.day or 1):
        return replace(entry, meant=None)
    phrase = replace(entry.phrase, fields=replace(fields, year=year, unit=None, offset=None))
    return replace(entry, meant=resolve(phrase, None))


def _length(entries: Sequence[Entry]) -> int:
    days = list(_days(entries))
    return (max(days) - min(days)).days if days else 0


def _days(entries: Sequence[Entry]) -> Iterator[date]:
    for entry in entries:
        if entry.meant is not None:
            yield entry.meant.start
