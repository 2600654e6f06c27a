"""``rejoinder copies``: which articles are copies of one text."""

from typing import Annotated

import typer

from rejoinder.cli.command import command
from rejoinder.cli.copy_text import carried_lines, copy_group_lines
from rejoinder.cli.opening import reading
from rejoinder.cli.options import FullOption, LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.text.phrases import counted

__all__ = ["copies"]

_Passages = Annotated[
    bool,
    typer.Option(
        "--passages",
        help="Instead, passages that articles carry which are no copies of each other.",
    ),
]


@command
def copies(
    out: Output,
    ledger: LedgerOption = None,
    passages: _Passages = False,
    full: FullOption = False,
) -> ExitStatus:
    """List the articles that are copies of one text, group by group.

    The earliest known comes first in each group: by day of publication, then the agency's own. Who
    is credited is read from the text. Copies count as one origin, however many printed them.
    """
    with reading(ledger) as opened:
        groups = () if passages else opened.copies()
        carried = opened.carried() if passages else ()
        is_behind = opened.has_uncompared()
    out.listed(groups, copy_group_lines, hanging=16, gap=1)
    out.listed(
        carried, lambda words: carried_lines(words, width=out.width, full=full), hanging=16, gap=1
    )
    if passages:
        out.note(f"{counted(len(carried), 'passage')} in articles that are no copies")
    else:
        articles = sum(len(group.members) for group in groups)
        out.note(f"{counted(len(groups), 'group')} of copies, {counted(articles, 'article')}")
    if is_behind:
        out.note("some articles were not compared yet; rejoinder ingest does that")
    return ExitStatus.OK
