"""``rejoinder saved``: searches that were saved in the workbench, and what they find."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import FullOption, LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.statements import statement_lines
from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api.shapes import SavedQuery

__all__ = ["saved"]

_Name = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help="Of a saved search: list the statements it finds."),
]


@command
def saved(
    out: Output,
    name: _Name = None,
    ledger: LedgerOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """List the searches that the workbench keeps by name, or the statements that one finds.

    A saved search is asked anew each time: what it finds changes with the ledger. rejoinder
    positions --saved NAME shows who is for and against what it is about.
    """
    with reading(ledger) as opened:
        if name is None:
            queries = opened.saved_queries()
            out.listed(queries, _lines, hanging=under_itself)
            out.note(counted(len(queries), "saved search", "saved searches"))
            return ExitStatus.OK
        found = opened.saved_statements(name)
    out.listed(found, lambda view: statement_lines(view, width=out.width, full=full), hanging=14)
    out.note(counted(len(found), "statement"))
    return ExitStatus.OK


def _lines(query: "SavedQuery") -> Iterator[Text]:
    line = Text(one_line(query.name), style="bold")
    line.append(f" · {one_line(query.address)}")
    by = f" by {one_line(query.person)}" if query.person else ""
    line.append(f" · {query.saved_at[:10]}{by}", style="dim")
    yield line
