"""``rejoinder actors merge``, ``split``, ``rename``, ``undo``, ``import`` and ``rejudge``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rejoinder import api
from rejoinder.cli.command import command
from rejoinder.cli.opening import writing
from rejoinder.cli.options import LedgerOption, ledger_path
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import one_line
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import Ruled

__all__ = ["import_actors", "merge", "rejudge", "rename", "split", "undo"]

_ACTOR = "An id, or a name that one actor alone has."
_One = Annotated[str, typer.Argument(metavar="A", help=_ACTOR)]
_Other = Annotated[str, typer.Argument(metavar="B", help=_ACTOR)]
_Called = Annotated[str, typer.Argument(metavar="NAME", help="What the actor is to be called.")]
_Ruling = Annotated[
    str,
    typer.Argument(metavar="ID", help="Of a judgement, a name or a list, or a beginning of it."),
]
_Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...",
        help="CSV, JSON lines, FollowTheMoney entities, or PETRARCH dictionaries.",
        show_default=False,
    ),
]
_By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who rules; whoever is logged in if not set.  [env: REJOINDER_BY]",
        show_default=False,
    ),
]
_Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why.", show_default=False)]
_From = Annotated[
    str | None,
    typer.Option("--from", metavar="B", help="The id that A is to be parted from."),
]
_InArticle = Annotated[
    str | None,
    typer.Option(
        "--article", metavar="ARTICLE", help="Only whom this article means is somebody else."
    ),
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORM",
        help="csv, jsonl, ftm or petrarch; as each file looks if not set.",
        show_default=False,
    ),
]


@command
def merge(
    out: Output,
    one: _One,
    other: _Other,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Rule that two actors are one.

    It holds against every verdict of a stage; both ids lead to the one from then on.
    """
    with writing(ledger) as opened:
        ruled = opened.merge(one, other, by=by, note=note)
    return _told(out, ruled, "one")


@command
def split(
    out: Output,
    one: _One,
    other: _From = None,
    article: _InArticle = None,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Rule that an id, or whom one article means, is somebody else.

    Links between articles that were found while they were one stay in the ledger.
    """
    with writing(ledger) as opened:
        ruled = opened.split(one, other=other, article=article, by=by, note=note)
    return _told(out, ruled, "parted")


@command
def rename(
    out: Output,
    one: _One,
    called: _Called,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Rule what an actor is called in every list; the id stays."""
    with writing(ledger) as opened:
        ruled = opened.rename(one, called, by=by, note=note)
    return _told(out, ruled, "named")


@command
def undo(
    out: Output,
    ruling: _Ruling,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Take a ruling back, as if it had not been.

    What takes back is a ruling too, and can be taken back; a list goes with the judgements that it
    led to.
    """
    with writing(ledger) as opened:
        ruled = opened.undo(ruling, by=by, note=note)
    return _told(out, ruled, "taken back")


@command
def import_actors(
    out: Output,
    files: _Files,
    form: _Format = None,
    ledger: LedgerOption = None,
    by: _By = None,
    note: _Note = "",
) -> ExitStatus:
    """Give lists of actors to a ledger, which is made if it is not there.

    Nothing is imported where a line cannot be used. The next ingest knows the names, and extracts
    articles again that it reads once more; who is in the ledger already under a listed name is
    joined with the listed actor. `rejoinder actors undo` takes the list and that back.
    """
    with api.Ledger(ledger_path(ledger)) as opened:
        done = opened.import_actors(*files, form=form, by=by, note=note)
    for fault in done.faults:
        out.error(one_line(f"failed: {fault.file}:{fault.line}: {fault.detail}"))
    if out.as_json:
        out.line(done)
    elif done.listing is not None:
        out.text(f"{done.listing} · {counted(done.actors, 'actor')} listed")
    left_out = "".join(f"; {count} {name} left out" for name, count in done.left_out)
    out.note(
        f"{counted(done.actors, 'actor')} read: {done.added} new or changed, {done.joined} joined "
        f"with actors of the ledger{left_out}; {counted(len(done.faults), 'failure')}"
    )
    if done.faults:
        return ExitStatus.USAGE
    return ExitStatus.OK if done.actors else ExitStatus.NOTHING_READ


@command
def rejudge(out: Output, ledger: LedgerOption = None) -> ExitStatus:
    """Judge all actors anew; what persons ruled stays.

    Of use after articles were extracted again: what older extractions told of actors is forgotten.
    """
    with writing(ledger) as opened:
        done = opened.rejudge()
    if out.as_json:
        out.line({"judgements": done.judgements, "merges": done.merges, "links": done.links})
    out.note(
        f"{counted(done.judgements, 'judgement')} new or changed, {counted(done.merges, 'merge')}; "
        f"{counted(done.links, 'link')} added"
    )
    return ExitStatus.OK


def _told(out: Output, ruled: "Ruled", what: str) -> ExitStatus:
    """Print what a ruling came to: its ids first, which undo takes."""
    if out.as_json:
        out.line(ruled)
    else:
        actors = ", ".join(map(one_line, ruled.actors))
        for each in ruled.rulings:
            out.text(f"{each} · {what}{f': {actors}' if actors else ''}")
    out.note(
        f"{counted(len(ruled.rulings), 'ruling')} written, {counted(ruled.links, 'link')} added; "
        "to take one back: rejoinder actors undo ID"
    )
    return ExitStatus.OK
