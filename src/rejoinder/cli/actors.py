"""``rejoinder actors``: who is in the ledger."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rejoinder import api
from rejoinder.cli.options import (
    JsonOption,
    LedgerOption,
    QuietOption,
    VerboseOption,
    ledger_path,
)
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted, one_line

if TYPE_CHECKING:
    from rejoinder.api import ActorView

__all__ = ["actor_lines", "actors"]

_Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Part of a name or of a role, or an id; all without."),
]


@reported
def actors(
    name: _Name = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """List the actors, the most heard and spoken of first."""
    out = Output(as_json=as_json, quiet=quiet)
    with api.Ledger(ledger_path(ledger), create=False, read_only=True) as opened:
        found = opened.actors(name)
    for view in found:
        if as_json:
            out.line(view)
        else:
            out.wrapped(actor_lines(view), hanging=4)
    out.note(counted(len(found), "actor"))
    return ExitStatus.OK if found or name is None else ExitStatus.NOT_FOUND


def actor_lines(view: "ActorView") -> Iterator[Text]:
    """Yield the lines of one actor."""
    head = Text(one_line(view.name), style="bold")
    place = " ".join(part for part in (view.country, view.sector) if part)
    parts = [one_line(view.id), view.kind.value, place]
    head.append("".join(f" · {part}" for part in parts if part), style="not bold")
    yield head
    yield Text(
        f"    said {view.said} · said of {view.said_of} · in {counted(view.articles, 'article')}"
    )
    others = [one_line(other) for other in (*view.roles, *view.names) if other != view.name]
    if others:
        yield Text(f"    also: {'; '.join(dict.fromkeys(others))}", style="dim")
