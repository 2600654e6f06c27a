"""Serving: the one place that listens."""

import logging
import socket
from collections.abc import Callable
from typing import Final

import uvicorn

from rejoinder.errors import ConfigError
from rejoinder.web.app import create_app
from rejoinder.web.settings import Settings

__all__ = ["address_of", "serve"]

_BACKLOG: Final = 128


def serve(settings: Settings, *, ready: Callable[[str], None]) -> None:
    """Serve the workbench until it is interrupted.

    Args:
        settings: what it is started with.
        ready: told the address before the first request can come.

    Raises:
        ConfigError: the settings would let strangers in.
        LedgerError: the ledger cannot be opened.
    """
    app = create_app(settings)
    logging.getLogger("rejoinder.web").setLevel(logging.INFO)
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        server_header=False,
        # No header of a request may say where it comes from.
        proxy_headers=False,
        h11_max_incomplete_event_size=64 * 1024,
        timeout_keep_alive=10,
    )
    with _listen(settings) as listening:
        ready(address_of(settings.host, listening.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listening])


def address_of(host: str, port: int) -> str:
    """Return the address to open in a browser."""
    bare = host.strip("[]")
    return f"http://{f'[{bare}]' if ':' in bare else bare}:{port}/"


def _listen(settings: Settings) -> socket.socket:
    """Return a socket at the address; port 0 takes any that is free.

    Raises:
        ConfigError: the address is not of this machine, or something else listens there.
    """
    host = settings.host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, settings.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise ConfigError(
            f"cannot listen on {address_of(host, settings.port)!r}: {error.strerror or error}; "
            "choose another port with --port (0 takes any that is free)"
        ) from error
