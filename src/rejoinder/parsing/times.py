"""The times that an article tells, each resolved as far as the article allows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span
from rejoinder.model.time import Relation, Timing
from rejoinder.parsing.clauses import Place, is_awaited, place_of, tense_of
from rejoinder.parsing.present import infer_present
from rejoinder.text.quotes import Quote, find_quotes
from rejoinder.text.times.chronology import (
    Entry,
    is_byname,
    read_timeline,
    year_from_elsewhere,
    year_just_named,
)
from rejoinder.text.times.find import find_times
from rejoinder.text.times.phrases import Tense, TimeKind, TimePhrase
from rejoinder.text.times.resolve import resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["read_times"]

_UNREAD = frozenset({ZoneKind.FURNITURE, ZoneKind.BYLINE, ZoneKind.DATE})
_HEADINGS = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})
# What means another day in somebody's mouth than in the article's.
_DEICTIC = frozenset({TimeKind.SHIFT, TimeKind.NIGHT, TimeKind.WEEKEND, TimeKind.ECHO})
_LONG_PAST = 8
_NEAR = 600
_NEWS = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A phrase with what stands around it."""

    phrase: TimePhrase
    place: Place
    tense: Tense | None
    quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """What the whole text says about its phrases of time."""

    text: str
    present: DateInterval | None
    day_first: bool | None
    plain: tuple[TimePhrase, ...]
    timeline: tuple[Entry, ...]


def read_times(article: Article, doc: "Doc") -> tuple[Timing, ...]:
    """Return the phrases of time of an article in its order, with what they date and mean.

    Phrases count from the day of publication; without one from what a dated caption or the text's
    own years fix; else only what names its year is resolved. ``doc`` is the parse of the text.
    """
    phrases = _phrases(article)
    if not phrases:
        return ()
    quotes = find_quotes(article.text)
    told = [_around(article, doc, phrase, quotes) for phrase in phrases]
    plain = [one for one in told if not one.quoted]
    setting = _Setting(
        text=article.text,
        present=article.published
        or infer_present(doc, [(one.phrase, one.place[0], one.tense) for one in plain]),
        day_first=_day_first(article.text, phrases),
        plain=tuple(one.phrase for one in plain),
        timeline=read_timeline(article.text, phrases),
    )
    timings: list[Timing] = []
    for one in told:
        timings.append(_timing(one, phrases[: len(timings)], timings, setting))
    return tuple(_later(doc, told, timings))


def _phrases(article: Article) -> list[TimePhrase]:
    unread = [zone.span for zone in article.zones if zone.kind in _UNREAD]
    return [
        phrase
        for phrase in find_times(article.text)
        if not any(span.overlaps(phrase.span) for span in unread)
    ]


def _around(article: Article, doc: "Doc", phrase: TimePhrase, quotes: Sequence[Quote]) -> _Told:
    hosts, bound = place_of(doc, phrase.span)
    tense = tense_of(hosts, bound=bound)
    if tense is Tense.EITHER and _in_heading(article, phrase.span):
        tense = None
    quoted = any(quote.outer.overlaps(phrase.span) for quote in quotes)
    return _Told(phrase=phrase, place=(hosts, bound), tense=tense, quoted=quoted)


def _in_heading(article: Article, span: Span) -> bool:
    return any(zone.kind in _HEADINGS and zone.span.contains(span) for zone in article.zones)


def _day_first(text: str, phrases: Sequence[TimePhrase]) -> bool | None:
    """Return how the text's numbers are to be read, if those that can only be one way agree."""
    orders = {
        int(words[:2]) > 12
        for phrase in phrases
        if phrase.kind is TimeKind.CALENDAR
        and (words := phrase.span.text_of(text))[:2].isdigit()
        and words[2:3] in ("/", "-")
        and words[3:5].isdigit()
        and int(words[:2]) != int(words[3:5])
    }
    return orders.pop() if len(orders) == 1 else None


def _timing(
    one: _Told, before: Sequence[TimePhrase], timings: Sequence[Timing], setting: _Setting
) -> Timing:
    hosts, bound = one.place
    entries = [entry for entry in setting.timeline if entry.phrase.span == one.phrase.span]
    meant = entries[0].meant if entries else None
    covers = entries[0].line if meant else None
    if meant is None and one.phrase.kind is TimeKind.ECHO:
        meant = None if one.quoted else _echo(one.phrase, timings)
    elif meant is None:
        meant = _meant(one, before, timings, setting)
    return Timing(
        span=one.phrase.span,
        meant=meant,
        relation=one.phrase.relation,
        hosts=tuple(token.idx for token in hosts),
        bound=bound,
        covers=covers,
    )


