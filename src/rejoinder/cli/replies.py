"""``rejoinder replies``: which accusations are answered in a ledger, and who carried both."""

from typing import Annotated, Any

import typer

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    FullOption,
    LedgerOption,
    LimitOption,
    PublisherFilter,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.reply_text import accusation_lines, outlet_lines
from rejoinder.cli.visible import counted_of

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


@command
def replies(
    out: Output,
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
) -> ExitStatus:
    """List accusations with the answers of the accused, and who carried both.

    The latest comes first; what names the same accuser and says the same is one. No answer in this
    ledger never means that there was none: the articles that have it may not be here.
    """
    first, last = days_between(since, until)
    asked: dict[str, Any] = {
        "publisher": publisher,
        "party": party,
        "since": first,
        "until": last,
        "demands": demands,
        "shown": "unanswered" if unanswered else None,
    }
    with reading(ledger) as opened:
        found = opened.replies(**asked, limit=limit)
        listed = len(found.accusations)
        total = opened.reply_count(**asked) if listed == limit else listed
    if table and not out.as_json:
        out.text(*outlet_lines(found.outlets))
    elif table:
        for row in found.outlets:
            out.line(row)
    else:
        out.listed(
            found.accusations,
            lambda view: accusation_lines(view, width=out.width, full=full),
            hanging=under_itself,
            gap=1,
        )
    named = [each for each in found.accusations if each.answered is not None]
    answered = sum(bool(each.answered) for each in named)
    out.note(
        f"{counted_of(listed, total, 'accusation')}; of {len(named)} of them that name somebody, "
        f"{answered} answered in this ledger"
    )
    return ExitStatus.OK
