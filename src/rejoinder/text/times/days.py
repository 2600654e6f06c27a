"""Reckoning with days: weeks, months and years around a day, as first and last day.

Every function raises OverflowError or ValueError beyond the years 1 to 9999.
"""

from datetime import date, timedelta

from rejoinder.model.date import Precision

__all__ = [
    "Days",
    "month_days",
    "near_weekday",
    "possible_day",
    "shifted",
    "stretch_of_months",
    "week_days",
    "weekend_days",
    "year_days",
]

Days = tuple[date, date, Precision]


def possible_day(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has that day."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def year_days(year: int) -> Days:
    """Return a year."""
    return date(year, 1, 1), date(year, 12, 31), Precision.YEAR


def month_days(year: int, month: int) -> Days:
    """Return a month; ``month`` may run below 1 or above 12."""
    return stretch_of_months(year, month, 1)


def stretch_of_months(year: int, month: int, months: int) -> Days:
    """Return so many months from one on; ``month`` may run below 1 or above 12."""
    first, after = year * 12 + month - 1, year * 12 + month - 1 + months
    return (
        date(first // 12, first % 12 + 1, 1),
        date(after // 12, after % 12 + 1, 1) - timedelta(days=1),
        Precision.MONTH,
    )


def week_days(day: date, weeks: int = 0) -> Days:
    """Return the week, Monday to Sunday, that many weeks from the day's own."""
    monday = day + timedelta(days=7 * weeks - day.weekday())
    return monday, monday + timedelta(days=6), Precision.WEEK


def weekend_days(day: date, weekends: int) -> Days:
    """Return a Saturday and Sunday: 0 is the last that had begun, 1 the one after it."""
    saturday = near_weekday(day, 5, back=True) + timedelta(days=7 * weekends)
    return saturday, saturday + timedelta(days=1), Precision.DAY


def near_weekday(day: date, weekday: int, *, back: bool) -> date:
    """Return the nearest such weekday not after the day, or not before it."""
    if back:
        return day - timedelta(days=(day.weekday() - weekday) % 7)
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def shifted(day: date, offset: int, unit: Precision) -> Days:
    """Return the day, week, month or year so many units from the day's own."""
    match unit:
        case Precision.DAY:
            moved = day + timedelta(days=offset)
            return moved, moved, Precision.DAY
        case Precision.WEEK:
            return week_days(day, offset)
        case Precision.MONTH:
            return month_days(day.year, day.month + offset)
        case Precision.YEAR:
            return year_days(day.year + offset)
