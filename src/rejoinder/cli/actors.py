"""``rejoinder actors``: who is in the ledger, what they are called, and why they are one."""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from rejoinder.cli.actor_text import actor_lines, history_lines, judgement_lines
from rejoinder.cli.command import command
from rejoinder.cli.opening import reading
from rejoinder.cli.options import FullOption, LedgerOption, LimitOption
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output, under_itself
from rejoinder.cli.rulings import import_actors, merge, rejudge, rename, split, undo
from rejoinder.errors import ConfigError
from rejoinder.text.phrases import counted

__all__ = ["app", "judgements", "list_actors", "show"]

_Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Part of a name or of a role, or an id; all without."),
]
_Actor = Annotated[str, typer.Argument(metavar="NAME", help="An id, or a name that one has.")]
_Of = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Only those on this actor; all without."),
]
_Unsure = Annotated[bool, typer.Option("--unsure", help="Only pairs that may be one.")]
_Persons = Annotated[bool, typer.Option("--persons", help="Only what persons ruled.")]
_History = Annotated[
    bool, typer.Option("--history", help="Also what was followed by another or taken back.")
]


class _ListUnlessTold(TyperGroup):
    """A group that lists where no command of its own is named."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer hides the type
        """Put ``list`` before arguments that begin with none of the commands."""
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_ListUnlessTold, rich_markup_mode=None, context_settings={"max_content_width": 96}
)


@app.callback()
def _actors() -> None:
    """List actors, show why they are one, and rule on it.

    `rejoinder actors [NAME]` is short for `rejoinder actors list [NAME]`. Rulings are signed, dated
    and can be taken back; nothing that articles say is changed.
    """


@app.command("list")
@command
def list_actors(
    out: Output,
    name: _Name = None,
    ledger: LedgerOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """List the actors, the most heard and spoken of first.

    An id shows that actor with names, roles and judgements, as `actors show` does.
    """
    with reading(ledger) as opened:
        found = opened.actors(name)
        alone = len(found) == 1 and name in {found[0].id, *found[0].others}
        history = opened.actor(name) if alone and name is not None and not out.as_json else None
    if history is not None:
        out.wrapped(history_lines(history, full=full), hanging=under_itself)
    else:
        out.listed(found, actor_lines, hanging=4)
    out.note(counted(len(found), "actor"))
    return ExitStatus.OK if found or name is None else ExitStatus.NOT_FOUND


@app.command("show")
@command
def show(
    out: Output,
    name: _Actor,
    ledger: LedgerOption = None,
    full: FullOption = False,
) -> ExitStatus:
    """Show what one actor is called where and when, and why he is one.

    Names with the articles that use them, what each article takes him for by date, the judgements
    that hold him together, pairs that may be one, and whom he is kept apart from.
    """
    with reading(ledger) as opened:
        history = opened.actor(name)
    if out.as_json:
        out.line(history)
    else:
        out.wrapped(history_lines(history, full=full), hanging=under_itself)
    return ExitStatus.OK


@app.command("judgements")
@command
def judgements(
    out: Output,
    name: _Of = None,
    ledger: LedgerOption = None,
    unsure: _Unsure = False,
    persons: _Persons = False,
    history: _History = False,
    limit: LimitOption = None,
) -> ExitStatus:
    """List verdicts on whether two actors are one, with their grounds.

    Persons' come first, the latest of them first; then unsure pairs, then the others by score.
    """
    if unsure and persons:
        raise ConfigError("--unsure is what stages leave open; give it without --persons")
    with reading(ledger) as opened:
        found = opened.judgements(
            name, "unsure" if unsure else None, persons=persons, history=history, limit=limit
        )
    out.listed(found, judgement_lines, hanging=under_itself)
    out.note(counted(len(found), "judgement"))
    return ExitStatus.OK


for _name, _command in (
    ("merge", merge),
    ("split", split),
    ("rename", rename),
    ("undo", undo),
    ("import", import_actors),
    ("rejudge", rejudge),
):
    app.command(_name)(_command)
