"""``rejoinder export``: a ledger's records into a file."""

import sys

from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    FormatOption,
    JsonOption,
    LedgerOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted

__all__ = ["export"]


@reported
def export(
    ledger: LedgerOption = None,
    form: FormatOption = "jsonl",
    output: OutputOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """Write the records of all articles in a ledger.

    With --output the records go to the file, and --json prints a summary.
    """
    out = Output(as_json=as_json, quiet=quiet)
    with reading(ledger) as opened:
        count = opened.export(sys.stdout.buffer if output is None else output, format=form)
    if output is not None and as_json:
        out.line({"articles": count, "format": form, "output": str(output)})
    out.note(f"{counted(count, 'article')} exported")
    return ExitStatus.OK
