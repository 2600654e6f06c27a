"""An article for people: its text with the statements marked, so that it reads without colour too.

``[2 ... 2]`` encloses the content of statement 2, ``{...}`` the words that name who speaks,
``<...>`` the cue; a list of the statements follows, the nested ones inset.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from rich.text import Text

from rejoinder.cli.visible import one_line, visible
from rejoinder.model.article import Article, Zone, ZoneKind
from rejoinder.model.date import DateInterval
from rejoinder.model.ids import ActorId, StatementId
from rejoinder.model.record import ArticleRecord
from rejoinder.model.statement import Statement, statement_depths
from rejoinder.text.phrases import counted

__all__ = ["article_lines", "day_text", "statement_list"]

_CONTENT_STYLES: Final = ("green", "yellow", "magenta")
_ZONE_STYLES: Final = {
    ZoneKind.TITLE: "bold",
    ZoneKind.HEADING: "bold",
    ZoneKind.DECK: "italic",
    ZoneKind.FURNITURE: "dim",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    start: int
    end: int
    opening: str
    closing: str
    style: str


def article_lines(record: ArticleRecord, *, full: bool) -> Iterator[Text]:
    """Yield the lines to print; ``full`` shows furniture dimmed instead of folding it."""
    article = record.article
    yield _header(article)
    if article.title and article.title not in article.text:
        yield Text(one_line(article.title), style="bold")
    yield Text()
    marks = _marks(record.statements, _numbers(record))
    folded = blanks = 0
    for start, end in _lines_of(article.text):
        if not article.text[start:end].strip():
            blanks += 1
        elif not full and _is_furniture(article, start, end):
            yield from _spacing(0 if folded else blanks)
            folded, blanks = folded + 1, 0
        else:
            yield from _fold(folded)
            yield from _spacing(blanks)
            yield _line(article, start, end, marks)
            folded = blanks = 0
    yield from _fold(folded)


def statement_list(record: ArticleRecord) -> Iterator[Text]:
    """Yield a line for each statement, by its number in the text, those inside others inset."""
    names = {actor.id: actor.name for actor in record.actors}
    depths, numbers = statement_depths(record.statements), _numbers(record)
    if not record.statements:
        yield Text("No statement was found.")
    for statement in _in_text_order(record.statements):
        inset = "    " * depths[statement.id]
        line = Text(f"{inset}[{numbers[statement.id]}] ")
        line.append(_named(statement.speaker, names) or "speaker unknown", style="bold")
        line.append(f" · {statement.act.value}")
        if statement.about:
            line.append(f" · about {_named(statement.about, names)}")
        if statement.addressee:
            line.append(f" · to {_named(statement.addressee, names)}")
        line.append(f" · {statement.quotation.value}")
        if statement.said is not None:
            line.append(f" · {day_text(statement.said)}")
        yield line


def day_text(date: DateInterval | None) -> str:
    """Return a date as short as its precision allows, or ``undated``."""
    if date is None:
        return "undated"
    if date.start == date.end:
        return date.start.isoformat()
    return f"{date.start.isoformat()}/{date.end.isoformat()}"


def _header(article: Article) -> Text:
    parts = (article.publisher or "publisher unknown", day_text(article.published), article.ref)
    return Text(" · ".join(one_line(part) for part in parts), style="bold")


def _numbers(record: ArticleRecord) -> dict[StatementId, int]:
    return {s.id: n for n, s in enumerate(_in_text_order(record.statements), start=1)}


def _in_text_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda s: (s.content[0].start, -s.content[-1].end, s.id))


def _marks(statements: Iterable[Statement], numbers: dict[StatementId, int]) -> list[_Mark]:
    every = list(statements)
    depths = statement_depths(every)
    marks = set[tuple[int, int, str, str, str]]()
    for statement in every:
        number = numbers[statement.id]
        colour = _CONTENT_STYLES[depths[statement.id] % len(_CONTENT_STYLES)]
        spans = [
            *((s, f"[{number} ", f" {number}]", colour) for s in statement.content),
            *((s, "{", "}", "bold cyan") for s in statement.source),
            *((s, "<", ">", "italic") for s in statement.cue),
        ]
        marks.update(
            (s.start, s.end, opening, closing, style) for s, opening, closing, style in spans
        )
    return [
        _Mark(start=start, end=end, opening=opening, closing=closing, style=style)
        for start, end, opening, closing, style in sorted(marks, key=lambda m: (m[0], -m[1], m[2]))
    ]


def _lines_of(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _is_furniture(article: Article, start: int, end: int) -> bool:
    """Say whether all words of the line lie in furniture; a blank line has none to say it by."""
    text, place, covered = article.text, start, False
    for zone in article.zones:
        span = zone.span
        if zone.kind is ZoneKind.FURNITURE and span.start < end and span.end > start:
            if text[place : span.start].strip():
                return False
            place, covered = span.end, True
    return covered and not text[place:end].strip()


def _spacing(blanks: int) -> Iterator[Text]:
    if blanks:
        yield Text()


def _fold(lines: int) -> Iterator[Text]:
    if lines:
        yield Text(f"(furniture: {counted(lines, 'line')} folded)", style="dim")


def _line(article: Article, start: int, end: int, marks: list[_Mark]) -> Text:
    here = [m for m in marks if m.start < max(end, start + 1) and m.end > start]
    zones = [z for z in article.zones if z.span.start < end and z.span.end > start]
    cuts = {start, end, *(n for m in here for n in (m.start, m.end))}
    cuts |= {n for z in zones for n in (z.span.start, z.span.end)}
    places = sorted(n for n in cuts if start <= n <= end)
    line = Text()
    for place, after in zip(places, [*places[1:], None], strict=True):
        for mark in reversed([m for m in here if m.end == place]):
            line.append(mark.closing, style=mark.style)
        for mark in here:
            if mark.start == place:
                line.append(mark.opening, style=mark.style)
        if after is not None:
            line.append(visible(article.text[place:after]), style=_style(place, here, zones))
    return line


def _style(place: int, marks: Iterable[_Mark], zones: Iterable[Zone]) -> str:
    zone = [_ZONE_STYLES.get(z.kind, "") for z in zones if z.span.start <= place < z.span.end]
    return " ".join([*zone, *(m.style for m in marks if m.start <= place < m.end)])


def _named(actors: Iterable[ActorId], names: dict[ActorId, str]) -> str:
    return ", ".join(one_line(names.get(actor, actor)) for actor in actors)
