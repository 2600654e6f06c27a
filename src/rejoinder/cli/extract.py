"""``rejoinder extract``: articles in, records out, nothing kept."""

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.options import (
    FormatOption,
    Inputs,
    MinScoreOption,
    OutputOption,
    PublishedOption,
    PublisherOption,
    TaggerOption,
    WorkersOption,
    one_day,
    worker_count,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.tally import Tally, end_of
from rejoinder.text.phrases import counted

__all__ = ["extract"]


@command
def extract(
    out: Output,
    inputs: Inputs,
    form: FormatOption = "jsonl",
    output: OutputOption = None,
    publisher: PublisherOption = None,
    published: PublishedOption = None,
    tagger: TaggerOption = None,
    min_score: MinScoreOption = None,
    workers: WorkersOption = None,
) -> ExitStatus:
    """Print what articles say, a JSON line each; keep nothing.

    With --format plover a line is an event or an act, as PLOVER has them.  With --output the lines
    go to the file, and --json prints a summary instead.
    """
    api.find_exporter(form)
    tally = Tally()
    results = api.extract(
        *inputs,
        publisher=publisher,
        published=one_day(published, "--published"),
        tagger=tagger,
        least=min_score,
        workers=worker_count(workers),
    )
    records = tally.passing(results, out)
    if output is None:
        for record in records:
            out.raw(api.record_lines(record, form).encode("utf-8"))
    else:
        with out.progress("extracting") as progress:
            api.write_records(out.watched(records, progress), output, form)
        if out.as_json:
            out.line(tally)
    out.note(
        f"{counted(tally.articles, 'article')}, {counted(tally.statements, 'statement')}, "
        f"{counted(tally.links, 'link')}; {counted(len(tally.failures), 'failure')}"
    )
    return end_of(tally.articles, len(tally.failures))
