"""The forms of times that have two ends, are no single unit, or count from another date.

Groups: ``from_…`` and ``to_…`` of day, month, year and weekday are the two ends; ``year`` is the
year of both; ``unit``, ``count``, ``step`` as in `rejoinder.text.times.forms`.
"""

import re

from rejoinder.text.times.phrases import TimeKind
from rejoinder.text.times.words import FOREIGN_MONTHS, MONTHS, NUMBER, SHORT_MONTHS, WEEKDAYS

__all__ = ["RANGES", "STRETCHES"]

_NOT_IN = r"(?<![\w/.\-])"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_MONTH = rf"(?:{MONTHS}|(?:{SHORT_MONTHS})\b\.?)"
_LAST_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR})\b(?![.,]\d))?"
_TO = r"(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+)"
_NUMBER = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"

# Two ends. "and" joins them only after "between", which `RANGES` checks by its first group.
RANGES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form)
    for form in (
        # 3-5 May 2022; between 3 and 5 May
        rf"(?:\b(?P<between>[Bb]etween\s+))?{_NOT_IN}(?P<from_day>{_DAY}){_TO}(?P<to_day>{_DAY})"
        rf"\s+(?:of\s+)?(?P<to_month>{_MONTH})(?!\w){_LAST_YEAR}",
        # March 5-8; between May 3 and 5, 2022
        rf"(?:\b(?P<between>[Bb]etween\s+))?\b(?P<from_month>{_MONTH})\s+(?P<from_day>{_DAY}){_TO}"
        rf"(?P<to_day>{_DAY})\b(?!:\d|\s+(?:{MONTHS}|{SHORT_MONTHS})\b){_LAST_YEAR}",
        # May 3 to June 5; May 3, 2021, to June 5, 2022
        rf"(?:\b(?P<between>[Bb]etween\s+))?\b(?P<from_month>{_MONTH})\s+(?P<from_day>{_DAY})"
        rf"(?:,?\s+(?P<from_year>{_YEAR}),?)?{_TO}(?P<to_month>{_MONTH})\s+(?P<to_day>{_DAY})\b"
        rf"(?!:\d){_LAST_YEAR}",
        # 28 March to 2 April 2023
        rf"(?:\b(?P<between>[Bb]etween\s+))?\b(?P<from_day>{_DAY})\s+(?P<from_month>{_MONTH})"
        rf"(?:\s+(?P<from_year>{_YEAR}))?{_TO}(?P<to_day>{_DAY})\s+(?P<to_month>{_MONTH})(?!\w)"
        rf"{_LAST_YEAR}",
        # March to May 2022
        rf"(?:\b(?P<between>[Bb]etween\s+))?\b(?P<from_month>{MONTHS})(?:\s+(?P<from_year>{_YEAR}))?"
        rf"{_TO}(?P<to_month>{MONTHS})\b(?!\s+\d\d?\b){_LAST_YEAR}",
        # 2014-2016; between 2010 and 2012; 2014-16
        rf"(?:\b(?P<between>[Bb]etween\s+))?{_NOT_IN}(?P<from_year>{_YEAR}){_TO}"
        rf"(?P<to_year>{_YEAR}|(?<=[-–—])\d\d)\b(?![-/.]\d)",
        # Monday to Friday
        rf"(?:\b(?P<between>[Bb]etween\s+))?\b(?P<from_weekday>{WEEKDAYS}){_TO}"
        rf"(?P<to_weekday>{WEEKDAYS})\b",
    )
)

