"""Which days a phrase of time means, seen from the day on which it was written."""

from dataclasses import replace
from datetime import date, timedelta

from rejoinder.model.date import DateInterval, Precision
from rejoinder.text.times.days import (
    Days,
    month_days,
    near_weekday,
    possible_day,
    shifted,
    stretch_of_months,
    week_days,
    weekend_days,
    year_days,
)
from rejoinder.text.times.phrases import Tense, TimeFields, TimeKind, TimePhrase
from rejoinder.text.times.years import year_for

__all__ = ["resolve"]


def resolve(
    phrase: TimePhrase,
    published: DateInterval | None,
    *,
    tense: Tense | None = None,
    base: DateInterval | None = None,
    day_first: bool | None = None,
) -> DateInterval | None:
    """Return the days that the phrase means, with its span; None where that cannot be known.

    A phrase without a year needs ``published``, and means the same from every day of it. "Tuesday"
    is the last one that is not after that day (so news is written), or the next one if ``tense`` is
    the future. A weekday that contradicts the day given is ignored.

    Args:
        phrase: what was found.
        published: when the words were written, as far as it is known.
        tense: which way the clause of the phrase looks; None for "as news is written".
        base: the date that "the same day" and "a week later" count from.
        day_first: how numbers are to be read where they can be two days (03/04/2022).
    """
    if phrase.kind is TimeKind.ECHO:
        return _dated(phrase, *(_echo(phrase.fields, day) for day in _ends(base)), base=base)
    phrase = _in_order(phrase, day_first=day_first)
    if _is_absolute(phrase):
        return _dated(phrase, _seen_from(phrase, date(2000, 1, 1), tense))
    found = _dated(phrase, *(_seen_from(phrase, day, tense) for day in _ends(published)))
    return _on_its_side(phrase, found, published, tense)


def _ends(interval: DateInterval | None) -> tuple[date, ...]:
    return () if interval is None else tuple({interval.start, interval.end})


def _dated(
    phrase: TimePhrase, *found: Days | None, base: DateInterval | None = None
) -> DateInterval | None:
    """Return what all agree on."""
    if base is not None and phrase.fields.unit is None:
        return replace(base, span=phrase.span)
    if len(set(found)) != 1 or found[0] is None:
        return None
    start, end, precision = found[0]
    if end < start:
        return None
    return DateInterval(start=start, end=end, precision=precision, span=phrase.span)


def _on_its_side(
    phrase: TimePhrase,
    found: DateInterval | None,
    published: DateInterval | None,
    tense: Tense | None,
) -> DateInterval | None:
    """Return what "this week" leaves for the past, up to the present, or for the future from it."""
    if found is None or published is None or phrase.kind is not TimeKind.SHIFT:
        return found
    if tense is Tense.PAST and found.start <= published.end < found.end:
        return replace(found, end=published.end)
    if tense is Tense.FUTURE and found.start < published.start <= found.end:
        return replace(found, start=published.start)
    return found


def _in_order(phrase: TimePhrase, *, day_first: bool | None) -> TimePhrase:
    fields = phrase.fields
    if phrase.kind is not TimeKind.AMBIGUOUS or day_first is None or fields.day is None:
        return phrase
    if not day_first:
        fields = replace(fields, day=fields.month, month=fields.day)
    return replace(phrase, kind=TimeKind.CALENDAR, fields=fields)


def _is_absolute(phrase: TimePhrase) -> bool:
    match phrase.kind:
        case TimeKind.CALENDAR | TimeKind.DECADE | TimeKind.PART | TimeKind.SEASON:
            return phrase.fields.year is not None
        case TimeKind.RANGE:
            return (phrase.to or phrase.fields).year is not None
        case _:
            return False


def _echo(fields: TimeFields, base: date) -> Days | None:
    try:
        if fields.month is not None:
            return _calendar(replace(fields, year=base.year), base, None)
        return shifted(base, fields.offset or 0, fields.unit or Precision.DAY)
    except (OverflowError, ValueError):
        return None


def _seen_from(phrase: TimePhrase, today: date, tense: Tense | None) -> Days | None:
    try:
        return _days(phrase, today, tense)
    except (OverflowError, ValueError):  # before year 1 or after 9999
        return None


def _days(phrase: TimePhrase, today: date, tense: Tense | None) -> Days | None:
    fields = phrase.fields
    match phrase.kind:
        case TimeKind.CALENDAR:
            return _calendar(fields, today, tense)
        case TimeKind.WEEKDAY:
            return _weekday(fields, today, tense)
        case TimeKind.SHIFT:
            return _shift(fields, today)
        case TimeKind.RANGE:
            return _range(fields, phrase.to, today, tense)
        case TimeKind.WEEKEND:
            return _weekend(fields.offset, today, tense)
        case TimeKind.PART:
            return _part(fields, today, tense)
        case TimeKind.DAY_OF_MONTH:
            return _day_of_month(fields, today)
        case _:
            return _simple(phrase, today)


