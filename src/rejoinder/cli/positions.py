"""``rejoinder positions``: who is for a matter, and who against."""

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.network_file import (
    DuplicatesOption,
    FormOption,
    NetworkOption,
    StatesOption,
    network_shape,
    write_network,
)
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    ByOption,
    FullOption,
    LedgerOption,
    OutputOption,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.position_text import position_lines, unclear_lines
from rejoinder.cli.visible import one_line
from rejoinder.cli.wider import unknown_notes, wider_notes
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import PositionView

__all__ = ["positions"]

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
    network: NetworkOption = None,
    form: FormOption = None,
    duplicates: DuplicatesOption = None,
    states: StatesOption = False,
    output: OutputOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show who is for a matter and who against, with the statements.

    What the words do not show is unclear. Who says nothing of the matter is left out; what somebody
    is only said to hold is listed apart and does not count. With --network the statements that are
    for or against are written as a discourse network.
    """
    shape = network_shape(network, form=form, duplicates=duplicates, states=states, output=output)
    chosen = None if statements is None else api.read_saved(statements)
    first, last = days_between(since, until)
    asked: dict[str, Any] = {"statements": chosen, "saved": saved, "name": name}
    asked |= {"party": party, "since": first, "until": last}
    with reading(ledger) as opened:
        if shape is not None:
            write_network(out, output, opened.discourse(*(matters or ()), **asked, **shape))
            return ExitStatus.OK
        found = opened.positions(*(matters or ()), by=by, **asked)
        clear = {view.matter for view in found if view.position != "unclear"}
        hints = tuple(wider_notes(opened, *sorted({*(matters or ())} - clear)))
        hints += () if found else unknown_notes(opened, party)
    if out.as_json:
        for view in found:
            out.line(view)
    else:
        _print(out, found, full=full)
    out.note(_counts(found), *hints)
    return ExitStatus.OK


def _counts(found: "tuple[PositionView, ...]") -> str:
    clear = sum(view.agreeing + view.disagreeing for view in found)
    unclear = sum(view.unclear for view in found)
    return (
        f"{counted(len(found), 'actor')}, {counted(clear, 'statement')} for or against, "
        f"{unclear} unclear"
    )


def _print(out: Output, found: "tuple[PositionView, ...]", *, full: bool) -> None:
    for place, (matter, group) in enumerate(groupby(found, key=lambda view: view.matter)):
        own = list(group)
        out.text(*([""] if place else []), Text(one_line(matter), style="bold"))
        shown = [view for view in own if full or view.position != "unclear"]
        for view in shown:
            out.wrapped(position_lines(view, width=out.width, full=full), hanging=12)
        rest = () if full else [view for view in own if view.position == "unclear"]
        out.wrapped(unclear_lines(rest), hanging=12)
