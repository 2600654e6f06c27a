"""The head of an article: title, byline, date, deck and what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rejoinder.articles.furniture import is_furniture, is_section_label
from rejoinder.articles.paragraphs import Paragraph, is_capital, is_title_like, normal
from rejoinder.model.article import ZoneKind
from rejoinder.model.date import Precision
from rejoinder.text.times.find import find_dates
from rejoinder.text.times.phrases import TimePhrase
from rejoinder.text.times.resolve import resolve

__all__ = ["Piece", "dateline", "read_head"]

_LABEL = (
    r"(?:(?:first |last )?(?:published|updated|posted|modified|date|on|issued)"
    r"(?:\s+(?:on|at))?\s*:?)"
)
_BEFORE_DATE = re.compile(rf"\s*[|(\[•·,–—-]?\s*{_LABEL}?\s*", re.IGNORECASE)
_AFTER_DATE = re.compile(
    r"[\s,|)\]•·–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?"
    r"(?:\s*\(?[A-Z]{2,5}(?:[+-]\d+)?\)?)?)?[\s)\].|]*",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?i:by|from|text|words|author|written by|reporting by|interview by)\b:?\s+"
    r"(?=[A-Z\u00c0-\u024f]|our\b|the\b|staff\b)"
    r"|(?i:our|staff)\s+(?:\w+\s+){0,3}(?:correspondent|writer|reporter)s?\b"
    r"|\(?(?:Reuters|AFP|AP|TASS|ITAR-TASS|Interfax|RIA Novosti|Anadolu|IRNA|ILNA|ANSA|dpa|EFE"
    r"|PTI|UPI)\)?\Z"
)
_SEPARATOR = re.compile(r"\s*[|•·]\s*")
_DASH = r"\s*(?:--|[-–—―])\s*"
_DATELINE = re.compile(
    rf"(?:\([A-Z][^()]{{1,30}}\){_DASH})?"
    r"(?:[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]+){0,3})(?:,\s+[^()–—―]{2,40}?)?"
    rf"(?:\s*\([A-Z][^()]{{1,30}}\))?{_DASH}(?=\S)|\([A-Z][^()]{{1,30}}\){_DASH}(?=\S)"
)
_DATELINE_PLACE = re.compile(rf"[A-Z][\w .'’]{{1,30}},\s+[A-Z][a-z]+\.?\s+\d{{1,2}}{_DASH}(?=\S)")
_OUTLET_LINE = re.compile(
    r"(?:[A-Z][\w.&'’]*\s+){0,4}"
    r"(?:Online|News|Agency|Press|Today|Times|Post|Daily|Weekly|Radio|TV)"
    rf"{_DASH}(?:(?:Interview|Report|Analysis|Exclusive|Opinion|News)\s*:)?\s*(?=\S)"
    rf"|(?:[A-Z][\w.&'’]*\s+){{1,5}}[-–—]\s*(?:Interview|Report|Analysis|Exclusive|Opinion)\s*:\s*(?=\S)"
)
_LONGEST_TITLE = 200
_LONGEST_BYLINE = 140
_HEAD_LINES = 10
_TAG = re.compile(r"[|,/•·]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a paragraph, by offsets in the article, and its kind."""

    kind: ZoneKind
    start: int
    end: int


def read_head(lines: Sequence[Paragraph], title: str | None) -> tuple[list[Piece], int]:
    """Return the pieces of the head, in order, and the place of the first paragraph after it."""
    pieces: list[Piece] = []
    at, has_title = 0, False
    while at < min(len(lines), _HEAD_LINES):
        line = lines[at]
        if not has_title and (found := _title_at(lines, at, title)) is not None:
            pieces += found
            has_title = True
        elif small := _small_print(line):
            pieces += small
        elif has_title and at + 1 < len(lines) and _is_deck(lines, at, pieces):
            pieces.append(Piece(ZoneKind.DECK, line.start, line.end))
        elif not has_title and _is_tag_line(lines, at, title):
            pieces.append(Piece(ZoneKind.FURNITURE, line.start, line.end))
        else:
            break
        at += 1
    return pieces, at