def _simple(phrase: TimePhrase, today: date) -> Days | None:
    """Return what needs no tense: a night, a season, a decade; None for what stays open."""
    fields = phrase.fields
    match phrase.kind:
        case TimeKind.NIGHT:
            return today - timedelta(days=1), today, Precision.DAY
        case TimeKind.SEASON if fields.year is not None or fields.offset is not None:
            return year_days(fields.year or today.year + (fields.offset or 0))
        case TimeKind.DECADE:
            first = fields.year or 0
            return date(first, 1, 1), date(first + 9, 12, 31), Precision.YEAR
        case _:
            return None


def _calendar(fields: TimeFields, today: date, tense: Tense | None) -> Days | None:
    year = fields.year if fields.year is not None else year_for(fields, today, tense)
    if year is None:
        return None
    if fields.month is None:
        return year_days(year)
    if fields.day is None:
        return month_days(year, fields.month)
    if not possible_day(year, fields.month, fields.day):
        return None
    day = date(year, fields.month, fields.day)
    return day, day, Precision.DAY


def _weekday(fields: TimeFields, today: date, tense: Tense | None) -> Days | None:
    weekday = fields.weekday or 0
    if fields.unit is Precision.WEEK:
        day = week_days(today, fields.offset or 0)[0] + timedelta(days=weekday)
    elif fields.offset == -1:
        day = near_weekday(today - timedelta(days=1), weekday, back=True)
    elif fields.offset == 1:
        day = near_weekday(today + timedelta(days=1), weekday, back=False)
    elif tense is Tense.EITHER and today.weekday() != weekday:
        return None
    else:
        day = near_weekday(today, weekday, back=tense is not Tense.FUTURE)
    return day - timedelta(days=fields.night), day, Precision.DAY


def _shift(fields: TimeFields, today: date) -> Days:
    first, last, unit = shifted(today, fields.offset or 0, fields.unit or Precision.DAY)
    return (today if fields.yet else first), (today if fields.so_far else last), unit


def _range(
    first: TimeFields, last: TimeFields | None, today: date, tense: Tense | None
) -> Days | None:
    if last is None:
        day = _calendar(first, today, tense)
        return None if day is None else week_days(day[0])
    if first.weekday is not None and last.weekday is not None:
        return _weekdays(first.weekday, last.weekday, today, tense)
    end = _calendar(last, today, tense)
    if end is None:
        return None
    year = first.year if first.year is not None else end[0].year
    start = _calendar(replace(first, year=year), today, tense)
    if start is not None and start[0] > end[1] and first.year is None:
        start = _calendar(replace(first, year=year - 1), today, tense)
    if start is None or (end[1] - start[0]).days > 366 * 100:
        return None
    return start[0], end[1], end[2]


def _weekdays(first: int, last: int, today: date, tense: Tense | None) -> Days | None:
    if tense is Tense.PAST:
        end = near_weekday(today, last, back=True)
        return near_weekday(end, first, back=True), end, Precision.DAY
    if tense is Tense.FUTURE:
        start = near_weekday(today, first, back=False)
        return start, near_weekday(start, last, back=False), Precision.DAY
    return None


def _weekend(step: int | None, today: date, tense: Tense | None) -> Days | None:
    in_weekend = today.weekday() >= 5
    match step:
        case -1:
            return weekend_days(today, -1 if in_weekend else 0)
        case 1:
            return weekend_days(today, 1) if in_weekend else None
        case _ if in_weekend:
            return weekend_days(today, 0)
        case _ if tense is Tense.FUTURE:
            return weekend_days(today, 1)
        case _ if tense is Tense.PAST or (step is None and tense is None):
            return weekend_days(today, 0)
        case _:
            return None


def _part(fields: TimeFields, today: date, tense: Tense | None) -> Days | None:
    months = fields.months or 3
    if fields.month is None:
        first = (today.month - 1) // months * months + 1
        return stretch_of_months(today.year, first + months * (fields.offset or 0), months)
    if fields.year is not None:
        return stretch_of_months(fields.year, fields.month, months)
    if fields.offset is not None:
        return stretch_of_months(today.year + fields.offset, fields.month, months)
    if tense is Tense.EITHER:
        return None
    this = stretch_of_months(today.year, fields.month, months)
    if tense is Tense.FUTURE:
        return this if this[1] >= today else stretch_of_months(today.year + 1, fields.month, months)
    return this if this[0] <= today else stretch_of_months(today.year - 1, fields.month, months)


def _day_of_month(fields: TimeFields, today: date) -> Days | None:
    month = month_days(today.year, today.month + (fields.offset or 0))[0]
    if fields.day is None or not possible_day(month.year, month.month, fields.day):
        return None
    day = month.replace(day=fields.day)
    if fields.offset is None and day > today:
        return None
    return day, day, Precision.DAY
