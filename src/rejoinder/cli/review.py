"""``rejoinder review``: how far reviewing has come, its gold, and taking a decision back."""

from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading, writing
from rejoinder.cli.options import LedgerOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.review_text import agreement_lines, status_lines
from rejoinder.text.phrases import counted

__all__ = ["app", "export_reviewed", "status", "undo_review"]

_Folder = Annotated[
    Path,
    typer.Option("--output", "-o", metavar="DIR", help="A new folder for the gold."),
]
_Review = Annotated[
    str, typer.Argument(metavar="ID", help="Of a decision (r-...), or a beginning of it.")
]
_By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who takes it back; whoever is logged in if not set.  [env: REJOINDER_BY]",
        show_default=False,
    ),
]
_Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.", show_default=False)]

app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, context_settings={"max_content_width": 96}
)


@app.callback()
def _review() -> None:
    """See how far reviewing has come, export it as gold, take a decision back.

    Reviewing itself is done in the workbench: `rejoinder serve`, then Review.
    """


@app.command("status")
@command
def status(out: Output, ledger: LedgerOption = None) -> ExitStatus:
    """Print progress, agreement, and what reviewers read differently.

    Agreement is Krippendorff's alpha over all reviewers and Cohen's kappa of each two, on the
    statements that several judged; 1 is full agreement, 0 what chance would bring.
    """
    with reading(ledger) as opened:
        found, agreement = opened.review_status(), opened.review_agreement()
        unfit = opened.unfit_reviews()
    if out.as_json:
        out.line({"status": found, "agreement": agreement, "unfit": unfit})
        return ExitStatus.OK
    for line in (*status_lines(found), *agreement_lines(agreement)):
        out.text(line)
    for each in unfit:
        out.text(f"no longer fits: {each.id} {each.decision.value} of {each.statement}")
    return ExitStatus.OK


@app.command("export")
@command
def export_reviewed(out: Output, folder: _Folder, ledger: LedgerOption = None) -> ExitStatus:
    """Write what was reviewed as gold: what `evaluate gold` reads, and training takes.

    Only articles whose every statement was judged are written, as they read now, with their texts
    (articles.jsonl) and their attributions (attributions.jsonl). Events are not reviewed and not
    written.
    """
    with reading(ledger) as opened:
        done = opened.export_reviewed(folder)
    if out.as_json:
        out.line(done)
    else:
        out.text(done.folder)
    out.note(
        f"{counted(done.articles, 'article')}, {counted(done.statements, 'statement')}, "
        f"{counted(done.links, 'link')}; {counted(done.left_out, 'article')} left out that "
        "were reviewed in part"
    )
    return ExitStatus.OK


@app.command("undo")
@command
def undo_review(
    out: Output,
    review: _Review,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Take a reviewer's decision back, as if it had not been; that can be taken back too."""
    with writing(ledger) as opened:
        done = opened.undo_review(review, by=by, note=note)
    if out.as_json:
        out.line(done)
    else:
        out.text(f"{done.review} · taken back: {review}")
    return ExitStatus.OK
