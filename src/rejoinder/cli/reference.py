"""docs/cli.md, made from the commands' own help; ``make docs`` writes it, a test compares."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from typer.main import get_command
from typer.testing import CliRunner

from rejoinder.cli.app import app

__all__ = ["cli_reference", "main"]

_HEAD: Final = """\
# The command line

Made from the commands' own help by `make docs`; do not edit.

Data go to stdout, everything else to stderr. In a pipe there is neither colour nor a progress bar,
and `NO_COLOR` is honoured on a terminal. Text of articles is made harmless before it is printed:
controls, escape sequences and bidirectional marks show as signs. With `--json` the data are JSON
lines, for lists a line an item. A wrong option ends with 2, as does a wrong value.
"""


def cli_reference() -> str:
    """Return the page: the help of the program, then of each command and of its own commands."""
    return "\n".join([_HEAD, *_sections(get_command(app), "rejoinder")])


def main() -> None:
    """Write the page where the first argument says."""
    Path(sys.argv[1]).write_text(cli_reference(), encoding="utf-8")


def _sections(command: object, *words: str) -> Iterator[str]:
    """Yield the section of a command, then those of its own commands."""
    yield _section(*words)
    for name, inner in getattr(command, "commands", {}).items():
        yield from _sections(inner, *words, name)


def _section(*words: str) -> str:
    shown = CliRunner().invoke(app, [*words[1:], "--help"], prog_name=words[0]).stdout
    return f"## {' '.join(words)}\n\n```text\n{shown.strip()}\n```\n"


if __name__ == "__main__":
    main()
