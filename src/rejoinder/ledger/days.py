"""Days on which statements may have been said, so that a window of days finds them all."""

from datetime import date, timedelta

from rejoinder.model.date import DateInterval
from rejoinder.model.record import ArticleRecord

__all__ = ["first_days", "speech_days"]

_LONGEST = timedelta(days=366)
"""No date in ``speech_days`` is that long."""


def speech_days(record: ArticleRecord) -> list[str]:
    """Return the values of ``speech_days.first_day`` for the statements of a record, each once."""
    published = record.article.published
    return sorted({_first_day(each.said or published) for each in record.statements})


def first_days(since: date, until: date) -> tuple[str, str]:
    """Return the least and the greatest first day of what may have been said from day to day."""
    least = since - _LONGEST if since - date.min > _LONGEST else date.min
    return least.isoformat(), until.isoformat()


def _first_day(when: DateInterval | None) -> str:
    if when is None or when.end - when.start >= _LONGEST:
        return ""
    return when.start.isoformat()
