"""Find the phrases of time in English news; `rejoinder.text.times.resolve` says what they mean."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from rejoinder.model.span import Span, merge
from rejoinder.model.time import Relation
from rejoinder.text.times.forms import FEAST, FORMS
from rejoinder.text.times.phrases import TimeKind, TimePhrase
from rejoinder.text.times.read import Reading, read_range, read_time
from rejoinder.text.times.stretches import RANGES, STRETCHES
from rejoinder.text.times.words import FOREIGN_MONTHS

__all__ = ["find_dates", "find_times"]

# No phrase is without one of these, and most of a text has none.
_TRIGGER = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"
    r"|(?:19|20)\d\d|\d\d?[/.]\d|Q[1-4]\b|\d\d?(?:st|nd|rd|th)\b"
    r"|[Yy]esterday|[Tt]o(?:day|morrow|night)|[Oo]vernight|ago\b|from\snow\b"
    r"|[Dd]ays?\b|[Ww]eek|[Mm]onth|[Yy]ear|[Nn]ight|[Mm]orning|[Aa]fternoon|[Ee]vening|time\b"
    rf"|spring|summer|autumn|fall|winter|quarter|half\b|(?:{FOREIGN_MONTHS})(?!\w))"
)
_REACH = 64
_DATES = frozenset({TimeKind.CALENDAR, TimeKind.WEEKDAY, TimeKind.SHIFT, TimeKind.AMBIGUOUS})

_BEFORE = re.compile(
    r"\b(?:(?P<since>since|from|as of|starting|beginning)|(?P<until>until|till|by|through)"
    r"|(?P<after>after|following)|(?P<before>before|ahead of|prior to|in the run-up to))"
    r"(?:\s+(?:on|at least|at|in|the|this|early|late))*\s+\Z",
    re.IGNORECASE,
)
_BEFORE_REACH = 28

_Found = tuple[int, int, int, TimeKind, re.Match[str], bool]


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimePhrase, ...]:
    """Return the phrases of time between two offsets, in text order, none overlapping another.

    Spans count in ``text`` itself. Habitual forms ("Tuesdays") and durations ("the 44-day war",
    "for a week") are not found.
    """
    stop = len(text) if end is None else end
    phrases: list[TimePhrase] = []
    for low, high in _windows(text, start, stop):
        phrases.extend(_find(text, low, high))
    return tuple(phrases)


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[TimePhrase, ...]:
    """Return those phrases that name a single day, week, month or year.

    What a stretch of time is part of ("3-5 May") is no date.
    """
    return tuple(phrase for phrase in find_times(text, start, end) if phrase.kind in _DATES)


def _windows(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches around what can be a phrase; each ends between words."""
    low = high = -1
    for match in _TRIGGER.finditer(text, start, stop):
        before, after = match.start() - _REACH, match.end() + _REACH
        if high < 0:
            low = before
        elif before > high:
            yield _snapped(text, low, high, start, stop)
            low = before
        high = after
    if high >= 0:
        yield _snapped(text, low, high, start, stop)


def _snapped(text: str, low: int, high: int, start: int, stop: int) -> tuple[int, int]:
    low, high = max(start, low), min(stop, high)
    while low > start and not text[low - 1].isspace():
        low -= 1
    while high < stop and not text[high].isspace():
        high += 1
    return low, high


def _find(text: str, start: int, stop: int) -> Iterator[TimePhrase]:
    taken: tuple[Span, ...] = ()
    found: list[_Found] = []
    for order, form in enumerate(RANGES):
        for m in form.finditer(text, start, stop):
            found.append((m.start(), -m.end(), order - len(RANGES), TimeKind.RANGE, m, True))
            if _is_stretch(m):
                taken = merge([*taken, Span(*m.span())])
    for order, (kind, form) in enumerate((*FORMS, *STRETCHES)):
        found.extend(
            (m.start(), -m.end(), order, kind, m, False) for m in form.finditer(text, start, stop)
        )
    starts = [span.start for span in taken]
    at = start
    for _, _, _, kind, match, is_range in sorted(found, key=lambda f: f[:3]):
        if match.start() < at:
            continue
        before = bisect_right(starts, match.end() - 1) - 1
        inside = before >= 0 and taken[before].end > match.start()
        if inside and not is_range:
            continue
        reading = read_range(match) if is_range else read_time(kind, match)
        if is_range and reading is None:
            continue
        at = match.end()  # also past what is no date after all: 31 February is not February
        if reading is not None and not _is_feast(match):
            yield _phrase(text, match, reading)


def _is_stretch(match: re.Match[str]) -> bool:
    return match["between"] is not None or re.search(r"\sand\s", match.group()) is None


def _is_feast(match: re.Match[str]) -> bool:
    if not match.groupdict().get("weekday"):
        return False
    return FEAST.search(match.string, max(0, match.start() - 8), match.start()) is not None


def _phrase(text: str, match: re.Match[str], reading: Reading) -> TimePhrase:
    kind, fields, to = reading
    return TimePhrase(
        span=Span(*match.span()),
        kind=kind,
        fields=fields,
        to=to,
        relation=_relation(text, match.start()),
    )


def _relation(text: str, at: int) -> Relation:
    match = _BEFORE.search(text, max(0, at - _BEFORE_REACH), at)
    if match is None:
        return Relation.AT
    return Relation(match.lastgroup or Relation.AT)