STRETCHES: tuple[tuple[TimeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(form))
    for kind, form in (
        # the week of March 3: not a day
        (
            TimeKind.RANGE,
            rf"\b(?P<week_of>(?:the\s+)?week\s+of)\s+(?:(?P<month>{_MONTH})\s+(?P<day>{_DAY})\b"
            rf"|(?P<day2>{_DAY})\s+(?P<month2>{_MONTH})(?!\w)){_LAST_YEAR}",
        ),
        # the weekend; last weekend; this past weekend
        (
            TimeKind.WEEKEND,
            r"(?i:\b(?P<step>last|next|this|(?:this|the)\s+(?:past|coming)|the)\s+weekend\b)(?!-\w)",
        ),
        (TimeKind.NIGHT, r"(?i:(?<!-)\bovernight\b(?!\s+(?:stay|train|success|rate|flight)|-\w))"),
        # the first quarter of 2014; the second half of the year
        (
            TimeKind.PART,
            r"\b(?:the\s+)?(?P<part>first|second|third|fourth|1st|2nd|3rd|4th)\s+"
            rf"(?P<piece>quarter|half)(?:\s+of\s+(?:(?P<year>{_YEAR})\b|(?P<step>this|last|next)\s+"
            r"year\b|the\s+year\b)|(?!\s+of\b))",
        ),
        # Q3 2014
        (TimeKind.PART, rf"\bQ(?P<part>[1-4])\s+(?:of\s+)?(?P<year>{_YEAR})\b"),
        # last quarter
        (TimeKind.PART, r"\b(?P<step>last|this|next)\s+(?P<piece>quarter)\b"),
        # the summer of 2014; spring 2014; this winter
        (
            TimeKind.SEASON,
            r"\b(?:(?P<step>[Tt]his|[Ll]ast|[Nn]ext)\s+)?(?P<season>spring|summer|autumn|fall|winter)"
            rf"(?:\s+(?:of\s+)?(?P<year>{_YEAR})(?:\s*[-–/]\s*\d\d(?:\d\d)?)?\b)?",
        ),
        # the 1990s
        (
            TimeKind.DECADE,
            r"\b(?i:(?:the\s+)?(?:early|mid|late)?[-\s]?)\b(?P<year>(?:19|20)\d0)['’]?s\b",
        ),
        # on the 28th; the 5th of last month
        (
            TimeKind.DAY_OF_MONTH,
            r"\b(?:the\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)\s+of\s+(?P<step>this|last|next)\s+month\b",
        ),
        (
            TimeKind.DAY_OF_MONTH,
            r"(?<=\b[Oo]n\s)(?:the\s+)(?P<day>\d\d?)(?:st|nd|rd|th)\b(?=[,.;:)]|\s+(?:he|she|it|they)\b)",
        ),
        # the same day; the next week; the previous month; the following year
        (
            TimeKind.ECHO,
            r"(?i:\b(?:the|that)\s+(?P<step>very\s+same|same|next|following|previous|preceding)\s+"
            r"(?P<unit>day|week|month|year)\b)(?!['’]?s\b)",
        ),
        # a day earlier; two weeks later; the day before: not "a day after they met"
        (
            TimeKind.ECHO,
            rf"(?i:\b(?:just\s+|only\s+)?(?P<count>{NUMBER}|the)\s+(?P<unit>day|week|month|year)s?\s+"
            r"(?P<turn>earlier|later|afterwards?|beforehand|(?:before|after)(?=\s*[,.;:]))\b)"
            r"(?!\s+than\b)",
        ),
        # that day; that week
        (TimeKind.ECHO, r"(?i:\b(?P<step>that)\s+(?:very\s+)?(?P<unit>day|week|month|year)\b)"),
        # at the time; at that time: but "at the same time" only joins two sentences
        (
            TimeKind.ECHO,
            r"(?i:\bat\s+th(?:e|at)\s+(?P<then>time)\b)(?!\s+(?:of|when|that)\b)",
        ),
        # 13 Khordad 1402; Bahman 22; the month of Muharram
        (
            TimeKind.FOREIGN,
            rf"\b(?:\d\d?(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{FOREIGN_MONTHS})(?:,?\s+1[34]\d\d\b|\s+57\d\d\b)?"
            rf"|(?:{FOREIGN_MONTHS})\s+(?:\d\d?(?:st|nd|rd|th)?(?:,?\s+1[34]\d\d)?|1[34]\d\d|57\d\d)\b"
            rf"|(?:the\s+)?(?:holy\s+)?month\s+of\s+(?:{FOREIGN_MONTHS}))(?!\w)",
        ),
    )
)
