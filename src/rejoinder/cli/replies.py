"""``rejoinder replies``: which accusations are answered in a ledger, and who carried both."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final

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
from rejoinder.cli.wider import empty_notes

if TYPE_CHECKING:
    from rejoinder.api import Ledger, RepliesView

__all__ = ["replies"]

_ACCUSATIONS: Final = ("accusation", "accusations")
_BOTH: Final = ("accusation or demand", "accusations and demands")

_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who accuses or is accused: a name or an id."),
]
_Unanswered = Annotated[
    bool,
    typer.Option(
        "--unanswered", help="Only those that the accused does not answer in this ledger."
    ),
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
    }
    with reading(ledger) as opened:
        found = opened.replies(**asked, unanswered=unanswered, limit=limit)
        told = _told(opened, found, asked, unanswered=unanswered, limit=limit)
        hints = (
            ()
            if found.accusations
            else empty_notes(opened, party, publisher=publisher, since=first, until=last)
        )
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
    out.note(told, *hints)
    return ExitStatus.OK


def _told(
    opened: "Ledger",
    found: "RepliesView",
    asked: Mapping[str, Any],
    *,
    unanswered: bool,
    limit: int | None,
) -> str:
    """Return how many are listed, of how many, and of these how many are answered."""
    listed = len(found.accusations)
    nouns = _BOTH if asked["demands"] else _ACCUSATIONS
    if unanswered:
        total = opened.reply_count(**asked, shown="unanswered") if listed == limit else listed
        return f"{counted_of(listed, total, *nouns)} without an answer in this ledger"
    if listed == limit:
        total = opened.reply_count(**asked)
        answered = opened.reply_count(**asked, shown="answered")
        named = answered + opened.reply_count(**asked, shown="unanswered")
    else:
        total = listed
        named = sum(each.answered is not None for each in found.accusations)
        answered = sum(bool(each.answered) for each in found.accusations)
    are = f"{answered:,} of the {named:,} that name somebody {'is' if answered == 1 else 'are'}"
    return f"{counted_of(listed, total, *nouns)}; {are} answered in this ledger"
