"""``rejoinder claims``: what is claimed, by whom, and who denies it."""

from typing import Annotated, Any

import typer

from rejoinder.cli.claim_text import claim_lines
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
    FullOption,
    LedgerOption,
    LimitOption,
    OutputOption,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.visible import counted_of
from rejoinder.cli.wider import empty_notes

__all__ = ["claims"]

_Contested = Annotated[
    bool,
    typer.Option("--contested", help="Only what one party asserts and another denies."),
]
_Party = Annotated[
    str | None,
    typer.Option("--party", metavar="NAME", help="Who takes a side: a name or an actor id."),
]
_Matter = Annotated[
    str | None,
    typer.Option("--matter", metavar="WORDS", help="Words that its statements hold, or synonyms."),
]


@command
def claims(
    out: Output,
    ledger: LedgerOption = None,
    contested: _Contested = False,
    party: _Party = None,
    matter: _Matter = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    network: NetworkOption = None,
    form: FormOption = None,
    duplicates: DuplicatesOption = None,
    states: StatesOption = False,
    output: OutputOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """List what is claimed, with who asserts and who denies it.

    Contested claims come first, then those that most independent origins tell of. The status is how
    the parties stand to a claim in this ledger. Nothing here says who is right. With --network who
    asserts and who denies which claim is written as a discourse network.
    """
    shape = network_shape(network, form=form, duplicates=duplicates, states=states, output=output)
    first, last = days_between(since, until)
    asked: dict[str, Any] = {
        "matter": matter,
        "party": party,
        "since": first,
        "until": last,
        "contested": contested,
    }
    with reading(ledger) as opened:
        if shape is not None:
            write_network(out, output, opened.claim_network(limit=limit, **asked, **shape))
            if not opened.claim_count(limit=1, **asked):
                out.note(*empty_notes(opened, party, matter=matter, since=first, until=last))
            return ExitStatus.OK
        found = opened.claims(**asked, limit=limit)
        total = opened.claim_count(**asked) if len(found) == limit else len(found)
        hints = () if found else empty_notes(opened, party, matter=matter, since=first, until=last)
    out.listed(
        found,
        lambda claim: claim_lines(claim, width=out.width, full=full),
        hanging=under_itself,
        gap=1,
    )
    out.note(counted_of(len(found), total, "claim"), *hints)
    return ExitStatus.OK
