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
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.statements import party_names
from rejoinder.cli.visible import one_line
from rejoinder.cli.wider import empty_notes
from rejoinder.text.phrases import counted, with_cue

if TYPE_CHECKING:
    from rejoinder.api import PassageView, ScoreView, TensionPoint, TensionView

__all__ = ["tension"]

_INSET = " " * 12

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
    --json each period is a line; --full shows the statements and events behind each.
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
        behind = opened.behind(found) if full and not out.as_json else {}
        why = () if found.points else empty_notes(opened, since=first, until=last)
    if out.as_json:
        for point in found.points:
            out.line(point)
        for change in found.changes or ():
            out.line({"change": change})
    else:
        for line, passages in _lines(found):
            out.text(line)
            for each, alleged in passages if behind else ():
                shown = _passage_lines(each, behind[each], alleged=alleged)
                out.wrapped(shown, hanging=under_itself)
    known = sum(map(_has_record, found.points))
    out.note(
        f"{known} of {counted(len(found.points), found.by.value)} with a record; "
        f"{counted(found.undated, 'record')} without a {found.by.value}; {found.scale}"
    )
    for each in why:
        out.note(each)
    return ExitStatus.OK


def _lines(view: "TensionView") -> Iterator[tuple[Text, list[tuple[str, bool]]]]:
    """Yield lines, each with the ids behind it, and whether that is only alleged."""
    left, right = one_line(view.left_name), one_line(view.right_name)
    if not view.points:
        return
    yield Text(f"A: {left} · B: {right} · by {view.by.value}", style="bold"), []
    heads = "  ".join(f"{each:>12}" for each in ("A to B", "B to A", "together", "alleged"))
    yield Text(f"{'':<10}  {heads}", style="dim"), []
    for is_known, points in groupby(view.points, key=_has_record):
        if not is_known:
            empty = counted(len(list(points)), view.by.value)
            yield Text(f"{'':<10}  {empty} without a record", style="dim"), []
            continue
        for point in points:
            passages = [(each, False) for each in point.together.ids]
            yield _point_line(point), passages + [(each, True) for each in point.alleged.ids]
    for change in view.changes or ():
        told = (
            f"from {change.start.isoformat()} on {change.after:+.1f}, before {change.before:+.1f}"
        )
        yield Text(told, style="cyan"), []


def _has_record(point: "TensionPoint") -> bool:
    return point.together.records + point.alleged.records > 0


def _point_line(point: "TensionPoint") -> Text:
    scores = (point.forth, point.back, point.together, point.alleged)
    cells = "  ".join(f"{_cell(each):>12}" for each in scores)
    return Text(f"{point.start.isoformat():<10}  {cells}".rstrip())


def _passage_lines(one: str, passage: "PassageView", *, alleged: bool) -> Iterator[Text]:
    said, happened = passage.statement, passage.event
    parts = [way for way, is_so in (("A to B", passage.forth), ("B to A", passage.back)) if is_so]
    parts += ["alleged"] if alleged else []
    if said is not None:
        parts += [party_names(said.speaker) or "speaker unknown", said.act.value]
        parts += [f"about {party_names(said.about)}"] if said.about else []
        words, publisher, article = (
            with_cue(said.content, said.cue),
            said.publisher,
            said.article_ref,
        )
    elif happened is not None:
        parts += [", ".join(happened.actor) or "somebody unnamed"]
        parts += [" ".join((happened.event_type.value, *happened.mode))]
        parts += [f"to {', '.join(happened.recipient)}"] if happened.recipient else []
        words, publisher, article = happened.words, happened.publisher, happened.article_ref
    else:
        return
    yield Text(_INSET + " · ".join(map(one_line, parts)))
    yield Text(f"{_INSET}  | {one_line(words)}")
    where = (publisher or "publisher unknown", article, one)
    yield Text(f"{_INSET}  {' · '.join(map(one_line, where))}", style="dim")


def _cell(score: "ScoreView") -> str:
    return "" if score.score is None else f"{score.score:+.1f} ({score.records})"
