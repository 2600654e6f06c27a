"""The forms of dates that name one day, week, month or year, as patterns with named groups.

Groups: ``year``, ``month``, ``day``, ``weekday``; ``step`` (last, this, next); ``unit`` (week,
month, year); ``count`` (of units ago); ``word`` (yesterday, tonight); ``so_far`` (earlier, late).
"""

import re

from rejoinder.text.times.phrases import TimeKind
from rejoinder.text.times.words import (
    MONTHS,
    NUMBER,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)

__all__ = ["FEAST", "FORMS"]

_MONTH = rf"(?P<month>{MONTHS}|(?:{SHORT_MONTHS})\b\.?)(?!\w)"
_LONG_MONTH = rf"(?P<month>{MONTHS})\b"
_M = r"(?P<month>0?[1-9]|1[0-2])"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)\b(?![.,]\d)"
_LED = rf"(?:(?P<weekday>{WEEKDAYS}|(?:{SHORT_WEEKDAYS})\b\.?),?\s+(?:the\s+)?)?"
_STEP_YEAR = r"\s+(?:of\s+)?(?P<step>last|this|next)\s+year\b"
_OF_YEAR = rf"(?:(?:,\s*|\s+(?:of\s+|in\s+)?){_Y}|,?{_STEP_YEAR})?"
_VAGUELY = (
    r"(?i:(?:early|mid|late)[-\s](?:in\s+)?|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)"
)
_SO_FAR = r"(?:(?P<so_far>earlier|late|later|early)\s+(?:on\s+)?)?"
_PART_OF_DAY = r"(?:\s+(?:morning|noon|afternoon|evening|night)\b)?"
_NOT_IN = r"(?<![\w/.\-])"
_NOT_ON = r"(?![\w/\-]|\.\d)"

# What must stand before a bare month or year: "May" and "March" are words, 2,020 can be a number.
# The lookahead only saves time.
_BEFORE_MONTH = (
    r"(?=[A-Z])(?i:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=since\s)|(?<=until\s)|(?<=during\s))"
)
_BEFORE_YEAR = (
    r"(?=[12]\d)(?i:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=since\s)|(?<=until\s)|(?<=during\s)"
    r"|(?<=before\s)|(?<=after\s)|(?<=from\s)|(?<=year\s)|(?<=\())"
)
_DETERMINED = r"(?=[12]\d)(?i:(?<=\bthe\s)|(?<=\ba\s)|(?<=\bits\s)|(?<=\btheir\s)|(?<=['’]s\s))"
_BEFORE_NUMBERS = (
    r"(?=\d)(?i:(?<=\bon\s)|(?<=dated\s)|(?<=since\s)|(?<=until\s)|(?<=\bby\s)|(?<=\())"
)
_NO_COUNT = (
    r"(?!\s+(?:people|men|women|troops|soldiers|prisoners|dollars|euros|met[er]+s|kilomet|km\b))"
)
_NO_PAPER = r"(?!\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Independent|Herald|World)\b)"
_ABOUT = r"(?P<about>(?i:(?:more|less)\s+than|over|nearly|almost|about|around|some|at\s+least)\s+)?"

