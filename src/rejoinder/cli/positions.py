"""``rejoinder positions``: who is for a matter, and who against."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rejoinder import api
from rejoinder.cli.article_text import day_text
from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    ByOption,
    FullOption,
    LedgerOption,
    OutputOption,
    SinceOption,
    UntilOption,
    first_day,
    last_day,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted, one_line, trimmed
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.api import HeldView, PositionView

__all__ = ["positions"]

_INSET = " " * 10

_Matters = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[MATTER]...",
        help='Words that statements hold, a "phrase" or a beginning*; several are several matters.',
    ),
]
_Chosen = Annotated[
    Path | None,
    typer.Option(
        "--statements", metavar="FILE", help="Only these: an id a line, or statements as JSON."
    ),
]
_Saved = Annotated[
    str | None,
    typer.Option(
        "--saved", metavar="NAME", help="Only what a saved search finds; see rejoinder saved."
    ),
]
_Name = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="What such statements are called.")
]
_Party = Annotated[
    str | None, typer.Option("--party", metavar="NAME", help="Who speaks: a name or an actor id.")
]
_Network = Annotated[
    str | None,
    typer.Option(
        "--network", metavar="KIND", help=f"Instead, a network: {', '.join(api.NETWORKS)}."
    ),
]
_Form = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORM", help=f"The network's format: {' or '.join(api.FORMS)}."
    ),
]
_Duplicates = Annotated[
    str,
    typer.Option(
        "--duplicates",
        metavar="HOW",
        help=f"What counts once in a network: {', '.join(api.DUPLICATES)}.",
    ),
]


@command
def positions(
    out: Output,
    matters: _Matters = None,
    ledger: LedgerOption = None,
    statements: _Chosen = None,
    saved: _Saved = None,
    name: _Name = None,
    party: _Party = None,
    since: SinceOption = None,
    until: UntilOption = None,
    by: ByOption = "month",
    network: _Network = None,
    form: _Form = None,
    duplicates: _Duplicates = "origin",
    output: OutputOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show who is for a matter and who against, with the statements.

    What the words do not show is unclear. Who says nothing of the matter is left out; what somebody
    is only said to hold is listed apart and does not count. With --network the statements that are
    for or against are written as a discourse network.
    """
    if output is not None and network is None:
        raise ConfigError("--output goes with --network; say which network, or leave it out")
    chosen = None if statements is None else api.read_saved(statements)
    first, last = first_day(since, "--since"), last_day(until, "--until")
    asked = tuple(matters or ())
    with reading(ledger) as opened:
        if network is not None:
            data = opened.discourse(
                *asked,
                network=network,
                form=form or _form(network, output),
                duplicates=duplicates,
                statements=chosen,
                saved=saved,
                name=name,
                party=party,
                since=first,
                until=last,
            )
            _write(out, output, data)
            return ExitStatus.OK
        found = opened.positions(
            *asked,
            statements=chosen,
            saved=saved,
            name=name,
            party=party,
            since=first,
            until=last,
            by=by,
        )
    _print(out, found, full=full)
    return ExitStatus.OK


def _form(network: str, output: Path | None) -> str:
    """Return the format that the file's name asks for, else the usual one."""
    ending = "" if output is None else output.suffix.removeprefix(".").lower()
    if ending in api.FORMS:
        return ending
    return "csv" if network == "eventlist" else "graphml"


def _write(out: Output, output: Path | None, data: bytes) -> None:
    if output is None:
        out.raw(data)
    else:
        api.write_file(output, data)
        out.note(f"written to {output}")


def _print(out: Output, found: "tuple[PositionView, ...]", *, full: bool) -> None:
    before = None
    for view in found:
        if out.as_json:
            out.line(view)
            continue
        if view.matter != before:
            out.text(*([""] if before is not None else []))
            out.text(Text(one_line(view.matter), style="bold"))
            before = view.matter
        out.wrapped(_lines(view, width=out.width, full=full), hanging=12)
    clear = sum(view.agreeing + view.disagreeing for view in found)
    unclear = sum(view.unclear for view in found)
    out.note(
        f"{counted(len(found), 'actor')}, {counted(clear, 'statement')} for or against, "
        f"{unclear} unclear"
    )


def _lines(view: "PositionView", *, width: int, full: bool) -> Iterator[Text]:
    head = Text(f"{view.position.value:<8}  ", style="cyan")
    head.append(one_line(view.name), style="bold")
    if view.role:
        head.append(f" ({one_line(view.role)})")
    head.append(f" · {view.agreeing} for, {view.disagreeing} against, {view.unclear} unclear")
    if view.origins:
        head.append(f" · {counted(view.origins, 'origin')}")
    yield head
    if len(view.periods) > 1:
        told = ", ".join(f"{each.start.isoformat()} {each.position}" for each in view.periods)
        yield Text(f"{_INSET}{told}", style="dim")
    for held in (*view.statements, *view.alleged):
        if full or held.stance != "unclear":
            yield from _held_lines(held, width=width, full=full)


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