def _meant(
    one: _Told, before: Sequence[TimePhrase], timings: Sequence[Timing], setting: _Setting
) -> DateInterval | None:
    """Return what a phrase means that counts from the present or names its day."""
    phrase, present = one.phrase, setting.present
    if (one.quoted and phrase.kind in _DEICTIC) or is_byname(setting.text, phrase):
        return None
    if phrase.kind is TimeKind.WEEKDAY and _is_old_tale(phrase, timings, present):
        return None
    year = year_just_named(phrase, before)
    if year is None and present is None:
        year = year_from_elsewhere(phrase, setting.plain, setting.timeline)
    seen = resolve(phrase, present, tense=one.tense, day_first=setting.day_first)
    if year is None:
        return seen
    told = resolve(replace(phrase, fields=replace(phrase.fields, year=year)), None)
    return None if _is_news(seen, present) and seen != told else told


def _is_news(seen: DateInterval | None, present: DateInterval | None) -> bool:
    """Say whether a date lies in the weeks around the present."""
    if seen is None or present is None:
        return False
    return abs((seen.start - present.start).days) <= _NEWS


def _is_old_tale(
    phrase: TimePhrase, timings: Sequence[Timing], present: DateInterval | None
) -> bool:
    """Say whether the text has been telling of days long past, whose weekdays are not this week's.

    Two dates in a row make a tale; a weekday after them can be theirs or the report's own.
    """
    near = [t for t in timings[-2:] if t.covers is None and phrase.span.start - t.span.end < _NEAR]
    if present is None or len(near) < 2:
        return False
    return all(
        meant is not None
        and meant.precision is Precision.DAY
        and (present.start - meant.end).days > _LONG_PAST
        for meant in (timing.meant for timing in near)
    )


def _echo(phrase: TimePhrase, before: Sequence[Timing]) -> DateInterval | None:
    """Return what "a day later" means, from the last date told; open if that is coarser or open."""
    base = before[-1].meant if before else None
    if base is None:
        return None
    unit = phrase.fields.unit
    if unit is Precision.DAY and base.precision is not Precision.DAY:
        return None
    return resolve(phrase, None, base=base)


def _later(doc: "Doc", told: Sequence[_Told], timings: Sequence[Timing]) -> list[Timing]:
    """Resolve weekdays that were still to come on the day of a dated clause above them.

    "He said on Tuesday he would visit on Friday": the first Friday after that Tuesday. A night is
    left open beside another date, since it may be the night of that.
    """
    said = {host: timing for timing in timings if timing.meant for host in timing.hosts[-1:]}
    out: list[Timing] = []
    for one, timing in zip(told, timings, strict=True):
        if one.phrase.kind is TimeKind.NIGHT and _has_neighbour(doc, timing, timings):
            out.append(replace(timing, meant=None))
        elif timing.meant is None and _is_to_come(one):
            base = _day_above(one.place[0], said)
            meant = resolve(one.phrase, _day_after(base), tense=Tense.FUTURE) if base else None
            out.append(replace(timing, meant=meant))
        else:
            out.append(timing)
    return out


def _is_to_come(one: _Told) -> bool:
    hosts = one.place[0]
    return one.tense is Tense.EITHER and not one.quoted and is_awaited(hosts[-1])


def _has_neighbour(doc: "Doc", timing: Timing, timings: Sequence[Timing]) -> bool:
    token = doc.char_span(timing.span.start, timing.span.end, alignment_mode="expand")
    if token is None:
        return True
    sentence = token.sent
    around = Span(sentence.start_char, max(sentence.end_char, sentence.start_char + 1))
    return any(other is not timing and around.overlaps(other.span) for other in timings)


def _day_above(hosts: Sequence["Token"], said: dict[int, Timing]) -> DateInterval | None:
    """Return the day of the nearest clause above that has one, if it is a single day."""
    for token in hosts[-1].ancestors if hosts else ():
        timing = said.get(token.idx)
        if timing is not None and timing.relation is Relation.AT and timing.meant is not None:
            single = timing.meant.precision is Precision.DAY
            return timing.meant if single and timing.meant.start == timing.meant.end else None
    return None


def _day_after(day: DateInterval) -> DateInterval:
    start = day.start + timedelta(days=1)
    return replace(day, start=start, end=start)
