"""From a match of one of the forms to what the phrase says."""

import re
from dataclasses import replace

from rejoinder.model.date import Precision
from rejoinder.text.times.days import possible_day
from rejoinder.text.times.phrases import TimeFields, TimeKind
from rejoinder.text.times.words import COUNT_OF, DAY_OF, MONTH_OF, ORDINAL_OF, STEP_OF, UNIT_OF

__all__ = ["Reading", "read_range", "read_time"]

Reading = tuple[TimeKind, TimeFields, TimeFields | None]

_SHIFT_OF = (
    ("day before yesterday", -2),
    ("day after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
)


def read_time(kind: TimeKind, match: re.Match[str]) -> Reading | None:
    """Return what the match says, or None where it is no time after all (31 February)."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    match kind:
        case TimeKind.AMBIGUOUS:
            return _numbers(_named(parts))
        case TimeKind.SHIFT if "about" in parts:
            return TimeKind.AMBIGUOUS, TimeFields(), None
        case TimeKind.SHIFT:
            return kind, _shift(parts), None
        case TimeKind.ECHO if "echo" in parts:
            return _in_that_year(parts)
        case TimeKind.ECHO:
            return kind, _echo(parts), None
        case TimeKind.RANGE:
            return _week_of(parts)
        case TimeKind.PART:
            return kind, _part(parts), None
        case TimeKind.SEASON:
            return _season(match.group(), parts)
        case _:
            fields = _named(parts)
            fields = _stepped(kind, fields, match.group(), parts)
            return (kind, fields, None) if _is_possible(fields) else None


def read_range(match: re.Match[str]) -> Reading | None:
    """Return the two ends of a range; None where it is none (3 and 5 May without "between")."""
    words = match.group()
    parts = {name: value for name, value in match.groupdict().items() if value}
    joined_by_and = re.search(r"\sand\s", words) is not None
    if joined_by_and != ("between" in parts):
        return None
    first = _end(parts, "from_")
    last = _end(parts, "to_", first.year)
    if last.year is None and "year" in parts:
        last = replace(last, year=int(parts["year"]))
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month)
    if not (_is_possible(first) and _is_possible(last)):
        return None
    return TimeKind.RANGE, first, last


def _end(parts: dict[str, str], which: str, century: int | None = None) -> TimeFields:
    own = {name[len(which) :]: value for name, value in parts.items() if name.startswith(which)}
    fields = _named(own)
    if fields.year is not None and fields.year < 100:
        fields = replace(fields, year=(century or 2000) // 100 * 100 + fields.year)
    return fields


def _named(parts: dict[str, str]) -> TimeFields:
    return TimeFields(
        year=int(parts["year"]) if "year" in parts else None,
        month=_month(parts.get("month")),
        day=int(re.sub(r"\D", "", parts["day"])) if "day" in parts else None,
        weekday=DAY_OF[parts["weekday"][:3].lower()] if "weekday" in parts else None,
        night="night" in parts,
    )


def _month(word: str | None) -> int | None:
    if word is None:
        return None
    return int(word) if word.isdigit() else MONTH_OF[word[:3].lower()]


def _is_possible(fields: TimeFields) -> bool:
    if fields.day is None:
        return True
    return possible_day(fields.year or 2000, fields.month or 1, fields.day)


def _step(parts: dict[str, str], group: str = "step") -> int | None:
    return STEP_OF.get(parts[group].lower().split()[-1]) if group in parts else None


def _stepped(kind: TimeKind, fields: TimeFields, words: str, parts: dict[str, str]) -> TimeFields:
    """Bring in "last", "this" and "next", whatever they stand before."""
    if "week" in parts:
        return replace(fields, offset=_step(parts, "week"), unit=Precision.WEEK)
    if kind is TimeKind.WEEKDAY:
        return replace(fields, offset=_step(parts), unit=Precision.DAY if "step" in parts else None)
    if kind in (TimeKind.WEEKEND, TimeKind.DAY_OF_MONTH):
        return replace(fields, offset=_step(parts))
    if "step" in parts:
        return replace(fields, offset=_step(parts), unit=Precision.YEAR)
    if kind is TimeKind.CALENDAR and fields.day is None and fields.month is not None:
        step = {"last": -1, "this": 0, "next": 1}.get(words.split()[0].lower())
        return replace(fields, offset=step, unit=None if step is None else Precision.MONTH)
    return fields


def _numbers(fields: TimeFields) -> Reading | None:
    """Read 13/05/2022 and 05/13/2022; 03/04/2022 can be either and stays ambiguous."""
    day, month = fields.day or 0, fields.month or 0
    if day > 12 or day == month:
        kind = TimeKind.CALENDAR
    elif month > 12:
        kind, fields = TimeKind.CALENDAR, replace(fields, day=month, month=day)
    else:
        return (TimeKind.AMBIGUOUS, fields, None) if day and month else None
    year = fields.year or 2000
    if not possible_day(year, fields.month or 0, fields.day or 0):
        return None
    return kind, fields, None


def _count(word: str) -> int:
    return COUNT_OF[word] if word in COUNT_OF else int(word)


def _shift(parts: dict[str, str]) -> TimeFields:
    if "word" in parts:
        words = " ".join(parts["word"].lower().split())
        days = next((n for word, n in _SHIFT_OF if word in words), 0)
        return TimeFields(offset=days, unit=Precision.DAY)
    unit = UNIT_OF[parts["unit"].lower()]
    if "count" in parts:
        count = _count(parts["count"].lower())
        return TimeFields(offset=count if "ahead" in parts else -count, unit=unit)
    step = _step(parts) or 0
    vague = parts.get("so_far", "").lower() if step == 0 else ""
    return TimeFields(offset=step, unit=unit, so_far=vague == "earlier", yet=vague == "later")


def _echo(parts: dict[str, str]) -> TimeFields:
    if "then" in parts:
        return TimeFields(offset=0)
    unit = UNIT_OF[parts["unit"].lower()]
    if "count" not in parts:
        return TimeFields(offset=_step(parts), unit=unit)
    word = parts["count"].lower()
    count = 1 if word == "the" else _count(word)
    back = parts["turn"].lower() in ("earlier", "before", "beforehand")
    return TimeFields(offset=-count if back else count, unit=unit)


def _in_that_year(parts: dict[str, str]) -> Reading | None:
    fields = _named({name.removesuffix("2"): value for name, value in parts.items()})
    fields = replace(fields, offset=0, unit=Precision.YEAR)
    return (TimeKind.ECHO, fields, None) if _is_possible(fields) else None


def _week_of(parts: dict[str, str]) -> Reading | None:
    named = {name.removesuffix("2"): value for name, value in parts.items()}
    fields = _named(named)
    return (TimeKind.RANGE, fields, None) if _is_possible(fields) else None


def _part(parts: dict[str, str]) -> TimeFields:
    """Return a quarter or half as its first month and how many it has."""
    year = int(parts["year"]) if "year" in parts else None
    step = _step(parts)
    if "part" not in parts:
        return TimeFields(offset=step, months=3)
    months = 6 if parts.get("piece") == "half" else 3
    word = parts["part"]
    place = int(word) if word.isdigit() else ORDINAL_OF[word]
    month = min(12, (place - 1) * months + 1)
    return TimeFields(year=year, month=month, months=months, offset=step)


def _season(words: str, parts: dict[str, str]) -> Reading | None:
    """Return the year of a season; a winter has two, "last summer" and a bare season none."""
    step, year = _step(parts), int(parts["year"]) if "year" in parts else None
    if year is None and step is None:
        return None
    is_winter = parts["season"] == "winter" or re.search(r"[-–/]\s*\d+\Z", words) is not None
    if is_winter or (year is None and step != 0):
        return TimeKind.SEASON, TimeFields(), None
    return TimeKind.SEASON, TimeFields(year=year, offset=step), None
