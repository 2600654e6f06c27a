"""The command ``rejoinder``: its subcommands and its ends."""

import io
import sys
from typing import Annotated, Final

import typer

from rejoinder import __version__
from rejoinder.cli.actors import app as actors
from rejoinder.cli.claims import claims
from rejoinder.cli.code import code
from rejoinder.cli.copies import copies
from rejoinder.cli.evaluate import evaluate
from rejoinder.cli.exchanges import exchanges
from rejoinder.cli.export import export
from rejoinder.cli.extract import extract
from rejoinder.cli.failures import failures
from rejoinder.cli.ingest import ingest
from rejoinder.cli.outcome import EXIT_HELP
from rejoinder.cli.positions import positions
from rejoinder.cli.rebuild import rebuild
from rejoinder.cli.replies import replies
from rejoinder.cli.report import report
from rejoinder.cli.review import app as review
from rejoinder.cli.saved import saved
from rejoinder.cli.serve import serve
from rejoinder.cli.show import show
from rejoinder.cli.statements import statements
from rejoinder.cli.tension import tension
from rejoinder.cli.timeline import timeline

__all__ = ["app", "main"]

# The first character keeps the lines as they are.
_EPILOG: Final = "\b\nExit statuses:\n" + "\n".join(
    f"{status.value:>5}  {text}" for status, text in EXIT_HELP.items()
)

app = typer.Typer(
    name="rejoinder",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog=_EPILOG,
)
_COMMANDS: Final = (
    extract, ingest, statements, exchanges, claims, replies, positions, timeline, tension, copies,
    saved, report, show, export, serve, evaluate, failures, code, rebuild,
)  # fmt: skip
for _command in _COMMANDS:
    app.command()(_command)
app.add_typer(actors, name="actors")
app.add_typer(review, name="review")


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rejoinder {__version__}")
        raise typer.Exit


@app.callback()
def _rejoinder(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Who said what about whom, and what they answered.

    Reads news, keeps a ledger of attributed statements, each tied to the characters it stands on,
    and shows the exchanges between parties. It never says who is right.
    """


def main() -> None:
    """Run the command line on the process's arguments."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character gets a sign for it instead of an error.
            stream.reconfigure(errors="replace")
    app(prog_name="rejoinder")