def dateline(line: Paragraph) -> list[Piece]:
    """Return the pieces of a dateline or outlet credit before the first sentence, or nothing."""
    text = line.text
    match = _DATELINE.match(text) or _OUTLET_LINE.match(text)
    if match is None or match.end() >= len(text):
        return []
    end = match.end()
    if text.startswith("(") and (place := _DATELINE_PLACE.match(text, end)):
        end = place.end()
    phrases = _dates(text[:end])
    return list(_around(line, phrases[0] if phrases else None, ZoneKind.BYLINE, 0, end))


def _title_at(lines: Sequence[Paragraph], at: int, title: str | None) -> list[Piece] | None:
    line = lines[at]
    if title is not None:
        return _given_title(line, title)
    phrase = _leading_date(line) if at == 0 else None
    if phrase is not None:
        rest = phrase.span.end + len(_gap(line.text, phrase.span.end))
        return [
            Piece(ZoneKind.DATE, line.start, line.start + rest),
            Piece(ZoneKind.TITLE, line.start + rest, line.end),
        ]
    if not _can_be_title(line) or _small_print(line) or _is_tag_line(lines, at, None):
        return None
    return [Piece(ZoneKind.TITLE, line.start, line.end)]


def _given_title(line: Paragraph, title: str) -> list[Piece] | None:
    if normal(line.text) == normal(title):
        return [Piece(ZoneKind.TITLE, line.start, line.end)]
    phrase = _leading_date(line)
    if phrase is None:
        return None
    rest = phrase.span.end + len(_gap(line.text, phrase.span.end))
    if normal(line.text[rest:]) != normal(title):
        return None
    return [
        Piece(ZoneKind.DATE, line.start, line.start + rest),
        Piece(ZoneKind.TITLE, line.start + rest, line.end),
    ]


def _leading_date(line: Paragraph) -> TimePhrase | None:
    """Return the full date that a first line begins with, glued to a title."""
    phrases = _dates(line.text[:60])
    if not phrases or not _is_full(phrases[0]) or len(line.text) > _LONGEST_TITLE:
        return None
    if _BEFORE_DATE.fullmatch(line.text, 0, phrases[0].span.start) is None:
        return None
    rest = line.text[phrases[0].span.end :].strip(" |-–—:,")
    if len(rest.split()) < 3 or not is_capital(rest) or line.ends_sentence or _TAG.match(rest):
        return None
    return phrases[0] if "|" not in line.text else None


def _gap(text: str, start: int) -> str:
    match = re.compile(r"[\s:|,–—-]*").match(text, start)
    return match[0] if match else ""


def _can_be_title(line: Paragraph) -> bool:
    text = line.text
    if len(text) > _LONGEST_TITLE or is_furniture(line):
        return False
    if text[-1] in ".;,:" and not text.endswith(("...", "U.S.", "U.N.", "U.K.")):
        return False
    return dateline(line) == [] and any(c.isalpha() for c in text)


def _small_print(line: Paragraph) -> list[Piece]:
    """Return the pieces of a line of byline, date, tags or furniture, or nothing."""
    text = line.text
    if len(text) > _LONGEST_BYLINE:
        return []
    if is_furniture(line) or is_section_label(text):
        return [Piece(ZoneKind.FURNITURE, line.start, line.end)]
    phrases = [p for p in _dates(text) if _is_full(p)]
    parts = _SEPARATOR.split(text)
    by = next((part for part in parts if _BYLINE.match(part)), None)
    if by is not None and (not line.ends_sentence or len(text.split()) <= 4):
        begin = text.index(by)
        # "2031-05-04 | By Ilona Vey": the date may stand on either side.
        before = next((p for p in phrases if p.span.end <= begin), None)
        phrase = next((p for p in phrases if p.span.start >= begin), None) if not before else None
        return [
            *(_around(line, before, ZoneKind.FURNITURE, 0, begin) if begin else ()),
            *_around(line, phrase, ZoneKind.BYLINE, begin, len(text)),
        ]
    if len(phrases) == 1 and _is_date_line(text, phrases[0]):
        return list(_around(line, phrases[0], ZoneKind.FURNITURE, 0, len(text)))
    return []


