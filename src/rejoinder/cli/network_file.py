"""How commands give a network: its format, its options, and where it goes."""

from pathlib import Path
from typing import Annotated

import typer

from rejoinder import api
from rejoinder.cli.output import Output

__all__ = [
    "DuplicatesOption",
    "FormOption",
    "NetworkOption",
    "StatesOption",
    "network_form",
    "write_network",
]

NetworkOption = Annotated[
    str | None,
    typer.Option(
        "--network", metavar="KIND", help=f"Instead, a network: {', '.join(api.NETWORKS)}."
    ),
]
FormOption = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="FORM", help=f"The network's format: {' or '.join(api.FORMS)}."
    ),
]
DuplicatesOption = Annotated[
    str,
    typer.Option(
        "--duplicates",
        metavar="HOW",
        help=f"What counts once in a network: {', '.join(api.DUPLICATES)}.",
    ),
]


StatesOption = Annotated[
    bool,
    typer.Option("--states", help="In a network, who acts for a state counts as that state."),
]


def network_form(network: str, output: Path | None) -> str:
    """Return the format that the file's name asks for, else the usual one of that network."""
    ending = "" if output is None else output.suffix.removeprefix(".").lower()
    if ending in api.FORMS:
        return ending
    return "csv" if network == "eventlist" else "graphml"


def write_network(out: Output, output: Path | None, data: bytes) -> None:
    """Write a network into a file, or on stdout where none is named."""
    if output is None:
        out.raw(data)
    else:
        api.write_file(output, data)
        out.note(f"written to {output}")
