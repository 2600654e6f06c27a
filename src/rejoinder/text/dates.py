"""Find date phrases in English news and say which days they mean.

`find_dates` only reads; `resolve` brings in the day of publication. A phrase that can mean two
days stays unresolved. Ranges ("3-5 May", "2014-2016") are left alone: neither end is a date.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span, merge
from rejoinder.text.date_forms import FEAST, FORMS, RANGES, DateKind

__all__ = ["DateFields", "DateKind", "DatePhrase", "find_dates", "resolve"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateFields:
    """What a phrase says; what it does not say is None.

    Attributes:
        weekday: 0 is Monday.
        offset: how many units before (negative) or after the publication.
        unit: what ``offset`` counts, or what "last" and "next" stand before.
        so_far: "earlier this week": not later than the day of publication.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    unit: Precision | None = None
    so_far: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePhrase:
    """Words that name a date; the preposition before them is not part of it."""

    span: Span
    kind: DateKind
    fields: DateFields


_MONTH_OF = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_DAY_OF = {name: n for n, name in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])}
_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve"
_COUNT_OF = {word: n for n, word in enumerate(_NUMBERS.split(" "))} | {"a": 1, "an": 1}
_UNIT_OF = {unit.value: unit for unit in Precision}
_STEP_OF = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
_SHIFT_OF = (
    ("day before yesterday", -2),
    ("day after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
)
# A day without a year is this year's, unless it would be months ahead or almost a year back.
_AHEAD = 183
_LONG_AHEAD = 300


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DatePhrase, ...]:
    """Return the date phrases between two offsets, in text order, none overlapping another.

    Spans count in ``text`` itself. Habitual forms ("Tuesdays"), decades and ranges are not found.
    """
    stop = len(text) if end is None else end
    taken = merge(Span(*m.span()) for form in RANGES for m in form.finditer(text, start, stop))
    starts = [span.start for span in taken]
    found = [
        (m.start(), -m.end(), order, kind, m)
        for order, (kind, form) in enumerate(FORMS)
        for m in form.finditer(text, start, stop)
    ]
    phrases: list[DatePhrase] = []
    at = start
    for _, _, _, kind, match in sorted(found, key=lambda f: f[:3]):
        before = bisect_right(starts, match.end() - 1) - 1
        if match.start() < at or (before >= 0 and taken[before].end > match.start()):
            continue
        phrase = _read(kind, match)
        at = match.end()  # also past what is no date after all: 31 February is not February
        if phrase is not None:
            phrases.append(phrase)
    return tuple(phrases)


def resolve(phrase: DatePhrase, published: DateInterval | None) -> DateInterval | None:
    """Return the days that the phrase means, with its span; None where that cannot be known.

    A phrase without a year needs ``published``. "Tuesday" is the last one that is not after the
    day of publication (so news is written); a weekday that contradicts the day given is ignored.
    """
    fields = phrase.fields
    if phrase.kind is DateKind.AMBIGUOUS:
        return None
    if phrase.kind is DateKind.CALENDAR and fields.year is not None:
        return _calendar(phrase, fields)
    if published is None:
        return None
    first = _relative(phrase, published.start)
    return first if first == _relative(phrase, published.end) else None


