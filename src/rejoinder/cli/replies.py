"""``rejoinder replies``: which accusations are answered in a ledger, and who carried both."""

from typing import Annotated

import typer

from rejoinder import api
from rejoinder.cli.options import (
    FullOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    PublisherFilter,
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
from rejoinder.cli.reply_text import accusation_lines, outlet_lines
from rejoinder.cli.visible import counted

__all__ = ["replies"]

_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who accuses or is accused: a name or an id."),
]
_Unanswered = Annotated[
    bool,
    typer.Option("--unanswered", help="Only those to which this ledger has no answer."),
]
_Demands = Annotated[bool, typer.Option("--demands", help="Demands too.")]
_Table = Annotated[
    bool, typer.Option("--table", help="Instead, what each publisher carried of both.")
]


@reported
def replies(
    ledger: LedgerOption = None,
    publisher: PublisherFilter = None,
    party: _Party = None,
    unanswered: _Unanswered = False,
    demands: _Demands = False,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    table: _Table = False,
    full: FullOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """List accusations with the answers of the accused, and who carried both.

    The latest comes first; what names the same accuser and says the same is one. No answer in this
    ledger never means that there was none: the articles that have it may not be here.
    """
    out = Output(as_json=as_json, quiet=quiet)
    with api.Ledger(ledger_path(ledger), create=False, read_only=True) as opened:
        found = opened.replies(
            publisher=publisher,
            party=party,
            since=first_day(since, "--since"),
            until=last_day(until, "--until"),
            demands=demands,
            unanswered=unanswered,
            limit=limit,
        )
    if as_json:
        for row in found.outlets if table else found.accusations:
            out.line(row)
    elif table:
        out.text(*outlet_lines(found.outlets))
    else:
        for place, view in enumerate(found.accusations):
            out.text(*([""] if place else []))
            for line in accusation_lines(view, width=out.width, full=full):
                inset = len(line.plain) - len(line.plain.lstrip())
                out.wrapped([line], hanging=inset + 2)
    named = [each for each in found.accusations if each.answered is not None]
    answered = sum(bool(each.answered) for each in named)
    out.note(
        f"{counted(len(found.accusations), 'accusation')}; of {len(named)} that name somebody, "
        f"{answered} answered in this ledger"
    )
    return ExitStatus.OK
