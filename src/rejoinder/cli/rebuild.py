"""``rejoinder rebuild``: make again what is derived from the records."""

from rejoinder.cli.command import command
from rejoinder.cli.opening import writing
from rejoinder.cli.options import LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output

__all__ = ["rebuild"]


@command
def rebuild(out: Output, ledger: LedgerOption = None) -> ExitStatus:
    """Make the summaries of the ledger again, and say whether they were true.

    Summaries say which exchanges there are, what actors are called and how much there is of what.
    They are kept up to date by whatever writes; the records from which they are made stay as they
    are.
    """
    with writing(ledger) as opened:
        found = opened.rebuild()
    if out.as_json:
        out.line(found)
    if not found.was_current:
        out.note("summaries made; before, the ledger had none that were up to date")
    elif found.differed:
        out.note("summaries made again; they did not say what the records say, now they do")
    else:
        out.note("summaries made again; they say what they said before")
    return ExitStatus.OK
