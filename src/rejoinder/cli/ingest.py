"""``rejoinder ingest``: articles into a ledger."""

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.options import (
    Inputs,
    LedgerOption,
    MinScoreOption,
    PublishedOption,
    PublisherOption,
    TaggerOption,
    WorkersOption,
    ledger_path,
    one_day,
    worker_count,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.tally import end_of, note_failures
from rejoinder.text.phrases import counted

__all__ = ["ingest"]


@command
def ingest(
    out: Output,
    inputs: Inputs,
    ledger: LedgerOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    tagger: TaggerOption = None,
    min_score: MinScoreOption = None,
    workers: WorkersOption = None,
) -> ExitStatus:
    """Read articles into a ledger; the same again changes nothing.

    The ledger is made if it is not there. A run that was stopped goes on where it ended. Actors of
    different articles are judged as they come; the summary tells how many pairs were found to be
    one, and `rejoinder actors judgements` on what grounds.
    """
    with (
        api.Ledger(ledger_path(ledger)) as opened,
        out.progress("ingesting") as progress,
    ):
        summary = opened.ingest(
            *inputs,
            publisher=publisher,
            published=one_day(published, "--published"),
            tagger=tagger,
            least=min_score,
            workers=worker_count(workers),
            progress=progress,
        )
    note_failures(summary.failures, out)
    if out.as_json:
        out.line(summary)
    out.note(
        f"{counted(summary.read, 'article')} read: {summary.added} added, "
        f"{summary.unchanged} unchanged; {counted(summary.statements, 'statement')} and "
        f"{counted(summary.links, 'link')} added; {counted(summary.merges, 'pair')} of actors "
        f"found to be one; {counted(len(summary.failures), 'failure')}"
    )
    return end_of(summary.added + summary.unchanged, len(summary.failures))
