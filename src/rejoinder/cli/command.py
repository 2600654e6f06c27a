"""What nearly every command has: --json, --quiet, --verbose, and an output that heeds them."""

import inspect
from collections.abc import Callable
from functools import update_wrapper
from typing import Concatenate

from rejoinder.cli.options import JsonOption, QuietOption, VerboseOption
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output

__all__ = ["command"]


def command(body: Callable[Concatenate[Output, ...], ExitStatus]) -> Callable[..., None]:
    """Add --json, --quiet and --verbose to a command, and give it the `Output` they ask for.

    What the command returns or raises becomes an exit status, as `reported` has it. Typer reads
    options from the signature, so the one it sees is the command's own with these behind.
    """

    @reported
    def run(
        *,
        as_json: JsonOption = False,
        quiet: QuietOption = False,
        verbose: VerboseOption = False,
        **asked: object,
    ) -> ExitStatus:
        return body(Output(as_json=as_json, quiet=quiet), **asked)

    own = list(inspect.signature(body).parameters.values())[1:]
    shared = [p for p in inspect.signature(run).parameters.values() if p.kind is p.KEYWORD_ONLY]
    update_wrapper(run, body)
    run.__annotations__ = {each.name: each.annotation for each in (*own, *shared)}
    run.__signature__ = inspect.Signature([*own, *shared])  # type: ignore[attr-defined]
    return run