def _is_date_line(text: str, phrase: TimePhrase) -> bool:
    before = _BEFORE_DATE.fullmatch(text, 0, phrase.span.start) is not None
    after = _AFTER_DATE.match(text, phrase.span.end)
    end = after.end() if after else phrase.span.end
    if before and end == len(text):
        return True
    # "2023/05/21 | interview, political": the date, then tags
    rest = text[phrase.span.end :].lstrip()
    return before and rest[:1] in ("|", "•", "·") and "." not in rest


def _around(
    line: Paragraph, phrase: TimePhrase | None, kind: ZoneKind, begin: int, end: int
) -> Iterator[Piece]:
    """Yield a date piece, its label and time included, and pieces of the other kind beside it."""
    if phrase is None:
        yield Piece(kind, line.start + begin, line.start + end)
        return
    first, last = phrase.span.start, phrase.span.end
    if _BEFORE_DATE.fullmatch(line.text, begin, first):
        first = begin
    after = _AFTER_DATE.match(line.text, last)
    if after and after.end() == end:
        last = end
    if first > begin:
        yield Piece(kind, line.start + begin, line.start + first)
    yield Piece(ZoneKind.DATE, line.start + first, line.start + last)
    if last < end:
        yield Piece(kind, line.start + last, line.start + end)


def _dates(text: str) -> tuple[TimePhrase, ...]:
    """Return the date phrases of a line that has a figure: the dates of a head all do."""
    return find_dates(text) if any(c.isdigit() for c in text) else ()


def _is_full(phrase: TimePhrase) -> bool:
    meant = resolve(phrase, None)
    return meant is not None and meant.precision is Precision.DAY


def _is_tag_line(lines: Sequence[Paragraph], at: int, title: str | None) -> bool:
    """Say whether a short list of names or sections stands before the title."""
    line = lines[at]
    parts = [part.strip() for part in _TAG.split(line.text)]
    listed = len(parts) > 1 and all(0 < len(p.split()) <= 3 for p in parts)
    if not (listed or is_section_label(line.text)) or line.ends_sentence:
        return False
    following = lines[at + 1 : at + 4]
    if title is not None:
        return any(normal(n.text) == normal(title) for n in following)
    return (
        bool(following) and len(following[0].text) > len(line.text) and _can_be_title(following[0])
    )


def _is_deck(lines: Sequence[Paragraph], at: int, pieces: Sequence[Piece]) -> bool:
    if any(piece.kind is ZoneKind.DECK for piece in pieces):
        return False
    line, following = lines[at], lines[at + 1]
    text = line.text
    if len(text) > 300 or dateline(line) or is_title_like(line, words=6):
        return False
    if not line.ends_sentence:
        return len(following.text) > 40 and text[-1].isalnum()
    if re.search(r"[.!?][\"”’]?\s+[A-Z“\"]", text[:-1]) or text[0] in '"“‘':
        return False
    return _is_repeated(text, lines[at + 1 : at + 3]) or _names_in_full(text, following.text)


def _is_repeated(text: str, following: Sequence[Paragraph]) -> bool:
    """Say whether the next paragraphs tell the same in much the same words."""
    words = {w for w in normal(text).split() if len(w) > 3}
    after = {w for line in following for w in normal(line.text).split()}
    return bool(words) and len(words & after) >= 0.7 * len(words)


def _names_in_full(text: str, following: str) -> bool:
    """Say whether the next paragraph introduces by full name whom this one names by surname."""
    for match in re.finditer(r"(?<![\w-])[A-Z]\w{3,}", following):
        before = following[: match.start()].rstrip().rsplit(" ", 1)[-1]
        name = match[0]
        if before[:1].isupper() and before.isalpha() and text.startswith(name + " "):
            return before not in text
    return False
