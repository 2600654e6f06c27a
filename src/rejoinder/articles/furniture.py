"""Which paragraphs belong to the page and not to the article; when unsure, none."""

import re
from collections.abc import Iterable, Sequence

from rejoinder.articles.furniture_forms import COMMENT_FORM, LINE, LIST_HEAD, SECTION
from rejoinder.articles.paragraphs import Paragraph, is_long_prose, is_title_like, normal

__all__ = ["find_furniture", "is_furniture", "is_section_label"]

_MAX = 220
_PROSE = 60
# How far back names are looked up, and how long a list of other articles can be.
_NEAR = 80
_LIST = 40


def is_furniture(paragraph: Paragraph) -> bool:
    """Say whether the line alone shows that it belongs to the page."""
    text = paragraph.text
    return len(text) <= _MAX and any(form.fullmatch(text) for form in (LINE, COMMENT_FORM))


def is_section_label(text: str) -> bool:
    """Say whether the line is the name of a section, or several in a row ("World | Politics")."""
    parts = [part.strip() for part in re.split(r"[|/,>»•·]", text)]
    return len(text) <= 80 and all(SECTION.fullmatch(part) for part in parts)


def find_furniture(lines: Sequence[Paragraph], first: int) -> frozenset[int]:
    """Return the places, from ``first`` on, of the paragraphs that are furniture.

    A comment form, or a block of teasers that comes again, ends the article: it goes on only with
    three long paragraphs in a row that name whom it named before. A list of other articles ends
    with the first sentence that does so.
    """
    out = {n for n in range(first, len(lines)) if is_furniture(lines[n])}
    for n in range(first, len(lines)):
        if n not in out or LIST_HEAD.fullmatch(lines[n].text):
            out.update(_list_at(lines, first, n))
    end = _end(lines, first)
    if end is not None:
        out.update(range(end, _resumption(lines, first, end)))
    return frozenset(out)


def _list_at(lines: Sequence[Paragraph], first: int, head: int) -> range:
    """Return the places of a list of other articles under its head, or an empty range."""
    text = lines[head].text
    if len(text) > _MAX or not LIST_HEAD.fullmatch(text.rstrip(" :»>")):
        return range(0)
    for n in range(head + 1, min(head + _LIST, len(lines))):
        paragraph = lines[n]
        if not (paragraph.ends_sentence and len(paragraph.text) >= _PROSE):
            continue
        if _share_names(lines[max(first, head - _NEAR) : head], [paragraph]):
            # One of several short lines before the article goes on can be its own heading.
            return range(head, n - 1 if n - head > 2 else n)
    return range(head, min(head + _LIST, len(lines)))


def _end(lines: Sequence[Paragraph], first: int) -> int | None:
    forms = (
        n
        for n in range(first, len(lines))
        if len(lines[n].text) <= _MAX and COMMENT_FORM.fullmatch(lines[n].text)
    )
    ends = [n for n in (next(forms, None), _repeated_block(lines, first)) if n is not None]
    return min(ends, default=None)


def _repeated_block(lines: Sequence[Paragraph], first: int) -> int | None:
    """Return where a title-like line and its paragraph first stand, if both come again later.

    Not in the first quarter; a single paragraph that is doubled by accident is none.
    """
    quarter = first + (len(lines) - first) // 4
    seen: dict[tuple[str, str], int] = {}
    for n in range(quarter, len(lines) - 1):
        if is_title_like(lines[n]) and lines[n + 1].ends_sentence:
            pair = (normal(lines[n].text), normal(lines[n + 1].text))
            if seen.setdefault(pair, n) != n:
                return seen[pair]
    return None


def _resumption(lines: Sequence[Paragraph], first: int, end: int) -> int:
    run, before = 0, lines[max(first, end - _NEAR) : end]
    for n in range(end + 1, len(lines)):
        run = run + 1 if is_long_prose(lines[n]) else 0
        if run == 3 and _share_names(before, lines[n - 2 : n + 1]):
            return n - 2
    return len(lines)


def _share_names(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> bool:
    """Say whether at least half of the names in the one stand in the other."""
    known = {w for line in before for w in _names(line)}
    found = [w for line in after for w in _names(line)]
    return bool(found) and sum(w in known for w in found) * 2 >= len(found)


def _names(paragraph: Paragraph) -> list[str]:
    """Return the capitalised words after the first one."""
    words = re.findall(r"\w+", paragraph.text)[1:]
    return [w for w in words if w[0].isupper() and len(w) > 3]
