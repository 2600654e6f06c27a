"""``rejoinder exchanges``: who accused, denied, demanded and answered, turn by turn."""

from typing import Annotated, Any

import typer
from rich.text import Text

from rejoinder.cli.command import command
from rejoinder.cli.exchange_text import exchange_lines
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
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.visible import counted_of
from rejoinder.cli.wider import empty_notes, wider_notes

__all__ = ["exchanges"]

_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who takes part: a name or an actor id."),
]
_Matter = Annotated[
    str | None, typer.Option("--matter", metavar="WORDS", help="Words that one of its turns holds.")
]
_Unanswered = Annotated[
    bool,
    typer.Option(
        "--unanswered",
        help="Only those with an accusation or a demand that nobody at all answers.",
    ),
]
_LeastScore = Annotated[
    float | None,
    typer.Option(
        "--min-score",
        metavar="X",
        min=0,
        max=1,
        help="Least score of a link that counts, 0 to 1; any if not set.",
        show_default=False,
    ),
]


@command
def exchanges(
    out: Output,
    ledger: LedgerOption = None,
    party: _Party = None,
    matter: _Matter = None,
    since: SinceOption = None,
    until: UntilOption = None,
    unanswered: _Unanswered = False,
    min_score: _LeastScore = None,
    limit: LimitOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show who accused, denied and answered, turn by turn.

    The latest exchange comes first. A claim that survives only inside what somebody else says is
    inset and names who tells it. Nothing here says who is right.
    """
    first, last = days_between(since, until)
    asked: dict[str, Any] = {
        "party": party,
        "matter": matter,
        "since": first,
        "until": last,
        "unanswered": unanswered,
        "least": min_score,
    }
    with reading(ledger) as opened:
        found = opened.exchanges(**asked, limit=limit)
        total = opened.exchange_count(**asked) if len(found) == limit else len(found)
        hints = (
            tuple(wider_notes(opened, matter))
            if found
            else empty_notes(opened, party, matter=matter, since=first, until=last)
        )
    out.listed(
        found,
        lambda exchange: exchange_lines(
            exchange, width=out.width, full=full, cut=min_score is not None
        ),
        hanging=_under_words,
        gap=2,
    )
    out.note(counted_of(len(found), total, "exchange"), *hints)
    return ExitStatus.OK


def _under_words(line: Text) -> int:
    """Return how far the rest of a line is set in: under the words, behind a number further."""
    return under_itself(line) + (0 if line.plain.lstrip()[:1] == "|" else 2)
