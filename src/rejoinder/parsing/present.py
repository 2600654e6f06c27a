"""When an article was written that has no day of publication, as far as its text fixes that."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rejoinder.model.date import DateInterval, Precision
from rejoinder.parsing.clauses import is_present
from rejoinder.text.times.phrases import Tense, TimeKind, TimePhrase
from rejoinder.text.times.resolve import resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["infer_present"]

Told = tuple[TimePhrase, tuple["Token", ...], Tense | None]

# "December of last year" and the last month named with a year are one winter, not years apart.
_MONTHS_APART = 3
_HALF_A_YEAR = 183


def infer_present(doc: "Doc", told: Sequence[Told]) -> DateInterval | None:
    """Return days that hold the day of writing, or None where nothing in the text fixes them.

    Two kinds of evidence count: a photo caption in the present tense that ends in a full date,
    whose weekday is the one that the report names first; and "last year" beside a month that is
    given with its year.
    """
    return _by_caption(doc, told) or _by_last_year(told)


def _by_caption(doc: "Doc", told: Sequence[Told]) -> DateInterval | None:
    """Return the day of a dated caption and the next, on which the report comes out."""
    weekdays = [
        phrase.fields.weekday
        for phrase, _, _ in told
        if phrase.kind is TimeKind.WEEKDAY and phrase.fields.offset is None
    ]
    days = {
        meant.start: meant
        for phrase, _, _ in told
        if phrase.fields.day is not None
        and _ends_caption(doc, phrase)
        and (meant := resolve(phrase, None)) is not None
    }
    if len(days) != 1 or not weekdays:
        return None
    day, meant = days.popitem()
    if day.weekday() != weekdays[0] or day >= date.max:
        return None
    return DateInterval(
        start=day, end=day + timedelta(days=1), precision=Precision.DAY, span=meant.span
    )


def _ends_caption(doc: "Doc", phrase: TimePhrase) -> bool:
    """Say whether the phrase ends a sentence that tells in the present what a picture shows."""
    words = doc.char_span(phrase.span.start, phrase.span.end, alignment_mode="expand")
    if words is None:
        return False
    sentence = words.sent
    rest = [token for token in doc[words.end : sentence.end] if not token.is_space]
    if any(not token.is_punct for token in rest):
        return False
    root = sentence.root
    return root.pos_ in ("VERB", "AUX") and is_present(root)


def _by_last_year(told: Sequence[Told]) -> DateInterval | None:
    """Return the year after the last one named, from the latest day that is told of it."""
    named = [
        (phrase.fields.year, phrase.fields.month)
        for phrase, _, _ in told
        if phrase.kind is TimeKind.CALENDAR and phrase.fields.year is not None
    ]
    months = [(year, month) for year, month in named if month is not None]
    last = [
        phrase.fields.month
        for phrase, _, _ in told
        if phrase.kind is TimeKind.CALENDAR
        and (phrase.fields.unit, phrase.fields.offset) == (Precision.YEAR, -1)
        and phrase.fields.month is not None
    ]
    if not months or not last or max(months)[0] != max(year for year, _ in named):
        return None
    year, month = max(months)
    if any(abs(month - other) > _MONTHS_APART for other in last):
        return None
    return _rest_of_year(year + 1, told)


def _rest_of_year(year: int, told: Sequence[Told]) -> DateInterval | None:
    """Return the half year from the latest past day that has no year of its own."""
    whole = DateInterval(start=date(year, 1, 1), end=date(year, 1, 1), precision=Precision.DAY)
    days = [whole.start]
    for phrase, _, tense in told:
        fields = phrase.fields
        bare = phrase.kind is TimeKind.CALENDAR and fields.day is not None and fields.unit is None
        if bare and fields.year is None and tense is Tense.PAST:
            meant = resolve(phrase, whole, tense=Tense.FUTURE)
            days += [] if meant is None else [meant.start]
    start = max(days)
    end = min(date(year, 12, 31), start + timedelta(days=_HALF_A_YEAR))
    return DateInterval(start=start, end=end, precision=Precision.YEAR)
