"""An article as a page shows it: its text in blocks, cut where statements begin and end.

Statements overlap as they like (one lies in another, one is told in pieces), so the text is cut
into flat segments; each says in which statements it lies.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rejoinder.model.article import Article, ZoneKind
from rejoinder.model.record import ArticleRecord
from rejoinder.web.voices import Numbered, Voice, number_statements

__all__ = [
    "Block",
    "Segment",
    "Sheet",
    "count_parts",
    "drawn_as",
    "lay_out",
    "part_of",
]

_LONGEST = 20_000
"""Characters of a block; a paragraph that is longer is shown in several."""


class _Role(StrEnum):
    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text.

    Attributes:
        opens: numbers of the statements whose content begins here.
        within: the statements in whose content it lies, the outermost first.
        source_of: numbers of the statements whose speaker it names.
        cue_of: numbers of the statements whose saying it marks.
    """

    text: str
    opens: tuple[Numbered, ...]
    within: tuple[Numbered, ...]
    source_of: tuple[int, ...]
    cue_of: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a heading, or folded furniture.

    Attributes:
        kind: of its zone; None where it lies in none.
        starts: the statements whose content begins in it.
        lines: how many lines of furniture are folded in it; 1 for anything else.
    """

    kind: ZoneKind | None
    segments: tuple[Segment, ...]
    starts: tuple[Numbered, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One part of an article.

    Attributes:
        voices: of the whole article, who says most first.
    """

    blocks: tuple[Block, ...]
    voices: tuple[Voice, ...]
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: _Role
    of: Numbered


def drawn_as(segment: Segment) -> str:
    """Return the classes of a segment: whose words it holds, in whose they lie, whom it names."""
    within = segment.within
    classes = [f"said v{within[-1].voice.colour}"] if within else []
    if len(within) > 1:
        classes.append(f"inset o{within[-2].voice.colour}")
    classes += ["who"] if segment.source_of else []
    classes += ["cue"] if segment.cue_of else []
    return " ".join(classes)


def count_parts(article: Article, characters: int) -> int:
    """Return on how many pages an article is shown."""
    return max(1, -(-len(article.text) // characters))


def part_of(numbered: Numbered, characters: int) -> int:
    """Return the part on which a statement begins."""
    return numbered.statement.content[0].start // characters + 1


def lay_out(record: ArticleRecord, *, part: int = 1, characters: int) -> Sheet:
    """Return one part of the article, laid out.

    Args:
        record: the article's.
        part: from 1; one that there is not is the last.
        characters: most of them on one part.
    """
    numbered = number_statements(record)
    parts = count_parts(record.article, characters)
    part = min(max(part, 1), parts)
    first, last = (part - 1) * characters, part * characters
    lines = list(_lines(record.article, first, last))
    marks = sorted(_marks(numbered), key=lambda m: (m.start, -m.end, m.of.number))
    blocks = list(_fold(_blocks(record.article.text, lines, marks)))
    seen = {each.voice.name: each.voice for each in numbered}
    voices = sorted(seen.values(), key=lambda v: (-v.statements, v.colour))
    return Sheet(blocks=tuple(blocks), voices=tuple(voices), part=part, parts=parts)


def _marks(numbered: Iterable[Numbered]) -> Iterator[_Mark]:
    for each in numbered:
        statement = each.statement
        for role, spans in (
            (_Role.CONTENT, statement.content),
            (_Role.SOURCE, statement.source),
            (_Role.CUE, statement.cue),
        ):
            for span in spans:
                yield _Mark(span.start, span.end, role, each)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    kind: ZoneKind | None


def _lines(article: Article, first: int, last: int) -> Iterator[_Line]:
    """Yield the lines that hold words, cut where zones change and where they grow too long."""
    text = article.text
    edges = sorted(
        {n for zone in article.zones for n in (zone.span.start, zone.span.end)} | {first, last}
    )
    start, place = first, 0
    end = min(last, len(text))
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        while place < len(edges) and edges[place] <= start:
            place += 1
        if place < len(edges):
            stop = min(stop, edges[place])
        stop = _cut(text, start, stop)
        if text[start:stop].strip():
            yield _Line(start, stop, _kind(article, start, stop))
        start = stop + 1 if text[stop : stop + 1] == "\n" else max(stop, start + 1)


def _cut(text: str, start: int, stop: int) -> int:
    """Return where a line that is too long for one block is cut: at a space if it has one."""
    if stop - start <= _LONGEST:
        return stop
    space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
    return space if space > start else start + _LONGEST


def _kind(article: Article, start: int, stop: int) -> ZoneKind | None:
    for zone in article.zones:
        if zone.span.start < stop and zone.span.end > start:
            return zone.kind
    return None


def _blocks(text: str, lines: Iterable[_Line], marks: Sequence[_Mark]) -> Iterator[Block]:
    """Yield a block for each line; both come sorted, so each mark is looked at where it lies."""
    waiting, open_marks = 0, list[_Mark]()
    for line in lines:
        while waiting < len(marks) and marks[waiting].start < line.end:
            open_marks.append(marks[waiting])
            waiting += 1
        open_marks = [mark for mark in open_marks if mark.end > line.start]
        yield Block(
            kind=line.kind,
            segments=tuple(_segments(text, line, open_marks)),
            starts=_starts(line, open_marks),
        )


def _starts(line: _Line, marks: Iterable[_Mark]) -> tuple[Numbered, ...]:
    found = {
        mark.of.number: mark.of
        for mark in marks
        if mark.of.statement.content[0].start == mark.start >= line.start
        and mark.role is _Role.CONTENT
    }
    return tuple(found[number] for number in sorted(found))


def _segments(text: str, line: _Line, marks: Sequence[_Mark]) -> Iterator[Segment]:
    cuts = {line.start, line.end}
    cuts.update(n for m in marks for n in (m.start, m.end) if line.start < n < line.end)
    places = sorted(cuts)
    for start, end in pairwise(places):
        over = [m for m in marks if m.start < end and m.end > start]
        inside = {m.of.number: m.of for m in over if m.role is _Role.CONTENT}
        yield Segment(
            text=text[start:end],
            opens=tuple(
                m.of
                for m in over
                if m.role is _Role.CONTENT
                and m.start == start
                and m.of.statement.content[0].start == start
            ),
            within=tuple(sorted(inside.values(), key=lambda each: (each.depth, each.number))),
            source_of=tuple(m.of.number for m in over if m.role is _Role.SOURCE),
            cue_of=tuple(m.of.number for m in over if m.role is _Role.CUE),
        )


def _fold(blocks: Iterable[Block]) -> Iterator[Block]:
    """Join furniture that stands together; what holds a statement is left in sight."""
    folded: list[Block] = []
    for block in blocks:
        if block.kind is ZoneKind.FURNITURE and not any(s.within for s in block.segments):
            folded.append(block)
            continue
        yield from _folded(folded)
        folded = []
        yield block
    yield from _folded(folded)


def _folded(blocks: Sequence[Block]) -> Iterator[Block]:
    if blocks:
        breaks = Segment(text="\n", opens=(), within=(), source_of=(), cue_of=())
        segments = [piece for block in blocks for piece in (*block.segments, breaks)]
        yield Block(kind=ZoneKind.FURNITURE, segments=tuple(segments), starts=(), lines=len(blocks))
