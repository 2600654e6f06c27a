"""How positions look on a terminal."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.visible import one_line, trimmed
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import HeldView, PositionView

__all__ = ["position_lines", "unclear_lines"]

_INSET: Final = " " * 10
_NAMES: Final = 12


def position_lines(view: "PositionView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield the lines of what one actor holds; what is unclear only if ``full``."""
    head = Text(f"{view.position.value:<8}  ", style="cyan")
    head.append(one_line(view.name), style="bold")
    if view.role:
        head.append(f" ({one_line(view.role)})")
    head.append(f" · {view.agreeing} for, {view.disagreeing} against, {view.unclear} unclear")
    if view.origins:
        head.append(f" · {counted(view.origins, 'origin')}")
    if not view.statements:
        head.append(" · only as others tell")
    yield head
    changes = [each for each in view.periods if each.agreeing + each.disagreeing]
    if len(changes) > 1:
        told = ", ".join(
            f"{each.start.isoformat()} {each.position} {each.agreeing}:{each.disagreeing}"
            for each in changes
        )
        yield Text(f"{_INSET}for:against from {told}", style="dim")
    for held in (*view.statements, *view.alleged):
        if full or held.stance != "unclear":
            yield from _held_lines(held, width=width, full=full)


def unclear_lines(views: "Sequence[PositionView]") -> Iterator[Text]:
    """Yield one line for all those whose words show neither, with how many statements each."""
    if not views:
        return
    line = Text(f"{'unclear':<8}  ", style="cyan")
    shown = [f"{one_line(view.name)} {view.unclear or '(as others tell)'}" for view in views]
    line.append(", ".join(shown[:_NAMES]))
    if len(shown) > _NAMES:
        line.append(f" and {counted(len(shown) - _NAMES, 'actor')} more")
    line.append("; --full shows what they say", style="dim")
    yield line


def _held_lines(held: "HeldView", *, width: int, full: bool) -> Iterator[Text]:
    room = max(width - len(_INSET) - 2, 20)
    words = one_line(held.words) if full else trimmed(held.words, room)
    yield Text(f"{_INSET}| {words}")
    parts = [held.stance.value, held.act.value, day_text(held.date)]
    parts += [held.publisher or "publisher unknown", held.article_ref]
    if held.told_by is not None:
        parts.append(f"as told by {', '.join(held.told_by) or 'somebody unnamed'}")
    if held.repeats:
        parts.append("the same words again")
    yield Text(_INSET + " · ".join(one_line(part) for part in parts), style="dim")
