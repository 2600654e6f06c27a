"""How commands give a network: its format, its options, and where it goes."""

from pathlib import Path
from typing import Annotated, Any, Final

import typer

from rejoinder import api
from rejoinder.cli.output import Output
from rejoinder.errors import ConfigError

__all__ = [
    "DuplicatesOption",
    "FormOption",
    "NetworkOption",
    "StatesOption",
    "holds_nothing",
    "network_shape",
    "write_network",
]

_ONCE: Final = "origin"

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
    str | None,
    typer.Option(
        "--duplicates",
        metavar="HOW",
        help=f"What counts once in a network: {', '.join(api.DUPLICATES)}; {_ONCE} if not set.",
    ),
]
StatesOption = Annotated[
    bool,
    typer.Option("--states", help="In a network, who acts for a state counts as that state."),
]


def network_shape(
    network: str | None,
    *,
    form: str | None,
    duplicates: str | None,
    states: bool,
    output: Path | None,
) -> dict[str, Any] | None:
    """Return how a network is to be made, as the api takes it; None where none is asked for.

    Raises:
        ConfigError: an option is given that says how, and no network.
    """
    if network is not None:
        form = form or _usual_form(network, output)
        once = duplicates or _ONCE
        return {"network": network, "form": form, "duplicates": once, "states": states}
    given = {"--format": form, "--duplicates": duplicates, "--states": states, "--output": output}
    for option, value in given.items():
        if value:
            raise ConfigError(f"{option} goes with --network; say which network, or leave it out")
    return None


def _usual_form(network: str, output: Path | None) -> str:
    """Return the format that the file's name asks for, else the usual one of that network."""
    ending = "" if output is None else output.suffix.removeprefix(".").lower()
    if ending in api.FORMS:
        return ending
    return "csv" if network == "eventlist" else "graphml"


def holds_nothing(data: bytes) -> bool:
    """Say whether a network, whatever its form, has no row and no node."""
    return b"<node" not in data if data.startswith(b"<?xml") else data.count(b"\n") <= 1


def write_network(out: Output, output: Path | None, data: bytes) -> None:
    """Write a network into a file, or on stdout where none is named."""
    if output is None:
        out.raw(data)
    else:
        api.write_file(output, data)
        out.note(f"written to {output}")
