"""The door: where a token is set, nothing is shown to who has not brought it."""

import hashlib
import hmac
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from rejoinder.web.problems import Problem, refuse
from rejoinder.web.settings import Settings
from rejoinder.web.visits import has_access

__all__ = ["OPEN", "Door", "is_token"]

OPEN: Final = ("/enter", "/static/")
"""Where the paths begin that need no token: the door itself and what it is drawn with."""


class Door:
    """Lets through who has brought the token, in a cookie or as ``Authorization: Bearer``."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        """Wrap the application."""
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or lead it to the door."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        request.state.bearer = self._brings_token(request)
        if self._may_pass(request):
            await self.app(scope, receive, send)
        elif scope["path"] == "/api" or scope["path"].startswith("/api/"):
            problem = Problem(
                status=401,
                title="A token is needed",
                detail="The request brings no token, or not the one of this workbench.",
                cure="Send the header Authorization: Bearer TOKEN.",
            )
            await refuse(problem, scope, receive, send)
        else:
            wanted = scope["path"] + (f"?{request.url.query}" if request.url.query else "")
            there = "/enter" if wanted == "/" else f"/enter?next={quote(wanted, safe='')}"
            await RedirectResponse(there, status_code=303)(scope, receive, send)

    def _may_pass(self, request: Request) -> bool:
        if self.settings.token is None or request.state.bearer:
            return True
        path = request.scope["path"]
        return path.startswith(OPEN) or has_access(self.settings, request)

    def _brings_token(self, request: Request) -> bool:
        scheme, _, shown = request.headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and is_token(self.settings, shown.strip())


def is_token(settings: Settings, shown: str) -> bool:
    """Say whether that is the token, in a time that does not depend on how much of it is right."""
    if settings.token is None:
        return False
    mine, theirs = (
        hashlib.sha256(each.encode("utf-8", "replace")).digest() for each in (settings.token, shown)
    )
    return hmac.compare_digest(mine, theirs)
