"""``rejoinder failures``: what could not be used, and why."""

from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    JsonOption,
    LedgerOption,
    QuietOption,
    VerboseOption,
)
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.cli.visible import counted, one_line

__all__ = ["failures"]


@reported
def failures(
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """List the inputs that could not be used, and why."""
    out = Output(as_json=as_json, quiet=quiet)
    with reading(ledger) as opened:
        found = opened.failures()
    for failure in found:
        if as_json:
            out.line(failure)
        else:
            out.text(one_line(f"{failure.input}: {failure.reason.value}: {failure.detail}"))
    out.note(counted(len(found), "failure"))
    return ExitStatus.OK
