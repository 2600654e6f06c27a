"""``rejoinder tension``: what two parties do to each other, week by week."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import (
    ByOption,
    FullOption,
    LedgerOption,
    SinceOption,
    UntilOption,
    days_between,
)
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.cli.visible import one_line
from rejoinder.cli.wider import empty_notes
from rejoinder.text.phrases import counted

if TYPE_CHECKING:
    from rejoinder.api import ScoreView, TensionPoint, TensionView

__all__ = ["tension"]

_Left = Annotated[str, typer.Argument(metavar="A", help="A party: a name or an actor id.")]
_Right = Annotated[str, typer.Argument(metavar="B", help="The other.")]
_Alone = Annotated[
    bool, typer.Option("--alone", help="Of a state only itself, not who acts for it.")
]
_Changes = Annotated[
    bool, typer.Option("--changes", help="Find where it changes; needs the extra changes.")
]


@command
def tension(
    out: Output,
    left: _Left,
    right: _Right,
    ledger: LedgerOption = None,
    by: ByOption = "week",
    alone: _Alone = False,
    changes: _Changes = False,
    since: SinceOption = None,
    until: UntilOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show tension between two parties over time, on PLOVER's scale.

    From -10 (conflict) to 10 (cooperation), with the number of records behind each mean. Weeks
    without a record are empty. What parties only say of each other is alleged and apart. With
    --json each period is a line; --full names the records behind each.
    """
    first, last = days_between(since, until)
    with reading(ledger) as opened:
        found = opened.tension(
            left,
            right,
            by=by,
            alone=alone,
            changes=changes,
            since=first,
            until=last,
        )
        why = () if found.points else empty_notes(opened, since=first, until=last)
    if out.as_json:
        for point in found.points:
            out.line(point)
        for change in found.changes or ():
            out.line({"change": change})
    else:
        for line in _lines(found, full=full):
            out.text(line)
    known = sum(map(_has_record, found.points))
    out.note(
        f"{known} of {counted(len(found.points), found.by.value)} with a record; "
        f"{counted(found.undated, 'record')} without a {found.by.value}; {found.scale}"
    )
    for each in why:
        out.note(each)
    return ExitStatus.OK


def _lines(view: "TensionView", *, full: bool) -> Iterator[Text]:
    left, right = one_line(view.left_name), one_line(view.right_name)
    if not view.points:
        return
    yield Text(f"A: {left} · B: {right} · by {view.by.value}", style="bold")
    yield Text(
        f"{'':<10}  {'A to B':>12}  {'B to A':>12}  {'together':>12}  {'alleged':>12}", style="dim"
    )
    for is_known, points in groupby(view.points, key=_has_record):
        if not is_known:
            empty = counted(len(list(points)), view.by.value)
            yield Text(f"{'':<10}  {empty} without a record", style="dim")
            continue
        for point in points:
            yield from _point_lines(point, full=full)
    for change in view.changes or ():
        yield Text(
            f"from {change.start.isoformat()} on {change.after:+.1f}, before {change.before:+.1f}",
            style="cyan",
        )


def _has_record(point: "TensionPoint") -> bool:
    return point.together.records + point.alleged.records > 0


def _point_lines(point: "TensionPoint", *, full: bool) -> Iterator[Text]:
    scores = (point.forth, point.back, point.together, point.alleged)
    cells = "  ".join(f"{_cell(each):>12}" for each in scores)
    yield Text(f"{point.start.isoformat():<10}  {cells}".rstrip())
    if full:
        yield from _ids(point)


def _ids(point: "TensionPoint") -> Iterator[Text]:
    for each in (*point.together.ids, *point.alleged.ids):
        yield Text(f"{' ' * 12}{each}", style="dim")


def _cell(score: "ScoreView") -> str:
    return "" if score.score is None else f"{score.score:+.1f} ({score.records})"
