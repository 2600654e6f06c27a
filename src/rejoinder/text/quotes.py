"""Find and pair double quotation marks, also those that nobody closed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rejoinder.model.span import Span

__all__ = ["Quote", "find_quotes"]

# '' and `` stand for double marks in much American copy; single marks are apostrophes too often.
_TOKENS = re.compile(r"[“”„\"«»]|``|''|\n+")
_OPENING = frozenset({"“", "„", "``", "«"})
_CLOSING = frozenset({"”", "»"})
# How far a quotation may run on over line breaks, in characters.
_REACH = 2500


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


# Several stages ask it of one article.
@lru_cache(maxsize=4)
def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations of the text in order.

    A second opening mark of the same kind inside an open quotation begins a quotation within it,
    which counts as its words. A straight mark opens or closes by what stands beside it. A quotation
    crosses a line break only where the next mark clearly closes it; otherwise a mark that nobody
    closed ends with its line, as in a quotation that the next paragraph opens again.
    """
    out: list[Quote] = []
    start = 0
    while start < len(text):
        found = text.find("\n", start)
        end = len(text) if found < 0 else found
        quotes, start = _pair_line(text, start, end)
        out.extend(quotes)
    return tuple(out)


def _pair_line(text: str, start: int, end: int) -> tuple[list[Quote], int]:
    """Pair the marks of one line; return its quotations and where the next line starts."""
    out: list[Quote] = []
    opened: re.Match[str] | None = None
    inner: list[re.Match[str]] = []
    for mark in _TOKENS.finditer(text, start, end):
        opens = _opens(text, mark, is_open=opened is not None, start=start, end=end)
        if opened is None and _is_doubled(text, mark):
            continue
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
    if opened is None:
        return out, end + 1
    late = None if inner else _closed_later(text, opened, end)
    if late is not None:
        out.extend(
            _quote(text, opened.start(), opened.end(), late.start(), late.end(), closed=True)
        )
        return out, late.end()
    stop, over = _wrong_way_round(text, inner) or (end, end)
    out.extend(_quote(text, opened.start(), opened.end(), stop, over, closed=False))
    return out, end + 1


def _closed_later(text: str, opened: re.Match[str], end: int) -> re.Match[str] | None:
    """Return the mark of a later line that clearly closes the quotation, or None.

    The next mark must be a closing one; a straight mark must end words and begin none.
    """
    mark = _TOKENS.search(text, end, min(len(text), end + _REACH))
    while mark is not None and mark.group().startswith("\n"):
        mark = _TOKENS.search(text, mark.end(), min(len(text), end + _REACH))
    if mark is None:
        return None
    if opened.group() in _OPENING and opened.group() != "``":
        return mark if mark.group() in _CLOSING else None
    before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
    ends = not before.isspace() and not after.isalnum()
    return mark if mark.group() == opened.group() and ends else None


def _wrong_way_round(text: str, inner: list[re.Match[str]]) -> tuple[int, int] | None:
    """Return where an opening mark stands for a closing one: after a comma that ends the words."""
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


def _is_doubled(text: str, mark: re.Match[str]) -> bool:
    """Say whether a straight mark outside is but one more of the next, or of the last: '""We'."""
    if mark.group() != '"':
        return False
    after = text[mark.end() : mark.end() + 1]
    return after == '"' or (
        text[max(0, mark.start() - 1) : mark.start()] == '"' and not after.isalnum()
    )


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
