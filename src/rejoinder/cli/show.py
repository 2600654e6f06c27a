"""``rejoinder show``: one article with its statements marked."""

from typing import Annotated

import typer
from rich.text import Text

from rejoinder import api
from rejoinder.cli.article_text import article_lines, statement_list
from rejoinder.cli.command import command
from rejoinder.cli.copy_text import copy_note
from rejoinder.cli.opening import reading
from rejoinder.cli.options import FullOption, LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output

__all__ = ["show"]

_Article = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="The article's name in the input, or its id.")
]


@command
def show(
    out: Output,
    article: _Article,
    ledger: LedgerOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Print an article with its statements marked.

    [1 ... 1] encloses what statement 1 says, {...} names who says it, <...> is the cue; the
    statements follow in a list, those inside others inset. Furniture is folded; --full shows it.
    """
    with reading(ledger) as opened:
        view = opened.article(article)
    record, note = view.record, copy_note(view.copies)
    if out.as_json:
        out.raw(api.record_line(record).encode("utf-8"))
    else:
        out.wrapped(article_lines(record, full=full))
        if note:
            out.text("", Text(f"({note})", style="dim"))
        out.text("")
        out.wrapped(statement_list(record), hanging=8)
    return ExitStatus.OK
