"""What a phrase of time says, before anybody knows on which day it was written."""

from dataclasses import dataclass
from enum import StrEnum

from rejoinder.model.date import Precision
from rejoinder.model.span import Span
from rejoinder.model.time import Relation

__all__ = ["Tense", "TimeFields", "TimeKind", "TimePhrase"]


class TimeKind(StrEnum):
    """What a phrase counts from.

    ``calendar``: names a day, month or year; ``weekday``; ``shift``: so many units from the
    present; ``ambiguous``: numbers that can be two days, or a count that is only about right;
    ``range``: two ends; ``weekend``; ``night``: overnight; ``part``: quarter or half of a year;
    ``season``; ``decade``; ``day_of_month``: "the 28th"; ``echo``: counts from another date of
    the text; ``foreign``: a month of another calendar.
    """

    CALENDAR = "calendar"
    WEEKDAY = "weekday"
    SHIFT = "shift"
    AMBIGUOUS = "ambiguous"
    RANGE = "range"
    WEEKEND = "weekend"
    NIGHT = "night"
    PART = "part"
    SEASON = "season"
    DECADE = "decade"
    DAY_OF_MONTH = "day_of_month"
    ECHO = "echo"
    FOREIGN = "foreign"


class Tense(StrEnum):
    """Which way from the present the words around a phrase look; ``either``: they do not say."""

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeFields:
    """What a phrase says; what it does not say is None.

    Attributes:
        weekday: 0 is Monday.
        offset: how many units before (negative) or after the present, or the echoed date.
        unit: what ``offset`` counts, or what "last" and "next" stand before.
        months: how many months the stretch has that begins with ``month``.
        so_far: "earlier this week": not later than the day of publication.
        yet: "later this week": not before it.
        night: "the night to Saturday": the day and the one before.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    offset: int | None = None
    unit: Precision | None = None
    months: int | None = None
    so_far: bool = False
    yet: bool = False
    night: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TimePhrase:
    """Words that name a time; the preposition before them is not part of it.

    ``to`` is the other end of a range.
    """

    span: Span
    kind: TimeKind
    fields: TimeFields
    to: TimeFields | None = None
    relation: Relation = Relation.AT
