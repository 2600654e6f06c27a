"""``rejoinder exchanges``: who accused, denied, demanded and answered, turn by turn."""

from typing import Annotated

import typer
from rich.text import Text

from rejoinder import api
from rejoinder.cli.exchange_text import exchange_lines
from rejoinder.cli.options import (
    FullOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    QuietOption,
    SinceOption,
    UntilOption,
    VerboseOption,
    first_day,
    last_day,
    ledger_path,
)
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted

__all__ = ["exchanges"]

_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who takes part: a name or an actor id."),
]
_Unanswered = Annotated[
    bool,
    typer.Option(
        "--unanswered", help="Only those with an accusation or a demand that nobody answers."
    ),
]


@reported
def exchanges(
    ledger: LedgerOption = None,
    party: _Party = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unanswered: _Unanswered = False,
    limit: LimitOption = None,
    full: FullOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """Show who accused, denied and answered, turn by turn.

    The latest exchange comes first. A claim that survives only inside what somebody else says is
    inset and names who tells it. Nothing here says who is right.
    """
    out = Output(as_json=as_json, quiet=quiet)
    with api.Ledger(ledger_path(ledger), create=False, read_only=True) as opened:
        found = opened.exchanges(
            party=party,
            since=first_day(since, "--since"),
            until=last_day(until, "--until"),
            unanswered=unanswered,
            limit=limit,
        )
    for place, exchange in enumerate(found):
        if as_json:
            out.line(exchange)
            continue
        out.text(*(["", ""] if place else []))
        for line in exchange_lines(exchange, width=out.width, full=full):
            out.wrapped([line], hanging=_hang(line))
    out.note(counted(len(found), "exchange"))
    return ExitStatus.OK


def _hang(line: Text) -> int:
    """Return how far the second part of a wrapped line is set in."""
    return len(line.plain) - len(line.plain.lstrip()) + (2 if line.plain.lstrip()[:1] == "|" else 4)
