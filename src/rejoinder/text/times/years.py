"""The year of a day or month that is given without one."""

from datetime import date

from rejoinder.model.date import Precision
from rejoinder.text.times.days import possible_day
from rejoinder.text.times.phrases import Tense, TimeFields

__all__ = ["year_for"]

# A day without a year is this year's, unless it would be months ahead or almost a year back.
_AHEAD = 183
_LONG_AHEAD = 300


def year_for(fields: TimeFields, today: date, tense: Tense | None) -> int | None:
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
