"""``rejoinder failures``: what could not be used, and why."""

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

__all__ = ["failures"]


@command
def failures(out: Output, ledger: LedgerOption = None) -> ExitStatus:
    """List the inputs that could not be used, and why."""
    with reading(ledger) as opened:
        found = opened.failures()
    for failure in found:
        if out.as_json:
            out.line(failure)
        else:
            out.text(one_line(f"{failure.input}: {failure.reason.value}: {failure.detail}"))
    out.note(counted(len(found), "failure"))
    return ExitStatus.OK
