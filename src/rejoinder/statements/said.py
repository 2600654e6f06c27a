"""When a statement was made, where the words around its cue say so and can be resolved."""

from collections.abc import Sequence

from rejoinder.model.article import Article
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import cover, overlap
from rejoinder.model.statement import Attribution
from rejoinder.text.dates import find_dates, resolve

__all__ = ["date_statements"]

_AROUND = 160
_STOPS = (". ", "? ", "! ", "; ", "\n")


def date_statements(
    article: Article, attributions: Sequence[Attribution]
) -> tuple[DateInterval | None, ...]:
    """Return for each attribution when it was said, or None where the text leaves it open.

    Only a date phrase in the cue's own sentence counts, outside the content: inside, it dates what
    is told. Relative phrases need the article's date of publication.
    """
    return tuple(_said(article, one) for one in attributions)


def _said(article: Article, attribution: Attribution) -> DateInterval | None:
    """Return the date of the phrase nearest to the cue."""
    anchor = (*attribution.cue, *attribution.source)
    if not anchor:
        return None
    middle = cover(attribution.cue or attribution.source)
    start, end = _sentence(article.text, middle.start, middle.end)
    phrases = [
        p
        for p in find_dates(article.text, start, end)
        if not overlap([p.span], attribution.content)
    ]
    for phrase in sorted(
        phrases, key=lambda p: _gap(p.span.start, p.span.end, middle.start, middle.end)
    ):
        if _gap(phrase.span.start, phrase.span.end, middle.start, middle.end) > _AROUND:
            break
        resolved = resolve(phrase, article.published)
        if resolved is not None and resolved.precision is not Precision.YEAR:
            return resolved
    return None


def _gap(start: int, end: int, low: int, high: int) -> int:
    """Return the characters between two ranges."""
    return max(0, start - high, low - end)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return rough bounds of the sentence around a range."""
    before = max(
        (text.rfind(stop, 0, start) + len(stop) for stop in _STOPS if stop in text[:start]),
        default=0,
    )
    after = min((at for stop in _STOPS if (at := text.find(stop, end)) >= 0), default=len(text))
    return before, after
