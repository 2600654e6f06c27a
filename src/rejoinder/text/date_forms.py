"""The forms of dates in English news, as patterns; `rejoinder.text.dates` reads their groups.

Groups: ``year``, ``month``, ``day``, ``weekday``; ``step`` (last, this, next); ``unit`` (week,
month, year); ``count`` (of units ago); ``word`` (yesterday, tonight); ``so_far`` (earlier, late).
"""

import re
from enum import StrEnum

__all__ = ["FEAST", "FORMS", "RANGES", "DateKind"]


class DateKind(StrEnum):
    """What a phrase counts from."""

    CALENDAR = "calendar"
    WEEKDAY = "weekday"
    SHIFT = "shift"
    AMBIGUOUS = "ambiguous"


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_WEEKDAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"

_MONTH = rf"(?P<month>{_MONTHS}|(?:{_SHORT_MONTHS})\b\.?)(?!\w)"
_LONG_MONTH = rf"(?P<month>{_MONTHS})\b"
_M = r"(?P<month>0?[1-9]|1[0-2])"
_D = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?P<year>(?:19|20)\d\d)\b(?![.,]\d)"
_LED = rf"(?:(?P<weekday>{_WEEKDAYS}|(?:{_SHORT_WEEKDAYS})\b\.?),?\s+(?:the\s+)?)?"
_STEP_YEAR = r"\s+(?:of\s+)?(?P<step>last|this|next)\s+year\b"
_OF_YEAR = rf"(?:(?:,\s*|\s+(?:of\s+|in\s+)?){_Y}|{_STEP_YEAR})?"
_VAGUELY = (
    r"(?i:(?:early|mid|late)[-\s](?:in\s+)?|(?:the\s+)?(?:beginning|start|middle|end)\s+of\s+)"
)
_SO_FAR = r"(?:(?P<so_far>earlier|late|later|early)\s+(?:on\s+)?)?"
_PART_OF_DAY = r"(?:\s+(?:morning|noon|afternoon|evening|night)\b)?"
_NUMBER = r"an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}"
_NOT_IN = r"(?<![\w/.\-])"
_NOT_ON = r"(?![\w/\-]|\.\d)"

# What must stand before a bare month or year: "May" and "March" are words, 2,020 can be a number.
_BEFORE_MONTH = r"(?i:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=since\s)|(?<=until\s)|(?<=during\s))"
_BEFORE_YEAR = (
    r"(?i:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=since\s)|(?<=until\s)|(?<=during\s)"
    r"|(?<=before\s)|(?<=after\s)|(?<=from\s)|(?<=year\s)|(?<=\())"
)
_NO_COUNT = (
    r"(?!\s+(?:people|men|women|troops|soldiers|prisoners|dollars|euros|met[er]+s|kilomet|km\b))"
)
_NO_PAPER = r"(?!\s+(?:Times|Telegraph|Mirror|Express|Mail|Post|Independent|Herald|World)\b)"

