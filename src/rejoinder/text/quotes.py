"""Find and pair double quotation marks, also those that nobody closed."""

import re
from dataclasses import dataclass

from rejoinder.model.span import Span

__all__ = ["Quote", "find_quotes", "quoted_inside"]

# '' and `` stand for double marks in much American copy; single marks are apostrophes too often.
_TOKENS = re.compile(r"[“”„\"«»]|``|''|\n+")
_OPENING = frozenset({"“", "„", "``", "«"})
_CLOSING = frozenset({"”", "»"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words between quotation marks.

    Attributes:
        outer: the words with their marks.
        inner: the words without them.
        closed: False where the mark that should end it is missing; it then ends with its paragraph.
    """

    outer: Span
    inner: Span
    closed: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of the text in order; none crosses a line break.

    A second opening mark of the same kind inside an open quotation begins a quotation within it,
    which counts as its words. A straight mark opens or closes by what stands beside it. A mark that
    never closes runs to the end of its line, as in a quotation carried on in the next paragraph,
    unless the line goes on with other marks that pair by themselves.
    """
    out: list[Quote] = []
    start = 0
    for line in [*re.finditer(r"\n+", text), None]:
        end = len(text) if line is None else line.start()
        out.extend(_pair_line(text, start, end))
        start = len(text) if line is None else line.end()
    return tuple(out)


def _pair_line(text: str, start: int, end: int) -> list[Quote]:
    """Pair the marks of one line."""
    out: list[Quote] = []
    opened: re.Match[str] | None = None
    inner: list[re.Match[str]] = []
    for mark in _TOKENS.finditer(text, start, end):
        opens = _opens(text, mark, is_open=opened is not None, start=start, end=end)
        if opened is None:
            if opens:
                opened, inner = mark, []
            elif mark.group() in _CLOSING and not out:
                # The opening mark is missing: the quotation began with the line.
                out.extend(_quote(text, start, start, mark.start(), mark.end(), closed=False))
        elif opens:
            inner.append(mark)
        elif inner and mark.end() < end:
            inner.pop()
        else:
            out.extend(
                _quote(text, opened.start(), opened.end(), mark.start(), mark.end(), closed=True)
            )
            opened = None
    if opened is not None:
        stop, over = _wrong_way_round(text, inner) or (end, end)
        out.extend(_quote(text, opened.start(), opened.end(), stop, over, closed=False))
    return out


def _wrong_way_round(text: str, inner: list[re.Match[str]]) -> tuple[int, int] | None:
    """Return where an opening mark stands for a closing one: after the comma that ends the words."""
    for mark in reversed(inner):
        if text[: mark.start()].rstrip(" ")[-1:] in {",", ".", "!", "?"}:
            return mark.start(), mark.end()
    return None


def _opens(text: str, mark: re.Match[str], *, is_open: bool, start: int, end: int) -> bool:
    """Say whether the mark begins a quotation, from its kind and from what stands beside it."""
    sign = mark.group()
    if sign in _OPENING:
        return True
    if sign in _CLOSING:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if not is_open:
        return True
    # Inside a quotation a straight mark closes, unless it clearly begins a word.
    return (before.isspace() or before in "([—–-") and not after.isspace() and after.isalnum()


def _quote(
    text: str, outer_start: int, inner_start: int, inner_end: int, outer_end: int, *, closed: bool
) -> list[Quote]:
    """Return the quotation with its inner span trimmed of blanks, or nothing if it is empty."""
    body = text[inner_start:inner_end]
    stripped = body.strip()
    if not any(c.isalnum() for c in stripped):
        return []
    first = inner_start + len(body) - len(body.lstrip())
    inner = Span(first, first + len(stripped))
    return [Quote(outer=Span(outer_start, max(outer_end, inner.end)), inner=inner, closed=closed)]


def quoted_inside(spans: tuple[Span, ...], quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotations that share a character with the spans."""
    return tuple(q for q in quotes if any(q.outer.overlaps(s) for s in spans))
