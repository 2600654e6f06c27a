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

__all__ = ["resolve"]

# A day without a year is this year's, unless it would be months ahead or almost a year back.
_AHEAD = 183
_LONG_AHEAD = 300


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
    return _dated(phrase, *(_seen_from(phrase, day, tense) for day in _ends(published)))


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
    year = fields.year if fields.year is not None else _year_for(fields, today, tense)
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


def _year_for(fields: TimeFields, today: date, tense: Tense | None) -> int | None:
    """Return the year of a day or month that is given without one; None where two are likely."""
    if fields.unit is Precision.YEAR:
        return today.year + (fields.offset or 0)
    if fields.unit is Precision.MONTH and fields.month is not None:
        return today.year + _month_step(fields.month, fields.offset or 0, today.month)
    if fields.weekday is not None and (year := _year_by_weekday(fields, today)):
        return year
    if tense in (Tense.PAST, Tense.FUTURE):
        return _year_by_tense(fields, today, back=tense is Tense.PAST)
    if not possible_day(today.year, fields.month or 1, fields.day or 15):
        return None
    ahead = (date(today.year, fields.month or 1, fields.day or 15) - today).days
    if -_LONG_AHEAD <= ahead <= _AHEAD:
        return today.year
    return today.year - 1 if ahead > _LONG_AHEAD else None


def _month_step(month: int, step: int, present: int) -> int:
    if step == -1:
        return -(month >= present)
    return int(month <= present) if step == 1 else 0


def _year_by_tense(fields: TimeFields, today: date, *, back: bool) -> int | None:
    """Return the year of the last such day or month that has begun, or of the next one."""
    month = fields.month or 1
    this = (month, fields.day or today.day if month == today.month else fields.day or 1)
    present = (today.month, today.day)
    year = today.year - (this > present) if back else today.year + (this < present)
    return year if possible_day(year, month, fields.day or 1) else None


def _year_by_weekday(fields: TimeFields, today: date) -> int | None:
    month, day = fields.month or 1, fields.day or 1
    near = [
        date(today.year + n, month, day)
        for n in (-1, 0, 1)
        if possible_day(today.year + n, month, day)
    ]
    fits = [d for d in near if d.weekday() == fields.weekday]
    return min(fits, key=lambda d: abs(d - today)).year if fits else None
