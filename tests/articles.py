"""Articles for tests: a test says what matters to it, the rest is as it usually is."""

from collections.abc import Iterable
from datetime import date

from rejoinder.model.article import Article, Zone, ZoneKind, article_id
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span

__all__ = ["article", "headed", "on_day", "whole"]


def article(
    text: str,
    ref: str = "t",
    *,
    url: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    published: date | None = None,
    zones: Iterable[Zone] = (),
) -> Article:
    """Return an English article, published on that day."""
    return Article(
        id=article_id(ref, url, text),
        ref=ref,
        url=url,
        publisher=publisher,
        title=title,
        language="en",
        published=on_day(published) if published else None,
        retrieved=None,
        text=text,
        zones=tuple(zones),
    )


def on_day(day: date, span: Span | None = None) -> DateInterval:
    """Return a date that is known to the day."""
    return DateInterval(start=day, end=day, precision=Precision.DAY, span=span)


def whole(text: str, kind: ZoneKind = ZoneKind.BODY) -> tuple[Zone, ...]:
    """Return zones of which one holds the whole text."""
    return (Zone(kind=kind, span=Span(0, len(text))),)


def headed(text: str, title: int) -> tuple[Zone, ...]:
    """Return the zones of a text whose first characters, so many, are its title."""
    head = (Zone(kind=ZoneKind.TITLE, span=Span(0, title)),) if title else ()
    return (*head, Zone(kind=ZoneKind.BODY, span=Span(title, len(text))))
