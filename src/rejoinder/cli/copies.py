"""``rejoinder copies``: which articles are copies of one text."""

from typing import Annotated

import typer

from rejoinder import api
from rejoinder.cli.copy_text import carried_lines, copy_group_lines
from rejoinder.cli.options import (
    FullOption,
    JsonOption,
    LedgerOption,
    QuietOption,
    VerboseOption,
    ledger_path,
)
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted

__all__ = ["copies"]

_Passages = Annotated[
    bool,
    typer.Option(
        "--passages",
        help="Instead, passages that articles carry which are no copies of each other.",
    ),
]


@reported
def copies(
    ledger: LedgerOption = None,
    passages: _Passages = False,
    full: FullOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """List the articles that are copies of one text, group by group.

    The earliest known comes first in each group: by day of publication, then the agency's own. Who
    is credited is read from the text. Copies count as one origin, however many printed them.
    """
    out = Output(as_json=as_json, quiet=quiet)
    with api.Ledger(ledger_path(ledger), create=False, read_only=True) as opened:
        groups = () if passages else opened.copies()
        carried = opened.carried() if passages else ()
        is_behind = opened.has_uncompared()
    for value in (*groups, *carried):
        if as_json:
            out.line(value)
    if not as_json:
        for place, group in enumerate(groups):
            out.text(*([""] if place else []))
            out.wrapped(copy_group_lines(group), hanging=16)
        for place, words in enumerate(carried):
            out.text(*([""] if place else []))
            out.wrapped(carried_lines(words, width=out.width, full=full), hanging=16)
    if passages:
        out.note(f"{counted(len(carried), 'passage')} in articles that are no copies")
    else:
        articles = sum(len(group.members) for group in groups)
        out.note(f"{counted(len(groups), 'group')} of copies, {counted(articles, 'article')}")
    if is_behind:
        out.note("some articles were not compared yet; rejoinder ingest does that")
    return ExitStatus.OK