def _read(kind: DateKind, match: re.Match[str]) -> DatePhrase | None:
    """Return what the match says, or None where it is no date after all (31 February)."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "weekday" in parts and FEAST.search(match.string, max(0, match.start() - 8), match.start()):
        return None
    start, end = match.span()
    fields = DateFields(
        year=int(parts["year"]) if "year" in parts else None,
        month=_month(parts.get("month")),
        day=int(parts["day"]) if "day" in parts else None,
        weekday=_DAY_OF[parts["weekday"][:3].lower()] if "weekday" in parts else None,
    )
    if kind is DateKind.AMBIGUOUS:
        kind, fields = _numeric(fields)
    elif kind is DateKind.SHIFT:
        fields = _shift(parts)
    elif "step" in parts:
        step = _STEP_OF[parts["step"].lower().split()[-1]]
        unit = Precision.YEAR if kind is DateKind.CALENDAR else Precision.WEEK
        fields = replace(fields, offset=step, unit=unit)
    elif kind is DateKind.CALENDAR and fields.day is None and fields.month is not None:
        step = {"last": -1, "next": 1}.get(match.group().split()[0].lower(), 0)
        fields = replace(fields, offset=step or None, unit=Precision.MONTH if step else None)
    phrase = DatePhrase(span=Span(start, end), kind=kind, fields=fields)
    return phrase if _possible(phrase) else None


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else _MONTH_OF[word[:3].lower()]


def _numeric(fields: DateFields) -> tuple[DateKind, DateFields]:
    """Read 13/05/2022 and 05/13/2022; 03/04/2022 can be either and stays ambiguous."""
    day, month = fields.day or 0, fields.month or 0
    if day > 12 or day == month:
        return DateKind.CALENDAR, fields
    if month > 12:
        return DateKind.CALENDAR, replace(fields, day=month, month=day)
    return DateKind.AMBIGUOUS, fields


def _shift(parts: dict[str, str]) -> DateFields:
    if "word" in parts:
        words = " ".join(parts["word"].lower().split())
        days = next((n for word, n in _SHIFT_OF if word in words), 0)
        return DateFields(offset=days, unit=Precision.DAY)
    unit = _UNIT_OF[parts["unit"].lower()]
    if "count" in parts:
        count = parts["count"].lower()
        return DateFields(offset=-(_COUNT_OF.get(count) or int(count)), unit=unit)
    step = _STEP_OF[parts["step"].lower().split()[-1]]
    earlier = parts.get("so_far", "").lower() == "earlier"
    return DateFields(offset=step, unit=unit, so_far=earlier and step == 0)


def _possible(phrase: DatePhrase) -> bool:
    fields = phrase.fields
    if fields.day is None or fields.month is None or phrase.kind is DateKind.AMBIGUOUS:
        return True
    return _day(fields.year or 2000, fields.month, fields.day) is not None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _calendar(phrase: DatePhrase, fields: DateFields) -> DateInterval | None:
    year = fields.year or 0
    if fields.month is None:
        return _interval(phrase, date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
    if fields.day is None:
        return _month_of(phrase, year, fields.month)
    day = _day(year, fields.month, fields.day)
    return None if day is None else _interval(phrase, day, day, Precision.DAY)


def _relative(phrase: DatePhrase, today: date) -> DateInterval | None:
    fields = phrase.fields
    try:
        if phrase.kind is DateKind.WEEKDAY:
            day = _weekday(today, fields.weekday or 0, fields.offset)
            return _interval(phrase, day, day, Precision.DAY)
        if phrase.kind is DateKind.SHIFT:
            return _shifted(phrase, today)
        year = _year_for(fields, today)
        return None if year is None else _calendar(phrase, replace(fields, year=year))
    except (OverflowError, ValueError):  # before year 1 or after 9999
        return None


def _weekday(today: date, weekday: int, step: int | None) -> date:
    back = (today.weekday() - weekday) % 7
    if step == -1:
        return today - timedelta(days=back or 7)
    if step == 1:
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back)


def _shifted(phrase: DatePhrase, today: date) -> DateInterval | None:
    offset, unit = phrase.fields.offset or 0, phrase.fields.unit
    last = today if phrase.fields.so_far else None
    if unit is Precision.DAY:
        day = today + timedelta(days=offset)
        return _interval(phrase, day, day, Precision.DAY)
    if unit is Precision.WEEK:
        monday = today + timedelta(days=7 * offset - today.weekday())
        return _interval(phrase, monday, last or monday + timedelta(days=6), Precision.WEEK)
    if unit is Precision.MONTH:
        year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
        return _month_of(phrase, year, month + 1, last)
    year = today.year + offset
    return _interval(phrase, date(year, 1, 1), last or date(year, 12, 31), Precision.YEAR)


def _year_for(fields: DateFields, today: date) -> int | None:
    """Return the year of a day or month that is given without one; None where two are likely."""
    if fields.unit is Precision.YEAR:
        return today.year + (fields.offset or 0)
    if fields.unit is Precision.MONTH and fields.month is not None:
        return today.year + (
            -(fields.month >= today.month) if fields.offset == -1 else fields.month <= today.month
        )
    if fields.weekday is not None and (year := _year_by_weekday(fields, today)):
        return year
    day = _day(today.year, fields.month or 1, fields.day or 15)
    if day is None:
        return None
    ahead = (day - today).days
    if -_LONG_AHEAD <= ahead <= _AHEAD:
        return today.year
    return today.year - 1 if ahead > _LONG_AHEAD else None


def _year_by_weekday(fields: DateFields, today: date) -> int | None:
    near = [_day(today.year + n, fields.month or 1, fields.day or 1) for n in (-1, 0, 1)]
    fits = [d for d in near if d is not None and d.weekday() == fields.weekday]
    return min(fits, key=lambda d: abs(d - today)).year if fits else None


def _month_of(phrase: DatePhrase, year: int, month: int, last: date | None = None) -> DateInterval:
    after = date(year + month // 12, month % 12 + 1, 1)
    return _interval(
        phrase, date(year, month, 1), last or after - timedelta(days=1), Precision.MONTH
    )


def _interval(phrase: DatePhrase, start: date, end: date, precision: Precision) -> DateInterval:
    return DateInterval(start=start, end=end, precision=precision, span=phrase.span)
