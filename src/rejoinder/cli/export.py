"""``rejoinder export``: a ledger's records into a file."""

import sys

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import FormatOption, LedgerOption, OutputOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.text.phrases import counted

__all__ = ["export"]


@command
def export(
    out: Output,
    ledger: LedgerOption = None,
    form: FormatOption = "jsonl",
    output: OutputOption = None,
) -> ExitStatus:
    """Write the records of all articles in a ledger.

    With --output the records go to the file, and --json prints a summary.
    """
    with reading(ledger) as opened:
        count = opened.export(sys.stdout.buffer if output is None else output, format=form)
    if output is not None and out.as_json:
        out.line({"articles": count, "format": form, "output": str(output)})
    out.note(f"{counted(count, 'article')} exported")
    return ExitStatus.OK
