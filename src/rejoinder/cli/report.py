"""``rejoinder report``: an exchange, an actor or a dispute as one page that can be handed on."""

from pathlib import Path
from typing import Annotated

import typer

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import LedgerOption, SinceOption, UntilOption, days_between
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output

__all__ = ["report"]

_Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write the page here; on standard output if not set."
    ),
]
_Exchange = Annotated[
    str | None,
    typer.Option(
        "--exchange", metavar="ID", help="Of this exchange: its id, or a statement's in it."
    ),
]
_Actor = Annotated[
    str | None, typer.Option("--actor", metavar="NAME", help="Of this actor: an id or a name.")
]
_Dispute = Annotated[
    tuple[str, str] | None,
    typer.Option("--dispute", metavar="A B", help="Of these two parties: ids or names."),
]


@command
def report(
    out: Output,
    ledger: LedgerOption = None,
    output: _Output = None,
    exchange: _Exchange = None,
    actor: _Actor = None,
    dispute: _Dispute = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> ExitStatus:
    """Write a report: one page of HTML to read, print and hand on, each sentence with its source.

    It needs no other file, no script and no network. Without --exchange, --actor or --dispute it
    is of the whole ledger. It shows who said what and who answered, never who is right.
    """
    first, last = days_between(since, until)
    with reading(ledger) as opened:
        page = opened.report(
            exchange=exchange,
            actor=actor,
            dispute=dispute,
            since=first,
            until=last,
        ).encode("utf-8")
    if output is None:
        out.raw(page)
        return ExitStatus.OK
    api.write_file(output, page)
    if out.as_json:
        out.line({"output": str(output), "bytes": len(page)})
    out.note(f"report written to {output}")
    return ExitStatus.OK
