"""``rejoinder positions``: who is for a matter, and who against."""

from collections.abc import Iterator, Mapping
from itertools import chain, groupby
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
    holds_nothing,
    network_shape,
    write_network,
)
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    ByOption,
    FullOption,
    LedgerOption,
    OutputOption,
    PublisherFilter,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.position_text import position_lines, unclear_lines
from rejoinder.cli.visible import counted_of, one_line
from rejoinder.cli.wider import empty_notes, wider_notes
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
    publisher: PublisherFilter = None,
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
    asked |= {"party": party, "publisher": publisher, "since": first, "until": last}
    with reading(ledger) as opened:
        network_made = (
            None if shape is None else opened.discourse(*(matters or ()), **asked, **shape)
        )
        hints: tuple[str, ...] = ()
        found: tuple[PositionView, ...] = ()
        if network_made is None or holds_nothing(network_made):
            found = opened.positions(*(matters or ()), by=by, **asked)
            hints = _hints(opened, tuple(matters or ()), found, asked)
        lacking = () if chosen is None else _lacking(statements, chosen, opened.lacking(chosen))
    if network_made is not None:
        write_network(out, output, network_made)
    elif out.as_json:
        for view in found:
            out.line(view)
    else:
        _print(out, found, full=full)
    counts = (_counts(found),) if network_made is None else ()
    out.note(*counts, *lacking, *dict.fromkeys(hints))
    return ExitStatus.OK


def _hints(
    opened: "api.Ledger",
    matters: tuple[str, ...],
    found: "tuple[PositionView, ...]",
    asked: Mapping[str, Any],
) -> tuple[str, ...]:
    """Return of each matter on which nobody takes a side why, or what to ask for instead."""
    clear = {view.matter for view in found if view.position != "unclear"}
    named = {view.matter for view in found}
    wider = wider_notes(opened, *sorted({*matters} & (named - clear)))
    unmet = (empty_notes(opened, matter=each) for each in sorted({*matters} - named))
    where = {name: asked[name] for name in ("publisher", "since", "until")}
    nothing = () if found else empty_notes(opened, asked["party"], **where)
    return (*wider, *chain.from_iterable(unmet), *nothing)


def _lacking(path: Path | None, chosen: tuple[str, ...], lacking: tuple[str, ...]) -> Iterator[str]:
    """Yield that a file names no statement, or some that the ledger does not have."""
    if not chosen:
        yield f"{str(path)!r} names no statement; write one id a line"
    elif lacking:
        every = counted_of(len(lacking), len({*chosen}), "statement")
        more = ", ..." if len(lacking) > 1 else ""
        yield f"not in this ledger: {every} of {str(path)!r} ({lacking[0]!r}{more})"


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
