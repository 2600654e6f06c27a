"""Mark what each stretch of a text is: title, byline, date, deck, heading, body or furniture.

The text itself is never changed. When it is not clear what a line is, it is body: to lose a
statement is worse than to keep a line too many.
"""

import re
from collections.abc import Sequence

from rejoinder.articles.furniture import find_furniture
from rejoinder.articles.head import Piece, dateline, read_head
from rejoinder.articles.paragraphs import Paragraph, is_title_like, paragraphs
from rejoinder.articles.teasers import glued_teaser
from rejoinder.model.article import Zone, ZoneKind
from rejoinder.model.date import DateInterval, Precision
from rejoinder.model.span import Span
from rejoinder.text.times.find import find_dates
from rejoinder.text.times.resolve import resolve

__all__ = ["dateline_day", "mark_zones", "title_in"]

_CREDIT = re.compile(
    r"(?:source|(?:additional |with )?reporting by|writing by|edited by|editing by|translated by"
    r"|with (?:material|reporting) from)\b:?\s+[^.]{2,100}\.?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-–—•*·]\s|\(?\d{1,3}[.)]\s")
_CHANGED = re.compile(r"updated|modified", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“‘'«].*[\"”’'»]\Z")


def mark_zones(text: str, title: str | None = None) -> tuple[Zone, ...]:
    """Return the zones of a text: sorted, apart, each trimmed, together all that is not blank.

    Body has one zone a paragraph. ``title`` is the title that the input gives, if it gives one;
    without it the first line that can be a title is taken for it.
    """
    lines = paragraphs(text)
    pieces, first = read_head(lines, title)
    furniture = find_furniture(lines, first)
    known: set[str] = set(
        re.findall(r"\b[A-Z]\w+", text[: lines[first].start if first < len(lines) else 0])
    )
    for n in range(first, len(lines)):
        line = lines[n]
        if n in furniture:
            pieces.append(Piece(ZoneKind.FURNITURE, line.start, line.end))
        elif _is_heading(lines, n, furniture):
            pieces.append(Piece(ZoneKind.HEADING, line.start, line.end))
        elif n > first and _CREDIT.fullmatch(line.text):
            pieces.append(Piece(ZoneKind.BYLINE, line.start, line.end))
        else:
            pieces += _body(line, known, is_first=n == first)
            known.update(re.findall(r"\b[A-Z]\w+", line.text))
    return tuple(zone for piece in pieces if (zone := _trimmed(text, piece)) is not None)


def dateline_day(text: str, zones: Sequence[Zone]) -> DateInterval | None:
    """Return the day of publication that a date zone gives in full, with the span of its words.

    A date that says when the text was changed is not the day it came out.
    """
    for zone in zones:
        if zone.kind is not ZoneKind.DATE or _CHANGED.search(zone.span.text_of(text)):
            continue
        for phrase in find_dates(text, zone.span.start, zone.span.end):
            meant = resolve(phrase, None)
            if meant is not None and meant.precision is Precision.DAY:
                return meant
    return None


def title_in(text: str, zones: Sequence[Zone]) -> str | None:
    """Return the words of the title zone, or None."""
    return next((z.span.text_of(text) for z in zones if z.kind is ZoneKind.TITLE), None)


def _body(line: Paragraph, known: set[str], *, is_first: bool) -> list[Piece]:
    before = dateline(line) if is_first else []
    start = before[-1].end if before else line.start
    cut = glued_teaser(line.text, frozenset(known)) if not before else None
    if cut is not None:
        before = [Piece(ZoneKind.FURNITURE, line.start, line.start + cut)]
        start = line.start + cut
    return [*before, Piece(ZoneKind.BODY, start, line.end)]


def _is_heading(lines: Sequence[Paragraph], n: int, furniture: frozenset[int]) -> bool:
    """Say whether a short line stands over a paragraph of running text, and not in a list."""
    line = lines[n]
    if n + 1 >= len(lines) or n + 1 in furniture or not is_title_like(line):
        return False
    if _ITEM.match(line.text) or _is_quotation(line.text) or _begins_with_date(line.text):
        return False
    if len(lines[n + 1].text) < 40 and not lines[n + 1].ends_sentence:
        return False
    near = [m for m in (n - 2, n - 1, n + 1, n + 2) if 0 <= m < len(lines) and m not in furniture]
    in_list = sum(abs(m - n) == 1 and is_title_like(lines[m]) for m in near) > 1
    after_colon = n > 0 and lines[n - 1].text.endswith((":", ","))
    return not in_list and not after_colon


def _is_quotation(text: str) -> bool:
    """Say whether it is somebody's words, not a heading set in quotation marks."""
    return _QUOTED.match(text) is not None and not text.isupper() and len(text.split()) > 4


def _begins_with_date(text: str) -> bool:
    phrases = find_dates(text[:40])
    if not phrases or phrases[0].span.start > 0:
        return False
    return text[phrases[0].span.end :].lstrip()[:1] in (":", "-", "–", "—")


def _trimmed(text: str, piece: Piece) -> Zone | None:
    words = text[piece.start : piece.end]
    bare = words.strip()
    if not bare:
        return None
    start = piece.start + len(words) - len(words.lstrip())
    return Zone(kind=piece.kind, span=Span(start, start + len(bare)))
