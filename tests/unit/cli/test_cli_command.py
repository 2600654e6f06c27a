"""What every command gets beside its own options."""

import inspect

import pytest
import typer
from typer.testing import CliRunner

from rejoinder.cli.app import app
from rejoinder.cli.command import command
from rejoinder.cli.outcome import ExitStatus
from rejoinder.cli.output import Output
from rejoinder.errors import NotFound


@command
def greet(out: Output, name: str, loud: bool = False) -> ExitStatus:
    """Say hello."""
    if name == "nobody":
        raise NotFound("no actor 'nobody'; name another")
    out.line({"name": name, "loud": loud, "json": out.as_json})
    out.note("done")
    return ExitStatus.SOME_FAILED


def run(*words: str) -> tuple[int, str, str]:
    alone = typer.Typer()
    alone.command()(greet)
    done = CliRunner().invoke(alone, words)
    return done.exit_code, done.stdout, done.stderr


def test_the_shared_options_stand_behind_the_commands_own() -> None:
    assert list(inspect.signature(greet).parameters) == [
        "name", "loud", "as_json", "quiet", "verbose",
    ]  # fmt: skip
    assert (greet.__name__, greet.__doc__) == ("greet", "Say hello.")


@pytest.mark.parametrize(
    ("words", "out", "err"),
    [
        (["Ann"], '{"name": "Ann", "loud": false, "json": false}\n', "done\n"),
        (["Ann", "--json", "--loud"], '{"name": "Ann", "loud": true, "json": true}\n', "done\n"),
        (["Ann", "-q"], '{"name": "Ann", "loud": false, "json": false}\n', ""),
    ],
)
def test_the_output_heeds_them(words: list[str], out: str, err: str) -> None:
    assert run(*words) == (3, out, err)


def test_an_error_ends_with_its_status_and_verbose_shows_where() -> None:
    assert run("nobody") == (6, "", "rejoinder: no actor 'nobody'; name another\n")
    _, _, told = run("nobody", "--verbose")
    assert told.startswith("Traceback")


@pytest.mark.parametrize("one", app.registered_commands, ids=lambda one: one.callback.__name__)
def test_every_command_can_be_quiet_and_tell_where_an_error_arose(
    one: typer.models.CommandInfo,
) -> None:
    assert one.callback is not None
    assert {"quiet", "verbose"} <= inspect.signature(one.callback).parameters.keys()
