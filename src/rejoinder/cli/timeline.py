"""``rejoinder timeline``: what was said and what happened, in order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rejoinder.cli.article_text import day_text
from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    FullOption,
    LedgerOption,
    LimitOption,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted_of, one_line, trimmed
from rejoinder.cli.wider import empty_notes, wider_notes
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import EntryView, TellingView

__all__ = ["timeline"]

_INSET = " " * 12

_Parties = Annotated[
    list[str] | None,
    typer.Option(
        "--party", metavar="NAME", help="Who takes part: a name or an id; several must all."
    ),
]
_Matter = Annotated[
    str | None, typer.Option("--matter", metavar="WORDS", help="Words that the statement holds.")
]


@command
def timeline(
    out: Output,
    ledger: LedgerOption = None,
    parties: _Parties = None,
    matter: _Matter = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show what was said and what happened, in order, and who says so.

    An event that several outlets tell is shown once. What the texts do not date comes at the end,
    in the order in which it was published; no date is made up. With --json each entry is a line.
    """
    first, last = days_between(since, until)
    with reading(ledger) as opened:
        found = opened.timeline(
            parties=tuple(parties or ()),
            matter=matter,
            since=first,
            until=last,
        )
        nothing = not (found.dated or found.undated)
        hints = (
            empty_notes(opened, *(parties or ()), matter=matter, since=first, until=last)
            if nothing
            else tuple(wider_notes(opened, matter))
        )

    def lines(entry: "EntryView") -> Iterator[Text]:
        return _lines(entry, width=out.width, full=full)

    dated, undated = found.dated[:limit], found.undated
    if limit is not None:
        undated = undated[: max(limit - len(dated), 0)]
    out.listed(dated, lines, hanging=14)
    if undated and not out.as_json:
        out.text(*([""] if dated else []))
        out.text(Text("Undated, by day of publication", style="bold"))
    out.listed(undated, lines, hanging=14)
    total = len(found.dated) + len(found.undated)
    every = counted_of(len(dated) + len(undated), total, "entry", "entries")
    out.note(f"{every}: {len(dated)} dated, {len(undated)} undated", *hints)
    return ExitStatus.OK


def _lines(entry: "EntryView", *, width: int, full: bool) -> Iterator[Text]:
    head = Text(f"{day_text(entry.date):<10}  ")
    head.append(", ".join(map(one_line, entry.actor)) or "somebody unnamed", style="bold")
    head.append(f" · {_what(entry)}", style="cyan")
    if entry.recipient:
        head.append(f" · {'about' if entry.act else 'to'} ")
        head.append(", ".join(map(one_line, entry.recipient)))
    yield head
    room = max(width - len(_INSET) - 2, 20)
    words = one_line(entry.words) if full else trimmed(entry.words, room)
    yield Text(f"{_INSET}| {words}")
    by = "said by" if entry.alleged else "told by"
    parts = [f"{by} {', '.join(entry.authors)}"]
    if len(entry.told) > 1 or entry.origins > 1:
        parts.append(f"{len(entry.told)} times, {counted(entry.origins, 'origin')}")
    shown = entry.told if full else entry.told[:1]
    parts += [_place(each, entry) for each in shown]
    yield Text(_INSET + " · ".join(one_line(part) for part in parts), style="dim")


def _place(telling: "TellingView", entry: "EntryView") -> str:
    """Return where it is told; by whom only where the authors do not say so yet."""
    place = f"{telling.article_ref}, {day_text(telling.published)}"
    if entry.authors == (telling.publisher,):
        return place
    return f"{telling.publisher or 'publisher unknown'}, {place}"


def _what(entry: "EntryView") -> str:
    if entry.act is not None:
        return entry.act.value
    kind = entry.event_type.value if entry.event_type else ""
    return f"{kind} {', '.join(entry.mode)}".strip() + (" (alleged)" if entry.alleged else "")
