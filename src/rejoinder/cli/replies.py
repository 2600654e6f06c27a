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
from rejoinder.cli.wider import empty_notes, wider_notes
from rejoinder.errors import ConfigError

if TYPE_CHECKING:
    from rejoinder.api import Ledger, RepliesView

__all__ = ["replies"]

_ACCUSATIONS: Final = ("accusation", "accusations")
_BOTH: Final = ("accusation or demand", "accusations and demands")
_KINDS: Final = {
    "named": "that name somebody",
    "answered": "answered by the accused in this ledger",
    "unanswered": "without an answer in this ledger",
    "unnamed": "that name nobody who could answer",
    "carried": "whose answer the publisher carried",
    "not-carried": "answered in this ledger, the answer not carried by the publisher",
}

_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who accuses or is accused: a name or an id."),
]
_Accuser = Annotated[str | None, typer.Option("--accuser", metavar="NAME", help="Who accuses.")]
_Target = Annotated[str | None, typer.Option("--target", metavar="NAME", help="Who is accused.")]
_Matter = Annotated[
    str | None, typer.Option("--matter", metavar="WORDS", help="Words that the accusation holds.")
]
_Shown = Annotated[
    str | None,
    typer.Option(
        "--shown",
        metavar="KIND",
        help="By their answers: named, answered, unanswered, unnamed; carried or not-carried by "
        "the publisher.",
    ),
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
    accuser: _Accuser = None,
    target: _Target = None,
    matter: _Matter = None,
    unanswered: _Unanswered = False,
    shown: _Shown = None,
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
        "accuser": accuser,
        "target": target,
        "matter": matter,
        "since": first,
        "until": last,
        "demands": demands,
    }
    kind = _kind(shown, unanswered=unanswered)
    with reading(ledger) as opened:
        # Of a table all are counted; of that list one is enough to see whether there is any.
        found = opened.replies(**asked, shown=kind, limit=1 if table else limit)
        told = _told(opened, found, asked, kind=kind, limit=1 if table else limit, table=table)
        days: dict[str, Any] = {"since": first, "until": last}
        hints = (
            tuple(wider_notes(opened, matter))
            if found.accusations
            else empty_notes(
                opened, party, accuser, target, matter=matter, publisher=publisher, **days
            )
        )
    _print(out, found, table=table, full=full)
    out.note(told, *hints)
    return ExitStatus.OK


def _print(out: Output, found: "RepliesView", *, table: bool, full: bool) -> None:
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


def _kind(shown: str | None, *, unanswered: bool) -> str | None:
    """Return which accusations are asked for by their answers.

    Raises:
        ConfigError: two kinds are.
    """
    if unanswered and shown not in (None, "unanswered"):
        raise ConfigError(f"--unanswered and --shown {shown} are two kinds; leave one out")
    return "unanswered" if unanswered else shown


def _told(
    opened: "Ledger",
    found: "RepliesView",
    asked: Mapping[str, Any],
    *,
    kind: str | None,
    limit: int | None,
    table: bool,
) -> str:
    """Return how many are listed, of how many, and of these how many are answered."""
    listed = len(found.accusations)
    nouns = _BOTH if asked["demands"] else _ACCUSATIONS
    total = opened.reply_count(**asked, shown=kind) if listed == limit else listed
    head = counted_of(total if table else listed, total, *nouns)
    if kind is not None:
        return f"{head} {_KINDS[kind]}"
    if not total:
        return head
    if listed == limit:
        answered = opened.reply_count(**asked, shown="answered")
        named = answered + opened.reply_count(**asked, shown="unanswered")
    else:
        named = sum(each.answered is not None for each in found.accusations)
        answered = sum(bool(each.answered) for each in found.accusations)
    are = f"{answered:,} of the {named:,} that name somebody {'is' if answered == 1 else 'are'}"
    return f"{head}; {are} answered in this ledger"