# Where two forms start at one place the longer wins, then the earlier one here.
FORMS: tuple[tuple[TimeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        # 2023-03-31, 2023/05/21, 2022-11-10T09:30
        (
            TimeKind.CALENDAR,
            rf"{_NOT_IN}(?P<year>(?:19|20)\d\d)(?P<s>[-/.]){_M}(?P=s){_D}(?:(?=T\d)|{_NOT_ON})",
        ),
        # 31.03.2023
        (TimeKind.CALENDAR, rf"{_NOT_IN}{_D}\.{_M}\.{_Y}{_NOT_ON}"),
        # 13/05/2022, 05/13/2022; 03/04/2022 stays open
        (
            TimeKind.AMBIGUOUS,
            rf"{_NOT_IN}(?P<day>\d\d?)(?P<s>[-/])(?P<month>\d\d?)(?P=s){_Y}{_NOT_ON}",
        ),
        # on 03/28
        (TimeKind.AMBIGUOUS, rf"{_BEFORE_NUMBERS}(?P<day>\d\d)/(?P<month>\d\d){_NOT_ON}"),
        # Thursday, 10 November 2022; 10 Nov.; the 10th of November last year
        (TimeKind.CALENDAR, rf"\b{_LED}\b{_D}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}"),
        # July 22 that year; 22 July of the same year
        (
            TimeKind.ECHO,
            rf"\b(?:{_D}\s+(?:of\s+)?{_MONTH}|(?P<month2>{MONTHS}|(?:{SHORT_MONTHS})\b\.?)\s+"
            r"(?P<day2>[12]\d|3[01]|0?[1-9]))\s+(?:of\s+)?(?P<echo>that|the\s+same)\s+year\b",
        ),
        # 10-Nov-2022
        (TimeKind.CALENDAR, rf"{_NOT_IN}{_D}-{_MONTH}-{_Y}"),
        # Thursday, November 10, 2022; March 28; Nov. 10th
        (
            TimeKind.CALENDAR,
            rf"\b{_LED}\b{_MONTH}\s+(?:the\s+)?{_D}\b(?![:.,]\d|\s*(?:%|percent\b)){_OF_YEAR}",
        ),
        # November 2022; late November, 2013; March last year
        (
            TimeKind.CALENDAR,
            rf"\b(?:{_VAGUELY})?\b{_MONTH}(?:,?\s+(?:of\s+)?{_Y}|{_STEP_YEAR})",
        ),
        # early April; the end of June
        (TimeKind.CALENDAR, rf"\b{_VAGUELY}{_LONG_MONTH}(?!\s+\d)"),
        # last November
        (TimeKind.CALENDAR, rf"\b(?i:last|this|next)\s+{_LONG_MONTH}(?!\s+\d)"),
        # in March
        (
            TimeKind.CALENDAR,
            rf"{_BEFORE_MONTH}{_LONG_MONTH}(?!\s+\d|(?<=May)['’]s)(?!\s+[A-Z][a-z])",
        ),
        # late 2013
        (TimeKind.CALENDAR, rf"\b{_VAGUELY}{_Y}"),
        # in 2020
        (TimeKind.CALENDAR, rf"{_BEFORE_YEAR}{_Y}{_NO_COUNT}(?!['’]?s\b)"),
        # the 1994 agreement
        (TimeKind.CALENDAR, rf"{_DETERMINED}{_Y}{_NO_COUNT}(?=\s+[A-Za-z])"),
        # the night to Saturday; overnight into Saturday
        (
            TimeKind.WEEKDAY,
            r"\b(?i:(?:the\s+)?(?:over)?night\s+(?:from\s+\w+\s+)?(?P<night>(?:in)?to)\s+)"
            rf"(?P<weekday>{WEEKDAYS})\b",
        ),
        # Monday of last week; Tuesday this week
        (
            TimeKind.WEEKDAY,
            rf"\b(?P<weekday>{WEEKDAYS})\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b",
        ),
        # Tuesday; late on Tuesday; last Monday; Tuesday night
        (
            TimeKind.WEEKDAY,
            rf"\b(?i:{_SO_FAR}(?:(?P<step>last|next|this|(?:this|the)\s+(?:past|coming))\s+)?)"
            rf"\b(?P<weekday>{WEEKDAYS})\b{_PART_OF_DAY}{_NO_PAPER}",
        ),
        # yesterday; tonight; late yesterday evening
        (
            TimeKind.SHIFT,
            r"(?i:\b(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow"
            r"|(?:(?:late|early|earlier)\s+)?(?:yesterday|today|tomorrow)|tonight|last\s+night"
            rf"|(?:earlier\s+)?this\s+(?:morning|afternoon|evening))\b{_PART_OF_DAY})",
        ),
        # earlier this week; last month; late last year
        (
            TimeKind.SHIFT,
            rf"(?i:(?<!\bthe\s)\b{_SO_FAR}(?P<step>last|this|next)"
            r"\s+(?P<unit>week|month|year)\b)(?!-\w)",
        ),
        # two weeks ago; nearly two years ago
        (
            TimeKind.SHIFT,
            rf"\b{_ABOUT}(?i:(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s?\s+ago\b)",
        ),
        # two days from now
        (
            TimeKind.SHIFT,
            rf"(?i:\b(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s?\s+(?P<ahead>from\s+now)\b)",
        ),
    )
)

# "Good Friday" and the like name a feast or an event, not a day of this week.
FEAST = re.compile(r"(?:Good|Black|Bloody|Super|Ash|Palm|Easter|Maundy|Fat|Holy|Whit|Cyber)\s+\Z")
