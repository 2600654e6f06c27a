"""The right of reply for people: accusations, answers, and what each publisher carried."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from rejoinder.cli.claim_text import telling, words_lines
from rejoinder.cli.exchange_text import NO_ANSWER
from rejoinder.cli.visible import one_line, trimmed
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import AccusationView, OutletReplies, ReplyView

__all__ = ["accusation_lines", "outlet_lines"]

_INSET = " " * 4
_UNKNOWN = "publisher unknown"


def accusation_lines(view: "AccusationView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield the lines of one accusation and its answers; all its statements if ``full``."""
    head = Text(one_line(view.speaker or "speaker unknown"), style="bold")
    head.append(f" · {view.act.value}", style="cyan")
    if view.about:
        head.append(" · about " + ", ".join(map(one_line, view.about)), style="not bold")
    yield head
    for spoken in telling(view.statements, full=full):
        yield from words_lines(spoken, inset=_INSET, width=width, full=full)
    if len(view.publishers) > 1:
        yield Text(f"{_INSET}carried by {_names(view.publishers)}", style="dim")
    if view.answered is None:
        yield Text(f"{_INSET}names nobody who could answer", style="dim")
    elif not view.answered:
        who = " or ".join(map(one_line, view.about))
        yield Text(f"{_INSET}{NO_ANSWER} by {who}", style="yellow")
    for silence in view.silent if full else view.silent[:1]:
        yield Text(f"{_INSET}asked, and told to have said nothing:", style="dim")
        words = one_line(silence.words)
        yield Text(f"{_INSET * 2}| {words if full else trimmed(words, max(width - 10, 20))}")
        yield Text(_INSET * 2 + one_line(silence.article_ref), style="dim")
    for reply in view.replies:
        yield from _reply_lines(reply, view, width=width, full=full)
    yield from _near_lines(view, width=width, full=full)


def _near_lines(view: "AccusationView", *, width: int, full: bool) -> Iterator[Text]:
    """Yield what the accused says where the accusation is told, and that is no answer to it."""
    if view.beside:
        yield Text(f"{_INSET}to what else the speaker says there:", style="dim")
    for reply in view.beside:
        yield from _reply_lines(reply, view, width=width, full=full, counts=False)
    if view.heard:
        said = counted(len(view.heard), "statement")
        yield Text(f"{_INSET}the accused is heard there, {said} not known to answer:", style="dim")
    for spoken in view.heard if full else view.heard[:1]:
        line = Text(f"{_INSET}{spoken.act.value}: ", style="cyan")
        yield line.append(one_line(spoken.speaker or "speaker unknown"), style="bold")
        yield from words_lines(spoken, inset=_INSET * 2, width=width, full=full)


def _reply_lines(
    reply: "ReplyView", view: "AccusationView", *, width: int, full: bool, counts: bool = True
) -> Iterator[Text]:
    line = Text(f"{_INSET}{', '.join(reply.how)}: ", style="green")
    line.append(one_line(reply.speaker or "speaker unknown"), style="bold")
    line.append("" if reply.by_target else " · not the one who is accused")
    if reply.days_after is not None:
        after = counted(reply.days_after, "day") + " after" if reply.days_after else "the same day"
        line.append(f" · {after}")
    elif view.comes_after(reply):
        line.append(" · first told before the accusation")
    yield line
    for spoken in telling(reply.statements, full=full):
        yield from words_lines(spoken, inset=_INSET * 2, width=width, full=full)
    if counts and reply.by_target and view.publishers:
        both = f"{len(reply.publishers)} of {len(view.publishers)}"
        named = f": {_names(reply.publishers)}" if reply.publishers else ""
        yield Text(
            f"{_INSET * 2}of those who carried the accusation {both} carried this{named}",
            style="dim",
        )


def outlet_lines(outlets: Sequence["OutletReplies"]) -> Iterator[Text]:
    """Yield the table of publishers; every share stands with what it is a share of."""
    if not outlets:
        return
    names = [one_line(each.publisher or _UNKNOWN) for each in outlets]
    wide = max(len(name) for name in names)
    head = f"{'publisher':<{wide}}  accusations  answered in this ledger  answer carried  no target"
    yield Text(head, style="bold")
    for name, each in zip(names, outlets, strict=True):
        answered = f"{each.answered} of {each.carried}"
        carried = f"{each.answer_carried} of {each.answered}"
        yield Text(
            f"{name:<{wide}}  {each.carried:>11}  {answered:>23}  {carried:>14}  {each.unnamed:>9}"
        )


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(one_line, names))
