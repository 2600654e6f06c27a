"""``rejoinder serve``: the workbench in a browser."""

import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from rejoinder.cli.options import LedgerOption, QuietOption, VerboseOption, ledger_path
from rejoinder.cli.outcome import ExitStatus, reported
from rejoinder.cli.output import Output
from rejoinder.errors import ConfigError

__all__ = ["serve"]

_Host = Annotated[
    str,
    typer.Option(
        "--host",
        metavar="ADDRESS",
        help="Where to listen. Any address but this machine's own demands a token.",
    ),
]
_Port = Annotated[
    int,
    typer.Option("--port", min=0, max=65535, metavar="N", help="Port; 0 takes any that is free."),
]
_TokenFile = Annotated[
    Path | None,
    typer.Option(
        "--token-file",
        metavar="FILE",
        help="File with the token that visitors must bring, or set REJOINDER_TOKEN.",
    ),
]
_Names = Annotated[
    list[str] | None,
    typer.Option(
        "--name", metavar="HOST", help="Name by which browsers may ask for it; may be repeated."
    ),
]
_Write = Annotated[
    bool,
    typer.Option("--write", help="Let visitors write to the ledger: ingest from the page, review."),
]
_Inbox = Annotated[
    Path | None,
    typer.Option(
        "--inbox",
        metavar="DIR",
        help="With --write: folders below this one may be ingested from the page.",
    ),
]


@reported
def serve(
    ledger: LedgerOption = None,
    host: _Host = "127.0.0.1",
    port: _Port = 8420,
    token_file: _TokenFile = None,
    name: _Names = None,
    write: _Write = False,
    inbox: _Inbox = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> ExitStatus:
    """Open the workbench: read and follow what the ledger holds, in a browser.

    It listens on this machine only, needs no network and, without --write, changes nothing in the
    ledger. Elsewhere it asks for a token; put a proxy with TLS before it where the network is not
    your own.
    """
    try:
        from rejoinder.web.serving import serve as listen
        from rejoinder.web.settings import Settings
    except ModuleNotFoundError as error:
        raise ConfigError(
            f"the workbench needs {error.name!r}; install it with: pip install 'rejoinder[web]'"
        ) from error
    settings = Settings(
        ledger=ledger_path(ledger),
        secret=secrets.token_bytes(32),
        host=host,
        port=port,
        token=_token(token_file),
        names=tuple(name or ()),
        write=write,
        inbox=inbox,
    )
    out = Output(as_json=False, quiet=quiet)
    listen(settings, ready=lambda address: out.note(f"workbench at {address} (stop with Ctrl-C)"))
    return ExitStatus.OK


def _token(file: Path | None) -> str | None:
    """Return the token, or None where none is set.

    Raises:
        ConfigError: the file cannot be read.
    """
    if file is None:
        return os.environ.get("REJOINDER_TOKEN", "").strip() or None
    try:
        return file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"cannot read the token from {str(file)!r}: {error}; name a readable file of UTF-8 text"
        ) from error
