"""Which names a browser may ask for: a page elsewhere must not pass its own name off as ours."""

import ipaddress
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from rejoinder.web.problems import Problem, refuse
from rejoinder.web.settings import Settings, is_loopback

__all__ = ["KnownHosts", "is_known"]

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_ANYWHERE = frozenset({"0.0.0.0", "::"})


class KnownHosts:
    """Refuses requests whose Host header is not an address or a name of this workbench.

    A page elsewhere can make its own name lead to this machine (DNS rebinding); it cannot make the
    browser send another name.
    """

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Wrap the application."""
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "http":
            host = Headers(scope=scope).get("host", "")
            if not is_known(host, self.settings):
                problem = Problem(
                    status=421,
                    title="This workbench goes by another name",
                    detail=f"It does not answer to {host[:200]!r}.",
                    cure="Open the address that was printed when it was started. Another name "
                    "that leads here must be given to it with --name.",
                )
                await refuse(problem, scope, receive, send)
                return
        await self.app(scope, receive, send)


def is_known(host: str, settings: Settings) -> bool:
    """Say whether a Host header names this workbench; the port does not count."""
    try:
        name = urlsplit(f"//{host}").hostname
    except ValueError:
        return False
    if not name or any(sign in host for sign in "/@?#\\ "):
        return False
    known = {settings.host.strip("[]").lower(), *(each.lower() for each in settings.names)}
    if is_loopback(settings.host):
        return name in known | _HERE
    if name in known - _ANYWHERE:
        return True
    return settings.host in _ANYWHERE and _is_address(name)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
