"""Copies for people: which articles have one text, whose it is, which words are carried over."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.visible import one_line, trimmed
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import CarriedView, CopyGroupView, CopyView

__all__ = ["carried_lines", "copy_group_lines", "copy_note"]


def copy_note(view: "CopyView | None") -> str:
    """Return what an article has to do with others of its text, or nothing."""
    if view is None:
        return ""
    parts = []
    if view.copy_of is not None:
        parts.append(f"copy of {one_line(view.copy_of)}")
    elif view.articles > 1:
        parts.append(f"earliest known of {counted(view.articles, 'article')} with this text")
    if view.origin is not None:
        parts.append(f"credited to {one_line(view.origin)}")
    return " · ".join(parts)


def copy_group_lines(group: "CopyGroupView") -> Iterator[Text]:
    """Yield the lines of one group: whose text it is, then each article, the earliest first."""
    origin = one_line(group.origin) if group.origin else "nobody is credited"
    yield Text(f"{counted(len(group.members), 'article')}, one origin: {origin}", style="bold")
    for place, member in enumerate(group.members):
        told = f"{100 * member.overlap:.0f} % alike" if place else "earliest known"
        parts = [member.publisher or "publisher unknown", member.ref, told]
        parts += [f"“{credit.words}” ({credit.kind})" for credit in member.credits]
        line = " · ".join(one_line(part) for part in parts)
        yield Text(f"  {day_text(member.published):<10}  {line}")


def carried_lines(carried: "CarriedView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield the lines of one passage: its words as each article has them."""
    yield Text(counted(len(carried.passages), "article"), style="bold")
    for passage in carried.passages:
        where = (passage.publisher or "publisher unknown", passage.ref)
        head = " · ".join(one_line(part) for part in where)
        yield Text(f"  {day_text(passage.published):<10}  {head}", style="dim")
        words = one_line(passage.words) if full else trimmed(passage.words, max(width - 16, 20))
        yield Text(f"{' ' * 14}| {words}")