# Where two forms start at one place the longer wins, then the earlier one here. Add forms here.
FORMS: tuple[tuple[DateKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        # 2023-03-31, 2023/05/21, 2022-11-10T09:30
        (
            DateKind.CALENDAR,
            rf"{_NOT_IN}(?P<year>(?:19|20)\d\d)(?P<s>[-/.]){_M}(?P=s){_D}(?:(?=T\d)|{_NOT_ON})",
        ),
        # 31.03.2023
        (DateKind.CALENDAR, rf"{_NOT_IN}{_D}\.{_M}\.{_Y}{_NOT_ON}"),
        # 13/05/2022, 05/13/2022; 03/04/2022 stays open
        (
            DateKind.AMBIGUOUS,
            rf"{_NOT_IN}(?P<day>\d\d?)(?P<s>[-/])(?P<month>\d\d?)(?P=s){_Y}{_NOT_ON}",
        ),
        # Thursday, 10 November 2022; 10 Nov.; the 10th of November last year
        (DateKind.CALENDAR, rf"\b{_LED}\b{_D}\s+(?:of\s+)?{_MONTH}{_OF_YEAR}"),
        # 10-Nov-2022
        (DateKind.CALENDAR, rf"{_NOT_IN}{_D}-{_MONTH}-{_Y}"),
        # Thursday, November 10, 2022; March 28; Nov. 10th
        (
            DateKind.CALENDAR,
            rf"\b{_LED}\b{_MONTH}\s+(?:the\s+)?{_D}\b(?![:.,]\d|\s*(?:%|percent\b)){_OF_YEAR}",
        ),
        # November 2022; late November, 2013; March last year
        (
            DateKind.CALENDAR,
            rf"\b(?:{_VAGUELY})?\b{_MONTH}(?:,?\s+(?:of\s+)?{_Y}|{_STEP_YEAR})",
        ),
        # early April; the end of June
        (DateKind.CALENDAR, rf"\b{_VAGUELY}{_LONG_MONTH}(?!\s+\d)"),
        # last November
        (DateKind.CALENDAR, rf"\b(?i:last|this|next)\s+{_LONG_MONTH}(?!\s+\d)"),
        # in March
        (
            DateKind.CALENDAR,
            rf"{_BEFORE_MONTH}{_LONG_MONTH}(?!\s+\d|(?<=May)['’]s)(?!\s+[A-Z][a-z])",
        ),
        # late 2013
        (DateKind.CALENDAR, rf"\b{_VAGUELY}{_Y}"),
        # in 2020
        (DateKind.CALENDAR, rf"{_BEFORE_YEAR}{_Y}{_NO_COUNT}(?!['’]?s\b)"),
        # Tuesday; late on Tuesday; last Monday; Tuesday night
        (
            DateKind.WEEKDAY,
            rf"\b(?i:{_SO_FAR}(?:(?P<step>last|next|this|(?:this|the)\s+(?:past|coming))\s+)?)"
            rf"\b(?P<weekday>{_WEEKDAYS})\b{_PART_OF_DAY}{_NO_PAPER}",
        ),
        # yesterday; tonight; late yesterday evening
        (
            DateKind.SHIFT,
            r"(?i:\b(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow"
            r"|(?:(?:late|early|earlier)\s+)?(?:yesterday|today|tomorrow)|tonight|last\s+night"
            rf"|(?:earlier\s+)?this\s+(?:morning|afternoon|evening))\b{_PART_OF_DAY})",
        ),
        # earlier this week; last month; late last year
        (
            DateKind.SHIFT,
            rf"(?i:\b{_SO_FAR}(?P<step>last|this|next)"
            r"\s+(?P<unit>week|month|year)\b)(?!-\w)",
        ),
        # two weeks ago
        (DateKind.SHIFT, rf"(?i:\b(?P<count>{_NUMBER})\s+(?P<unit>day|week|month|year)s?\s+ago\b)"),
    )
)

_TO = r"(?:\s*[-–—]\s*|\s+(?:to|until|till|through)\s+)"
_PLAIN_D = r"\d\d?(?:st|nd|rd|th)?"
_PLAIN_Y = r"(?:19|20)\d\d"
_END = rf"(?:(?:{_WEEKDAYS}|{_MONTHS}|{_PLAIN_D}|{_PLAIN_Y})\b)"
_ENDS_YEAR = rf"(?:,?\s+{_PLAIN_Y}\b)?"

# Stretches of time: "3-5 May 2022", "May 3 to 5", "2014-2016", "Monday to Friday", "between ...".
RANGES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form)
    for form in (
        rf"{_NOT_IN}{_PLAIN_D}{_TO}{_PLAIN_D}\s+(?:of\s+)?(?:{_MONTHS}|{_SHORT_MONTHS})\b{_ENDS_YEAR}",
        rf"{_NOT_IN}{_PLAIN_Y}{_TO}(?:{_PLAIN_Y}|\d\d)\b(?![-/.]\d)",
        rf"\b(?:{_MONTHS})\s+{_PLAIN_D}{_ENDS_YEAR}{_TO}(?:(?:{_MONTHS})\s+)?{_PLAIN_D}\b(?!:\d){_ENDS_YEAR}",
        rf"\b{_PLAIN_D}\s+(?:{_MONTHS}){_ENDS_YEAR}{_TO}{_PLAIN_D}\s+(?:{_MONTHS})\b{_ENDS_YEAR}",
        rf"\b(?:{_MONTHS}|{_WEEKDAYS}){_ENDS_YEAR}{_TO}(?:{_MONTHS}|{_WEEKDAYS})\b{_ENDS_YEAR}",
        rf"\bbetween\s+{_END}(?:[,\s]+{_END}){{0,2}}\s+and\s+{_END}(?:[,\s]+{_END}){{0,2}}",
    )
)

# "Good Friday" and the like name a feast or an event, not a day of this week.
FEAST = re.compile(r"(?:Good|Black|Bloody|Super|Ash|Palm|Easter|Maundy|Fat|Holy|Whit|Cyber)\s+\Z")
